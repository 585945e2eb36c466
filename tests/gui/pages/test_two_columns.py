"""Answers beside a side, or below it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.core.flow.model import ChecklistStep
from jknassist.gui.pages.instructions import ChecklistPage
from tests.support.small_context import small_context

WIDE, NARROW, TALL = 90, 50, 40
"""Letters and lines of plain text."""


def resize(page: QWidget, letters: int) -> None:
    metrics = page.fontMetrics()
    page.resize(letters * metrics.averageCharWidth(), TALL * metrics.lineSpacing())


def opened(qtbot: QtBot, letters: int) -> ChecklistPage:
    context = small_context()
    step = next(one for one in context.knowledge.steps if isinstance(one, ChecklistStep))
    page = ChecklistPage(replace(step, items=("Satu.", "Dua.", "Tiga.")), context)
    qtbot.addWidget(page)
    resize(page, letters)
    page.show()
    page.activate("")
    qtbot.waitExposed(page)
    return page


def at(page: QWidget, widget: QWidget) -> QPoint:
    return widget.mapTo(page, QPoint(0, 0))


@pytest.mark.parametrize(("letters", "beside"), [(WIDE, True), (NARROW, False)])
def test_the_answers_stand_beside_the_list_where_there_is_room(
    qtbot: QtBot, letters: int, *, beside: bool
) -> None:
    page = opened(qtbot, letters)
    qtbot.waitUntil(lambda: bool(page.halves) is beside)
    points, cards = at(page, page.points), at(page, page.cards)
    assert (cards.x() >= points.x() + page.points.width()) is beside
    assert at(page, page.heading).y() < min(points.y(), cards.y())


def test_it_follows_a_resize(qtbot: QtBot) -> None:
    page = opened(qtbot, WIDE)
    resize(page, NARROW)
    qtbot.waitUntil(lambda: page.halves is False)
    resize(page, WIDE)
    qtbot.waitUntil(lambda: page.halves is True)
