"""Content of the owner of an installation: who may, what is kept, and what is refused."""

import os
from pathlib import Path

import pytest

from jknassist.content import own_content
from jknassist.content.trusted_file import UntrustedError
from jknassist.system import paths

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and links are what Linux has")
NEW = {"knowledge.yaml": b"new", "knowledge.en.yaml": b"new en"}


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path))
    monkeypatch.setattr(own_content, "_program_folder", lambda: tmp_path)
    return tmp_path


def now() -> dict[str, bytes]:
    """Return what is in use."""
    return {path.name: path.read_bytes() for path in own_content.folder().glob("*.yaml")}


def test_what_was_taken_is_read() -> None:
    own_content.take(NEW)
    assert now() == NEW
    assert own_content.read(own_content.file()) == b"new"


def test_the_edition_before_comes_back_whole() -> None:
    own_content.take({"knowledge.yaml": b"old", "knowledge.jv.yaml": b"old jv"})
    own_content.take(NEW)
    assert now() == NEW
    own_content.restore()
    assert now() == {"knowledge.yaml": b"old", "knowledge.jv.yaml": b"old jv"}
    own_content.restore()
    assert now() == {}
    assert not own_content.has_previous()


def test_who_cannot_write_the_program_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_content.take(NEW)
    assert own_content.may_update()
    monkeypatch.setattr(own_content, "_program_folder", lambda: tmp_path / "none")
    assert not own_content.may_update()
    with pytest.raises(UntrustedError, match="administrator"):
        own_content.read(own_content.file())


@POSIX
def test_a_file_that_others_can_write_is_refused() -> None:
    own_content.take(NEW)
    own_content.file().chmod(0o666)
    with pytest.raises(UntrustedError, match="boleh menulisnya"):
        own_content.read(own_content.file())


@POSIX
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    own_content.folder().mkdir()
    (tmp_path / "elsewhere").write_bytes(b"new")
    own_content.file().symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=r"symbolic links|symlink"):
        own_content.read(own_content.file())


def test_where_nothing_was_taken_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        own_content.read(own_content.file())
    assert not own_content.has_previous()
    assert own_content.folder() == tmp_path / "content"
    assert own_content.file().name == paths.CONTENT
