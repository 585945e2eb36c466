"""Formats dates, times, counts, provenance and masked numbers with the sentences of the content."""

from datetime import date, datetime, timedelta

from jknassist.core.flow.model import FactConfidence, Knowledge, Operator, Provenance
from jknassist.core.words import InterfaceWords

HOUR = 60
DAY = 24 * HOUR
"""Minutes."""

ROUND_TO = 5
"""Minutes; rounded times are easier to remember."""

WAKES, SLEEPS = 7, 21
"""Hours of the day from and to which a waiting plan names times."""

WITH_POINT = frozenset({"en"})
"""Languages that write decimals with a point and thousands with a comma.

Those of Indonesia write them the other way round.
"""


def long_date(day: date, words: InterfaceWords) -> str:
    """Write a date out, as in 22 November 2026."""
    return f"{day.day} {words.months.split()[day.month - 1]} {day.year}"


def clock_time(moment: datetime, words: InterfaceWords) -> str:
    """Write a time of the day, as in 15.05."""
    return words.clock.format(hours=f"{moment.hour:02}", minutes=f"{moment.minute:02}")


def decimal(number: str, language: str) -> str:
    """Write a decimal number with the mark of a language, as in 18,5."""
    point, comma = ".", ","
    return number.replace(comma, point) if language in WITH_POINT else number.replace(point, comma)


def format_count(count: int, language: str) -> str:
    """Write a count with its thousands apart, as in 25.000; not for numbers that are names.

    A phone number or the number of a row is a name: people look for it as it was written.
    """
    return f"{count:,}" if language in WITH_POINT else f"{count:,}".replace(",", ".")


def data_line(knowledge: Knowledge) -> str:
    """Return the line with edition and date of the content."""
    return knowledge.words.data_date.format(
        date=long_date(knowledge.released, knowledge.words), edition=knowledge.edition
    )


def checked_line(knowledge: Knowledge, provenance: Provenance) -> str:
    """Return when a fact was last checked and how sure it is."""
    return knowledge.words.checked_row.format(
        date=long_date(provenance.checked_on, knowledge.words),
        confidence=_confidence(knowledge.words, provenance.confidence),
    )


def source_texts(knowledge: Knowledge, provenance: Provenance) -> tuple[str, ...]:
    """Return the sources of a fact, one line each."""
    names = {source.id: source.text for source in knowledge.sources}
    return tuple(names[ref] for ref in provenance.sources)


def operator_line(words: InterfaceWords, operator: Operator) -> str:
    """Return one operator with its codes and app."""
    return words.operator_row.format(
        name=operator.name, codes=", ".join(operator.codes), app=operator.app
    )


def waiting_plan(
    words: InterfaceWords, minutes: tuple[int, ...], now: datetime | None
) -> tuple[str, ...]:
    """Return one line for each time to try again: by the clock, or how long from now."""
    if now is None:
        whens = tuple(_how_long(words, wait) for wait in minutes)
    else:
        whens = tuple(_at_what_time(words, now, wait) for wait in minutes)
    return tuple(words.wait_row.format(when=when) for when in dict.fromkeys(whens))


def masked(number: str) -> str:
    """Hide the middle of a phone number, as in 0812-****-890; nothing for no number."""
    return f"{number[:4]}-****-{number[-3:]}" if number else ""


def _how_long(words: InterfaceWords, wait: int) -> str:
    if wait >= DAY:
        return words.wait_next_day
    if wait >= HOUR:
        return words.wait_in_hours.format(hours=wait // HOUR)
    return words.wait_in_minutes.format(minutes=wait)


def _at_what_time(words: InterfaceWords, now: datetime, wait: int) -> str:
    moment = _convenient(now + timedelta(minutes=wait), by_day=wait >= HOUR)
    days = (moment.date() - now.date()).days
    sentence = (words.wait_today, words.wait_tomorrow, words.wait_in_two_days)[min(days, 2)]
    return sentence.format(clock=clock_time(moment, words))


def _convenient(moment: datetime, *, by_day: bool) -> datetime:
    """Round up to five minutes; with `by_day` a time at night is moved to the morning."""
    late = moment.minute % ROUND_TO * 60 + moment.second
    rounded = moment.replace(second=0, microsecond=0) - timedelta(minutes=moment.minute % ROUND_TO)
    rounded += timedelta(minutes=ROUND_TO if late else 0)
    if by_day and not WAKES <= rounded.hour < SLEEPS:
        next_day = rounded.hour >= SLEEPS
        rounded = rounded.replace(hour=WAKES, minute=0) + timedelta(days=next_day)
    return rounded


def _confidence(words: InterfaceWords, confidence: FactConfidence) -> str:
    sentence: str = getattr(words, f"confidence_{confidence.value}")
    return sentence
