"""Folders of the settings and of the state, on each system."""

import sys
from pathlib import Path

import pytest

from jknassist.system import paths


@pytest.mark.skipif(sys.platform == "win32", reason="the other branch of it")
def test_the_folders_follow_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert paths.site_file() == Path("/etc/jknassist/site.yaml")
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path))
    assert paths.state_folder() == tmp_path
    monkeypatch.delenv("STATE_DIRECTORY")
    monkeypatch.setenv("XDG_STATE_HOME", "relative/is/ignored")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert paths.state_folder() == tmp_path / ".local/state/jknassist"
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "s"))
    assert paths.state_folder() == tmp_path / "s/jknassist"


def test_on_windows_the_folders_are_those_of_windows(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delenv("STATE_DIRECTORY", raising=False)
    monkeypatch.setenv("PROGRAMDATA", str(tmp_path / "p"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "l"))
    assert paths.site_file() == tmp_path / "p/JKNAssist/site.yaml"
    assert paths.state_folder() == tmp_path / "l/JKNAssist"


@pytest.mark.skipif(sys.platform == "win32", reason="systemd")
def test_the_service_that_is_switched_on_marks_a_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    link = tmp_path / "jknassist-kiosk.service"
    monkeypatch.setattr(paths, "KIOSK_UNIT", link)
    monkeypatch.setattr(paths, "settings_folder", lambda: tmp_path / "none")
    assert not paths.is_installed_as_kiosk()
    link.symlink_to("/usr/lib/systemd/system/jknassist-kiosk.service")
    assert paths.is_installed_as_kiosk()
