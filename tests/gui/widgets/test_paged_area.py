"""Paginated pages are turned by keys and by the focus."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot

from jknassist.gui.widgets.flow_row import FlowRow
from jknassist.gui.widgets.paged_area import DENSITIES, PagedArea
from tests.gui.conftest import Visitor
from tests.support.keyboard_walk import panel, walk_by_tab

Key = Qt.Key


CONTROL = Qt.KeyboardModifier.ControlModifier


def test_tab_turns_to_the_leaf_it_comes_to(at_keys: Visitor) -> None:
    for _ in range(2):
        at_keys.key(Key.Key_Plus, CONTROL)
    at_keys.key(Key.Key_F1)
    shown = panel(at_keys)
    assert shown is not None
    at_keys.window.resize(1024, 600)
    QApplication.processEvents()
    assert len(shown.area.screen_pages) > 1
    seen = set()
    for widget in walk_by_tab(at_keys):
        if shown.frame.isAncestorOf(widget):
            widget.setFocus()
            assert not widget.visibleRegion().isEmpty()
            seen.add(shown.area.current)
    assert len(seen) > 1


def test_page_keys_and_the_way_on_turn_the_leaves(at_keys: Visitor) -> None:
    at_keys.key(Key.Key_F1)
    at_keys.window.resize(800, 420)
    QApplication.processEvents()
    shown = panel(at_keys)
    assert shown is not None
    shown.heading.setFocus()
    at_keys.key(Key.Key_PageDown)
    assert shown.area.current == 1
    at_keys.key(Key.Key_PageUp)
    assert shown.area.current == 0
    at_keys.press(at_keys.window.context.words.next)
    assert shown.area.current == 1


def three_rows(qtbot: QtBot, height: int) -> PagedArea:
    """Show an area of a height in pixels whose content takes 300."""
    area, column = PagedArea(), QVBoxLayout()
    qtbot.addWidget(area)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for _ in range(3):
        row = QLabel("satu baris")
        row.setFixedHeight(100)
        column.addWidget(row)
    area.inside.setLayout(column)
    area.resize(300, height)
    area.show()
    return area


def test_an_area_that_is_made_lower_while_it_is_fitted_is_divided(qtbot: QtBot) -> None:
    area = three_rows(qtbot, 400)
    assert len(area.screen_pages) == 1
    area.set_density = lambda _level: area.resize(300, 250)  # as a bar below it that grows
    area.fit(afresh=True)
    assert len(area.screen_pages) == 2


def test_an_area_that_is_made_higher_while_it_is_fitted_uses_the_height(qtbot: QtBot) -> None:
    area = three_rows(qtbot, 250)
    assert len(area.screen_pages) == 2
    area.set_density = lambda _level: area.resize(300, 400)  # as a window laid out only now
    area.fit(afresh=True)
    assert (len(area.screen_pages), area.density) == (1, DENSITIES[0]), "now upright"


def test_what_places_its_children_itself_is_cut_between_them_only(qtbot: QtBot) -> None:
    area = three_rows(qtbot, 250)
    row = FlowRow(6)
    row.setMaximumWidth(120)
    words = [QLabel(f"nomor {number}\ndi tiga\nbaris") for number in range(9)]
    row.hold(words)
    column = area.inside.layout()
    assert column is not None
    column.addWidget(row)
    row.show()
    area.fit(afresh=True)
    assert row.height() > area.height()
    for screen_page in area.screen_pages:
        for one in words:
            top = one.mapTo(area.inside, QPoint(0, 0)).y()
            cut_above = top < screen_page.top < top + one.height()
            cut_below = top < screen_page.bottom < top + one.height()
            assert not cut_above, one.text()
            assert not cut_below, one.text()


def test_scrolling_while_it_is_fitted_to_fewer_screen_pages_is_no_fault(qtbot: QtBot) -> None:
    area = three_rows(qtbot, 100)
    area.turn(2)
    assert area.current == 2
    scrolled = []

    def set_density(_: int) -> None:
        area.screen_pages = area.screen_pages[:1]
        area.verticalScrollBar().setValue(50)
        scrolled.append(area.verticalScrollBar().value())

    area.set_density = set_density
    area.fit(afresh=True)
    assert 50 in scrolled
    assert area.verticalScrollBar().value() == area.screen_pages[area.current].top
