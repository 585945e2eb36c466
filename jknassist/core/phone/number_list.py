"""A list of numbers: each is examined, put into exactly one class, and explained in a sentence.

Reading files is not done here: jknassist.content.number_files hands over the entries. Nothing is
kept of an entry but what makes a duplicate known. Card numbers and NIKs never get into a result.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from jknassist.core.messages import InterfaceWords, NumberWords
from jknassist.core.phone.check import diagnose
from jknassist.core.phone.messages import say_of_member
from jknassist.core.phone.number_set import NumberSet
from jknassist.core.phone.parse import grouped, parse
from jknassist.core.phone.plan import PlanIndex
from jknassist.core.phone.result import REPAIRS, Diagnosis, Kind, Suggestion, Verdict
from jknassist.core.phone.unicode_fold import fold

LONGEST_CELL = 60
FEWEST_PRIVATE = 13
"""So many digits that are no mobile number may be a card number or a NIK."""

FORMULA = frozenset("=+-@\t\r")
_APART = re.compile(r"[/,;&|\n]|\b(?:atau|dan|or|and)\b", re.IGNORECASE)
_RUN = re.compile(r"\d(?:[ .'-]?\d){12,}", re.ASCII)
_MOBILE = re.compile(r"(?:0+|(?:0*62)+0*)8[1-9]\d*|8[1-9]\d{7,12}", re.ASCII)
_NUMERIC = re.compile(r"\d[\d .,:/eE+-]*", re.ASCII)
_HARMLESS = REPAIRS | {Kind.BESIDE, Kind.SPREADSHEET}


class Class(StrEnum):
    """Where an entry of a list belongs, the most urgent first."""

    WRONG = "wrong"
    UNREADABLE = "unreadable"
    NOT_MOBILE = "not_mobile"
    CHECK = "check"
    REPAIRED = "repaired"
    OK = "ok"


class Group(StrEnum):
    """Where people look for an entry, the most urgent first: several classes, or the duplicates."""

    WRONG = "wrong"
    CHECK = "check"
    REPAIRED = "repaired"
    DUPLICATE = "duplicate"
    OK = "ok"


_GROUPS = {
    Class.WRONG: Group.WRONG,
    Class.UNREADABLE: Group.WRONG,
    Class.NOT_MOBILE: Group.WRONG,
    Class.CHECK: Group.CHECK,
    Class.REPAIRED: Group.REPAIRED,
    Class.OK: Group.OK,
}


@dataclass(frozen=True)
class ListRow:
    """One number of a list as it was written, with its row from 1 and the name of its column."""

    row: int
    written: str = field(repr=False)
    column: str = ""


@dataclass(frozen=True)
class ListedNumber:
    """One entry examined: its class, and what there is to say as people read it.

    Of a `private` entry, which may hold a card number or a NIK, no digit is handed on: its texts
    are empty, and its diagnosis `found` may only be counted, never shown. `number` is the form
    read, put right where something was repaired. `offered` is the one number to go on with, empty
    where there are several or none.
    """

    row: int
    column: str
    kind: Class
    written: str = field(repr=False)
    number: str = field(repr=False)
    sentences: tuple[str, ...] = field(repr=False)
    suggestion: str = field(repr=False)
    offered: str = field(repr=False, default="")
    duplicate: bool = False
    private: bool = False
    found: Diagnosis | None = field(repr=False, default=None)

    @property
    def doubtful(self) -> bool:
        """Whether somebody should look at the entry."""
        return self.kind is not Class.OK


@dataclass
class Summary:
    """How many rows and numbers there were; every number is in exactly one class.

    `without_number` counts rows that hold none: titles, totals, people without a telephone.
    `repairs` counts the repaired numbers by their first repair.
    """

    rows: int = 0
    without_number: int = 0
    duplicates: int = 0
    classes: Counter[Class] = field(default_factory=Counter)
    repairs: Counter[Kind] = field(default_factory=Counter)
    columns: tuple[str, ...] = ()

    @property
    def numbers(self) -> int:
        """All numbers that were examined."""
        return sum(self.classes.values())

    def as_json(self) -> dict[str, object]:
        """Return the summary as the command line's contract has it."""
        names = (Class.OK, Class.REPAIRED, Class.CHECK, Class.WRONG)
        counts = {str(name): self.classes[name] for name in names}
        return {
            "rows": self.rows,
            "numbers": self.numbers,
            **counts,
            "not_mobile": self.classes[Class.NOT_MOBILE],
            "unreadable": self.classes[Class.UNREADABLE],
            "duplicates": self.duplicates,
            "without_number": self.without_number,
            "columns": list(self.columns),
        }


class Examiner:
    """Examines the entries of one list, one after another, and sums up.

    It holds one whole number for each different telephone number and nothing else of the list.
    """

    def __init__(self, plan: PlanIndex, words: NumberWords) -> None:
        self._plan = plan
        self._words = words
        self._seen = NumberSet()
        self.summary = Summary()

    def tell(self, entry: ListRow) -> ListedNumber:
        """Examine one entry and count it."""
        found = diagnose(entry.written, self._plan)
        kind = class_of(found)
        self.summary.classes[kind] += 1
        if kind is Class.REPAIRED:
            self.summary.repairs[found.repairs[0].kind] += 1
        private = is_private(entry.written)
        suggested = [grouped(one.number) for one in offers(found)]
        duplicate = self._is_known(found)
        self.summary.duplicates += duplicate
        return ListedNumber(
            row=entry.row,
            column=entry.column,
            kind=kind,
            written="" if private else entry.written.strip()[:LONGEST_CELL],
            number=grouped(found.number) if found.number and not private else "",
            sentences=tuple(say_of_member(finding, self._words) for finding in found.findings),
            suggestion="" if private else f" {self._words.list_or} ".join(suggested),
            offered="" if private else _offered(found, kind, suggested),
            private=private,
            duplicate=duplicate,
            found=found,
        )

    def _is_known(self, found: Diagnosis) -> bool:
        if found.number is None or found.verdict is Verdict.NOT_MOBILE:
            return False
        return self._seen.add(int("1" + found.number))


def class_of(found: Diagnosis) -> Class:
    """Return the one class of an entry."""
    if found.verdict is Verdict.CHECK and found.repairs:
        harmless = all(finding.kind in _HARMLESS for finding in found.findings)
        return Class.REPAIRED if harmless else Class.CHECK
    return Class(found.verdict.value)


def group_of(listed: ListedNumber) -> Group:
    """Return the one group of an entry; one without a fault that came before is a duplicate."""
    group = _GROUPS[listed.kind]
    return Group.DUPLICATE if listed.duplicate and group is Group.OK else group


def offers(found: Diagnosis) -> tuple[Suggestion, ...]:
    """Return what else may be meant: all suggestions but the number that is shown anyway."""
    return tuple(one for one in found.suggestions if one.number != found.number)


def _offered(found: Diagnosis, kind: Class, suggested: Sequence[str]) -> str:
    if kind in {Class.OK, Class.REPAIRED} and found.number is not None:
        return grouped(found.number)
    return suggested[0] if len(suggested) == 1 else ""


def parts_of(cell: str) -> Iterator[str]:
    """Yield the numbers of a cell as they were written: "0812… / 0813…" holds two."""
    if parse(cell).findings[:1] and parse(cell).findings[0].kind is Kind.TWO_NUMBERS:
        parts = [part for part in _APART.split(cell) if any(map(str.isdigit, part))]
        if len(parts) > 1 and all(_holds_a_number(part) for part in parts):
            yield from parts
            return
    yield cell


def _holds_a_number(part: str) -> bool:
    return sum(map(str.isdigit, part)) >= FEWEST_IN_PART


FEWEST_IN_PART = 7
"""Fewer digits than these are no number of their own but an ending: "0812…/91"."""


def is_private(written: str) -> bool:
    """Tell whether a text may hold a card number or a NIK, which no result may carry."""
    for run in _RUN.finditer(fold(written)):
        digits = "".join(filter(str.isdigit, run[0]))
        if len(digits) >= FEWEST_PRIVATE and not _MOBILE.fullmatch(digits):
            return True
    return False


def headings(words: InterfaceWords) -> tuple[str, ...]:
    """Return the headings of the result."""
    return (
        words.list_line,
        words.list_column,
        words.list_typed,
        words.list_number,
        words.list_class,
        words.list_says,
        words.list_suggestion,
    )


def result_row(listed: ListedNumber, words: InterfaceWords) -> str:
    """Return one entry as a line of the result's CSV: the repaired number beside the typed one."""
    sentences = (*listed.sentences, *((words.list_duplicate,) if listed.duplicate else ()))
    return csv_row(
        (
            str(listed.row),
            listed.column,
            _as_text(listed.written),
            listed.number,
            class_name(listed.kind, words),
            " ".join(sentences),
            listed.suggestion,
        )
    )


def class_name(kind: Class, words: InterfaceWords) -> str:
    """Return what people call a class."""
    name: str = getattr(words, f"list_class_{kind}")
    return name


def result_csv(listed: Iterable[ListedNumber], words: InterfaceWords) -> str:
    """Return the result for a spreadsheet, the most urgent first."""
    order = list(Class)
    ordered = sorted(listed, key=lambda one: (order.index(one.kind), one.row))
    return csv_row(headings(words)) + "".join(result_row(one, words) for one in ordered)


def csv_row(cells: Iterable[str]) -> str:
    """Return cells as a line of CSV that a spreadsheet neither runs nor ends early."""
    return ";".join(f'"{_tame(cell)}"' for cell in cells) + "\r\n"


def _as_text(written: str) -> str:
    """Keep a spreadsheet from making a number or a date of what was typed."""
    return f"'{written}" if _NUMERIC.fullmatch(written) else written


def _tame(cell: str) -> str:
    """Keep a spreadsheet from running a cell as a formula, whatever invisible stands before it."""
    first = next((sign for sign in cell if not _unseen(sign)), "")
    runs = bool(FORMULA.intersection((cell[:1], unicodedata.normalize("NFKC", first)[:1])))
    return ("'" if runs else "") + cell.replace('"', '""')


def _unseen(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in {"Cf", "Cc", "Mn"}


def doubtful(listed: Iterable[ListedNumber]) -> Iterator[ListedNumber]:
    """Yield the entries that somebody should look at."""
    return (one for one in listed if one.doubtful)
