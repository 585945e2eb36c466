"""Rows of the charts of the statistics: few, named, and with nothing lost in the sum."""

from datetime import date, timedelta

from jknassist.core.export.statistics_chart import (
    DAYS_SHOWN,
    LEFT_SHOWN,
    OUTCOMES_SHOWN,
    day_chart,
    left_rows,
    outcome_rows,
    place_title,
)
from jknassist.core.statistics import OutcomeCount
from tests.support.counting import statistics_of
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
WORDS = KNOWLEDGE.words
DAY = date(2026, 11, 2)


def test_a_place_of_another_edition_has_the_words_of_its_id() -> None:
    assert place_title(KNOWLEDGE, "pulsa_habis") == "Pulsa habis"
    assert place_title(KNOWLEDGE, "dari_edisi_lama") == "Dari edisi lama"


def test_few_outcomes_all_have_a_row_and_many_are_summed_in_the_last_one() -> None:
    many = [OutcomeCount(f"akhir_{n}", 20 - n, n, 0) for n in range(12)]
    few = outcome_rows(many[:OUTCOMES_SHOWN], KNOWLEDGE)
    assert [row.name for row in few] == [
        place_title(KNOWLEDGE, one.outcome) for one in many[:OUTCOMES_SHOWN]
    ]
    rows = outcome_rows(many, KNOWLEDGE)
    assert len(rows) == OUTCOMES_SHOWN
    assert rows[-1].name == WORDS.tally_others.format(count=12 - OUTCOMES_SHOWN + 1)
    assert sum(row.count for row in rows) == sum(one.shown for one in many)
    assert sum(row.solved for row in rows) == sum(one.solved for one in many)


def test_many_days_become_weeks_that_begin_on_monday() -> None:
    days = {DAY + timedelta(days=n): (("outcome", "pulsa_habis"),) for n in range(DAYS_SHOWN)}
    chart = day_chart(statistics_of(days), KNOWLEDGE)
    assert (chart.title, len(chart.days)) == (WORDS.tally_days_title, DAYS_SHOWN)
    days[DAY + timedelta(days=DAYS_SHOWN)] = (("outcome", "pulsa_habis"),)
    chart = day_chart(statistics_of(days), KNOWLEDGE)
    assert chart.title == WORDS.tally_weeks_title
    assert chart.days == ((DAY, 7), (DAY + timedelta(days=7), 7), (DAY + timedelta(days=14), 1))


def test_the_steps_that_most_left_come_first_and_no_more_than_fit() -> None:
    events = [("left", f"langkah_{n}") for n in range(5) for _ in range(n + 1)]
    rows = left_rows(statistics_of({DAY: events}), KNOWLEDGE)
    assert [row.count for row in rows] == [5, 4, 3][:LEFT_SHOWN]
    assert rows[0].name == "Langkah 4"
