"""What did not help stands in a row of chips: three of them, then how many more."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import TriedOutcome, summarise
from jknassist.gui.widgets.sign import SignPicture
from jknassist.gui.widgets.tried_chips import TriedChips
from tests.support.small_context import small_context
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
SUMMARY = summarise(KNOWLEDGE, KNOWLEDGE.outcomes[0], Session())


@pytest.mark.parametrize("count", [1, 3, 5])
def test_each_of_the_first_three_has_a_chip(qtbot: QtBot, count: int) -> None:
    names = [f"saran {number}" for number in range(count)]
    tried = tuple(TriedOutcome(outcome_id=name, title=name, tried=name) for name in names)
    chips = TriedChips(replace(SUMMARY, already_tried=tried), small_context())
    qtbot.addWidget(chips)
    texts = [label.text() for label in chips.findChildren(QLabel) if label.text()]
    more = [KNOWLEDGE.words.tried_more.format(count=count - 3)] if count > 3 else []
    assert not chips.findChildren(SignPicture), "a tick would say that it has worked"
    assert sorted(texts) == sorted([KNOWLEDGE.words.already_tried, *names[:3], *more])
