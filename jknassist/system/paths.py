"""Where this machine keeps its settings, and where the program may write, on each system."""

import os
import sys
from pathlib import Path

PROGRAM = "jknassist"
SITE = "site.yaml"
CONTENT = "knowledge.yaml"
KIOSK_MARK = "kiosk"
KIOSK_UNIT = Path("/etc/systemd/system/multi-user.target.wants/jknassist-kiosk.service")
"""Is there where an administrator has switched the service of the kiosk on."""


def settings_folder() -> Path:
    """Return the folder that administrators fill and the program only reads."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "JKNAssist"
    return Path("/etc") / PROGRAM


def site_file() -> Path:
    """Return where the settings of the office are looked for when no file is named."""
    return settings_folder() / SITE


def content_file() -> Path:
    """Return where content may lie that runs instead of the shipped one."""
    return settings_folder() / CONTENT


def is_installed_as_kiosk() -> bool:
    """Tell whether this machine was set up as a kiosk, whatever its settings file says.

    The Windows setup leaves an empty file beside the settings, as an administrator may anywhere.
    """
    try:
        marked = (settings_folder() / KIOSK_MARK).exists()
    except OSError:
        marked = False
    return marked or (sys.platform != "win32" and KIOSK_UNIT.is_symlink())


def own_state_folder() -> Path | None:
    """Return the state folder, or None where only a folder shared with other users is left."""
    if sys.platform == "win32":
        own = bool(os.environ.get("LOCALAPPDATA"))
    else:
        own = bool(os.environ.get("HOME")) or os.environ.get("XDG_STATE_HOME", "").startswith("/")
    return state_folder() if own or os.environ.get("STATE_DIRECTORY") else None


def state_folder() -> Path:
    """Return the folder for the log and the count of wrong PINs; it need not exist yet."""
    if told := os.environ.get("STATE_DIRECTORY"):
        return Path(told.split(os.pathsep)[0])
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.environ.get("TEMP") or "."
        return Path(base) / "JKNAssist"
    state = os.environ.get("XDG_STATE_HOME", "")
    if state.startswith("/"):
        return Path(state) / PROGRAM
    return Path(os.environ.get("HOME") or "/tmp") / ".local/state" / PROGRAM  # noqa: S108
