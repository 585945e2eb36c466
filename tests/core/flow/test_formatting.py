"""Dates, clock times and where a fact comes from, as sentences."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from jknassist.core.flow.formatting import (
    checked_line,
    data_line,
    decimal,
    format_count,
    long_date,
    masked,
    operator_line,
    source_texts,
    waiting_plan,
)
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
WORDS = replace(
    KNOWLEDGE.words,
    clock="{hours}.{minutes}",
    wait_row="{when}",
    wait_today="{clock}",
    wait_tomorrow="besok {clock}",
    wait_in_two_days="lusa {clock}",
    wait_in_minutes="{minutes} menit lagi",
    wait_in_hours="{hours} jam lagi",
    wait_next_day="besok",
)


def plan(hour: int, minute: int, *minutes: int) -> tuple[str, ...]:
    now = datetime(2026, 12, 31, hour, minute, 30)  # noqa: DTZ001  the visitor's wall clock
    return waiting_plan(WORDS, minutes, now)


def test_dates_are_written_out() -> None:
    assert long_date(date(2026, 1, 5), KNOWLEDGE.words) == "5 Jan 2026"
    assert long_date(date(2026, 12, 31), KNOWLEDGE.words) == "31 Des 2026"
    words = replace(KNOWLEDGE.words, data_date="Edisi {edition}, {date}")
    assert data_line(replace(KNOWLEDGE, words=words, edition=7)) == "Edisi 7, 22 Nov 2026"


def test_a_fact_tells_when_it_was_checked_and_what_was_read() -> None:
    gangguan = next(o for o in KNOWLEDGE.outcomes if o.id == "gangguan")
    line = checked_line(KNOWLEDGE, gangguan.provenance)
    assert "1 Nov 2026" in line
    assert KNOWLEDGE.words.confidence_inferred in line
    assert source_texts(KNOWLEDGE, gangguan.provenance) == ("Balasan percobaan, 2026.",)


def test_an_operator_is_one_line() -> None:
    words = replace(KNOWLEDGE.words, operator_row="{name}: {codes} atau {app}")
    contohsel = replace(KNOWLEDGE.operators[0], codes=("*000#", "*111#"), app="MyContohsel")
    assert operator_line(words, contohsel) == "Contohsel: *000#, *111# atau MyContohsel"


def test_times_are_rounded_up_to_five_minutes() -> None:
    assert plan(10, 3, 60, 180, 1440) == ("11.05", "13.05", "besok 10.05")
    assert plan(10, 0, 5) == ("10.10",)
    assert plan(9, 58, 60) == ("11.00",)


def test_a_time_on_the_mark_is_not_rounded() -> None:
    assert waiting_plan(WORDS, (60,), datetime(2026, 11, 22, 9, 5)) == ("10.05",)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("hour", "minute", "minutes", "said"),
    [
        (20, 30, 60, "besok 07.00"),
        (3, 0, 60, "07.00"),
        (6, 15, 65, "07.25"),
        (22, 0, 5, "22.10"),
        (23, 58, 5, "besok 00.05"),
        (19, 54, 60, "20.55"),
    ],
)
def test_nobody_is_sent_to_the_phone_in_the_night(
    hour: int, minute: int, minutes: int, said: str
) -> None:
    assert plan(hour, minute, minutes) == (said,)


def test_two_times_that_fall_on_the_same_morning_are_one() -> None:
    assert plan(20, 30, 60, 180) == ("besok 07.00",)
    assert plan(21, 30, 60, 180, 1440) == ("besok 07.00", "lusa 07.00")


@pytest.mark.parametrize(
    ("hour", "minute", "said"),
    [
        (0, 10, "besok 07.00"),
        (6, 50, "besok 07.00"),
        (20, 49, "besok 20.50"),
        (20, 58, "lusa 07.00"),
        (21, 0, "lusa 07.00"),
        (23, 59, "lusa 07.00"),
    ],
)
def test_a_wait_of_a_day_never_ends_on_the_next_morning_before_it_is_over(
    hour: int, minute: int, said: str
) -> None:
    assert plan(hour, minute, 1440) == (said,)


def test_without_a_clock_the_plan_says_how_long() -> None:
    said = waiting_plan(WORDS, (5, 60, 180, 1440), None)
    assert said == ("5 menit lagi", "1 jam lagi", "3 jam lagi", "besok")


def test_a_number_is_masked_in_the_middle() -> None:
    assert masked("081234567890") == "0812-****-890"
    assert masked("") == ""


@pytest.mark.parametrize(
    ("count", "indonesian", "english"),
    [
        (0, "0", "0"),
        (999, "999", "999"),
        (1000, "1.000", "1,000"),
        (1250000, "1.250.000", "1,250,000"),
    ],
)
def test_a_count_has_its_thousands_apart(count: int, indonesian: str, english: str) -> None:
    assert [format_count(count, language) for language in ("id", "jv", "en")] == [
        indonesian,
        indonesian,
        english,
    ]


@pytest.mark.parametrize("number", ["18.5", "18,5"])
def test_a_decimal_has_the_mark_of_its_language(number: str) -> None:
    assert [decimal(number, language) for language in ("id", "jv", "en")] == [
        "18,5",
        "18,5",
        "18.5",
    ]
