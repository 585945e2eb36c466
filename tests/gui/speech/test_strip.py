from pytestqt.qtbot import QtBot

from jknassist.gui.speech.strip import SpeechStrip
from tests.gui.conftest import Visitor


def test_it_emits_what_is_pressed_and_names_the_pause(visitor: Visitor, qtbot: QtBot) -> None:
    context = visitor.window.context
    strip = SpeechStrip(context.words, context.theme)
    qtbot.addWidget(strip)
    signals = (strip.again_wanted, strip.pause_wanted, strip.softer_wanted, strip.louder_wanted)
    for made, signal in zip(strip.buttons, signals, strict=True):
        with qtbot.waitSignal(signal):
            made.click()
    strip.show_pause(paused=True)
    assert strip.pause.text() == context.words.speech_go_on
    strip.show_pause(paused=False)
    assert strip.pause.accessibleName() == context.words.speech_pause


def test_a_narrow_one_has_two_rows(visitor: Visitor, qtbot: QtBot) -> None:
    strip = SpeechStrip(visitor.window.context.words, visitor.window.context.theme)
    strip.setParent(visitor.window)
    strip.resize(3000, 60)
    strip.show()
    assert len({made.y() for made in strip.buttons}) == 1
    strip.resize(120, 200)
    qtbot.waitUntil(lambda: len({made.y() for made in strip.buttons}) == 2)
