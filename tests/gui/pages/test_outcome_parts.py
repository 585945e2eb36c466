"""The parts of an ending: what to mind, and the sheet number that is no OTP code."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import Summary, summarise
from jknassist.gui.pages import outcome_parts
from jknassist.gui.pages.outcome import OutcomePage
from tests.support.small_context import small_context
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
NUMBER = "2345-6789"


def summary_of(index: int) -> Summary:
    return replace(summarise(KNOWLEDGE, KNOWLEDGE.outcomes[index], Session()), sheet_number=NUMBER)


@pytest.mark.parametrize("kiosk", [False, True])
def test_the_sheet_number_says_that_it_is_no_otp_code(qtbot: QtBot, *, kiosk: bool) -> None:
    context = small_context(is_kiosk=kiosk)
    page = OutcomePage("", summary_of(0), context)
    qtbot.addWidget(page)
    page.resize(1366, 1000)
    page.show()
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    words = context.words
    assert f"{words.sheet_label} {words.sheet_not_otp}" in texts
    assert NUMBER in texts
    name = f"{words.copy}: {words.sheet_label}"
    copies = [one for one in page.findChildren(QPushButton) if one.accessibleName() == name]
    assert len(copies) == (0 if kiosk else 1)
    if copies:
        with qtbot.waitSignal(page.copy_wanted) as wanted:
            copies[0].click()
        assert wanted.args == [NUMBER, copies[0]]


def test_what_to_bring_and_when_to_try_again_are_notes(qtbot: QtBot) -> None:
    context = small_context()
    bring, wait, nothing = (outcome_parts.notes(summary_of(i), context) for i in (1, 2, 0))
    for block in (bring, wait, nothing):
        qtbot.addWidget(block)
    told = [label.text() for label in bring.findChildren(QLabel)]
    assert told == [f"{context.words.bring_title} KTP."]
    plan = [label.text() for label in wait.findChildren(QLabel)]
    assert plan == [context.words.wait_title, *summary_of(2).waiting]
    assert nothing.findChildren(QLabel) == []
