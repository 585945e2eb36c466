"""The way in for everyone who has a text: read it, judge the number, compare it with another."""

from jknassist.core.phone.comparing import compare
from jknassist.core.phone.diagnosis import Diagnosis, Verdict
from jknassist.core.phone.judging import judge
from jknassist.core.phone.plan import PlanIndex
from jknassist.core.phone.reading import read


def examine(
    text: str, index: PlanIndex, *, stated_length: int | None = None, sim: str | None = None
) -> Diagnosis:
    """Return everything there is to know about a text that should hold one mobile number.

    `sim` is the number as the phone itself shows it, or as it was typed a second time;
    `stated_length` is how many digits its owner says the number has. Never raises.
    """
    reading = read(text)
    comparison = None if sim is None else compare(reading.number, read(sim).number, index)
    if reading.number is None or reading.verdict is Verdict.NOT_MOBILE:
        return Diagnosis(
            text,
            reading.number,
            None,
            reading.verdict,
            reading.findings,
            comparison=comparison,
        )
    judged = judge(reading.number, index, stated_length=stated_length)
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
