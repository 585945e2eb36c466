"""Reading aloud is chosen on the first page: by touch, by key, by a headset that is plugged in."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jknassist.content import voice_pack
from jknassist.gui.kiosk.headset_watch import HeadsetWatch
from jknassist.gui.speech import attach
from jknassist.gui.speech.controller import SpeechController
from jknassist.gui.speech.voice_switch import VoiceSwitch
from jknassist.system.sound import device
from tests.gui.kiosk.conftest import Hall, OpenHall, small_station
from tests.support.recording_player import RecordingPlayer, marked_pack
from tests.support.small_knowledge import small_knowledge

SMALL = small_knowledge()


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RecordingPlayer:
    made = RecordingPlayer(SMALL)
    marked_pack(SMALL, tmp_path / "voice")
    monkeypatch.setattr(voice_pack, "voice_folders", lambda: (tmp_path / "voice",))
    monkeypatch.setattr(device, "DevicePlayer", lambda: made)
    return made


@pytest.fixture
def talking(player: RecordingPlayer, open_hall: OpenHall, tmp_path: Path) -> Hall:
    """Give a kiosk that has a voice for Indonesian."""
    assert not player.heard
    return open_hall(small_station(tmp_path / "state"))


def switch(hall: Hall) -> VoiceSwitch:
    (found,) = hall.start_page.findChildren(VoiceSwitch)
    return found


def hears(hall: Hall, player: RecordingPlayer, text: str) -> None:
    hall.qtbot.waitUntil(lambda: text in player.heard)


def test_the_first_page_is_silent_and_the_switch_lasts_one_visit(
    talking: Hall, player: RecordingPlayer
) -> None:
    """S9 and S12."""
    QTest.mouseClick(switch(talking), Qt.MouseButton.LeftButton)
    assert talking.at_start_page
    assert talking.start_page.choice.aloud
    assert switch(talking).isChecked()
    assert player.calls == []
    talking.begin()
    hears(talking, player, SMALL.steps[0].title)
    assert SMALL.words.speech_keys not in player.heard, "who touches needs no keys"
    talking.window.reset()
    assert player.closed
    assert not talking.start_page.choice.aloud
    talking.begin()
    player.heard.clear()
    talking.qtbot.wait(150)
    assert player.heard == []


def test_f2_begins_a_visit_that_is_read_with_its_keys(
    talking: Hall, player: RecordingPlayer
) -> None:
    """S2 and S17: speech is switched on without sight."""
    talking.key(Qt.Key.Key_F2)
    hears(talking, player, SMALL.words.speech_keys)
    hears(talking, player, SMALL.steps[0].title)
    assert talking.visit.speech is not None
    assert talking.visit.speech.is_on


def test_a_headset_that_is_plugged_in_does_the_same(talking: Hall, player: RecordingPlayer) -> None:
    (watch,) = talking.start_page.findChildren(HeadsetWatch)
    watch.plugged_in.emit()
    hears(talking, player, SMALL.words.speech_keys)
    talking.qtbot.waitUntil(lambda: not talking.window.findChildren(HeadsetWatch))


def test_a_language_without_a_voice_offers_none(talking: Hall) -> None:
    """S13."""
    talking.press("English")
    assert talking.start_page.findChildren(VoiceSwitch) == []
    assert talking.start_page.findChildren(HeadsetWatch) == []
    talking.key(Qt.Key.Key_F2)
    assert talking.at_start_page


def test_without_a_pack_there_is_nothing(hall: Hall) -> None:
    """S20."""
    assert hall.start_page.findChildren(VoiceSwitch) == []
    assert hall.start_page.findChildren(HeadsetWatch) == []


def test_the_office_chooses_how_loud_a_visit_begins(
    player: RecordingPlayer, open_hall: OpenHall, tmp_path: Path
) -> None:
    """S12: back to the settings for each visitor."""
    station = small_station(tmp_path / "state")
    hall = open_hall(replace(station, site=replace(station.site, volume=2)))
    hall.begin()
    speech = hall.visit.speech
    assert speech is not None
    speech.turn_on()
    assert player.level == 2
    speech.change_level(1)
    speech.turn_off()
    assert player.level == 2
    assert attach.voice_of(replace(station.site, volume=2)).volume == 2


def test_the_pin_is_never_spoken(talking: Hall, player: RecordingPlayer) -> None:
    """S7: neither on the page with the PIN nor for the staff is there a voice."""
    talking.begin()
    assert talking.visit.speech is not None
    talking.visit.read_aloud(by_key=False)
    talking.window.reset()
    player.heard.clear()
    talking.window.show_pin_panel()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_2, Qt.Key.Key_8):
        talking.key(key)
    talking.qtbot.wait(150)
    assert player.heard == []
    assert talking.window.findChildren(SpeechController) == []


def test_who_listens_hears_that_the_kiosk_asks(talking: Hall, player: RecordingPlayer) -> None:
    """Once, and not the seconds that run out."""
    talking.begin()
    talking.visit.read_aloud(by_key=False)
    hears(talking, player, SMALL.steps[0].title)
    player.heard.clear()
    talking.window._ask_if_present()
    hears(talking, player, SMALL.words.kiosk_still_title)
    talking.qtbot.waitUntil(lambda: not talking.visit.is_speaking())
    assert len(player.heard) == 2
