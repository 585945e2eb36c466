"""What the number doctor can say about a number: kinds, places and suggestions, without words."""

from dataclasses import dataclass, field
from enum import StrEnum

Fact = str | int | tuple[int, ...]
Facts = tuple[tuple[str, Fact], ...]


class Verdict(StrEnum):
    """How a number stands after one look."""

    OK = "ok"
    CHECK = "check"
    WRONG = "wrong"
    NOT_MOBILE = "not_mobile"
    UNREADABLE = "unreadable"


class Kind(StrEnum):
    """Everything that can be found in a number, or between two numbers."""

    DOUBLED_DIGIT = "doubled_digit"
    MISSING_DIGIT = "missing_digit"
    EXTRA_DIGIT = "extra_digit"
    WRONG_DIGIT = "wrong_digit"
    SWAPPED_DIGITS = "swapped_digits"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    UNKNOWN_PREFIX = "unknown_prefix"
    DOUBLED_PREFIX = "doubled_prefix"
    DOUBLED_ZERO = "doubled_zero"
    COUNTRY_CODE_AND_ZERO = "country_code_and_zero"
    LOST_ZERO = "lost_zero"
    LETTER_FOR_DIGIT = "letter_for_digit"
    TWO_NUMBERS = "two_numbers"
    LANDLINE = "landline"
    SHORT_CODE = "short_code"
    FOREIGN = "foreign"
    IDENTITY_NUMBER = "identity_number"
    LETTERS = "letters"
    EMPTY = "empty"
    BESIDE = "beside"
    MASKED = "masked"
    SPREADSHEET = "spreadsheet"


REPAIRS = frozenset(
    {
        Kind.DOUBLED_ZERO,
        Kind.DOUBLED_PREFIX,
        Kind.COUNTRY_CODE_AND_ZERO,
        Kind.LOST_ZERO,
        Kind.LETTER_FOR_DIGIT,
    }
)
"""What is put right while a number is read; whoever typed it is asked whether that is meant."""


class Choice(StrEnum):
    """What a person can do about a number; the first button of a page is the likeliest."""

    TAKE = "take"
    COUNT = "count"
    KEEP = "keep"
    TYPE_AGAIN = "type_again"


class Side(StrEnum):
    """One of two compared numbers: the one typed, or the one read from the phone itself."""

    TYPED = "typed"
    SIM = "sim"


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of 0-based places in a number."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, with the name of its sentence in NumberWords and the facts to put in."""

    kind: Kind
    sentence: str
    at: Span | None = None
    facts: Facts = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A number that may have been meant; `at` is the place in the number as it was typed."""

    kind: Kind
    number: str = field(repr=False)
    at: Span


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference; `at` counts in the typed number, `sim_at` in the other one."""

    kind: Kind
    at: Span
    sim_at: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of two numbers written one above the other; an empty string is a gap."""

    typed: str = field(repr=False)
    sim: str = field(repr=False)
    mark: Kind | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two numbers differ, and which of them is wrong where the plan decides it.

    Numbers that cannot be read are not the same and have no edits. Where digits are hidden, `same`
    is None if all that is visible agrees; `visible` and `hidden` count digits, and are None
    for two numbers that are known whole.
    """

    same: bool | None
    edits: tuple[Edit, ...] = ()
    cells: tuple[Cell, ...] = ()
    likely_wrong: Side | None = None
    visible: int | None = None
    hidden: int | None = None

    @property
    def differing(self) -> tuple[int, ...]:
        """The columns in which the numbers differ, counted from 0."""
        return tuple(place for place, cell in enumerate(self.cells) if cell.mark is not None)

    @property
    def visible_agree(self) -> bool | None:
        """Whether all visible digits agree; None where no digit is hidden."""
        return None if self.visible is None else self.same is None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Everything known about one entry; `ask_length` says that the owner's count would help.

    `number` is None also where several readings are possible: then they are the suggestions. A
    number with hidden digits is only a `pattern`, with * for each mark.
    """

    typed: str = field(repr=False)
    number: str | None = field(repr=False)
    operator: str | None
    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    ask_length: bool = False
    comparison: Comparison | None = None
    pattern: str | None = field(default=None, repr=False)

    @property
    def repairs(self) -> tuple[Finding, ...]:
        """What was put right while the number was read."""
        return tuple(finding for finding in self.findings if finding.kind in REPAIRS)

    @property
    def default(self) -> Choice:
        """The likeliest thing to do; never to keep a number that is obviously wrong."""
        if self.suggestions:
            return Choice.TAKE
        if self.verdict in {Verdict.WRONG, Verdict.NOT_MOBILE, Verdict.UNREADABLE}:
            return Choice.TYPE_AGAIN
        return Choice.COUNT if self.ask_length and self.findings else Choice.KEEP
