"""Decisions on a doubtful number; keeping a wrong one is never the first button."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from jknassist.core.phone.check import diagnose
from jknassist.core.phone.parse import grouped
from jknassist.gui.pages.number.reading_card import ReadingCard
from jknassist.gui.pages.number.suggestions import NumberSuggestions
from tests.support.phone_plan import index
from tests.support.small_context import small_context

DOUBLED = "0813245677890"


def offered(qtbot: QtBot, text: str) -> NumberSuggestions:
    made = NumberSuggestions(small_context())
    qtbot.addWidget(made)
    made.offer(diagnose(text, index()), may_count=True)
    return made


def test_a_suggestion_is_emitted_when_it_is_taken(qtbot: QtBot) -> None:
    made = offered(qtbot, DOUBLED)
    first = made.findChildren(QPushButton)[0]
    assert grouped("081324567890") in first.text()
    with qtbot.waitSignal(made.used) as told:
        first.click()
    assert told.args == ["081324567890"]


def test_nothing_is_offered_for_what_is_no_number(qtbot: QtBot) -> None:
    assert offered(qtbot, "Budi").findChildren(QPushButton) == []


def test_an_obviously_wrong_number_is_typed_again_first(qtbot: QtBot) -> None:
    made = offered(qtbot, "0812")
    first = made.findChildren(QPushButton)[0]
    with qtbot.waitSignal(made.typing_wanted):
        first.click()


def test_a_card_checked_without_a_click_is_chosen_too(qtbot: QtBot) -> None:
    made = offered(qtbot, DOUBLED)
    first, second = made.findChildren(ReadingCard)
    with qtbot.waitSignal(made.used) as told:
        first.setChecked(True)
    assert told.args == ["081324567890"]
    with qtbot.waitSignal(made.kept):
        second.setChecked(True)


def test_on_a_divided_page_typing_again_stands_above_and_comes_first(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    made = NumberSuggestions(small_context())
    column.addWidget(made.again_above)
    column.addWidget(made)
    around.show()
    made.offer(diagnose("0812", index()), may_count=True)
    made.explain("salah")
    qtbot.waitUntil(made.offered()[0].hasFocus)
    made.fit_to(400, tight=True, divided=True)
    assert made.offered()[0] is made.again_above
    assert made.again_above.hasFocus(), "it had the focus where it was"
    assert made.again_above.accessibleDescription() == "salah."
    texts = [one.text() for one in made.offered()]
    assert len(set(texts)) == len(texts), "it is there once"
    made.fit_to(400, tight=False, divided=False)
    assert made.again_above.isHidden()
    assert made.offered()[0].hasFocus()
    made.fit_to(400, tight=True, divided=True)
    made.withdraw()
    assert made.again_above.isHidden()
    assert made.offered() == []
