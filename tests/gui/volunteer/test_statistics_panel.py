"""The statistics of a laptop, where the office keeps them."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from jknassist.core.export.print_document import PrintDocument
from jknassist.core.export.statistics_chart import OUTCOMES_SHOWN
from jknassist.core.paper import Paper
from jknassist.core.statistics import Event, EventKind, as_csv
from jknassist.gui.panels import save_locations, save_pdf
from jknassist.gui.panels.save_pdf import SavePanel
from jknassist.gui.volunteer.print_panel import PrintPanel
from jknassist.gui.volunteer.statistics_panel import StatisticsPanel
from jknassist.system.statistics_store import StatisticsStore
from tests.gui.volunteer.conftest import KNOWLEDGE, Start, keys, wait_to_see
from tests.support.counting import count_outcome, events, files_of
from tests.support.document_text import document_text
from tests.support.print_queue import PlayedJob, Plug


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
    wait_to_see(other, "Outcome of an older edition")


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
    header = panel.table.horizontalHeader()
    for column in range(1, panel.table.columnCount()):
        assert header.sectionSize(column) >= header.sectionSizeHint(column), "no head is cut off"
    row = [panel.table.item(0, column) for column in range(panel.table.columnCount())]
    assert [item.text() for item in row if item] == ["Pulsa habis", "1", "1", "0", "0"]
    visitor.press(words.tally_bars)
    assert panel.bars.isVisible()


def test_more_endings_than_people_are_said_beside_the_bars_and_beside_the_table(
    start: Start, tmp_path: Path
) -> None:
    statistics = StatisticsStore(tmp_path)
    visit = [("outcome", "pulsa_habis"), ("next_outcome", "minta_petugas")]
    statistics.count(events(visit), date(2026, 11, 22), 2)
    visitor = start(statistics)
    keys(visitor, "Ctrl+T")
    words = KNOWLEDGE.words
    wait_to_see(visitor, words.tally_total.format(count=1, days=1))
    assert visitor.sees(words.tally_several.format(count=2))
    visitor.press(words.tally_table)
    assert visitor.sees(words.tally_several.format(count=2))


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


def counted(tmp_path: Path) -> StatisticsStore:
    statistics = StatisticsStore(tmp_path)
    count_outcome(statistics, "pulsa_habis", date(2026, 11, 22))
    return statistics


def test_the_statistics_are_printed_and_close_to_where_they_were(
    start: Start,
    tmp_path: Path,
    qtbot: QtBot,
    plug: Plug,
    printed: tuple[list[PrintDocument], list[PlayedJob]],
) -> None:
    plug("Kantor")
    words = KNOWLEDGE.words
    visitor = start(counted(tmp_path))
    visitor.press(words.tally_button)
    visitor.press(words.print)
    qtbot.waitUntil(lambda: not visitor.sees(words.print_looking))
    assert not visitor.sees(words.paper_with_number)
    visitor.press(words.paper_80mm)
    visitor.press(words.print_now.format(printer="Kantor"))
    (document,) = printed[0]
    assert (document.paper, document.title) == (Paper.ROLL_80, words.tally_title)
    assert "Pulsa habis 1" in document_text(document)
    printed[1][0].settled.emit(None)
    assert visitor.sees(words.print_sent.format(printer="Kantor"))
    visitor.press(words.close)
    assert isinstance(visitor.window.panel, StatisticsPanel)


def test_ctrl_p_and_ctrl_s_print_and_save_the_statistics_and_not_the_ending_below(
    start: Start, tmp_path: Path, plug: Plug, monkeypatch: pytest.MonkeyPatch
) -> None:
    plug()
    monkeypatch.setattr(save_pdf, "save_folders", lambda _: (("Folder contoh", tmp_path),))
    visitor = start(counted(tmp_path))
    visitor.choose("pulsa")
    keys(visitor, "Ctrl+T")
    keys(visitor, "Ctrl+P")
    panel = visitor.window.panel
    assert isinstance(panel, PrintPanel)
    assert panel.paper_shown().title == KNOWLEDGE.words.tally_title
    keys(visitor, "Ctrl+S")
    assert isinstance(visitor.window.panel, SavePanel)
    visitor.press("Folder contoh")
    (saved,) = tmp_path.glob("*.pdf")
    assert saved.name.startswith("Rekap-")
    keys(visitor, "Ctrl+P")
    assert isinstance(visitor.window.panel, PrintPanel)


def test_what_is_copied_beside_the_printers_is_the_statistics(
    start: Start, tmp_path: Path, plug: Plug
) -> None:
    plug()
    visitor = start(counted(tmp_path))
    visitor.choose("pulsa")
    keys(visitor, "Ctrl+T")
    keys(visitor, "Ctrl+P")
    visitor.press(KNOWLEDGE.words.copy_all)
    assert "Pulsa habis: 1" in QGuiApplication.clipboard().text()


def test_there_is_nothing_to_print_before_anything_was_counted(
    start: Start, tmp_path: Path
) -> None:
    visitor = start(StatisticsStore(tmp_path))
    keys(visitor, "Ctrl+T")
    assert not visitor.sees(KNOWLEDGE.words.print)
    panel = visitor.window.panel
    keys(visitor, "Ctrl+P")
    assert visitor.window.panel is panel


def test_the_table_is_saved_in_a_folder_and_closes_to_the_statistics(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save_locations, "save_folders", lambda _: (("Folder contoh", tmp_path),))
    words = KNOWLEDGE.words
    visitor = start(counted(tmp_path))
    keys(visitor, "Ctrl+T")
    visitor.press(words.tally_save)
    visitor.press("Folder contoh")
    (saved,) = tmp_path.glob("Rekap-*.csv")
    assert saved.read_text("utf-8-sig") == as_csv(StatisticsStore(tmp_path).read())
    visitor.press(words.close)
    assert isinstance(visitor.window.panel, StatisticsPanel)
