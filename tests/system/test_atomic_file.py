"""Atomic files: written completely or not at all, and no other file is touched."""

import os
import stat
import sys
from pathlib import Path

import pytest

from jknassist.system.atomic_file import write_atomically

ON_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and modes of POSIX")


def test_a_new_file_holds_what_was_written(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"new\r\n\0")
    assert (tmp_path / "a").read_bytes() == b"new\r\n\0"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


@ON_POSIX
def test_a_new_file_has_the_permissions_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "a", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


@ON_POSIX
def test_a_private_file_is_private_whatever_was_there_before(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("lama")
    path.chmod(0o644)
    write_atomically(path, b"baru", mode=0o600)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@ON_POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444])
def test_an_existing_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(mode)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 1)() != 0, reason="only root can write for another owner"
)
def test_an_existing_file_keeps_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    os.chown(path, 12345, 23456)
    write_atomically(path, b"new")
    assert (path.stat().st_uid, path.stat().st_gid) == (12345, 23456)


@ON_POSIX
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"somebody's")
    (tmp_path / "a").symlink_to("target")
    with pytest.raises(OSError, match="bukan berkas biasa"):
        write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "target").read_bytes() == b"somebody's"
    assert (tmp_path / "a").is_symlink()


@ON_POSIX
def test_a_pipe_is_refused_without_waiting_for_a_reader(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    with pytest.raises(OSError, match="bukan berkas biasa"):
        write_atomically(tmp_path / "a", b"new")


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(OSError, match="bukan berkas biasa"):
        write_atomically(tmp_path / "a", b"new")


@ON_POSIX
def test_a_link_laid_in_the_place_of_the_new_file_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even whoever guesses the random name gains nothing."""
    monkeypatch.setattr("jknassist.system.atomic_file.os.urandom", bytes)
    (tmp_path / "target").write_bytes(b"somebody's")
    (tmp_path / f".a.{'00' * 6}").symlink_to("target")
    with pytest.raises(FileExistsError):
        write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "target").read_bytes() == b"somebody's"
    assert not (tmp_path / "a").exists()


def test_what_cannot_be_finished_leaves_the_old_content_and_no_other_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("jknassist.system.atomic_file.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["a"]


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "none" / "a", b"new")


def test_what_a_killed_process_left_behind_goes_with_a_later_write(tmp_path: Path) -> None:
    old, new = tmp_path / ".a.0123456789ab", tmp_path / ".a.ba9876543210"
    others = [tmp_path / name for name in (".a.txt", ".a.0123456789abc", "a.0123456789ab")]
    for file in (old, new, *others):
        file.write_bytes(b"half")
    for file in (old, *others):
        os.utime(file, (0, 0))
    write_atomically(tmp_path / "a", b"new")
    assert not old.exists()
    assert all(file.exists() for file in (new, *others))
