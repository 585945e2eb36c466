"""Validates the entries of a number list: one class each, and sentences that explain it.

Files are read by jknassist.content.number_files. Of an entry only its number is kept, as an integer
to detect duplicates. Card numbers (13 digits) and NIKs (16 digits) never get into a result.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from jknassist.core.phone.check import diagnose
from jknassist.core.phone.digit_groups import OTHER_NUMBERS
from jknassist.core.phone.finding_text import describe_for_volunteer
from jknassist.core.phone.number_set import NumberSet
from jknassist.core.phone.parse import BESIDE_CARD, LABELLED, TAX_NUMBER, grouped, parse
from jknassist.core.phone.plan import PlanIndex
from jknassist.core.phone.result import REPAIRS, Diagnosis, Finding, Kind, Suggestion, Verdict
from jknassist.core.phone.unicode_fold import fold
from jknassist.core.words import NumberWords

LONGEST_CELL = 60
"""Maximum number of characters of an entry that are repeated in the result."""

FEWEST_IN_PART = 7
"""Minimum digits of a part; fewer are an alternative ending of the number before: "0812…/91"."""

FEWEST_PRIVATE = 13
"""Minimum length of a card number or NIK: a run of digits of this length is not shown."""

_APART = re.compile(r"[/,;&|\n]|:::|\b(?:atau|dan|or|and)\b", re.IGNORECASE)
_WORD_BETWEEN = re.compile(r"(?<=\d)\s*\(?\s?[^\W\d_][^\d+(]{0,40}(?=[+(]?\d)")
"""A word between two numbers: "0812… (istri) 0813…", "0812… atau 0813…"."""

_WORDS = re.compile(r"[A-Za-z]+")
_RUN = re.compile(r"\d(?:[ .'-]?\d){12,}", re.ASCII)
_PIN = re.compile(r"(?<![^\W_])(?:staff[\s_-]?)?pin[\"']?\s*[:=]", re.IGNORECASE)
"""The line of a settings file that sets the PIN of a kiosk, given as a list by mistake."""

_MOBILES = re.compile(
    r"(?:0+8[1-9]\d{5,11}|(?:0*62)+0*8[1-9]\d{5,11})+|08[1-9]\d{5,13}|8[1-9]\d{7,12}", re.ASCII
)
"""One mobile number or several in a row, each at most a digit longer than any is; one that begins
with 08 may be as long as a NIK, since no province code begins with 0."""

_HARMLESS = REPAIRS | {Kind.BESIDE, Kind.SPREADSHEET}


class EntryClass(StrEnum):
    """Classification of an entry, most urgent first; every entry has exactly one."""

    WRONG = "wrong"
    UNREADABLE = "unreadable"
    NOT_MOBILE = "not_mobile"
    CHECK = "check"
    REPAIRED = "repaired"
    OK = "ok"


class ListGroup(StrEnum):
    """What the result view shows together, most urgent first: several classes, or duplicates."""

    WRONG = "wrong"
    CHECK = "check"
    REPAIRED = "repaired"
    DUPLICATE = "duplicate"
    OK = "ok"


_LIST_GROUPS = {
    EntryClass.WRONG: ListGroup.WRONG,
    EntryClass.UNREADABLE: ListGroup.WRONG,
    EntryClass.NOT_MOBILE: ListGroup.WRONG,
    EntryClass.CHECK: ListGroup.CHECK,
    EntryClass.REPAIRED: ListGroup.REPAIRED,
    EntryClass.OK: ListGroup.OK,
}


@dataclass(frozen=True)
class ListRow:
    """One number of a list as written, with its 1-based row and the name of its column."""

    row: int
    written: str = field(repr=False)
    column: str = ""


@dataclass(frozen=True)
class ListedNumber:
    """Result of one entry: its class, and sentences in the language of the interface.

    A `private` entry may contain a card number or a NIK: its texts are empty, and its diagnosis
    `found` may only be counted, never shown; its `number` is there only where it surely
    stands apart from them. `number` is the national form with repairs applied.
    `offered` is the one number to use, empty if there are several or none.
    """

    row: int
    column: str
    kind: EntryClass
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
        return self.kind is not EntryClass.OK


@dataclass
class ListCounts:
    """Counts of rows and numbers; every number is in exactly one class.

    `without_number` counts rows that hold none: titles, totals, people without a telephone.
    `repairs` counts the repaired numbers by their first repair.
    """

    rows: int = 0
    without_number: int = 0
    duplicates: int = 0
    classes: Counter[EntryClass] = field(default_factory=Counter)
    repairs: Counter[Kind] = field(default_factory=Counter)
    columns: tuple[str, ...] = ()

    @property
    def numbers(self) -> int:
        """All numbers that were examined."""
        return sum(self.classes.values())

    def as_json(self) -> dict[str, object]:
        """Return the summary in the JSON of the command line."""
        names = (EntryClass.OK, EntryClass.REPAIRED, EntryClass.CHECK, EntryClass.WRONG)
        counts = {str(name): self.classes[name] for name in names}
        return {
            "rows": self.rows,
            "numbers": self.numbers,
            **counts,
            "not_mobile": self.classes[EntryClass.NOT_MOBILE],
            "unreadable": self.classes[EntryClass.UNREADABLE],
            "duplicates": self.duplicates,
            "without_number": self.without_number,
            "columns": list(self.columns),
        }


class Examiner:
    """Validates the entries of one list in turn and counts them in `summary`.

    Memory grows by one integer for each different number; nothing else of the list is kept.
    """

    def __init__(self, plan: PlanIndex, words: NumberWords) -> None:
        self._plan = plan
        self._words = words
        self._seen = NumberSet()
        self.summary = ListCounts()

    def examine(self, entry: ListRow) -> ListedNumber:
        """Validate one entry and count it."""
        found = diagnose(entry.written, self._plan)
        kind = entry_class_of(found)
        self.summary.classes[kind] += 1
        if kind is EntryClass.REPAIRED:
            self.summary.repairs[found.repairs[0].kind] += 1
        private = is_private(entry.written)
        hidden = private and not _is_beside_card(found)
        suggested = [grouped(one.number) for one in offers(found)]
        duplicate = self._is_known(found)
        self.summary.duplicates += duplicate
        return ListedNumber(
            row=entry.row,
            column=entry.column,
            kind=kind,
            written="" if private else entry.written.strip()[:LONGEST_CELL],
            number=grouped(found.number) if found.number and not hidden else "",
            sentences=tuple(
                describe_for_volunteer(finding, self._words, private=private)
                for finding in found.findings
            ),
            suggestion="" if hidden else f" {self._words.list_or} ".join(suggested),
            offered="" if hidden else _offered(found, kind, suggested),
            private=private,
            duplicate=duplicate,
            found=found,
        )

    def _is_known(self, found: Diagnosis) -> bool:
        if found.number is None or found.verdict is Verdict.NOT_MOBILE:
            return False
        return self._seen.add(int("1" + found.number))


def entry_class_of(found: Diagnosis) -> EntryClass:
    """Return the class of a diagnosis."""
    if found.verdict is Verdict.CHECK and found.repairs:
        harmless = all(
            finding.kind in _HARMLESS and finding.sentence != LABELLED for finding in found.findings
        )
        return EntryClass.REPAIRED if harmless else EntryClass.CHECK
    return EntryClass(found.verdict.value)


def list_group_of(listed: ListedNumber) -> ListGroup:
    """Return the group of an entry; a repeated one is a duplicate only if nothing is wrong."""
    group = _LIST_GROUPS[listed.kind]
    return ListGroup.DUPLICATE if listed.duplicate and group is ListGroup.OK else group


def offers(found: Diagnosis) -> tuple[Suggestion, ...]:
    """Return the suggestions that differ from the number read."""
    return tuple(one for one in found.suggestions if one.number != found.number)


def _offered(found: Diagnosis, kind: EntryClass, suggested: Sequence[str]) -> str:
    if kind in {EntryClass.OK, EntryClass.REPAIRED} and found.number is not None:
        return grouped(found.number)
    return suggested[0] if len(suggested) == 1 else ""


def parts_of(cell: str) -> Iterator[str]:
    """Split a cell that holds several numbers ("0812… / 0813…"); yield the parts as written."""
    if any(_may_be_several(finding) for finding in parse(cell).findings):
        for apart in (_APART,) if _names_another(cell) else (_APART, _WORD_BETWEEN):
            parts = [part for part in apart.split(cell) if any(map(str.isdigit, part))]
            if len(parts) > 1 and all(_holds_a_number(part) for part in parts):
                yield from parts
                return
    yield cell


def _names_another(cell: str) -> bool:
    """Return whether a word names another kind of number, which must stay before it."""
    return any(word.lower() in OTHER_NUMBERS for word in _WORDS.findall(cell))


def _may_be_several(finding: Finding) -> bool:
    return finding.kind is Kind.TWO_NUMBERS or finding.sentence == BESIDE_CARD


def _is_beside_card(found: Diagnosis) -> bool:
    """Return whether a number was surely read, and the card number or NIK beside it left out."""
    sure = found.verdict is Verdict.OK
    return sure and any(finding.sentence == BESIDE_CARD for finding in found.findings)


def _holds_a_number(part: str) -> bool:
    return sum(map(str.isdigit, part)) >= FEWEST_IN_PART


def is_private(written: str) -> bool:
    """Return whether a text may contain a PIN, card number, NIK or NPWP, which no result shows."""
    folded = fold(written)
    if TAX_NUMBER.search(folded) is not None or _PIN.search(written) is not None:
        return True
    for run in _RUN.finditer(folded):
        digits = "".join(filter(str.isdigit, run[0]))
        if len(digits) >= FEWEST_PRIVATE and not _MOBILES.fullmatch(digits):
            return True
    return False
