"""Keeps a copy of the last valid settings of a kiosk, for a start with a file that has faults.

A slip in the file must not cost a kiosk its printer, languages and PIN until somebody mends it. The
copy lies in the state folder, readable by the account of the kiosk alone, as it holds the PIN hash.
"""

import contextlib
from dataclasses import replace
from pathlib import Path

from jknassist.cli.site_commands import COPY, Settings, parsed
from jknassist.core.site import Mode, Site
from jknassist.core.text_rules import MOST_BYTES
from jknassist.system import regular_file
from jknassist.system.atomic_file import write_atomically

BOM = b"\xef\xbb\xbf"
LOST = "berkas tidak ada lagi"
WITHOUT_MODE = 'tidak ada baris "mode"'
USED = "dipakai salinan terakhir yang benar"
DEFAULTS = "dipakai pengaturan bawaan"


def with_copy(settings: Settings, folder: Path | None) -> Settings:
    """Return the settings, where they have faults those of the copy; keep a copy of valid ones.

    Without a state folder of this account there is no copy.
    """
    if folder is None:
        return replace(settings, faults=_told(settings.faults, DEFAULTS))
    if _is_valid(settings) and not was_kiosk(settings, folder):
        _keep(settings, folder)
        return settings
    site = _kept(settings.name, folder)
    if site is None:
        return replace(settings, faults=_told(settings.faults, DEFAULTS))
    from jknassist.core.site_recovery import names_pin, text_of

    # A file that names a PIN, valid or not, makes the one of the copy out of date.
    pin = settings.site.staff_pin or ("" if names_pin(text_of(settings.data)) else site.staff_pin)
    lost = f"{settings.name}:0: {WITHOUT_MODE if settings.found else LOST}"
    return replace(
        settings,
        site=replace(site, mode=Mode.KIOSK, staff_pin=pin),
        faults=_told(settings.faults or (lost,), USED),
    )


def was_kiosk(settings: Settings, folder: Path | None) -> bool:
    """Return whether a file that sets no mode, or has faults, was that of a kiosk before.

    What is left of a file that was cut may be valid.
    """
    from jknassist.core.site_recovery import says_volunteer, text_of

    if folder is None or says_volunteer(text_of(settings.data)):
        return False
    if _is_valid(settings) and settings.is_kiosk:
        return False
    site = _kept(settings.name, folder)
    return site is not None and site.mode is Mode.KIOSK


def _is_valid(settings: Settings) -> bool:
    return settings.found and not settings.faults


def _told(faults: tuple[str, ...], instead: str) -> tuple[str, ...]:
    """Return the faults; the first, which the staff read, tells what is used instead."""
    return tuple(f"{one} ({instead})" if one is faults[0] else one for one in faults)


def _keep(settings: Settings, folder: Path) -> None:
    data = _heading(settings.name) + settings.data.removeprefix(BOM)
    with contextlib.suppress(OSError):
        if _read(folder) == data:
            return
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(folder / COPY, data, mode=regular_file.PRIVATE)


def _kept(name: str, folder: Path) -> Site | None:
    """Return the settings of the copy, if it is one of this file and has no faults."""
    try:
        data = _read(folder)
    except OSError:
        return None
    if not data.startswith(_heading(name)):
        return None
    copied = parsed(data, COPY)
    return None if copied.faults else copied.site


def _read(folder: Path) -> bytes:
    return regular_file.read_bytes(folder / COPY, MOST_BYTES + 1)


def _heading(name: str) -> bytes:
    """Return the first line of the copy: of which file it is one."""
    return f"# {name!r}\n".encode(errors="backslashreplace")
