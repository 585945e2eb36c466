"""Which files of a machine are trusted: by their rights, and by trying to change them."""

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jknassist.content.trusted_file import UntrustedError, read_by_trying, read_trusted, refusal

NOBODY, PERSON = 65534, 1000
MOST = 100

needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0,
    reason="only root can make files of root and then look at them as somebody else",
)
by_rights = pytest.mark.skipif(sys.platform == "win32", reason="rights as Linux has them")


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder that everybody may look into, as the one for settings is."""
    with tempfile.TemporaryDirectory() as made:
        path = Path(made)
        path.chmod(0o755)
        yield path


@contextmanager
def as_nobody() -> Iterator[None]:
    """Act as the person at the machine; a file that can be written then is his to change."""
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def status(*, owner: int = 0, mode: int = 0o644) -> os.stat_result:
    return os.stat_result((stat.S_IFREG | mode, 0, 0, 1, owner, 0, 0, 0, 0, 0))


def test_a_file_of_root_that_nobody_else_may_write_is_trusted() -> None:
    assert refusal(status(), PERSON) == ""


@pytest.mark.parametrize(
    ("found", "user", "says"),
    [
        (status(owner=PERSON), PERSON, "pemiliknya"),
        (status(owner=PERSON, mode=0o444), PERSON, "pemiliknya"),
        (status(owner=NOBODY), PERSON, "pemiliknya"),
        (status(mode=0o664), PERSON, "selain administrator"),
        (status(mode=0o646), PERSON, "selain administrator"),
        (status(), 0, "berjalan sebagai administrator"),
    ],
)
def test_whatever_else_is_refused_with_its_reason(
    found: os.stat_result, user: int, says: str
) -> None:
    assert says in refusal(found, user)


@needs_root
def test_somebody_else_reads_it_up_to_a_size(folder: Path) -> None:
    file = folder / "isi.yaml"
    file.write_bytes(b"x" * (3 * MOST))
    with as_nobody():
        assert read_trusted(file, MOST) == b"x" * (MOST + 1)
        assert read_by_trying(file, MOST) == b"x" * (MOST + 1)


@needs_root
@pytest.mark.parametrize("file_mode", [0o666, 0o664])
def test_a_file_others_may_write_is_not_trusted(folder: Path, file_mode: int) -> None:
    file = folder / "isi.yaml"
    file.write_bytes(b"x")
    file.chmod(file_mode)
    with as_nobody(), pytest.raises(UntrustedError, match="selain administrator"):
        read_trusted(file, MOST)


@needs_root
def test_a_folder_others_may_write_is_not_trusted(folder: Path) -> None:
    """There the file itself is safe, but another can be put in its place."""
    file = folder / "isi.yaml"
    file.write_bytes(b"x")
    folder.chmod(0o777)
    with as_nobody():
        with pytest.raises(UntrustedError, match="foldernya"):
            read_trusted(file, MOST)
        with pytest.raises(UntrustedError, match="foldernya"):
            read_by_trying(file, MOST)
    assert [left.name for left in folder.iterdir()] == ["isi.yaml"], "what was tried is gone"


@by_rights
def test_a_file_of_our_own_is_not_trusted_however_it_is_found(folder: Path) -> None:
    file = folder / "isi.yaml"
    file.write_bytes(b"x")
    for read in (read_trusted, read_by_trying):
        with pytest.raises(UntrustedError):
            read(file, MOST)
    assert file.read_bytes() == b"x", "trying to write changes nothing"


@needs_root
def test_a_link_a_folder_and_a_pipe_are_no_files(folder: Path) -> None:
    (folder / "sungguh.yaml").write_bytes(b"x")
    (folder / "tautan.yaml").symlink_to(folder / "sungguh.yaml")
    (folder / "folder.yaml").mkdir()
    os.mkfifo(folder / "pipa.yaml")
    with as_nobody():
        with pytest.raises(OSError, match="symbolic links"):
            read_trusted(folder / "tautan.yaml", MOST)
        for name in ("folder.yaml", "pipa.yaml"):
            with pytest.raises(UntrustedError, match="bukan berkas biasa"):
                read_trusted(folder / name, MOST)
            with pytest.raises(UntrustedError, match="bukan berkas biasa"):
                read_by_trying(folder / name, MOST)


def test_a_missing_file_is_just_missing(folder: Path) -> None:
    for read in (read_trusted, read_by_trying):
        with pytest.raises(FileNotFoundError):
            read(folder / "tidak_ada.yaml", MOST)
        with pytest.raises(FileNotFoundError):
            read(folder / "tidak_ada" / "isi.yaml", MOST)


def test_a_file_that_is_only_in_use_is_not_trusted(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to open such a file too, but that says nothing of who may write it."""

    def in_use(*_: object) -> int:
        error = PermissionError(13, "in use")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error

    file = folder / "isi.yaml"
    file.write_bytes(b"x")
    monkeypatch.setattr("jknassist.content.trusted_file.os.open", in_use)
    with pytest.raises(UntrustedError, match="boleh menulisnya"):
        read_by_trying(file, MOST)
