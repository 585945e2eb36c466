"""What an office sets for its own machine: its name, the screen, the printer, the staff PIN."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from jknassist.core.diagnostic import Issue
from jknassist.core.languages import LANGUAGES
from jknassist.core.paper import Paper
from jknassist.core.pydantic_config import STRICT
from jknassist.core.text_rules import wrong_in_text

RANGES = (
    ("idle_seconds", 30, 900, "detik"),
    ("visit_minutes", 5, 120, "menit"),
    ("prints", 1, 20, "lembar"),
    ("screen_distance", 300, 1200, "milimeter"),
)
"""Name, least and most of each number, and its unit in words."""

SMALLEST_SCREEN, LARGEST_SCREEN = 5.0, 100.0
DIAGONAL = re.compile(r"\d{1,3}([.,]\d{1,2})?", re.ASCII)

LONGEST = {"name": 60, "hours": 90, "address": 140, "contact": 40, "printer": 200}
"""Letters that still fit on the ending and on a receipt."""

NOT_EMPTY = ("name", "contact")


class Mode(StrEnum):
    """Who stands in front of the screen."""

    VOLUNTEER = "volunteer"
    KIOSK = "kiosk"


@dataclass(frozen=True, kw_only=True)
class Office:
    """The office itself, as shown to members; `checked_on` is when somebody last verified it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    name: str
    contact: str
    checked_on: date
    hours: str = ""
    address: str = ""


@dataclass(frozen=True, kw_only=True)
class Site:
    """The settings of one machine; every one of them may be left out.

    Of a kiosk: `idle_seconds` without a touch, and `visit_minutes` with them, until it asks whether
    anybody is there; `prints` is how many papers a visitor gets. `screen_diagonal` is in inches as
    the seller writes it ("21.5"), `screen_distance` in millimetres; `staff_pin` is the hash that
    `jknassist site pin` makes, never the PIN. `tally` has the machine count how visits
    end.
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

    @property
    def inches(self) -> float | None:
        """The diagonal of the screen, or None where nobody measured it."""
        return float(self.screen_diagonal.replace(",", ".")) if self.screen_diagonal else None


def lint_site(site: Site) -> Iterator[Issue]:
    """Yield what is wrong with settings that have the right shape."""
    yield from _numbers(site)
    yield from _languages(site)
    if site.staff_pin and not _is_hashed(site.staff_pin):
        text = 'isi "staff_pin" dengan baris yang dibuat oleh: jknassist site pin'
        yield Issue(("staff_pin",), text)
    yield from _texts(("printer",), "printer", site.printer)
    if site.office is not None:
        for part in fields(site.office):
            value = getattr(site.office, part.name)
            if isinstance(value, str):
                yield from _texts(("office", part.name), part.name, value)


def safe_defaults(guessed: Site | None, text: str = "") -> Site:
    """Return what a machine runs with when its file has faults.

    What seems to say kiosk is a kiosk, and its exit keeps its PIN where that is still whole: a slip
    in the file must open neither. Of two PINs nobody knows which one holds, so none does.
    """
    # Loaded for a file with faults.
    from jknassist.core.site_recovery import pins, seems_kiosk  # noqa: PLC0415

    kiosk = seems_kiosk(text) or (guessed is not None and guessed.mode is Mode.KIOSK)
    pin = guessed.staff_pin if guessed is not None and _is_hashed(guessed.staff_pin) else ""
    found = pins(text)
    if not pin and len(found) == 1:
        (pin,) = found
    return Site(mode=Mode.KIOSK if kiosk else Mode.VOLUNTEER, staff_pin=pin)


def _is_hashed(pin: str) -> bool:
    # Loaded for a file that is being read: it brings OpenSSL, which most starts do without.
    from jknassist.core.pin import is_hashed  # noqa: PLC0415

    return is_hashed(pin)


def _numbers(site: Site) -> Iterator[Issue]:
    for name, fewest, most, unit in RANGES:
        if not fewest <= getattr(site, name) <= most:
            yield Issue((name,), f'"{name}" antara {fewest} dan {most} {unit}')
    if not site.screen_diagonal:
        return
    if not DIAGONAL.fullmatch(site.screen_diagonal):
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
