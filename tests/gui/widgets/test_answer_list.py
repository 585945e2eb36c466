"""The answers of a question: single choice, emitted with every press."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jknassist.core.flow.model import DONT_KNOW, Option
from jknassist.gui.widgets.answer_list import (
    ROOMY,
    AnswerList,
    Hints,
    columns_for,
    shortcut_key,
)
from jknassist.gui.widgets.paged_area import DENSE
from tests.support.small_context import small_context

YES = Option(id="ya", text="Ya", goes_to="a")
NO = Option(id="tidak", text="Tidak", goes_to="b")
UNKNOWN = Option(id=DONT_KNOW, text="Tidak tahu", goes_to="c")


@pytest.fixture
def answers(qtbot: QtBot) -> AnswerList:
    made = AnswerList((YES, NO, UNKNOWN), small_context(), ROOMY)
    qtbot.addWidget(made)
    return made


def chosen(answers: AnswerList) -> list[str]:
    return [card.answer_id for card in answers.cards if card.isChecked()]


def test_each_press_is_reported_also_of_what_is_chosen_already(answers: AnswerList) -> None:
    told: list[str] = []
    answers.chosen.connect(told.append)
    answers.cards[0].click()
    answers.cards[1].click()
    answers.cards[1].click()
    assert told == ["ya", "tidak", "tidak"]
    assert chosen(answers) == ["tidak"]


def test_what_was_answered_before_is_shown_without_being_told(
    answers: AnswerList, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(answers.chosen):
        answers.choose("tidak")
    assert chosen(answers) == ["tidak"]
    answers.choose("")
    assert chosen(answers) == []


@pytest.mark.parametrize(
    ("hints", "shown"),
    [(Hints.ALL, {"ya", DONT_KNOW}), (Hints.KNOWING, {"ya"}), (Hints.NONE, set())],
)
def test_the_hint_of_not_knowing_goes_first(qtbot: QtBot, hints: Hints, shown: set[str]) -> None:
    told = [replace(answer, hint="petunjuk") for answer in (YES, UNKNOWN)]
    made = AnswerList((*told, NO), small_context(), ROOMY)
    qtbot.addWidget(made)
    made.show_hints(hints)
    labels = [(card, label) for card in made.cards for label in card.findChildren(QLabel, "hint")]
    assert {card.answer_id for card, label in labels if not label.isHidden()} == shown


def test_two_columns_need_room_for_two_cards() -> None:
    assert columns_for(820, 400, 20) == 2
    assert columns_for(819, 400, 20) == 1


def test_answers_have_their_number_as_key_and_not_knowing_has_0() -> None:
    assert [shortcut_key(one, place) for place, one in enumerate((YES, NO, UNKNOWN), 1)] == [
        *("1", "2", "0")
    ]


@pytest.mark.parametrize(("width", "columns"), [(1300, 2), (400, 1)])
def test_cards_stand_beside_each_other_where_it_is_wide(
    answers: AnswerList, width: int, columns: int
) -> None:
    answers.fit_to(width, 1)
    assert answers._columns == columns


def test_not_knowing_stands_last_and_lower_in_a_row_of_its_own(answers: AnswerList) -> None:
    answers.resize(1300, 600)
    answers.show()
    answers.fit_to(1300, 1)
    answers._grid.activate()
    first, second, unknown = (card.geometry() for card in answers.cards)
    assert first.y() == second.y() < unknown.y()
    assert unknown.width() == 1300
    assert unknown.height() < first.height()
    answers.fit_to(400, 1)
    answers._grid.activate()
    assert [card.width() for card in answers.cards] == [answers.cards[0].width()] * 3


def test_in_small_cards_pictures_take_the_width_that_words_leave(qtbot: QtBot) -> None:
    least, width, cell = ROOMY.icons[DENSE], 900, 446
    sides = []
    for count in range(1, 13):
        second = Option(id="dua", text="kata " * count, hint="atau dua kali", goes_to="b")
        answers = AnswerList((YES, second), small_context(), ROOMY)
        answers.setStyleSheet("QLabel { font-size: 24px }")
        qtbot.addWidget(answers)
        answers.show()
        answers.fit_to(width, DENSE)
        sides.append(answers.cards[0].plate().width())
        assert cell == (width - answers._grid.spacing()) // answers._columns
        tallest = max(card.words_height(cell) for card in answers.cards)
        for card in answers.cards:
            card.arrange(least, spare=True)
        assert tallest == max(card.words_height(cell) for card in answers.cards)
    assert max(sides) > min(sides) >= least
