"""Choosing answers by digit, and what gives way where a question is divided."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jknassist.core.flow.model import ChoiceStep
from jknassist.gui.pages.choice import WAYS, ChoicePage, Way
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


def divided_page(qtbot: QtBot, lines: int) -> ChoicePage:
    """Show a question with five answers, each with a hint, so many lines high."""
    context = small_context()
    step = next(one for one in context.knowledge.steps if isinstance(one, ChoiceStep))
    option = replace(step.answers[0], hint="Petunjuk.")
    answers = tuple(replace(option, id=f"jawaban_{number}") for number in range(5))
    page = ChoicePage(replace(step, text="", hint="", answers=answers), context)
    qtbot.addWidget(page)
    line, letter = page.fontMetrics().lineSpacing(), page.fontMetrics().averageCharWidth()
    page.resize(40 * letter, lines * line)
    page.show()
    page.activate("")
    QApplication.processEvents()  # until then it may be laid out again
    return page


@pytest.mark.parametrize("lines", [8, 12])
def test_a_divided_question_has_as_few_screen_pages_as_can_be(qtbot: QtBot, lines: int) -> None:
    page = divided_page(qtbot, lines)
    qtbot.waitUntil(lambda: len(page.area.screen_pages) > 1)
    taken, density = len(page.area.screen_pages), page.area.density
    begun = (way for way in WAYS if page._begins(density, way))
    assert taken == min(len(page.area.division()) for _ in begun)


@pytest.mark.parametrize(
    ("counts", "taken"),
    [
        ((2, 2, 2), WAYS[0]),
        ((4, 3, 3), WAYS[1]),
        ((4, 4, 2), WAYS[2]),
        ((None, 3, 3), WAYS[1]),
        ((None, None, None), WAYS[0]),
    ],
    ids=["hints cost nothing", "one costs a page", "all cost more", "no answer", "none"],
)
def test_what_gives_way_is_the_least_that_saves_a_screen_page(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    counts: tuple[int | None, ...],
    taken: Way,
) -> None:
    """None stands for a way whose first screen page would have no answer."""
    page = divided_page(qtbot, 12)
    ways = list(WAYS[:3])
    begun = iter([count for count in counts if count is not None])
    monkeypatch.setattr(page, "_begins", lambda _, way: counts[ways.index(way)] is not None)
    monkeypatch.setattr(page.area, "division", lambda: (None,) * next(begun))
    assert page._best_divided(page.area.density, ways) == taken
