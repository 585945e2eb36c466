"""KE13 and the soak: many touches, many visitors, in a bounded number; a long run is in bench/."""

import random

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.kiosk.conftest import Hall
from tests.support.memory_search import traces
from tests.support.random_visitors import Monkey, RandomVisitor, broken_invariants

TOUCHES = 600
VISITORS = 20


@pytest.mark.parametrize("seed", [1, 2])
def test_a_monkey_gets_neither_out_nor_past_a_page(hall: Hall, seed: int) -> None:
    monkey = Monkey(hall.window, random.Random(seed))  # noqa: S311
    seen = set()
    for touch in range(TOUCHES):
        monkey.act()
        if touch % 7 == 0:
            QApplication.processEvents()
            assert list(broken_invariants(hall.window)) == [], f"after touch {touch}"
        seen.add(type(hall.window.page).__name__)
    assert "Visit" in seen
    hall.window.reset()
    assert hall.at_start_page


def test_many_visitors_leave_nothing(hall: Hall) -> None:
    dice = random.Random(20)  # noqa: S311
    typed: list[str] = []
    first = 0
    for count in range(VISITORS):
        stranger = RandomVisitor(hall.window, dice)
        stranger.visit()
        assert hall.at_start_page
        typed += [stranger.number] if stranger.typed else []
        if count % 5 == 4:
            assert traces(typed[-1], [hall.window.config.state]) == []
            widgets = len(hall.window.findChildren(QWidget))
            first = first or widgets
            assert widgets == first, "nothing of a visit is kept"
    assert len(typed) > VISITORS // 6
