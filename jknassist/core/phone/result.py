"""Result types of the number doctor: verdict, findings, suggestions, comparison. No texts."""

from dataclasses import dataclass, field
from enum import StrEnum

Fact = str | int | tuple[int, ...]
Facts = tuple[tuple[str, Fact], ...]


class Verdict(StrEnum):
    """Overall result of the check of a number."""

    OK = "ok"
    CHECK = "check"
    WRONG = "wrong"
    NOT_MOBILE = "not_mobile"
    UNREADABLE = "unreadable"


class Kind(StrEnum):
    """Kinds of finding in one number, or between two."""

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
"""Repairs made while parsing; whoever typed the number is asked to confirm them."""


class Choice(StrEnum):
    """What a person can do about a number; the likeliest is the first button of the page."""

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
    """A half-open range of 0-based positions in a number."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, with the name of its sentence in NumberWords and the values to fill in."""

    kind: Kind
    sentence: str
    at: Span | None = None
    facts: Facts = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A number that may have been meant; `at` is the range in the number as typed."""

    kind: Kind
    number: str = field(repr=False)
    at: Span


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference: `at` is its range in the typed number, `sim_at` in the other one."""

    kind: Kind
    at: Span
    sim_at: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of two aligned numbers; an empty string is a gap."""

    typed: str = field(repr=False)
    sim: str = field(repr=False)
    mark: Kind | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Result of comparing two numbers, and which one is likely wrong if the plan decides it.

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
        """The 0-based columns in which the numbers differ."""
        return tuple(index for index, cell in enumerate(self.cells) if cell.mark is not None)

    @property
    def visible_agree(self) -> bool | None:
        """Whether all visible digits agree; None if no digit is hidden."""
        return None if self.visible is None else self.same is None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Everything known about one entry; `ask_length` if the owner should count the digits.

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
        """The repairs made while parsing."""
        return tuple(finding for finding in self.findings if finding.kind in REPAIRS)

    @property
    def default(self) -> Choice:
        """The likeliest choice; never to keep a number that is obviously wrong."""
        if self.suggestions:
            return Choice.TAKE
        if self.verdict in {Verdict.WRONG, Verdict.NOT_MOBILE, Verdict.UNREADABLE}:
            return Choice.TYPE_AGAIN
        return Choice.COUNT if self.ask_length and self.findings else Choice.KEEP
