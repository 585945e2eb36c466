"""Settings of one machine, written by its office: contact, screen, printer, staff PIN."""

import re
from collections.abc import Iterator
from dataclasses import field, fields
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from jknassist.core.diagnostic import Issue
from jknassist.core.frozen_value import FrozenValue, frozen_value
from jknassist.core.languages import LANGUAGES
from jknassist.core.paper import Paper
from jknassist.core.pydantic_config import STRICT
from jknassist.core.text_rules import wrong_in_text

RANGES = (
    ("idle_seconds", 30, 900, "detik"),
    ("visit_minutes", 5, 120, "menit"),
    ("prints", 1, 20, "lembar"),
    ("screen_distance", 300, 1200, "milimeter"),
    ("volume", 1, 6, "tingkat"),
)
"""Name, minimum, maximum and unit of each number."""

SMALLEST_SCREEN, LARGEST_SCREEN = 5.0, 100.0
DIAGONAL = r"[0-9]{1,3}([.,][0-9]{1,2})?"

VOICE = r"[a-z]{2,3}(-[a-z0-9]{1,8})?"
"""Name of the folder of a voice pack: a language, or one with a mark of its own."""

LONGEST = {"name": 60, "hours": 90, "address": 140, "contact": 40, "printer": 200}
"""Maximum length of each text, so that it fits on the outcome page and on a receipt."""

NOT_EMPTY = ("name", "contact")


class Mode(StrEnum):
    """Who uses the machine: a volunteer (laptop), or visitors alone (kiosk)."""

    VOLUNTEER = "volunteer"
    KIOSK = "kiosk"


@frozen_value
class Office(FrozenValue):
    """The office itself, as shown to members; `checked_on` is when somebody last verified it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    name: str
    contact: str
    checked_on: date
    hours: str = ""
    address: str = ""


@frozen_value
class Site(FrozenValue):
    """The settings of one machine; all are optional.

    For a kiosk: the inactivity prompt is shown after `idle_seconds` without input, and after
    `visit_minutes` even with input; `prints` is the number of papers per visitor. `screen_diagonal`
    is in inches ("21.5"), `screen_distance` in millimetres. `staff_pin` is
    the hash that `jknassist site pin` makes, never the PIN. `tally` enables the statistics.

    `voice` is the voice pack in which Indonesian pages are read aloud, when that is another one
    than the Indonesian; `volume` is how loud each visit begins.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    office: Office | None = None
    mode: Mode = Mode.VOLUNTEER
    idle_seconds: int = 90
    visit_minutes: int = 20
    prints: int = 3
    screen_diagonal: str = ""
    screen_distance: int = 500
    printer: str = ""
    paper: Paper = Paper.A4
    languages: tuple[str, ...] = tuple(LANGUAGES)
    staff_pin: str = field(default="", repr=False)
    tally: bool = False
    voice: str = ""
    volume: int = 5

    @property
    def inches(self) -> float | None:
        """The diagonal of the screen in inches, or None if it is not set."""
        return float(self.screen_diagonal.replace(",", ".")) if self.screen_diagonal else None


def lint_site(site: Site) -> Iterator[Issue]:
    """Yield the issues of settings that match the schema."""
    yield from _numbers(site)
    yield from _languages(site)
    if site.staff_pin and not _is_hashed(site.staff_pin):
        text = 'isi "staff_pin" dengan baris yang dibuat oleh: jknassist site pin'
        yield Issue(("staff_pin",), text)
    if site.voice and not re.fullmatch(VOICE, site.voice):
        yield Issue(("voice",), 'tulis "voice" seperti nama foldernya, misalnya "jv"')
    yield from _texts(("printer",), "printer", site.printer)
    if site.office is not None:
        for part in fields(site.office):
            value = getattr(site.office, part.name)
            if isinstance(value, str):
                yield from _texts(("office", part.name), part.name, value)


def safe_defaults(guessed: Site | None, text: str = "") -> Site:
    """Return the settings to run with if the file has faults.

    A mistake in the file must neither turn a kiosk into a laptop nor unlock its exit: a file that
    may mean a kiosk is one, and a complete PIN is kept. Of two different PINs none is.
    """
    # Imported only for a file with faults.
    from jknassist.core.site_recovery import pins, seems_kiosk  # noqa: PLC0415

    kiosk = seems_kiosk(text) or (guessed is not None and guessed.mode is Mode.KIOSK)
    pin = guessed.staff_pin if guessed is not None and _is_hashed(guessed.staff_pin) else ""
    found = pins(text)
    if not pin and len(found) == 1:
        (pin,) = found
    return Site(mode=Mode.KIOSK if kiosk else Mode.VOLUNTEER, staff_pin=pin)


def _is_hashed(pin: str) -> bool:
    # Imported only with a settings file: it loads OpenSSL, which most starts do not need.
    from jknassist.core.pin import is_hashed  # noqa: PLC0415

    return is_hashed(pin)


def _numbers(site: Site) -> Iterator[Issue]:
    for name, fewest, most, unit in RANGES:
        if not fewest <= getattr(site, name) <= most:
            yield Issue((name,), f'"{name}" antara {fewest} dan {most} {unit}')
    if not site.screen_diagonal:
        return
    if not re.fullmatch(DIAGONAL, site.screen_diagonal):
        text = 'tulis "screen_diagonal" dalam inci, misalnya "21.5"'
        yield Issue(("screen_diagonal",), text)
    elif not SMALLEST_SCREEN <= (site.inches or 0) <= LARGEST_SCREEN:
        text = f'"screen_diagonal" antara {SMALLEST_SCREEN:.0f} dan {LARGEST_SCREEN:.0f} inci'
        yield Issue(("screen_diagonal",), text)


def _languages(site: Site) -> Iterator[Issue]:
    if not site.languages:
        yield Issue(("languages",), f"paling sedikit satu dari: {', '.join(LANGUAGES)}")
    for index, language in enumerate(site.languages):
        if language not in LANGUAGES:
            text = f'bahasa "{language[:20]}" tidak ada; pilih dari: {", ".join(LANGUAGES)}'
            yield Issue(("languages", index), text)
        elif language in site.languages[:index]:
            yield Issue(("languages", index), f'bahasa "{language}" sudah ada di atas')


def _texts(path: tuple[str, ...], name: str, text: str) -> Iterator[Issue]:
    if name in NOT_EMPTY and not text.strip():
        yield Issue(path, f'"{name}" masih kosong')
    if len(text) > LONGEST[name]:
        yield Issue(path, f'"{name}" {len(text)} huruf; paling banyak {LONGEST[name]}')
    yield from (Issue(path, wrong) for wrong in wrong_in_text(text))
