"""The office's side of the command line: its settings file, its PIN, and the start of the kiosk."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jknassist.core.site import Mode, Site, safe_defaults
from jknassist.core.site_recovery import says_volunteer, text_of
from jknassist.core.text_rules import MOST_BYTES
from jknassist.system import paths, process_lock
from jknassist.system.exit_codes import FINE, FOUND, SECOND_KIOSK, WRONG_USE
from jknassist.system.standard_streams import complain

if TYPE_CHECKING:
    from jknassist.core.phone.plan import PlanIndex
    from jknassist.gui.context import Shipped

PART = "--kiosk-part"
"""Hidden option: which part of the kiosk this process is, started by the supervising one."""

WINDOW, NOTICE = "window", "notice"
NOTICE_SECONDS = "--notice-seconds"
NOTICE_FOR = 10

LOCK = "kiosk.lock"
"""Held by the supervising process of this account, in its state folder."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The settings of this machine and where they were looked for."""

    site: Site
    name: str
    found: bool
    faults: tuple[str, ...] = ()

    @property
    def is_kiosk(self) -> bool:
        """Whether this machine stands in a hall for everybody."""
        return self.site.mode is Mode.KIOSK


def read_settings(name: str | None) -> Settings:
    """Read the settings of the office; with a fault, or without a file, they are safe defaults.

    A machine that was set up as a kiosk is one, unless its file says clearly that it is none.
    """
    path = Path(name) if name else paths.site_file()
    data = b""
    try:
        data = _read(path)
    except FileNotFoundError:
        missing = (f"{path}:0: berkas tidak ada; periksa namanya",) if name else ()
        settings = Settings(site=Site(), name=str(path), found=False, faults=missing)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "namanya keliru"
        told = (f"{path}:0: tidak bisa dibaca ({reason})",)
        settings = Settings(site=Site(), name=str(path), found=True, faults=told)
    else:
        settings = _understood(data, str(path))
    if settings.is_kiosk or not paths.is_installed_as_kiosk() or says_volunteer(text_of(data)):
        return settings
    return replace(settings, site=replace(settings.site, mode=Mode.KIOSK))


def _understood(data: bytes, name: str) -> Settings:
    """Return what a settings file says; whatever goes wrong in reading it is a fault of it."""
    try:
        from jknassist.core.parsing import load

        site, found = load.load_site(data, name)
        faults = tuple(map(str, found))
    except Exception as error:  # noqa: BLE001  a kiosk must not fall with the reader of its settings
        site = safe_defaults(None, text_of(data))
        faults = (f"{name}:0: tidak bisa dibaca ({type(error).__name__})",)
    return Settings(site=site, name=name, found=True, faults=faults)


def check(name: str | None, plan: Callable[[], "PlanIndex"]) -> int:
    """Say every fault of a settings file; return whether there was none.

    The office's contact is asked about too: a number that is odd, and what gets no QR code.
    """
    settings = read_settings(name)
    if not settings.found and not settings.faults:
        complain([f"{settings.name}: belum ada; dipakai pengaturan bawaan"])
        return FINE
    complain(settings.faults)
    odd = False
    if settings.site.office is not None:
        from jknassist.core.contact_line import notes

        for note in notes(settings.site.office.contact, plan()):
            odd = odd or note.odd
            complain([f"{settings.name}:0: peringatan: {note.text}"])
    return FOUND if settings.faults or odd else FINE


def make_pin() -> int:
    """Ask for a PIN twice and say the line for the settings file; the PIN itself goes nowhere."""
    import secrets

    from jknassist.core.pin import SALT_BYTES, hashed, weakness_of

    try:
        pin = _asked("PIN petugas: ")
        again = "" if weakness_of(pin) else _asked("Sekali lagi: ")
    except (EOFError, KeyboardInterrupt):
        return WRONG_USE
    problem = weakness_of(pin) or (
        "" if pin == again else "kedua PIN tidak sama; ulangi perintah ini"
    )
    if problem:
        complain([problem])
        return FOUND
    sys.stdout.write(f'staff_pin: "{hashed(pin, secrets.token_bytes(SALT_BYTES))}"\n')
    return FINE


def supervise(words: Sequence[str]) -> int:
    """Keep a kiosk up that is started with these words of the command line.

    A second start ends here: the first one goes on. That is known by a lock of this process, so a
    window that is taken for a second one is tried again like any other failure.
    """
    from jknassist.system import supervisor

    held = process_lock.take(paths.state_folder() / LOCK)
    if held is None:
        complain(["layar bantuan sudah berjalan di komputer ini"])
        return SECOND_KIOSK
    me = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "jknassist"]
    kiosk = [*me, *words, PART, WINDOW]
    try:
        return supervisor.supervise(
            kiosk, lambda seconds: [*me, PART, NOTICE, NOTICE_SECONDS, str(seconds)]
        )
    finally:
        held.unlock()


def run_kiosk(settings: Settings, shipped: Callable[[Site], "Mapping[str, Shipped]"]) -> int:
    """Show the kiosk in this process; without sound content return at once, to be tried again."""
    from jknassist.gui.kiosk import launch
    from jknassist.gui.kiosk.config import KioskConfig, timeouts_of

    spoken = {
        language: with_own_office(one, settings.site)
        for language, one in shipped(settings.site).items()
    }
    first = next(iter(spoken.values()))
    station = KioskConfig(
        shipped=spoken,
        site=settings.site,
        site_name=settings.name,
        site_found=settings.found,
        faults=settings.faults,
        state=paths.state_folder(),
        timeouts=timeouts_of(settings.site),
        origin=first.origin,
        notices=first.notices,
    )
    return launch.run(station, heart=True)


def with_own_office(shipped: "Shipped", site: Site) -> "Shipped":
    """Return the content with the office of this machine among the contacts."""
    if site.office is None:
        return shipped
    from jknassist.core.flow.local_office import with_office

    others = tuple(with_office(other, site.office) for other in shipped.others)
    return replace(shipped, knowledge=with_office(shipped.knowledge, site.office), others=others)


def with_tally(shipped: "Shipped", site: Site) -> "Shipped":
    """Return the same with a place to count endings, where the office wants them counted."""
    if not site.tally:
        return shipped
    from jknassist.system.statistics_store import StatisticsStore

    return replace(shipped, statistics=StatisticsStore(paths.state_folder()))


def merge_tallies(names: Sequence[str]) -> int:
    """Say the tallies of several machines as one; with a fault in any file say only that."""
    from jknassist.core.statistics import as_csv, merged
    from jknassist.system.statistics_store import StatisticsStoreError, read_statistics

    try:
        tallies = [read_statistics(Path(name)) for name in names]
    except StatisticsStoreError as error:
        complain([str(error)])
        return FOUND
    sys.stdout.write(as_csv(merged(tallies)))
    return FINE


def show_notice(seconds: int) -> int:
    """Show that the kiosk will be tried again."""
    from jknassist.gui.kiosk import launch

    return launch.show_notice(seconds)


def _read(path: Path) -> bytes:
    """Read a file up to a size that the gate refuses; never something that is no file."""
    if path.exists() and not path.is_file():
        raise IsADirectoryError(21, "bukan berkas", str(path))
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _asked(prompt: str) -> str:
    """Ask for a secret; from a pipe it is read as a line, for installers."""
    if sys.stdin is not None and sys.stdin.isatty():
        import getpass

        return getpass.getpass(prompt)
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not line:
        raise EOFError
    return line.rstrip("\r\n")
