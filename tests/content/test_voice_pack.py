import json
import os
import sys
from pathlib import Path

import pytest

from jknassist.content import voice_pack
from jknassist.content.voice_pack import MANIFEST, MOST_CLIP, VoicePack, find
from jknassist.system import paths, regular_file


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "settings_folder", lambda: tmp_path / "office")
    monkeypatch.setattr(voice_pack, "_installed", lambda: tmp_path / "installed")
    return tmp_path / "office" / "voice"


def put(folder: Path, name: str, data: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)


def test_without_a_pack_there_is_none(office: Path) -> None:
    assert find("id") is None
    office.mkdir(parents=True)
    (office / "en").mkdir()
    assert find("id") is None


def test_the_recording_of_a_person_goes_before_what_is_installed(
    office: Path, tmp_path: Path
) -> None:
    installed = tmp_path / "installed" / "id"
    put(installed, "a.ogg", b"made a")
    put(installed, "b.ogg", b"made b")
    put(office / "id", "a.wav", b"a person's")
    pack = find("id")
    assert pack is not None
    assert pack.clip("a") == b"a person's"
    assert pack.clip("b") == b"made b"
    assert pack.clip("c") is None
    assert pack.names() == {"a", "b"}


def test_a_given_folder_is_the_only_one(office: Path, tmp_path: Path) -> None:
    put(office / "id", "a.ogg", b"a")
    put(tmp_path / "other" / "id", "b.ogg", b"b")
    pack = find("id", tmp_path / "other")
    assert pack is not None
    assert pack.names() == {"b"}


@pytest.mark.parametrize("data", [b"", b"x" * (MOST_CLIP + 1)])
def test_an_empty_or_endless_file_is_no_clip(data: bytes, tmp_path: Path) -> None:
    put(tmp_path / "id", "a.ogg", data)
    pack = find("id", tmp_path)
    assert pack is not None
    assert pack.clip("a") is None


def test_a_clip_that_cannot_be_read_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "id", "a.ogg", b"a")
    pack = find("id", tmp_path)
    assert pack is not None

    def refuse(_: Path, __: int) -> bytes:
        raise PermissionError

    monkeypatch.setattr(regular_file, "read_named", refuse)
    assert pack.clip("a") is None


def test_a_pack_tells_what_was_said_when_it_was_made(tmp_path: Path) -> None:
    told = json.dumps({"clips": {"a": "satu"}}).encode()
    put(tmp_path / "id", MANIFEST, told)
    pack = find("id", tmp_path)
    assert pack is not None
    assert pack.told() == {"a": "satu"}
    for broken in (b"", b"[]", b"{}", b'{"clips": 1}', b"\xff"):
        put(tmp_path / "id", MANIFEST, broken)
        assert pack.told() == {}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_pipe_is_neither_a_clip_nor_a_manifest_and_nobody_waits_for_it(tmp_path: Path) -> None:
    folder = tmp_path / "id"
    folder.mkdir()
    for name in ("a.ogg", MANIFEST):
        os.mkfifo(folder / name)
    pack = VoicePack("id", (folder,))
    assert pack.clip("a") is None
    assert pack.told() == {}


def test_a_pipe_in_the_place_of_a_clip_found_earlier_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "a.ogg")
    monkeypatch.setattr(VoicePack, "file", lambda *_: tmp_path / "a.ogg")
    assert VoicePack("id", (tmp_path,)).clip("a") is None


def test_packs_lie_beside_the_program_or_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    office, installed = voice_pack.voice_folders()
    assert office.parent == paths.settings_folder()
    assert installed.name == "voice"
    monkeypatch.setattr(sys, "platform", "win32")
    assert voice_pack.voice_folders()[1] == Path(sys.executable).parent / "voice"
