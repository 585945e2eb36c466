"""Counting of visits by their outcome."""

from datetime import date
from pathlib import Path

import pytest

from jknassist.core.statistics import by_outcome
from jknassist.system.statistics_store import StatisticsStore, StatisticsStoreError
from tests.gui.volunteer.conftest import Start


def test_endings_are_counted_when_the_visit_is_left(start: Start, tmp_path: Path) -> None:
    statistics = StatisticsStore(tmp_path)
    visitor = start(statistics)
    visitor.choose("pulsa")
    assert by_outcome(statistics.read()) == ()
    visitor.window.start_over()
    visitor.window.start_over()
    visitor.choose("pulsa")
    visitor.window.close()
    visitor.window.leaving.emit()
    assert by_outcome(statistics.read()) == (("pulsa_habis", 2),)
    assert "0812" not in statistics.path.read_text()


def test_a_visit_without_an_outcome_is_not_counted(start: Start, tmp_path: Path) -> None:
    statistics = StatisticsStore(tmp_path)
    visitor = start(statistics)
    visitor.choose("tidak_masuk")
    visitor.window.start_over()
    assert by_outcome(statistics.read()) == ()


def test_a_visit_goes_on_when_it_cannot_be_counted(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_store: StatisticsStore, _outcome: str, _day: date) -> None:
        raise StatisticsStoreError

    monkeypatch.setattr(StatisticsStore, "count", fail)
    visitor = start(StatisticsStore(tmp_path))
    visitor.choose("pulsa")
    visitor.window.start_over()
    assert visitor.window.flow.session.answers == ()
