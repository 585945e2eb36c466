"""S8 and S14: by loudspeaker a number stays private, and what was found in it is said."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jknassist.core.speech.language import INDONESIAN
from tests.gui.conftest import Visitor
from tests.gui.speech.conftest import Listener
from tests.support.small_knowledge import small_knowledge

SMALL = small_knowledge()
WORDS = SMALL.words
DOUBLED = "08123456677890"


def silent(listener: Listener, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not listener.voice.is_speaking)


def hears(listener: Listener, text: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(text in said for said in listener.player.heard))


def digits_heard(listener: Listener) -> int:
    """Return the longest row of digits that was said."""
    digits = set(INDONESIAN.digits)
    said = " ".join(listener.player.heard).split()
    rows = "".join("x" if word in digits else " " for word in said).split()
    return max(map(len, rows), default=0)


@pytest.fixture
def number(listener: Listener, visitor: Visitor, qtbot: QtBot) -> Listener:
    """Give a listener who has typed a number with a digit too many and went on."""
    listener.voice.turn_on()
    visitor.window.view.check_number(DOUBLED)
    silent(listener, qtbot)
    listener.player.heard.clear()
    visitor.go_on()
    return listener


def test_while_it_is_typed_only_the_count_is_said(
    listener: Listener, visitor: Visitor, qtbot: QtBot
) -> None:
    listener.voice.turn_on()
    visitor.window.view.check_number("")
    silent(listener, qtbot)
    listener.player.heard.clear()
    visitor.type_number("08123")
    hears(listener, "number count lima", qtbot)
    silent(listener, qtbot)
    assert digits_heard(listener) < 2


def test_a_finding_is_said_with_its_place_and_then_what_can_be_answered(
    number: Listener, qtbot: QtBot
) -> None:
    hears(number, "private doubled twice", qtbot)
    hears(number, WORDS.speech_number_suggestion, qtbot)
    hears(number, WORDS.number_again, qtbot)
    silent(number, qtbot)
    assert digits_heard(number) < 2


def test_the_digits_are_said_after_a_question_and_until_the_next_page(
    number: Listener, visitor: Visitor, qtbot: QtBot
) -> None:
    bar = number.voice.playback_bar
    assert bar is not None
    qtbot.waitUntil(bar.digits.isVisible)
    silent(number, qtbot)
    bar.digits.click()
    hears(number, WORDS.speech_aloud_ask, qtbot)
    silent(number, qtbot)
    assert digits_heard(number) < 2
    QTest.mouseClick(bar.yes, Qt.MouseButton.LeftButton)
    silent(number, qtbot)
    assert digits_heard(number) >= len(DOUBLED) - 1
    number.player.heard.clear()
    visitor.window.view.go_back()
    visitor.window.view.check_number(DOUBLED)
    silent(number, qtbot)
    qtbot.wait(150)
    silent(number, qtbot)
    assert digits_heard(number) < 2


def test_a_page_without_a_number_does_not_offer_it(listener: Listener, qtbot: QtBot) -> None:
    listener.voice.turn_on()
    silent(listener, qtbot)
    bar = listener.voice.playback_bar
    assert bar is not None
    assert not bar.digits.isVisible()


def test_what_is_missing_is_said(listener: Listener, visitor: Visitor, qtbot: QtBot) -> None:
    listener.voice.turn_on()
    silent(listener, qtbot)
    listener.player.heard.clear()
    visitor.go_on()
    hears(listener, WORDS.choose_first.rstrip("."), qtbot)


def test_off_it_listens_to_no_change(listener: Listener, visitor: Visitor, qtbot: QtBot) -> None:
    listener.voice.turn_on()
    listener.voice.turn_off()
    listener.player.heard.clear()
    visitor.go_on()
    qtbot.wait(150)
    assert listener.player.heard == []
