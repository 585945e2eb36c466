import pytest
from pytestqt.qtbot import QtBot

from jknassist.gui.speech.playback_bar import PlaybackBar
from tests.gui.conftest import Visitor
from tests.support.small_knowledge import small_knowledge

SMALL = small_knowledge()


@pytest.fixture
def bar(visitor: Visitor) -> PlaybackBar:
    made = PlaybackBar(visitor.window.context.words, visitor.window.context.theme)
    made.setParent(visitor.window)
    made.show()
    return made


def test_it_emits_what_is_pressed_and_names_the_pause(bar: PlaybackBar, qtbot: QtBot) -> None:
    for made, signal in (
        (bar.again, bar.again_wanted),
        (bar.pause, bar.pause_wanted),
        (bar.softer, bar.softer_wanted),
        (bar.louder, bar.louder_wanted),
    ):
        with qtbot.waitSignal(signal):
            made.click()
    bar.show_pause(paused=True)
    assert bar.pause.text() == SMALL.words.speech_go_on
    bar.show_pause(paused=False)
    assert bar.pause.accessibleName() == SMALL.words.speech_pause


def test_a_narrow_one_has_two_rows(bar: PlaybackBar, qtbot: QtBot) -> None:
    usual = (bar.again, bar.pause, bar.softer, bar.louder)
    bar.resize(3000, 60)
    qtbot.waitUntil(lambda: len({made.y() for made in usual}) == 1)
    bar.resize(120, 200)
    qtbot.waitUntil(lambda: len({made.y() for made in usual}) == 2)


def test_a_number_is_said_aloud_only_after_a_question(bar: PlaybackBar, qtbot: QtBot) -> None:
    """S8."""
    assert bar.digits.isHidden(), "without a number there is nothing to ask"
    bar.offer_digits(offered=True)
    with qtbot.waitSignal(bar.asked), qtbot.assertNotEmitted(bar.digits_wanted):
        bar.digits.click()
    assert bar.question.isVisible()
    assert bar.again.isHidden()
    bar.no.click()
    assert bar.question.isHidden()
    assert bar.digits.isVisible()
    bar.digits.click()
    with qtbot.waitSignal(bar.digits_wanted):
        bar.yes.click()
    assert bar.digits.isHidden()
    assert bar.again.isVisible()
