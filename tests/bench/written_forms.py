"""Write correct numbers as people and programs do, with things beside them, and read them back.

Run it from the top of the repository: python -m tests.bench.written_forms [NUMBERS]

For each form it counts how often the number was read right, how often none was read (then the
person is asked), and the three failures that must never happen: a wrong number read, a wrong
number called ok, and a wrong number offered while the right one is not. All numbers are made up.
"""

import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jknassist.core.phone.check import diagnose
from jknassist.core.phone.plan import PlanIndex
from jknassist.core.phone.result import Verdict
from tests.bench.number_limits import SEED, as_seen, believable, evidence, loaded
from tests.bench.table import Row

NUMBERS = 100_000

Write = Callable[[str, random.Random], str]
"""Writes a national number in one form."""


@dataclass
class Count:
    """How the numbers of one form were read."""

    texts: int = 0
    right: int = 0
    none: int = 0
    wrong_read: int = 0
    wrong_ok: int = 0
    wrong_offered: int = 0

    @property
    def failures(self) -> int:
        """Numbers that were made wrong by what stood beside them."""
        return self.wrong_read + self.wrong_ok + self.wrong_offered


def grouped(number: str, chance: random.Random) -> str:
    """Write a number in one of the ways that have nothing beside it."""
    sign = chance.choice((" ", "-", "."))
    national = number[1:]
    return chance.choice(
        (
            number,
            f"{number[:4]}{sign}{number[4:8]}{sign}{number[8:]}",
            f"{number[:4]}{sign}{number[4:7]}{sign}{number[7:]}",
            f"{number[:4]}{sign}{number[4:]}",
            f"({number[:4]}) {number[4:8]}-{number[8:]}",
            f"62{national}",
            f"+62{national}",
            f"+62 {national[:3]}-{national[3:7]}-{national[7:]}",
            f"+62 (0){national[:3]} {national[3:7]} {national[7:]}",
            f"0062 {national}",
        )
    )


def _strong(before: str, after: str = "") -> Write:
    """Write something before and behind a number that has its 0 or its country code."""
    return lambda number, chance: f"{before}{grouped(number, chance)}{after}"


def _bare(before: str, after: str = "") -> Write:
    """Write something before and behind a number without its 0, as a spreadsheet leaves it."""
    return lambda number, _: f"{before}{number[1:]}{after}"


def _any(before: Sequence[str], after: Sequence[str] = ("",)) -> Write:
    return lambda number, chance: (
        chance.choice(before) + grouped(number, chance) + chance.choice(after)
    )


def _counted(form: str) -> Write:
    """Count a list: the form has a place for the number of the line."""
    return lambda number, chance: (
        form.format(chance.choice((*range(1, 100), 108, 262))) + grouped(number, chance)
    )


def _counted_bare(form: str) -> Write:
    return lambda number, chance: form.format(chance.randrange(1, 100)) + number[1:]


FORMS: Mapping[str, Write] = {
    "alone": _strong(""),
    "1. ": _counted("{}. "),
    "1.": _counted("{}."),
    "1) ": _counted("{}) "),
    "1)": _counted("{})"),
    "(1) ": _counted("({}) "),
    "1- ": _counted("{}- "),
    "1 - ": _counted("{} - "),
    "1 ": _counted("{} "),
    "1 tab": _counted("{}\t"),
    "1, ": _counted("{}, "),
    "1; ": _counted("{}; "),
    "1/ ": _counted("{}/ "),
    "1: ": _counted("{}: "),
    "No 1. ": _counted("No {}. "),
    "No. 1 ": _counted("No. {} "),
    "circled": lambda number, chance: (
        chr(0x2460 + chance.randrange(20)) + " " * chance.randrange(2) + grouped(number, chance)
    ),
    "keycap": lambda number, chance: (
        f"{chance.randrange(10)}\ufe0f\u20e3" + " " * chance.randrange(2) + grouped(number, chance)
    ),
    "1. without 0": _counted_bare("{}. "),
    "1) without 0": _counted_bare("{}) "),
    "1 tab without 0": _counted_bare("{}\t"),
    "1 without 0": _counted_bare("{} "),
    "label": _any(
        ("HP2 ", "HP 2 ", "SIM1 ", "SIM 1: ", "Simpati 1 ", "IM3 ", "RT 03 ", "RT03 ", "Bu RT 03 ")
    ),
    "address": _any(("RT 03/RW 05 ", "Blok C5 ", "Kel 3 - ", "Ibu Sari 2 ", "A1 ", "Gg. 8 No 62 ")),
    "label without 0": _bare("HP 2 "),
    "RT 08 without 0": _bare("RT 08 "),
    ".0": _bare("", ".0"),
    ".00": _bare("", ".00"),
    ".000000": _bare("", ".000000"),
    ",0": _bare("", ",0"),
    ",00": _bare("", ",00"),
    "with 0 .0": _strong("", ".0"),
    "thousands": lambda number, _: f"{int(number):,}".replace(",", "."),
    "thousands,00": lambda number, _: f"{int(number):,}".replace(",", ".") + ",00",
    "(2)": _strong("", " (2)"),
    "(2) without gap": _strong("", "(2)"),
    "(28)": _strong("", " (28)"),
    "2": _strong("", " 2"),
    "-58": _strong("", "-58"),
    "62": _strong("", " 62"),
    "O": _strong("", " O"),
    "#12": _strong("", " #12"),
    "*12": _strong("", " *12"),
    "28 tahun": _strong("", " 28 tahun"),
    "28th": _strong("", " 28th"),
    "2026": _strong("", " 2026"),
    "(26-11-2026)": _strong("", " (26-11-2026)"),
    "26-11-2026": _strong("", " 26-11-2026"),
    "26/11/2026": _strong("", " 26/11/2026"),
    ", 2 kg": _strong("", ", 2 kg"),
    "jam 08.00": _strong("", " jam 08.00"),
    "Rp 35.000": _strong("", " Rp 35.000"),
    "date before": _strong("26-11-2026 "),
    "time before": _strong("08.05 "),
    "chat export": _strong("[08/11/26 08.05.33] "),
    "kode pos": _strong("kode pos 40123 HP "),
    "ext": _strong("", " ext 12"),
    ";ext=1234": lambda number, _: f"tel:+62-{number[1:4]}-{number[4:]};ext=1234",
    "x123": _strong("", " x123"),
    "name": _strong("1. Budi ", " (28 th)"),
    "link": lambda number, _: f"https://wa.me/62{number[1:]}?text=Halo%20saya%20pesan%202%20kg",
    "link with number": lambda number, _: f"https://wa.me/62{number[1:]}?text=Order%20123456",
    "link phone=": lambda number, _: (
        f"https://api.whatsapp.com/send?phone=%2B62{number[1:]}&text=no%2008"
    ),
    "percent": lambda number, _: f"{number[:4]}%20{number[4:8]}%20{number[8:]}",
    "entities": lambda number, _: f"&#43;62&nbsp;{number[1:4]}&nbsp;{number[4:8]}-{number[8:]}",
    "mojibake": lambda number, _: f"â€ª+62 {number[1:4]}-{number[4:8]}-{number[8:]}â€¬",
    "other signs": lambda number, chance: chance.choice("=:?").join(
        (number[:4], number[4:8], number[8:])
    ),
    "masked": lambda number, chance: (
        number[:4] + chance.choice(("****", "xxxx", "••••", "…", "....", "____")) + number[8:]
    ),
    "scientific": lambda number, chance: (
        f"{number[1]}{chance.choice('.,')}{number[2:7]}E+{len(number) - 2}"
    ),
}


def count(write: Write, numbers: Sequence[str], index: PlanIndex) -> Count:
    """Read each number in one form."""
    chance = random.Random(SEED)  # noqa: S311
    counted = Count(texts=len(numbers))
    for number in numbers:
        found = diagnose(write(number, chance), index)
        offered = {suggestion.number for suggestion in found.suggestions}
        if found.number is None:
            counted.none += 1
        elif found.number == number:
            counted.right += 1
        else:
            counted.wrong_read += 1
            counted.wrong_ok += found.verdict is Verdict.OK
        counted.wrong_offered += bool(offered - {number}) and number not in {
            *offered,
            found.number,
        }
    return counted


def drawn(numbers: int, index: PlanIndex) -> list[str]:
    """Return made-up numbers with the beginnings and lengths that were seen."""
    chance = random.Random(SEED)  # noqa: S311
    return as_seen(believable(evidence(index.plan), index.plan), numbers, chance)


def rows(numbers: int = NUMBERS) -> Iterator[Row]:
    """Yield for each form the numbers that were made wrong: none."""
    index = loaded()
    for name, write in FORMS.items():
        failures = count(write, drawn(numbers, index), index).failures
        yield Row(
            name=f"numbers made wrong, {name}",
            unit="of all",
            median=failures,
            asked="0",
            ok=failures == 0,
        )


def main(numbers: int) -> int:
    """Print a table; return 1 where a number was made wrong."""
    index = loaded()
    texts = drawn(numbers, index)
    sys.stdout.write("| form | right % | asked % | read wrong | wrong ok | wrong offered |\n")
    sys.stdout.write("| --- | ---: | ---: | ---: | ---: | ---: |\n")
    failures = 0
    for name, write in FORMS.items():
        c = count(write, texts, index)
        failures += c.failures
        share = f"{100 * c.right / c.texts:.1f} | {100 * c.none / c.texts:.1f}"
        sys.stdout.write(f"| {name} | {share} | {c.wrong_read} | {c.wrong_ok} |")
        sys.stdout.write(f" {c.wrong_offered} |\n")
        sys.stdout.flush()
    return int(failures > 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else NUMBERS))
