"""Answers beside a side, or below it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.core.flow.model import ChecklistStep
from jknassist.gui.pages.instructions import ChecklistPage
from tests.support.small_context import small_context


def opened(qtbot: QtBot, *size: int) -> ChecklistPage:
    context = small_context()
    step = next(one for one in context.knowledge.steps if isinstance(one, ChecklistStep))
    page = ChecklistPage(replace(step, items=("Satu.", "Dua.", "Tiga.")), context)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.activate("")
    qtbot.waitExposed(page)
    return page


def at(page: QWidget, widget: QWidget) -> QPoint:
    return widget.mapTo(page, QPoint(0, 0))


@pytest.mark.parametrize(("size", "beside"), [((1366, 700), True), ((500, 700), False)])
def test_the_answers_stand_beside_the_list_where_there_is_room(
    qtbot: QtBot, size: tuple[int, int], *, beside: bool
) -> None:
    page = opened(qtbot, *size)
    qtbot.waitUntil(lambda: bool(page.halves) is beside)
    points, cards = at(page, page.points), at(page, page.cards)
    assert (cards.x() >= points.x() + page.points.width()) is beside
    assert at(page, page.heading).y() < min(points.y(), cards.y())


def test_it_follows_a_resize(qtbot: QtBot) -> None:
    page = opened(qtbot, 1366, 700)
    page.resize(500, 700)
    qtbot.waitUntil(lambda: page.halves is False)
    page.resize(1366, 700)
    qtbot.waitUntil(lambda: page.halves is True)
