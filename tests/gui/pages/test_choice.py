"""Choosing answers by digit, and what gives way where a question is divided."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jknassist.core.flow.model import ChoiceStep
from jknassist.gui.pages.choice import ChoicePage
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.theme import TextSize
from tests.gui.conftest import Visitor
from tests.support.small_context import small_context


def test_enter_goes_on_and_digits_choose(visitor: Visitor) -> None:
    visitor.window.activateWindow()
    page = visitor.window.view.page
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert visitor.place == "pulsa_habis"


def test_zero_chooses_dont_know(visitor: Visitor) -> None:
    visitor.window.activateWindow()
    QTest.keyClick(visitor.window.view.page, Qt.Key.Key_0)
    visitor.go_on()
    assert visitor.place == "periksa"


@pytest.mark.parametrize("size", [TextSize.A, TextSize.A_PLUS_PLUS])
def test_a_divided_question_has_an_answer_on_its_first_screen(qtbot: QtBot, size: TextSize) -> None:
    context = small_context()
    context = replace(context, active_theme=ActiveTheme(replace(context.theme, letters=size.times)))
    step = next(one for one in context.knowledge.steps if isinstance(one, ChoiceStep))
    answers = tuple(replace(answer, hint="Petunjuk.") for answer in step.answers)
    page = ChoicePage(
        replace(step, text="Penjelasan panjang. " * 12, hint="Catatan.", answers=answers), context
    )
    qtbot.addWidget(page)
    line, letter = page.fontMetrics().lineSpacing(), page.fontMetrics().averageCharWidth()
    page.resize(50 * letter, 9 * line)
    page.show()
    page.activate("")
    qtbot.waitUntil(lambda: len(page.area.screen_pages) > 1)
    first, text = page.cards.cards[0], page.explanation[0]
    bottom = first.mapTo(page.area.inside, QPoint(0, first.height())).y()
    assert bottom <= page.area.screen_pages[0].bottom
    assert text.isVisibleTo(page)
    assert text.mapTo(page, QPoint()).y() > first.mapTo(page, QPoint()).y()
    (hint,) = first.findChildren(QLabel, "hint")
    assert size is TextSize.A or hint.isHidden(), "those who need such letters get titles only"
    page.resize(90 * letter, 60 * line)
    qtbot.waitUntil(lambda: len(page.area.screen_pages) == 1)
    assert text.mapTo(page, QPoint()).y() < first.mapTo(page, QPoint()).y()
    assert not hint.isHidden()
