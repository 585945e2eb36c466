"""Files of the state folder: no planted link is followed, no pipe is waited for."""

import os
import sys
from pathlib import Path

import pytest

from jknassist.system import regular_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")


def plant(kind: str, at: Path) -> Path:
    """Put something else where a file is to be; return what must stay as it is."""
    target = at.with_name("target")
    target.write_text("untouched")
    if kind == "link":
        at.symlink_to(target)
    elif kind == "pipe":
        os.mkfifo(at)
    else:
        at.mkdir()
    return target


@pytest.mark.parametrize("kind", ["link", "pipe", "folder"])
def test_what_is_no_regular_file_is_refused_at_once(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    target = plant(kind, path)
    with pytest.raises(OSError, match=r"\d"):
        regular_file.append(path, b"x")
    with pytest.raises(OSError, match=r"\d"):
        regular_file.read_text(path)
    assert target.read_text() == "untouched"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards the folder")
def test_a_second_name_of_a_file_elsewhere_is_refused(tmp_path: Path) -> None:
    victim, path = tmp_path / "victim", tmp_path / "kiosk.log"
    victim.write_text("SECRET")
    path.hardlink_to(victim)
    with pytest.raises(OSError, match="bukan berkas biasa"):
        regular_file.append(path, b"x")
    assert victim.read_text() == "SECRET"


def test_a_new_file_is_private_and_grows(tmp_path: Path) -> None:
    path = tmp_path / "a.log"
    regular_file.append(path, b"one\n")
    regular_file.append(path, b"two\n")
    assert regular_file.read_text(path) == "one\ntwo\n"
    assert regular_file.read_text(path, 3) == "one"
    assert path.stat().st_mode & 0o777 == 0o600


def test_half_a_line_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.log"
    regular_file.append(path, b"one\n")
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:2]))
    with pytest.raises(OSError, match="space"):
        regular_file.append(path, b"two\n")
    assert path.read_bytes() == b"one\n"


def test_a_file_of_another_account_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "pin-tries"
    path.write_text("0 0")
    if os.geteuid() == 0:
        os.chown(path, 65534, 65534)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: 65534)
    with pytest.raises(OSError, match="biasa"):
        regular_file.read_text(path)
    with pytest.raises(OSError, match="biasa"):
        regular_file.append(path, b"x")
    assert regular_file.read_named(path, 9) == b"0 0", "what a person names may be of anybody"
