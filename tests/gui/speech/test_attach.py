import subprocess
import sys
from pathlib import Path

import pytest

from jknassist.content import voice_pack
from jknassist.gui.qt import announcements
from jknassist.gui.speech.attach import attach
from tests.conftest import SLOWEST
from tests.gui.conftest import Visitor
from tests.gui.speech.conftest import Listener
from tests.support.small_knowledge import small_knowledge


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(voice_pack, "voice_folders", lambda: (tmp_path,))
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_without_a_pack_there_is_no_loudspeaker(visitor: Visitor) -> None:
    """S20: the program is as it was."""
    before = len(visitor.texts())
    assert attach(visitor.window, small_knowledge()) is None
    assert len(visitor.texts()) == before


def test_with_a_pack_there_is_one(visitor: Visitor, folder: Path) -> None:
    (folder / "id").mkdir()
    voice = attach(visitor.window, small_knowledge())
    assert voice is not None
    assert voice.button is not None
    assert voice.button.isVisible()


def test_a_window_that_goes_is_told_of_no_change(listener: Listener) -> None:
    listener.voice.turn_on()
    assert announcements._listeners
    listener.window.destroyed.emit()
    assert not announcements._listeners


def test_without_a_pack_nothing_of_it_is_loaded() -> None:
    script = """
import sys
from jknassist.content import voice_pack
voice_pack.voice_folders = lambda: ()
from jknassist.gui.speech.attach import attach
class Content: language = "id"
assert attach(None, Content()) is None
loaded = [n for n in sys.modules if "miniaudio" in n or "core.speech" in n or "cffi" in n]
assert not loaded, loaded
assert "jknassist.gui.speech.controller" not in sys.modules
assert "json" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=SLOWEST)


def test_with_a_pack_only_its_buttons_are_loaded_until_they_are_pressed() -> None:
    """S20: what reads, speaks and plays comes with the first press."""
    script = """
import sys
from jknassist.gui.volunteer import window
from jknassist.gui.speech import controller
from jknassist.system.sound import device
late = ("miniaudio", "cffi", "core.speech", "gui.speech.page_parts", "gui.speech.speech_queue",
        "gui.pages.outcome", "gui.pages.number", "core.export", "spoken_clips")
loaded = [n for n in sys.modules if n.endswith(late) or n.startswith(late)]
assert not loaded, loaded
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=SLOWEST)
