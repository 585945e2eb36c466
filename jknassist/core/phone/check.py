"""The way in for everyone who has a text: read it, judge the number, compare it with another."""

from jknassist.core.phone.diff import compare
from jknassist.core.phone.parse import parse
from jknassist.core.phone.plan import PlanIndex
from jknassist.core.phone.result import Diagnosis, Verdict
from jknassist.core.phone.validate import validate


def diagnose(
    text: str, index: PlanIndex, *, stated_length: int | None = None, sim: str | None = None
) -> Diagnosis:
    """Return everything there is to know about a text that should hold one mobile number.

    `sim` is the number as the phone itself shows it, or as it was typed a second time;
    `stated_length` is how many digits its owner says the number has. Never raises.
    """
    reading = parse(text)
    comparison = None if sim is None else compare(reading.number, parse(sim).number, index)
    if reading.number is None or reading.verdict is Verdict.NOT_MOBILE:
        return Diagnosis(
            text,
            reading.number,
            None,
            reading.verdict,
            reading.findings,
            comparison=comparison,
        )
    judged = validate(reading.number, index, stated_length=stated_length)
    return Diagnosis(
        text,
        reading.number,
        judged.operator,
        reading.verdict if judged.verdict is Verdict.OK else judged.verdict,
        reading.findings + judged.findings,
        judged.suggestions,
        judged.ask_length,
        comparison,
    )
