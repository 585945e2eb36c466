"""What charts of the statistics show: few rows with names, the same on screen and on paper."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jknassist.core.flow.formatting import format_count
from jknassist.core.flow.model import Knowledge
from jknassist.core.statistics import NAME, OutcomeCount, Statistics, by_day, by_week, left_by_step

OUTCOMES_SHOWN, DAYS_SHOWN, LEFT_SHOWN = 7, 14, 3
"""Bars of a chart at the most; more outcomes become one row, more days become weeks."""


@dataclass(frozen=True, kw_only=True)
class ChartRow:
    """A row of a chart: its name, how many there were, and how many of them were solved."""

    name: str
    count: int
    solved: int = 0


@dataclass(frozen=True, kw_only=True)
class DayChart:
    """The visits of each day, or of each week from its Monday on where there are many days."""

    title: str
    days: tuple[tuple[date, int], ...]


def place_title(knowledge: Knowledge, place_id: str) -> str:
    """Return the title of an outcome or step; the words of its id if another edition had it.

    The name of a row that sums others is no id, and stays.
    """
    place = knowledge.places.get(place_id)
    if place is not None:
        return place.title
    return place_id.replace("_", " ").capitalize() if NAME.fullmatch(place_id) else place_id


def several_line(outcomes: Sequence[OutcomeCount], knowledge: Knowledge) -> str:
    """Return how many outcomes were shown, and why there are more than people; empty for none."""
    count = sum(one.shown for one in outcomes)
    counted = format_count(count, knowledge.language)
    return knowledge.words.tally_several.format(count=counted) if count else ""


def outcome_rows(outcomes: Sequence[OutcomeCount], knowledge: Knowledge) -> tuple[ChartRow, ...]:
    """Return the rows of the most frequent outcomes, and the rest as one row."""
    name = knowledge.words.tally_others.format(count=len(outcomes) - OUTCOMES_SHOWN + 1)
    few = with_rest_summed(outcomes, OUTCOMES_SHOWN, name)
    return tuple(
        ChartRow(name=place_title(knowledge, one.outcome), count=one.shown, solved=one.solved)
        for one in few
    )


def with_rest_summed(
    outcomes: Sequence[OutcomeCount], most: int, name: str
) -> tuple[OutcomeCount, ...]:
    """Return at most so many outcomes, the last of which sums the rest under a name."""
    if len(outcomes) <= most:
        return tuple(outcomes)
    rest = outcomes[most - 1 :]
    summed = OutcomeCount(
        name,
        sum(one.shown for one in rest),
        sum(one.solved for one in rest),
        sum(one.unsolved for one in rest),
    )
    return (*outcomes[: most - 1], summed)


def day_chart(statistics: Statistics, knowledge: Knowledge) -> DayChart:
    """Return the chart of the days, or of the latest weeks."""
    words, days = knowledge.words, by_day(statistics)
    if len(days) > DAYS_SHOWN:
        return DayChart(title=words.tally_weeks_title, days=by_week(days)[-DAYS_SHOWN:])
    return DayChart(title=words.tally_days_title, days=days)


def left_rows(statistics: Statistics, knowledge: Knowledge) -> tuple[ChartRow, ...]:
    """Return the steps on which most visits were left."""
    left = left_by_step(statistics)[:LEFT_SHOWN]
    return tuple(ChartRow(name=place_title(knowledge, step), count=count) for step, count in left)
