"""Content of the owner of an installation: who may, what is kept, and what is refused."""

import os
from pathlib import Path

import pytest

from jknassist.content import installed_update
from jknassist.content.trusted_file import UntrustedError
from jknassist.system import paths

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and links are what Linux has")
NEW = {"knowledge.yaml": b"new", "knowledge.en.yaml": b"new en"}


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path))
    monkeypatch.setattr(installed_update, "_program_folder", lambda: tmp_path)
    return tmp_path


def now() -> dict[str, bytes]:
    """Return what is in use."""
    return {path.name: path.read_bytes() for path in installed_update.folder().glob("*.yaml")}


def test_what_was_taken_is_read() -> None:
    installed_update.take(NEW)
    assert now() == NEW
    assert installed_update.read(installed_update.file()) == b"new"


def test_the_edition_before_comes_back_whole() -> None:
    installed_update.take({"knowledge.yaml": b"old", "knowledge.jv.yaml": b"old jv"})
    installed_update.take(NEW)
    assert now() == NEW
    installed_update.restore()
    assert now() == {"knowledge.yaml": b"old", "knowledge.jv.yaml": b"old jv"}
    installed_update.restore()
    assert now() == {}
    assert not installed_update.has_previous()


def test_who_cannot_write_the_program_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed_update.take(NEW)
    assert installed_update.may_update()
    monkeypatch.setattr(installed_update, "_program_folder", lambda: tmp_path / "none")
    assert not installed_update.may_update()
    with pytest.raises(UntrustedError, match="administrator"):
        installed_update.read(installed_update.file())


@POSIX
def test_a_file_that_others_can_write_is_refused() -> None:
    installed_update.take(NEW)
    installed_update.file().chmod(0o666)
    with pytest.raises(UntrustedError, match="boleh menulisnya"):
        installed_update.read(installed_update.file())


@POSIX
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    installed_update.folder().mkdir()
    (tmp_path / "elsewhere").write_bytes(b"new")
    installed_update.file().symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match=r"symbolic links|symlink"):
        installed_update.read(installed_update.file())


def test_where_nothing_was_taken_there_is_nothing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        installed_update.read(installed_update.file())
    assert not installed_update.has_previous()
    assert installed_update.folder() == tmp_path / "content"
    assert installed_update.file().name == paths.CONTENT
