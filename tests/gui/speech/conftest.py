"""A window with a voice that a test can hear."""

from pathlib import Path

import pytest

from jknassist.content.voice_pack import VoicePack
from jknassist.gui.main_window import MainWindow
from jknassist.gui.speech.controller import SpeechController
from tests.gui.conftest import Visitor
from tests.support.recording_player import RecordingPlayer, marked_pack
from tests.support.small_knowledge import small_knowledge


class Listener:
    """Somebody who hears the window; with `sees` as well."""

    def __init__(self, window: MainWindow, player: RecordingPlayer, pack: VoicePack) -> None:
        self.window = window
        self.player = player
        self.packs = {pack.language: pack}
        self.voice = SpeechController(window, self.packs.get, player)


@pytest.fixture
def player() -> RecordingPlayer:
    return RecordingPlayer(small_knowledge())


@pytest.fixture
def listener(at_keys: Visitor, player: RecordingPlayer, tmp_path: Path) -> Listener:
    pack = marked_pack(small_knowledge(), tmp_path / "voice")
    return Listener(at_keys.window, player, pack)
