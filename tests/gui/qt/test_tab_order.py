"""Tab order: the page, then the navigation buttons, then the top bar."""

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.widgets.top_bar import TopBar
from tests.gui.conftest import Visitor
from tests.support.keyboard_walk import focus, walk_by_tab


@pytest.mark.parametrize("answers", [(), ("tidak_tahu",), ("tidak_tahu", "sudah"), ("pulsa",)])
def test_tab_reads_the_page_then_its_ways_on_then_the_bar(
    at_keys: Visitor, answers: tuple[str, ...], qtbot: QtBot
) -> None:
    for answer in answers:
        at_keys.choose(answer)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLabel))
    wizard = at_keys.window.wizard
    kinds = [kind(at_keys, widget) for widget in walk_by_tab(at_keys)]
    assert kinds == sorted(kinds), "page, ways on, bar"
    assert set(kinds) == {0, 1, 2}
    assert wizard.page_now.isAncestorOf(focus())


def kind(visitor: Visitor, widget: QWidget) -> int:
    (bar,) = visitor.window.findChildren(TopBar)
    if bar.isAncestorOf(widget):
        return 2
    return 0 if visitor.window.view.page.isAncestorOf(widget) else 1
