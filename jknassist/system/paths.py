"""Paths of the settings, local content and writable state, on Windows and on POSIX systems."""

import os
import sys
from pathlib import Path

PROGRAM = "jknassist"
SITE = "site.yaml"
CONTENT = "knowledge.yaml"
KIOSK_MARK = "kiosk"
PACKAGED_CONTENT = Path("/usr/share/jknassist/content")
KIOSK_UNIT = Path("/etc/systemd/system/multi-user.target.wants/jknassist-kiosk.service")
"""Symlink that exists if an administrator has enabled the systemd unit of the kiosk."""


def settings_folder() -> Path:
    """Return the machine-wide settings folder: written by administrators, read by the program."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "JKNAssist"
    return Path("/etc") / PROGRAM


def site_file() -> Path:
    """Return the default path of the office's settings file."""
    return settings_folder() / SITE


def content_files() -> tuple[Path, ...]:
    """Return the paths of optional content files that override the shipped one, best first.

    The office's own file comes before that of the package `jknassist-content`, which only Linux
    has: on Windows the office's file is what a fleet copies.
    """
    office = settings_folder() / CONTENT
    return (office,) if sys.platform == "win32" else (office, PACKAGED_CONTENT / CONTENT)


def is_installed_as_kiosk() -> bool:
    """Return whether this machine was installed as a kiosk, independent of the settings file.

    The Windows installer creates an empty marker file beside the settings; an administrator may
    create one on any system.
    """
    try:
        marked = (settings_folder() / KIOSK_MARK).exists()
    except OSError:
        marked = False
    return marked or (sys.platform != "win32" and KIOSK_UNIT.is_symlink())


def own_state_folder() -> Path | None:
    """Return the state folder, or None if only a folder shared with other users is available."""
    if sys.platform == "win32":
        own = bool(os.environ.get("LOCALAPPDATA"))
    else:
        own = bool(os.environ.get("HOME")) or os.environ.get("XDG_STATE_HOME", "").startswith("/")
    return state_folder() if own or os.environ.get("STATE_DIRECTORY") else None


def state_folder() -> Path:
    """Return the folder for the log and the PIN attempt counter; it may not exist yet."""
    if given := os.environ.get("STATE_DIRECTORY"):
        return Path(given.split(os.pathsep)[0])
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.environ.get("TEMP") or "."
        return Path(base) / "JKNAssist"
    state = os.environ.get("XDG_STATE_HOME", "")
    if state.startswith("/"):
        return Path(state) / PROGRAM
    return Path(os.environ.get("HOME") or "/tmp") / ".local/state" / PROGRAM  # noqa: S108
