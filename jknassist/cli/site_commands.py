"""Commands for the office: check settings, hash a PIN, run the kiosk."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from jknassist.core.frozen_value import FrozenValue, frozen_value
from jknassist.core.site import Mode, Site, safe_defaults
from jknassist.core.text_rules import MOST_BYTES
from jknassist.system import paths, process_lock
from jknassist.system.exit_codes import FINE, FOUND, SECOND_KIOSK, WRONG_USE
from jknassist.system.regular_file import read_named
from jknassist.system.standard_streams import complain, never_wait_to_complain, say

if TYPE_CHECKING:
    from jknassist.core.phone.plan import PlanIndex
    from jknassist.gui.context import LoadedContent

PART = "--kiosk-part"
"""Hidden option with the role of a kiosk process, set by the supervisor."""

WINDOW, NOTICE = "window", "notice"
NOTICE_SECONDS = "--notice-seconds"
NOTICE_FOR = 10

TOO_SMALL = (
    '"screen_diagonal" terlalu kecil untuk "screen_distance"; '
    "huruf dibuat lebih kecil supaya semua pilihan muat"
)

COPY = "site.copy"
"""Copy of the last valid settings, in the state folder of a kiosk."""

LOCK = "kiosk.lock"
"""Lock file in the state folder, held by this account's supervisor process."""


@frozen_value
class Settings(FrozenValue):
    """The settings of this machine, the path and bytes they were read from, their diagnostics."""

    site: Site
    name: str
    found: bool
    faults: tuple[str, ...] = ()
    data: bytes = field(default=b"", repr=False)

    @property
    def is_kiosk(self) -> bool:
        """Whether this machine runs as a public kiosk."""
        return self.site.mode is Mode.KIOSK


def read_settings(name: str | None) -> Settings:
    """Read the office's settings; safe defaults if the file is invalid or missing.

    A machine installed as a kiosk stays one, unless its file explicitly sets another mode.
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
        faults = (f"{path}:0: tidak bisa dibaca ({reason})",)
        settings = Settings(site=Site(), name=str(path), found=True, faults=faults)
    else:
        settings = parsed(data, str(path))
    if settings.is_kiosk or not paths.is_installed_as_kiosk() or _says_volunteer(data):
        return settings
    return replace(settings, site=replace(settings.site, mode=Mode.KIOSK))


def _says_volunteer(data: bytes) -> bool:
    from jknassist.core.site_recovery import says_volunteer, text_of

    return says_volunteer(text_of(data))


def parsed(data: bytes, name: str) -> Settings:
    """Parse a settings file; any exception becomes a diagnostic."""
    try:
        from jknassist.core.parsing import load

        site, found = load.load_site(data, name)
        faults = tuple(map(str, found))
    except Exception as error:  # noqa: BLE001  a parser bug must not take the kiosk down
        from jknassist.core.site_recovery import text_of

        site = safe_defaults(None, text_of(data))
        faults = (f"{name}:0: tidak bisa dibaca ({type(error).__name__})",)
    return Settings(site=site, name=name, found=True, faults=faults, data=data)


def check(name: str | None, plan: Callable[[], "PlanIndex"]) -> int:
    """Report all diagnostics of a settings file; return the exit code.

    Also checks the office's contact line: doubtful numbers, and parts that get no QR code; warns
    of a screen that is too small for its distance.
    """
    settings = read_settings(name)
    if not settings.found and not settings.faults:
        complain([f"{settings.name}: belum ada; dipakai pengaturan bawaan"])
        return FINE
    complain(settings.faults)
    if settings.is_kiosk and _is_too_small(settings.site):
        complain([f"{settings.name}:0: peringatan: {TOO_SMALL}"])
    odd = False
    if settings.site.office is not None:
        from jknassist.core.contact_line import notes

        for note in notes(settings.site.office.contact, plan()):
            odd = odd or note.odd
            complain([f"{settings.name}:0: peringatan: {note.text}"])
    return FOUND if settings.faults or odd else FINE


def _is_too_small(site: Site) -> bool:
    from jknassist.gui.style.scaling import Screen, is_too_small

    return is_too_small(
        Screen(width=1366, height=768, inches=site.inches, distance=site.screen_distance)
    )


def make_pin() -> int:
    """Prompt for a PIN twice and print the settings line with its hash; the PIN is not stored."""
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
    say(f'staff_pin: "{hashed(pin, secrets.token_bytes(SALT_BYTES))}"')
    return FINE


def supervise(words: Sequence[str]) -> int:
    """Supervise a kiosk started with these command-line arguments; return the exit code.

    Only one supervisor runs per account: a second one finds the process lock taken and exits. A
    kiosk window that wrongly reports a second instance is restarted like any other failure.
    """
    from jknassist.system import supervisor

    never_wait_to_complain()
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


def run_kiosk(settings: Settings, loaded: Callable[[Site], "Mapping[str, LoadedContent]"]) -> int:
    """Run the kiosk in this process; with invalid content return at once, so that it is retried."""
    from jknassist.gui.kiosk import launch
    from jknassist.gui.kiosk.config import KioskConfig, timeouts_of

    spoken = {
        language: with_statistics(with_own_office(one, settings.site), settings.site)
        for language, one in loaded(settings.site).items()
    }
    first = next(iter(spoken.values()))
    config = KioskConfig(
        by_language=spoken,
        site=settings.site,
        site_name=settings.name,
        site_found=settings.found,
        faults=settings.faults,
        state=paths.state_folder(),
        timeouts=timeouts_of(settings.site),
        origin=first.origin,
        notices=first.notices,
    )
    return launch.run(config, heartbeat=True)


def with_own_office(loaded: "LoadedContent", site: Site) -> "LoadedContent":
    """Return the content with the local office added to its contacts."""
    if site.office is None:
        return loaded
    from jknassist.core.flow.local_office import with_office

    others = tuple(with_office(other, site.office) for other in loaded.others)
    return replace(loaded, knowledge=with_office(loaded.knowledge, site.office), others=others)


def with_voice(loaded: "LoadedContent", site: Site) -> "LoadedContent":
    """Return the content with what the settings say of reading aloud."""
    from jknassist.gui.context import Voice

    return replace(loaded, voice=Voice(site.voice, site.volume))


def with_statistics(loaded: "LoadedContent", site: Site) -> "LoadedContent":
    """Return the content with a statistics store, if the settings enable statistics."""
    if not site.tally:
        return loaded
    from jknassist.system.statistics_store import StatisticsStore

    return replace(loaded, statistics=StatisticsStore(paths.state_folder()))


def show_notice(seconds: int) -> int:
    """Show the restart notice for so many seconds; return the exit code."""
    from jknassist.gui.kiosk import launch

    return launch.show_notice(seconds)


def _read(path: Path) -> bytes:
    """Read at most one byte over the parser's limit of a regular file; refuse other types."""
    return read_named(path, MOST_BYTES + 1)


def _asked(prompt: str) -> str:
    """Prompt for a secret without echo; read a line if input is a pipe, as for installers."""
    if sys.stdin is not None and sys.stdin.isatty():
        import getpass

        return getpass.getpass(prompt)
    line = sys.stdin.readline() if sys.stdin is not None else ""
    if not line:
        raise EOFError
    return line.rstrip("\r\n")
