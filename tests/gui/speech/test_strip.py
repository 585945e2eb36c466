import pytest
from pytestqt.qtbot import QtBot

from jknassist.gui.speech.strip import SpeechStrip
from tests.gui.conftest import Visitor
from tests.support.small_knowledge import small_knowledge

SMALL = small_knowledge()


@pytest.fixture
def strip(visitor: Visitor) -> SpeechStrip:
    made = SpeechStrip(visitor.window.context.words, visitor.window.context.theme)
    made.setParent(visitor.window)
    made.show()
    return made


def test_it_emits_what_is_pressed_and_names_the_pause(strip: SpeechStrip, qtbot: QtBot) -> None:
    for made, signal in (
        (strip.again, strip.again_wanted),
        (strip.pause, strip.pause_wanted),
        (strip.softer, strip.softer_wanted),
        (strip.louder, strip.louder_wanted),
    ):
        with qtbot.waitSignal(signal):
            made.click()
    strip.show_pause(paused=True)
    assert strip.pause.text() == SMALL.words.speech_go_on
    strip.show_pause(paused=False)
    assert strip.pause.accessibleName() == SMALL.words.speech_pause


def test_a_narrow_one_has_two_rows(strip: SpeechStrip, qtbot: QtBot) -> None:
    usual = (strip.again, strip.pause, strip.softer, strip.louder)
    strip.resize(3000, 60)
    qtbot.waitUntil(lambda: len({made.y() for made in usual}) == 1)
    strip.resize(120, 200)
    qtbot.waitUntil(lambda: len({made.y() for made in usual}) == 2)


def test_a_number_is_said_aloud_only_after_a_question(strip: SpeechStrip, qtbot: QtBot) -> None:
    """S8."""
    assert strip.aloud.isHidden(), "without a number there is nothing to ask"
    strip.offer_aloud(offered=True)
    with qtbot.waitSignal(strip.asked), qtbot.assertNotEmitted(strip.aloud_wanted):
        strip.aloud.click()
    assert strip.question.isVisible()
    assert strip.again.isHidden()
    strip.no.click()
    assert strip.question.isHidden()
    assert strip.aloud.isVisible()
    strip.aloud.click()
    with qtbot.waitSignal(strip.aloud_wanted):
        strip.yes.click()
    assert strip.aloud.isHidden()
    assert strip.again.isVisible()
