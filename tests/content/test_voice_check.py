from array import array
from pathlib import Path

import pytest

from jknassist.content.voice_check import PackReport, examine
from jknassist.content.voice_pack import VoicePack, find
from jknassist.core.speech.clip_index import ClipIndex
from tests.support.small_knowledge import small_knowledge
from tests.support.tones import tone, tone_pack, wav

SMALL = small_knowledge()
CLIPS = [clip for _, clip in ClipIndex(SMALL).clips()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tone_pack(SMALL, tmp_path) / SMALL.language


def report(folder: Path) -> PackReport:
    pack = find(SMALL.language, folder.parent)
    assert isinstance(pack, VoicePack)
    return examine(pack, SMALL)


def test_a_complete_pack_has_no_fault(folder: Path) -> None:
    found = report(folder)
    assert found.faults == []
    assert found.clips == len(CLIPS)
    assert found.seconds == pytest.approx(0.05 * len(CLIPS), rel=0.05)
    assert {time.place_id for time in found.times} == SMALL.places.keys()


def test_a_text_without_a_clip_is_named_with_its_place(folder: Path) -> None:
    (folder / f"{CLIPS[0].name}.wav").unlink()
    (fault,) = report(folder).faults
    assert CLIPS[0].spoken in fault
    assert "name" in fault


def test_a_clip_of_an_older_text_is_named_with_what_it_said(folder: Path) -> None:
    (folder / "0123456789abcdef.ogg").write_bytes(wav(tone(0.1)))
    (folder / "pack.json").write_text('{"clips": {"0123456789abcdef": "dulu kala"}}')
    (folder / "other.ogg").write_bytes(b"")
    first, second = report(folder).faults
    assert "dulu kala" in first
    assert "tidak dipakai lagi" in second


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (wav(array("h", bytes(3200))), "tidak terdengar"),
        (wav(array("h", [32767] * 800)), "suaranya pecah"),
        (wav(tone(0.1, rate=44_100), rate=44_100), "44100 Hz"),
        (b"no sound", "tidak bisa dibaca"),
    ],
)
def test_a_clip_that_sounds_odd_is_named(data: bytes, words: str, folder: Path) -> None:
    (folder / f"{CLIPS[3].name}.wav").write_bytes(data)
    (fault,) = report(folder).faults
    assert words in fault
    assert CLIPS[3].name in fault


def test_a_page_that_speaks_too_long_is_named(folder: Path) -> None:
    title = ClipIndex(SMALL).sounds(SMALL.steps[0].title)[0]
    name = getattr(title, "name", "")
    (folder / f"{name}.wav").write_bytes(wav(tone(35)))
    faults = report(folder).faults
    assert any(SMALL.steps[0].id in fault and "35 detik" in fault for fault in faults)
