"""Which result of the flow a number has: kept as typed, or compared with an earlier entry."""

from dataclasses import dataclass
from enum import Enum, auto

from jknassist.core.flow.model import NumberResult
from jknassist.core.phone.result import Comparison, Diagnosis, Side, Verdict

SAME_NUMBER_AT_MOST = 3
"""Edit steps up to which two entries count as one number with a typo, not as two numbers."""

KEPT = {
    Verdict.OK: NumberResult.OK,
    Verdict.CHECK: NumberResult.CHECK,
    Verdict.WRONG: NumberResult.WRONG,
    Verdict.NOT_MOBILE: NumberResult.NOT_MOBILE,
}
"""Results of numbers that are used as typed."""


class Ask(Enum):
    """What is offered below a comparison."""

    NOTHING = auto()
    TYPE_AGAIN = auto()
    KEEP_OR_TYPE_AGAIN = auto()
    WHICH_IS_WRONG = auto()


@dataclass(frozen=True)
class ComparisonResult:
    """The result of a comparison; where it asks the person, it counts only once they agree."""

    result: NumberResult
    ask: Ask

    @property
    def is_decided(self) -> bool:
        """Return whether the result counts at once."""
        return self.ask in {Ask.NOTHING, Ask.TYPE_AGAIN}


def result_of_comparison(comparison: Comparison) -> ComparisonResult:
    """Return what a comparison of two entries concludes, and what is to be asked about it."""
    if comparison.visible is not None:
        if comparison.visible_agree:
            return ComparisonResult(NumberResult.SAME, Ask.TYPE_AGAIN)
        # The person says which number is wrong: hidden digits decide nothing.
        return ComparisonResult(_differs(len(comparison.differing)), Ask.WHICH_IS_WRONG)
    if comparison.same:
        return ComparisonResult(NumberResult.SAME, Ask.NOTHING)
    # A misread card must not "correct" the registered number.
    doubted = comparison.likely_wrong is Side.SIM
    ask = Ask.KEEP_OR_TYPE_AGAIN if doubted else Ask.TYPE_AGAIN
    return ComparisonResult(_differs(len(comparison.edits)), ask)


def comparable(entry: Diagnosis | None) -> Diagnosis | None:
    """Return an earlier entry if it can be compared with another number, or None."""
    return entry if entry and (entry.number or entry.pattern) else None


def _differs(steps: int) -> NumberResult:
    far = steps > SAME_NUMBER_AT_MOST
    return NumberResult.OTHER_NUMBER if far else NumberResult.DIFFERS
