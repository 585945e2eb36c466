"""A check as a card: what it says, and its state told by sign, tint and spoken name."""

import pytest
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from jknassist.gui.kiosk.check_card import STATES, CheckCard
from jknassist.gui.kiosk.health_checks import Check
from jknassist.gui.style.signs import Sign
from tests.support.small_context import small_context


@pytest.mark.parametrize("check", [Check(label="A", text="b.", good=good) for good in STATES])
def test_a_card_tells_its_state_without_colour_alone(qtbot: QtBot, check: Check) -> None:
    context, good = small_context(), check.good
    card = CheckCard(check, Sign.PAPER, context)
    qtbot.addWidget(card)
    words = context.words
    spoken = {True: words.staff_good, False: words.staff_bad, None: words.staff_asking}[good]
    assert card.accessibleName() == f"A: {spoken}"
    assert [label.text() for label in card.findChildren(QLabel)] == ["A", "b."]
    (badge,) = card.findChildren(QFrame, STATES[good].badge)
    assert badge.accessibleName() == spoken


def test_states_differ_in_sign_and_tint_and_what_is_bad_has_a_frame() -> None:
    for part in (
        [state.sign for state in STATES.values()],
        [state.badge for state in STATES.values()],
    ):
        assert len(set(part)) == len(STATES)
    assert [good for good, state in STATES.items() if state.card != "box"] == [False]
