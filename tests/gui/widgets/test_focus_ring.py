"""The ring lies outside the button with the keyboard, follows it, and goes with the keyboard."""

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jknassist.content import resources
from jknassist.gui.style.theme import Theme, style_sheet
from jknassist.gui.widgets.factories import button
from jknassist.gui.widgets.focus_ring import APART, OUTSIDE, FocusRing, ring_of
from jknassist.gui.widgets.wrapping_button import WrappingButton


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 40, 40, 40)
        self.inner = QWidget()
        column.addWidget(self.inner)
        self.column = QVBoxLayout(self.inner)
        self.buttons = [self.add(text) for text in ("Satu", "Dua")]

    def add(self, text: str) -> WrappingButton:
        made = button(text)
        self.column.addWidget(made)
        return made


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    made.setStyleSheet(style_sheet(resources.read("theme.qss").decode(), Theme()))
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def test_it_lies_outside_and_apart(page: Page) -> None:
    page.buttons[0].setFocus()
    ring = ring_of(page)
    assert ring.isVisible()
    assert ring.geometry() == place(page.buttons[0]).adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE)
    assert APART > 0


def test_it_goes_to_another_button_and_away_with_the_keyboard(page: Page) -> None:
    for made in page.buttons:
        made.setFocus()
        assert ring_of(page).geometry().contains(place(made))
    assert len(page.findChildren(FocusRing)) == 1
    page.buttons[1].clearFocus()
    assert not ring_of(page).isVisible()


def test_it_follows_what_it_surrounds(page: Page, qtbot: QtBot) -> None:
    page.buttons[1].setFocus()
    before = ring_of(page).geometry()
    page.column.setContentsMargins(60, 60, 0, 0)
    qtbot.waitUntil(lambda: ring_of(page).geometry() != before)
    assert ring_of(page).geometry().contains(place(page.buttons[1]))
    page.inner.move(0, 0)
    assert ring_of(page).geometry().contains(place(page.buttons[1]))
    page.buttons[1].hide()
    qtbot.waitUntil(lambda: not ring_of(page).geometry().intersects(place(page.buttons[1]))
                    or not ring_of(page).isVisible())  # fmt: skip


def test_presses_go_through_it(page: Page) -> None:
    page.buttons[0].setFocus()
    corner = ring_of(page).geometry().topLeft() + QPoint(OUTSIDE, OUTSIDE)
    assert page.childAt(corner + QPoint(20, 20)) is page.buttons[0]


def test_it_lets_go_of_a_page_that_is_already_deleted(page: Page) -> None:
    page.buttons[1].setFocus()
    ring = ring_of(page)
    shiboken6.delete(page.inner)
    ring.leave()
    assert not ring.isVisible()
