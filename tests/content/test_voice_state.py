from pathlib import Path

import pytest

from jknassist.content import voice_pack, voice_state
from jknassist.content.voice_state import VoiceState, examine_voice
from jknassist.core.speech.clip_index import ClipIndex
from tests.support.small_knowledge import small_knowledge
from tests.support.tones import tone_pack

SMALL = small_knowledge()
CLIPS = [clip for _, clip in ClipIndex(SMALL).clips()]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(voice_pack, "voice_folders", lambda: (tmp_path,))
    monkeypatch.setattr(voice_state, "has_device", lambda: True)
    return tmp_path


def test_without_a_pack_nothing_is_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(voice_state, "has_device")
    assert not any(folder.iterdir())
    assert examine_voice(SMALL) == VoiceState()


def test_a_complete_pack_and_a_device_are_fine(folder: Path) -> None:
    tone_pack(SMALL, folder)
    state = examine_voice(SMALL)
    assert state.is_complete
    assert state.wanted == len(CLIPS)


def test_missing_and_broken_clips_are_counted(folder: Path) -> None:
    tone_pack(SMALL, folder)
    (folder / "id" / f"{CLIPS[0].name}.wav").unlink()
    (folder / "id" / f"{CLIPS[1].name}.wav").write_bytes(b"no sound")
    (folder / "id" / f"{CLIPS[2].name}.wav").write_bytes(b"")
    state = examine_voice(SMALL)
    assert (state.missing, state.broken) == (1, 2)
    assert not state.is_complete


def test_no_device_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tone_pack(SMALL, folder)
    monkeypatch.setattr(voice_state, "has_device", lambda: False)
    assert not examine_voice(SMALL).is_complete


def test_what_the_chosen_voice_lacks_comes_from_the_indonesian_one(folder: Path) -> None:
    """An Indonesian screen heard in another voice."""
    tone_pack(SMALL, folder)
    (folder / "jv").mkdir()
    (folder / "jv" / f"{CLIPS[0].name}.wav").write_bytes(b"no sound")
    assert examine_voice(SMALL, "jv").broken == 1
    assert examine_voice(SMALL).broken == 0
