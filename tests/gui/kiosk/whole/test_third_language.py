"""A third language, with a translation and a voice pack, works from the first page to the paper."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jknassist.content import voice_pack
from jknassist.content.loader import knowledge_of
from jknassist.content.voice_state import examine_voice
from jknassist.core.flow.graph import route_to
from jknassist.core.flow.model import Knowledge
from jknassist.core.speech.clip_index import ClipIndex
from jknassist.gui.speech.paper_parts import paper_texts
from jknassist.system.sound import device
from tests.gui.conftest import Visitor
from tests.gui.kiosk.conftest import Hall, OpenHall, small_shipped, small_station
from tests.support.made_up_language import CODE, made_up
from tests.support.print_queue import Plug
from tests.support.recording_player import RecordingPlayer, marked_pack

SHIPPED = knowledge_of(None)
ENDING = "pulsa_habis"


@pytest.fixture(scope="module")
def translated() -> Knowledge:
    return made_up(SHIPPED)


@pytest.fixture
def player(
    translated: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> RecordingPlayer:
    made = RecordingPlayer(translated)
    marked_pack(translated, tmp_path / "voice")
    monkeypatch.setattr(voice_pack, "voice_folders", lambda: (tmp_path / "voice",))
    monkeypatch.setattr(device, "DevicePlayer", lambda *_backends: made)
    return made


@pytest.fixture
def hall(translated: Knowledge, open_hall: OpenHall, tmp_path: Path) -> Hall:
    shipped = {CODE: small_shipped(translated), "id": small_shipped(SHIPPED)}
    return open_hall(replace(small_station(tmp_path / "state"), by_language=shipped))


def hears(hall: Hall, player: RecordingPlayer, text: str) -> None:
    """Wait for the first sentence of a text; a language without rules is said as it is written."""
    sounds = ClipIndex(hall.visit.context.knowledge).sounds(text)
    first = getattr(sounds[0], "spoken", "")
    hall.qtbot.waitUntil(lambda: any(first in said for said in player.heard), timeout=20_000)


def test_it_is_seen_heard_and_printed(
    player: RecordingPlayer, hall: Hall, plug: Plug, translated: Knowledge
) -> None:
    plug()
    assert hall.start_page.headline.text() == translated.words.kiosk_start_title
    assert translated.words.kiosk_start_title != SHIPPED.words.kiosk_start_title
    hall.window.begin_aloud()
    visitor = Visitor(hall.visit.main_window, hall.qtbot)
    for step_id, answer in route_to(SHIPPED, ENDING):
        hears(hall, player, translated.places[step_id].title)
        visitor.choose(answer)
    hears(hall, player, translated.words.speech_staff)
    outcome = next(one for one in translated.outcomes if one.id == ENDING)
    hears(hall, player, outcome.title)
    hall.visit.main_window.show_print()
    panel = hall.visit.main_window.panel
    assert panel is not None
    paper = panel.paper_shown()
    assert paper is not None
    for text in paper_texts(paper, translated.words):
        hears(hall, player, text)
    assert paper.language == CODE
    speech = hall.visit.speech
    assert speech is not None
    assert speech._clips is not None
    assert speech._clips.missing == set(), "every sentence has its clip"


def test_an_indonesian_screen_is_heard_in_the_voice_of_the_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, open_hall: OpenHall
) -> None:
    """Recordings in another language have the names of those of the Indonesian sentences."""
    marked_pack(SHIPPED, tmp_path / "made").folders[0].rename(tmp_path / "jv")
    monkeypatch.setattr(voice_pack, "voice_folders", lambda: (tmp_path,))
    made = RecordingPlayer(SHIPPED)
    monkeypatch.setattr(device, "DevicePlayer", lambda *_backends: made)
    station = small_station(tmp_path / "state")
    shipped = {"id": small_shipped(SHIPPED)}
    silent = open_hall(replace(station, by_language=shipped))
    silent.begin()
    assert silent.visit.speech is None, "no Indonesian pack, and no other is chosen"
    hall = open_hall(replace(station, by_language=shipped, site=replace(station.site, voice="jv")))
    hall.window.begin_aloud()
    hears(hall, made, SHIPPED.steps[0].title)
    assert examine_voice(SHIPPED, "jv").missing == 0


def test_its_answers_are_walked_by_arrows(player: RecordingPlayer, hall: Hall) -> None:
    """S1: with four keys alone, also in this language."""
    hall.window.begin_aloud()
    step = hall.visit.main_window.context.knowledge.steps[0]
    hears(hall, player, step.title)
    cards = hall.visit.main_window.view.page.cards.cards  # type: ignore[attr-defined]
    cards[0].setFocus()
    player.heard.clear()
    QTest.keyClick(QApplication.focusWidget() or hall.window, Qt.Key.Key_Down)
    hears(hall, player, step.answers[1].text)
