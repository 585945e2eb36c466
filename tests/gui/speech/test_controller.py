from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jknassist.core.speech.forms import spoken_form
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.speech.controller import step_from
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import TextSize, theme_for
from jknassist.gui.widgets.answer_card import AnswerCard
from jknassist.gui.widgets.answer_list import AnswerList
from jknassist.system.sound.player import FIRST_LEVEL
from tests.gui.conftest import Open, Visitor
from tests.gui.speech.conftest import Listener
from tests.support.recording_player import RecordingPlayer, marked_pack
from tests.support.small_knowledge import small_knowledge

SMALL = small_knowledge()
FIRST = SMALL.steps[0]


def form(text: str) -> str:
    return spoken_form(text, "id")


def press(listener: Listener) -> None:
    button = listener.voice.button
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def hears(listener: Listener, text: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: any(form(text) in said for said in listener.player.heard))


def test_nothing_sounds_before_somebody_asks(listener: Listener, qtbot: QtBot) -> None:
    """S9: and no key is watched, no page looked at."""
    qtbot.wait(50)
    assert listener.player.calls == []
    assert listener.voice.playback_bar is None


def test_the_loudspeaker_reads_the_page(listener: Listener, qtbot: QtBot) -> None:
    press(listener)
    qtbot.waitUntil(lambda: not listener.voice.is_speaking)
    heard = listener.player.heard
    assert heard[0] == form(FIRST.title)
    answers = [form(answer.text) for answer in FIRST.answers]
    assert [said for said in heard if said in answers] == answers


def test_the_next_page_is_read_too_until_it_is_turned_off(
    listener: Listener, visitor: Visitor, qtbot: QtBot
) -> None:
    press(listener)
    visitor.choose(FIRST.answers[0].id)
    title = visitor.window.view.page.accessibleName()
    hears(listener, title, qtbot)
    press(listener)
    assert not listener.voice.is_on
    assert listener.player.closed
    listener.player.heard.clear()
    visitor.window.view.go_back()
    qtbot.wait(120)
    assert listener.player.heard == []


def test_f2_turns_it_on_and_repeats_and_twice_the_last_thing(
    listener: Listener, qtbot: QtBot
) -> None:
    """S2 and S4."""
    window = listener.window
    QTest.keyClick(window, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: listener.voice.is_on and not listener.voice.is_speaking)
    assert listener.player.heard[0] == form(SMALL.words.speech_keys)
    last = listener.player.heard[-1]
    listener.player.heard.clear()
    QTest.keyClick(window, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: not listener.voice.is_speaking)
    assert listener.player.heard[0] == form(FIRST.title)
    listener.player.heard.clear()
    QTest.keyClick(window, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: not listener.voice.is_speaking)
    assert listener.player.heard == [last]


def test_any_key_or_press_ends_what_is_said_but_those_of_the_voice(listener: Listener) -> None:
    """S5."""
    listener.player.holds = True
    press(listener)
    assert listener.voice.is_speaking
    bar = listener.voice.playback_bar
    assert bar is not None
    QTest.mouseClick(bar.louder, Qt.MouseButton.LeftButton)
    assert listener.voice.is_speaking
    listener.window.view.page.setFocus()
    QTest.keyClick(listener.window.view.page, Qt.Key.Key_Up)
    assert not listener.voice.is_speaking
    listener.voice.repeat()
    assert listener.voice.is_speaking
    QTest.mouseClick(listener.window.top_bar, Qt.MouseButton.LeftButton)
    assert not listener.voice.is_speaking


def test_what_gets_the_focus_by_a_key_is_said_with_its_hint(
    listener: Listener, qtbot: QtBot
) -> None:
    """L2: an answer is heard without choosing it."""
    listener.voice.press_key()
    qtbot.waitUntil(lambda: not listener.voice.is_speaking)
    listener.player.heard.clear()
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or listener.window, Qt.Key.Key_Tab)
        if isinstance(QApplication.focusWidget(), AnswerCard):
            break
    card = QApplication.focusWidget()
    assert isinstance(card, AnswerCard)
    hears(listener, card.accessibleName(), qtbot)
    assert not card.isChecked()


def test_an_arrow_goes_to_the_next_answer_as_they_are_read(
    listener: Listener, qtbot: QtBot
) -> None:
    """S17: by themselves the arrows know columns, which nobody hears."""
    listener.voice.press_key()
    cards = listener.window.view.page.findChildren(AnswerList)[0].cards
    cards[0].setFocus()
    for card in cards[1:]:
        QTest.keyClick(QApplication.focusWidget() or listener.window, Qt.Key.Key_Down)
        assert QApplication.focusWidget() is card
        hears(listener, card.accessibleName(), qtbot)
    QTest.keyClick(cards[-1], Qt.Key.Key_Up)
    assert QApplication.focusWidget() is cards[-2]
    assert not any(card.isChecked() for card in cards)
    assert not step_from(cards[0], Qt.Key.Key_Up)
    assert not step_from(cards[0], Qt.Key.Key_Space)


def test_a_tapped_answer_is_said_as_chosen(
    listener: Listener, visitor: Visitor, qtbot: QtBot
) -> None:
    press(listener)
    qtbot.waitUntil(lambda: not listener.voice.is_speaking)
    listener.player.heard.clear()
    visitor.tap(FIRST.answers[0].id)
    hears(listener, FIRST.answers[0].text, qtbot)


def test_what_is_said_is_framed_until_it_ends(listener: Listener, qtbot: QtBot) -> None:
    """S3: at once with the sound."""
    listener.player.holds = True
    press(listener)
    marker = listener.voice.marker
    assert marker is not None
    qtbot.waitUntil(marker.isVisible)
    listener.voice.turn_off()
    assert not marker.isVisible()


def test_the_frame_goes_from_sentence_to_sentence(listener: Listener, qtbot: QtBot) -> None:
    """S3 and S4: "Ulangi" says a second time only the last sentence."""
    listener.player.holds = True
    press(listener)
    marker, player, page = listener.voice.marker, listener.player, listener.window.view.page
    assert marker is not None
    assert isinstance(page, QuestionPage)
    told = [FIRST.title, FIRST.answers[0].text]
    page.heading.setText(". ".join(told))
    player.heard.clear()
    listener.voice.repeat()
    assert player.heard == [form(told[0])]
    first = marker.sentence
    assert not first.isEmpty()
    player.holds = False
    # The heading of a laptop's first page may break between both sentences.
    begins = (first.y(), first.x())
    qtbot.waitUntil(
        lambda: len(player.heard) > 1 and (marker.sentence.y(), marker.sentence.x()) > begins
    )
    player.holds = True
    assert player.heard[:2] == [form(text) for text in told]
    player.heard.clear()
    listener.voice.repeat()
    assert len(player.heard) == 1


def test_pause_louder_and_softer(listener: Listener, qtbot: QtBot) -> None:
    """S4 and S10: each step is heard."""
    listener.player.holds = True
    press(listener)
    bar = listener.voice.playback_bar
    assert bar is not None
    bar.pause.click()
    assert listener.player.calls[-1] == "pause"
    assert bar.pause.text() == SMALL.words.speech_go_on
    bar.pause.click()
    assert listener.player.calls[-1] == "resume"
    listener.player.holds = False
    qtbot.waitUntil(lambda: not listener.voice.is_speaking)
    listener.player.heard.clear()
    bar.softer.click()
    assert listener.player.level == FIRST_LEVEL - 1
    qtbot.waitUntil(lambda: bool(listener.player.heard))


def test_the_next_member_finds_it_off_and_as_loud_as_at_first(listener: Listener) -> None:
    """S12."""
    press(listener)
    listener.voice.change_level(-1)
    listener.window.start_over()
    assert not listener.voice.is_on
    assert listener.player.level == FIRST_LEVEL
    assert listener.voice.button is not None
    assert not listener.voice.button.isChecked()


def test_without_a_sound_device_the_page_works_and_the_loudspeaker_is_gone(
    listener: Listener, visitor: Visitor
) -> None:
    """S20."""
    listener.player.broken = True
    press(listener)
    assert not listener.voice.is_on
    assert listener.voice.button is not None
    assert not listener.voice.button.isVisible()
    visitor.choose(FIRST.answers[0].id)
    listener.voice.turn_on()
    assert not listener.voice.is_on


def test_a_language_without_a_voice_has_no_loudspeaker(
    listener: Listener, visitor: Visitor
) -> None:
    """S13: never one language in the voice of another."""
    press(listener)
    pack = listener.packs.pop("id")
    visitor.choose(FIRST.answers[0].id)
    assert listener.voice.button is not None
    assert not listener.voice.button.isVisible()
    assert not listener.voice.is_on
    listener.voice.turn_on()
    assert not listener.voice.is_on
    listener.packs["id"] = pack
    visitor.window.view.go_back()
    assert listener.voice.button.isVisible()


@pytest.mark.parametrize("size", list(TextSize))
def test_the_smallest_screen_has_room_for_the_loudspeaker(
    size: TextSize, listener: Listener, qtbot: QtBot
) -> None:
    window = listener.window
    small = replace(theme_for(Screen(width=640, height=400), kiosk=False), letters=size.times)
    window.apply_theme(small)
    window.resize(640, 400)
    press(listener)
    qtbot.waitUntil(lambda: window.size().toTuple() == (640, 400))
    button, bar = listener.voice.button, listener.voice.playback_bar
    assert button is not None
    assert bar is not None
    assert window.top_bar.rect().contains(button.geometry())
    assert not bar.isVisible(), "there the loudspeaker ends and F2 repeats"


def test_a_screen_page_that_was_turned_to_is_read(listener: Listener, qtbot: QtBot) -> None:
    window = listener.window
    window.resize(640, 400)
    qtbot.waitUntil(lambda: window.view.page.area.more)
    press(listener)
    qtbot.waitUntil(lambda: not listener.voice.is_speaking)
    area = window.view.page.area
    area.begin()
    listener.player.heard.clear()
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    cards = [card for card in window.view.page.findChildren(AnswerCard) if area.shows(card)]
    assert cards
    hears(listener, cards[-1].accessibleName(), qtbot)
    assert form(FIRST.title) not in listener.player.heard


def test_the_next_member_finds_a_loudspeaker_on_each_answer(listener: Listener) -> None:
    listener.window.start_over()
    (answers,) = listener.window.view.page.findChildren(AnswerList)
    assert len(answers.side_buttons) == len(answers.cards)


def test_the_buttons_of_the_voice_follow_the_language(
    open_window: Open, player: RecordingPlayer, tmp_path: Path
) -> None:
    words = replace(SMALL.words, speech_again="Again")
    other = replace(SMALL, language="en", words=words)
    window = open_window(SMALL)
    window._languages = (SMALL, other)
    listener = Listener(window, player, marked_pack(SMALL, tmp_path / "id"))
    listener.packs["en"] = marked_pack(other, tmp_path / "en")
    press(listener)
    window.switch_language()
    bar = listener.voice.playback_bar
    assert bar is not None
    assert listener.voice.is_on
    assert bar.again.text() == "Again"
    (answers,) = window.view.page.findChildren(AnswerList)
    assert answers.side_buttons


def test_an_ending_is_heard_step_by_step(
    listener: Listener, visitor: Visitor, qtbot: QtBot
) -> None:
    """L9: the staff first; the arrow or the button asks for the next thing to do."""
    outcome = next(one for one in SMALL.outcomes if len(one.actions) > 1)
    visitor.window.view.jump_to(outcome.id)
    first, second = (form(action.text) for action in outcome.actions[:2])
    press(listener)
    bar, voice = listener.voice.playback_bar, listener.voice
    assert bar is not None
    qtbot.waitUntil(lambda: bar.pause.text() == SMALL.words.speech_step_next)
    assert listener.player.heard[0] == form(SMALL.words.speech_staff)
    assert first in listener.player.heard
    assert second not in listener.player.heard
    assert voice.is_speaking
    assert not voice.is_sounding, "the idle clock runs meanwhile"
    QTest.keyClick(QApplication.focusWidget() or listener.window, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: second in listener.player.heard)
    voice.repeat()
    qtbot.waitUntil(lambda: bar.pause.text() == SMALL.words.speech_step_next)
    listener.player.heard.clear()
    bar.pause.click()
    qtbot.waitUntil(lambda: second in listener.player.heard)


def test_a_page_of_which_nothing_can_be_heard_has_no_loudspeaker(listener: Listener) -> None:
    """S20."""
    folder = listener.packs["id"].folders[0]
    for file in folder.iterdir():
        file.unlink()
    press(listener)
    assert not listener.voice.is_on
    assert listener.voice.button is not None
    assert not listener.voice.button.isVisible()
