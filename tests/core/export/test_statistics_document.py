"""The sheet of the statistics: every figure of the page, bounded, and nothing about a person."""

import re
from datetime import date

import pytest

from jknassist.core.export.print_document import CountRow, PrintDocument, TableRow
from jknassist.core.export.statistics_document import (
    MOST_ROWS,
    StatisticsSheets,
    statistics_document,
)
from jknassist.core.flow.formatting import long_date
from jknassist.core.paper import Paper
from jknassist.core.statistics import EMPTY, Statistics
from tests.support.counting import MACHINE, statistics_of
from tests.support.document_text import document_text
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
WORDS = KNOWLEDGE.words
DAY, TODAY = date(2026, 11, 22), date(2026, 11, 27)

COUNTED = statistics_of(
    {
        DAY: [
            *[("outcome", "pulsa_habis")] * 4,
            *[("solved", "pulsa_habis")] * 2,
            ("unsolved", "pulsa_habis"),
            *[("left", "mulai")] * 3,
        ]
    }
)


def on(paper: Paper, statistics: Statistics = COUNTED) -> PrintDocument:
    return statistics_document(statistics, KNOWLEDGE, paper, TODAY)


@pytest.mark.parametrize("paper", Paper)
def test_the_sheet_has_sums_charts_and_the_table_in_this_order(paper: Paper) -> None:
    text = document_text(on(paper))
    answers = f"{WORDS.solved_yes} 2, {WORDS.tally_unsolved} 1, {WORDS.tally_unanswered} 1"
    parts = (
        KNOWLEDGE.name,
        WORDS.tally_title,
        WORDS.tally_total.format(count=7, days=1),
        WORDS.tally_several.format(count=4),
        answers,
        "Pulsa habis 4",
        f"{long_date(DAY, WORDS)} 7",
        WORDS.tally_left_title.format(count=3),
        KNOWLEDGE.places["mulai"].title + " 3",
        WORDS.tally_table,
        "Pulsa habis 4 2 1 1" if paper is Paper.A4 else f"Pulsa habis: 4 ({answers})",
        long_date(TODAY, WORDS),
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize("paper", Paper)
def test_more_endings_than_people_are_said_before_the_bars(paper: Paper) -> None:
    visit = statistics_of({DAY: [("outcome", "pulsa_habis"), ("next_outcome", "minta_petugas")]})
    text = document_text(on(paper, visit))
    assert WORDS.tally_total.format(count=1, days=1) in text
    assert WORDS.tally_several.format(count=2) in text


def test_bars_are_shares_of_the_longest_one_and_told_apart_without_colour() -> None:
    bars = [block for block in on(Paper.A4).blocks if isinstance(block, CountRow)]
    assert [(bar.share, bar.filled, bar.hatched) for bar in bars] == [
        (1, 0.5, False),
        (1, 1, False),
        (1, 0, True),
    ]


def test_counts_have_their_thousands_apart_but_not_in_the_table_that_is_copied() -> None:
    many = statistics_of({DAY: [("outcome", "pulsa_habis")] * 1200})
    text = document_text(on(Paper.A4, many))
    assert WORDS.tally_total.format(count="1.200", days=1) in text
    assert WORDS.tally_several.format(count="1.200") in text
    assert "Pulsa habis 1.200" in text
    assert "Pulsa habis 1200 0 0 1200" in text


def test_more_solved_than_shown_in_a_damaged_file_fill_a_bar_and_no_more() -> None:
    odd = statistics_of({DAY: [("outcome", "a"), ("solved", "a"), ("solved", "a")]})
    bar = next(block for block in on(Paper.A4, odd).blocks if isinstance(block, CountRow))
    assert bar.filled == bar.share == 1


def test_the_table_is_bounded_and_its_last_row_sums_the_rest() -> None:
    many = statistics_of({DAY: [("outcome", f"akhir_{n:03}") for n in range(200)]})
    table = [block for block in on(Paper.A4, many).blocks if isinstance(block, TableRow)]
    assert len(table) == MOST_ROWS + 1, "and its head"
    assert table[-1].name == WORDS.tally_others.format(count=200 - MOST_ROWS + 1)
    assert sum(int(row.cells[0]) for row in table if not row.is_head) == 200


def test_visits_that_were_all_left_have_no_chart_of_outcomes_and_no_table() -> None:
    text = document_text(on(Paper.A4, statistics_of({DAY: [("left", "mulai")]})))
    assert WORDS.tally_outcomes_title not in text
    assert WORDS.tally_several.format(count=0) not in text
    assert WORDS.tally_table not in text
    assert WORDS.tally_left_title.format(count=1) in text


def test_nothing_counted_is_a_short_sheet_and_no_error() -> None:
    assert WORDS.tally_total.format(count=0, days=0) in document_text(on(Paper.ROLL_58, EMPTY))


def test_it_names_no_machine_and_no_time_of_the_day() -> None:
    sheets = StatisticsSheets(COUNTED, KNOWLEDGE, TODAY)
    for text in (*(document_text(sheets.on(paper)) for paper in Paper), sheets.copied_text):
        assert MACHINE not in text
        assert not re.search(r"\d[.:]\d\d\b", text)
        assert not re.search(r"\d{5}", text), "no number of a person"


def test_each_paper_is_composed_once_and_there_is_no_number_to_ask_for() -> None:
    sheets = StatisticsSheets(COUNTED, KNOWLEDGE, TODAY)
    assert sheets.on(Paper.A4) is sheets.on(Paper.A4, with_number=True)
    assert sheets.masked_number == ""


def test_what_is_copied_can_be_pasted_into_a_spreadsheet() -> None:
    lines = StatisticsSheets(COUNTED, KNOWLEDGE, TODAY).copied_text.splitlines()
    assert "Pulsa habis: 4" in lines
    assert "Pulsa habis\t4\t2\t1\t1" in lines
