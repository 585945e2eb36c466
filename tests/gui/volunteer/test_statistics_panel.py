"""The statistics of a laptop, where the office keeps them."""

from datetime import date
from pathlib import Path

from jknassist.core.statistics import Event, EventKind
from jknassist.gui.volunteer.statistics_panel import OUTCOMES_SHOWN, StatisticsPanel
from jknassist.system.statistics_store import StatisticsStore
from tests.gui.volunteer.conftest import KNOWLEDGE, Start, keys, wait_to_see
from tests.support.counting import count_outcome, events, files_of


def test_the_tally_is_shown_only_where_there_is_one(start: Start, tmp_path: Path) -> None:
    visitor = start()
    assert not visitor.sees(KNOWLEDGE.words.tally_button)
    keys(visitor, "Ctrl+T")
    assert visitor.window.panel is None
    statistics = StatisticsStore(tmp_path)
    other = start(statistics)
    other.press(KNOWLEDGE.words.tally_button)
    wait_to_see(other, KNOWLEDGE.words.tally_none)
    count_outcome(statistics, "pulsa_habis", date(2026, 11, 22))
    count_outcome(statistics, "outcome_of_an_older_edition", date(2026, 11, 22))
    keys(other, "Ctrl+T")
    assert isinstance(other.window.panel, StatisticsPanel)
    wait_to_see(other, KNOWLEDGE.words.tally_total.format(count=2, days=1))
    wait_to_see(other, "Pulsa habis")
    wait_to_see(other, "outcome_of_an_older_edition")


def test_a_broken_tally_is_said_and_does_not_stop_a_visit(start: Start, tmp_path: Path) -> None:
    statistics = StatisticsStore(tmp_path)
    statistics.old_file.write_text("kacau")
    visitor = start(statistics)
    visitor.choose("pulsa")
    visitor.window.start_over()
    assert visitor.place == KNOWLEDGE.start
    visitor.window.statistics_wanted.emit()
    wait_to_see(visitor, KNOWLEDGE.words.tally_broken)
    assert statistics.old_file.read_text() == "kacau"
    assert files_of(statistics) == []


def test_the_bars_can_be_turned_into_a_table(start: Start, tmp_path: Path) -> None:
    statistics = StatisticsStore(tmp_path)
    source = (Event(EventKind.OUTCOME, "pulsa_habis"), Event(EventKind.SOLVED, "pulsa_habis"))
    statistics.count([*source, Event(EventKind.LEFT, "mulai")], date(2026, 11, 22), 2)
    visitor = start(statistics)
    keys(visitor, "Ctrl+T")
    words = KNOWLEDGE.words
    wait_to_see(visitor, words.tally_left_title.format(count=1))
    panel = visitor.window.panel
    assert isinstance(panel, StatisticsPanel)
    assert panel.bars.isVisible()
    visitor.press(words.tally_table)
    assert panel.table.isVisible()
    assert not panel.bars.isVisible()
    row = [panel.table.item(0, column) for column in range(panel.table.columnCount())]
    assert [item.text() for item in row if item] == ["Pulsa habis", "1", "1", "0", "0"]
    visitor.press(words.tally_bars)
    assert panel.bars.isVisible()


def test_many_outcomes_end_in_one_row_and_many_days_in_weeks(start: Start, tmp_path: Path) -> None:
    statistics = StatisticsStore(tmp_path)
    for number in range(12):
        count_outcome(statistics, f"outcome_{number:02}", date(2026, 11, 1 + number))
    for day in range(13, 29):
        count_outcome(statistics, "outcome_00", date(2026, 11, day))
    visitor = start(statistics)
    keys(visitor, "Ctrl+T")
    words = KNOWLEDGE.words
    wait_to_see(visitor, words.tally_others.format(count=12 - OUTCOMES_SHOWN + 1))
    assert visitor.sees(words.tally_weeks_title)


def test_visits_that_were_all_left_are_shown_without_outcomes(start: Start, tmp_path: Path) -> None:
    statistics = StatisticsStore(tmp_path)
    statistics.count(events([("left", KNOWLEDGE.start)]), date(2026, 11, 22), 2)
    visitor = start(statistics)
    visitor.press(KNOWLEDGE.words.tally_button)
    assert isinstance(visitor.window.panel, StatisticsPanel)
    wait_to_see(visitor, KNOWLEDGE.places[KNOWLEDGE.start].title)
