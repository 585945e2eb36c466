"""The countdown."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jknassist.gui.pages.instructions import WaitPage
from jknassist.gui.widgets.countdown import Countdown
from tests.gui.conftest import Visitor
from tests.support.small_context import small_context

ROUNDING = 2
"""Pixels by which two centers may differ that lie between pixels."""


def test_the_wait_counts_down_only_when_asked(visitor: Visitor) -> None:
    visitor.choose("tidak_tahu")
    visitor.choose("sudah")
    words = visitor.window.context.words
    whole = words.wait_left.format(minutes=5, seconds="00")
    assert visitor.sees(whole)
    visitor.press(words.wait_start)
    assert not [t for t in visitor.texts() if t == words.wait_start]


def test_the_focus_stays_when_the_button_that_began_is_gone(at_keys: Visitor) -> None:
    at_keys.choose("tidak_tahu")
    at_keys.choose("sudah")
    page = at_keys.window.view.page
    assert isinstance(page, WaitPage)
    page.countdown._start.setFocus()
    at_keys.press(at_keys.window.context.words.wait_start)
    assert page.countdown.hasFocus()
    assert page.countdown.is_running


def test_beside_the_answers_the_rest_is_shown_in_a_ring(qtbot: QtBot) -> None:
    context = small_context()
    made = Countdown(5, context)
    qtbot.addWidget(made)
    made.show()
    made.show_ring(shown=True, width=100)
    assert not made.ring.isVisible(), "it needs room"
    made.show_ring(shown=True, width=900)
    assert made.ring.isVisible()
    label = made.findChildren(QLabel)[0]

    def apart() -> int:
        centers = (one.mapTo(made, one.rect().center()) for one in (label, made.ring))
        return (next(centers) - next(centers)).manhattanLength()

    qtbot.waitUntil(lambda: apart() <= ROUNDING)
    made.show_ring(shown=False, width=900)
    assert not made.ring.isVisible()
