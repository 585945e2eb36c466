"""L2: an answer is heard without choosing it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jknassist.core.speech.clip_index import ClipIndex
from jknassist.core.speech.forms import spoken_form
from jknassist.gui.speech.answer_speech_button import DEAD, AnswerSpeechButton
from jknassist.gui.style.scaling import KIOSK_TARGET, Screen
from jknassist.gui.style.theme import TextSize, theme_for
from jknassist.gui.widgets.answer_list import AnswerList
from tests.gui.conftest import Visitor
from tests.gui.speech.conftest import Listener
from tests.support.small_context import small_context
from tests.support.small_knowledge import small_knowledge

FIRST = small_knowledge().steps[0]


def answers(listener: Listener) -> AnswerList:
    return listener.window.view.page.findChildren(AnswerList)[0]


def speech_buttons(listener: Listener) -> list[AnswerSpeechButton]:
    return [one for one in answers(listener).side_buttons if isinstance(one, AnswerSpeechButton)]


def press(made: AnswerSpeechButton) -> None:
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def test_each_answer_has_one_that_names_it(listener: Listener) -> None:
    words = small_knowledge().words
    names = [one.accessibleName() for one in speech_buttons(listener)]
    assert names == [words.speech_answer.format(answer=one.text) for one in FIRST.answers]


def test_they_are_seen_on_every_page(listener: Listener, visitor: Visitor) -> None:
    assert all(one.isVisible() for one in speech_buttons(listener))
    visitor.choose(FIRST.answers[0].id)
    shown = speech_buttons(listener)
    assert shown
    assert all(one.isVisible() for one in shown)


def test_a_press_reads_the_answer_with_its_hint_and_chooses_nothing(
    listener: Listener, qtbot: QtBot
) -> None:
    card = answers(listener).cards[1]
    press(speech_buttons(listener)[1])
    qtbot.waitUntil(lambda: not listener.voice.is_speaking)
    told = filter(None, (card.accessibleName(), card.accessibleDescription()))
    assert listener.player.heard == [spoken_form(text, "id") for text in told]
    assert not card.isChecked()
    assert not listener.voice.is_on, "pages that follow stay silent"
    assert listener.player.closed, "the device is let go"


def test_what_sounds_is_shown_and_a_second_press_stops_it(listener: Listener) -> None:
    listener.player.holds = True
    first, second, *_ = speech_buttons(listener)
    press(first)
    assert first.is_sounding
    assert not second.is_sounding
    press(second)
    assert (first.is_sounding, second.is_sounding) == (False, True)
    press(second)
    assert not second.is_sounding
    assert not listener.voice.is_speaking


def test_any_other_press_ends_it(listener: Listener) -> None:
    listener.player.holds = True
    press(speech_buttons(listener)[0])
    QTest.mouseClick(listener.window.top_bar, Qt.MouseButton.LeftButton)
    assert not listener.voice.is_speaking
    assert not speech_buttons(listener)[0].is_sounding


def test_between_the_card_and_its_button_nothing_can_be_pressed(listener: Listener) -> None:
    made, card = speech_buttons(listener)[0], answers(listener).cards[0]
    edge = QPoint(DEAD // 2, made.height() // 2)
    QTest.mouseClick(made, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, edge)
    assert not card.isChecked()
    assert not listener.voice.is_speaking
    assert card.geometry().right() >= made.geometry().right()
    assert all(word.geometry().right() < card.width() - made.width() for word in card._words)


def test_it_comes_after_its_card_in_the_tab_order(listener: Listener) -> None:
    made = speech_buttons(listener)[0]
    answers(listener).cards[0].setFocus()
    QTest.keyClick(answers(listener).cards[0], Qt.Key.Key_Tab)
    assert made.hasFocus()
    assert not listener.window.grab().isNull(), "the ring of the focus is painted"


@pytest.mark.parametrize("size", list(TextSize))
def test_on_a_kiosk_it_is_as_large_as_a_finger_needs(size: TextSize, listener: Listener) -> None:
    screen = Screen(width=1366, height=768)
    theme = replace(theme_for(screen, kiosk=True), letters=size.times)
    context = small_context(theme=theme)
    made = AnswerList(FIRST.answers, context, answers(listener)._sizes)
    made.setParent(listener.window)
    made.add_side_buttons(lambda card: AnswerSpeechButton(card.accessibleName(), context))
    made.setStyleSheet(f"QPushButton {{ min-height: {theme.target}px; }}")
    made.fit_to(1300, 3)
    made.resize(1300, made.sizeHint().height())
    made.show()
    for one in made.side_buttons:
        assert isinstance(one, AnswerSpeechButton)
        assert min(one.width() - DEAD, one.height()) >= KIOSK_TARGET * screen.per_mm


def test_a_language_without_a_voice_has_none(listener: Listener) -> None:
    """S13 and S20."""
    listener.packs.clear()
    listener.window.panel_changed.emit()
    assert speech_buttons(listener) == []
    assert answers(listener).cards[0]._end == 0


def test_without_a_sound_device_they_are_gone(listener: Listener) -> None:
    """S20."""
    listener.player.broken = True
    press(speech_buttons(listener)[0])
    assert speech_buttons(listener) == []
    assert not listener.voice.is_speaking


def test_an_answer_without_a_clip_loses_its_own(listener: Listener, qtbot: QtBot) -> None:
    """S20: a missing clip, or a broken file."""
    first, second, *_ = speech_buttons(listener)
    pack = listener.packs["id"]
    for text in (FIRST.answers[0].text, FIRST.answers[0].hint):
        for sound in ClipIndex(small_knowledge()).sounds(text):
            file = pack.file(getattr(sound, "name", ""))
            if file is not None:
                file.write_bytes(b"no sound")
    press(first)
    assert not first.isVisible()
    assert not listener.voice.is_speaking
    press(second)
    qtbot.waitUntil(lambda: bool(listener.player.heard))
    assert second.isVisible()
