"""The first page of a kiosk: a touch begins a visit, the hidden corner calls the staff."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.kiosk.pin_panel import PinPanel
from jknassist.gui.kiosk.start_page import TAPS, drawn_size
from tests.gui.kiosk.conftest import CALM, Hall, OpenHall, small_station


@pytest.mark.parametrize("at", [(600, 5), (1300, 20), (300, 400), (700, 740)])
def test_a_touch_anywhere_begins(hall: Hall, at: tuple[int, int]) -> None:
    hall.touch(at=QPoint(*at))
    assert hall.window.visit is not None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_begin_too(hall: Hall, key: Qt.Key) -> None:
    QTest.keyClick(hall.start_page.start, key)
    assert hall.window.visit is not None


def test_the_first_page_tells_the_limit(hall: Hall) -> None:
    words = hall.start_page.context.words
    told = words.kiosk_start_limit.format(seconds=CALM.idle // 1000)
    assert told in [
        label.text() for label in hall.start_page.findChildren(QWidget) if hasattr(label, "text")
    ]


def test_a_choice_on_the_first_page_is_forgotten_when_nobody_begins(
    open_hall: OpenHall, tmp_path: Path, qtbot: QtBot
) -> None:
    hall = open_hall(small_station(tmp_path, replace(CALM, idle=30)))
    hall.press("A++")
    qtbot.waitUntil(lambda: hall.start_page.choice.size == 1.0, timeout=5000)


@pytest.mark.parametrize(
    ("size", "screen", "drawn"),
    [
        (1.0, (1366, 768), 1.0),
        (1.5, (1366, 768), 1.5),
        (2.0, (1366, 768), 1.5),
        (2.0, (1080, 1920), 1.0),
    ],
)
def test_the_first_page_follows_a_size_as_far_as_it_fits(
    size: float, screen: tuple[int, int], drawn: float
) -> None:
    assert drawn_size(size, *screen) == drawn


def test_five_touches_of_the_corner_lead_to_the_door(hall: Hall) -> None:
    for _ in range(TAPS):
        hall.touch(hall.start_page.corner, QPoint(5, 5))
    assert isinstance(hall.window.page, PinPanel)


def test_fewer_touches_of_the_corner_begin_a_visit(
    open_hall: OpenHall, tmp_path: Path, qtbot: QtBot
) -> None:
    hall = open_hall(small_station(tmp_path, replace(CALM, corner=30)))
    for _ in range(TAPS - 1):
        hall.touch(hall.start_page.corner, QPoint(5, 5))
    qtbot.waitUntil(lambda: hall.window.visit is not None, timeout=5000)
