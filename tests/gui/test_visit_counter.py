"""Each visit is counted once when it ends, with nothing typed; a kiosk: kiosk/test_visit.py."""

import time
from collections import Counter
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jknassist.core.statistics import EventKind, by_length, by_name
from jknassist.gui.context import LoadedContent
from jknassist.gui.style.theme import Theme
from jknassist.gui.visit_counter import VisitCounter
from jknassist.gui.volunteer.window import make_window
from jknassist.system.statistics_store import StatisticsStore, StatisticsStoreError
from tests.gui.conftest import Visitor
from tests.support.counting import files_of, shown, text_of
from tests.support.failing_laptop import small_shipped
from tests.support.small_knowledge import small_knowledge

WORDS = small_knowledge().words


@pytest.fixture
def store(tmp_path: Path) -> StatisticsStore:
    return StatisticsStore(tmp_path)


def opened(qtbot: QtBot, shipped: LoadedContent) -> Visitor:
    window = make_window(shipped, Theme())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    return Visitor(window, qtbot)


def test_sudah_and_belum_are_counted_with_their_outcome(
    qtbot: QtBot, store: StatisticsStore
) -> None:
    visitor = opened(qtbot, small_shipped(small_knowledge(), store))
    visitor.choose("pulsa")
    visitor.press(WORDS.solved_no)
    visitor.press(WORDS.solved_yes)
    last = visitor.place
    visitor.window.start_over()
    statistics = store.read()
    assert shown(statistics)[0][1] == 1
    assert by_name(statistics, EventKind.UNSOLVED) == Counter({"pulsa_habis": 1})
    assert by_name(statistics, EventKind.SOLVED) == Counter({last: 1})
    assert by_name(statistics, EventKind.NEXT_OUTCOME) == Counter({last: 1})


def test_who_only_looked_at_the_first_page_is_no_visit(
    qtbot: QtBot, store: StatisticsStore
) -> None:
    visitor = opened(qtbot, small_shipped(small_knowledge(), store))
    visitor.window.start_over()
    visitor.window.close()
    assert files_of(store) == []


def test_it_is_counted_once_and_at_its_end_only(qtbot: QtBot, store: StatisticsStore) -> None:
    visitor = opened(qtbot, small_shipped(small_knowledge(), store))
    visitor.choose("pulsa")
    assert files_of(store) == []
    visitor.window.start_over()
    visitor.window.start_over()
    visitor.choose("pulsa")
    visitor.window.close()
    visitor.window.leaving.emit()
    assert shown(store.read()) == (("pulsa_habis", 2),)
    assert "0812" not in text_of(store)


def test_a_visit_goes_on_when_it_cannot_be_counted(
    qtbot: QtBot, store: StatisticsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_events: object) -> None:
        raise StatisticsStoreError

    monkeypatch.setattr(StatisticsStore, "count", fail)
    visitor = opened(qtbot, small_shipped(small_knowledge(), store))
    visitor.choose("pulsa")
    visitor.window.start_over()
    assert visitor.window.flow.session.answers == ()


def test_the_length_is_that_from_the_first_page_to_the_last(
    qtbot: QtBot, store: StatisticsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = opened(qtbot, small_shipped(small_knowledge(), store))
    (counter,) = visitor.window.findChildren(VisitCounter)
    moments = iter((100.0, 500.0))
    monkeypatch.setattr(time, "monotonic", lambda: next(moments))
    visitor.window.place_shown.emit()
    visitor.choose("pulsa")
    counter.count()
    assert dict(by_length(store.read()))["up_to_10_min"] == 1


def test_nothing_is_counted_where_the_office_keeps_no_statistics(
    qtbot: QtBot, tmp_path: Path
) -> None:
    visitor = opened(qtbot, small_shipped(small_knowledge()))
    visitor.choose("pulsa")
    visitor.window.start_over()
    assert list(tmp_path.iterdir()) == []
