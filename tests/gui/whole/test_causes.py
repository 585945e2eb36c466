"""After an outcome: solved, the next cause, and the fraud warning."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jknassist.core.flow.model import Outcome
from jknassist.core.flow.way import way_of
from jknassist.gui.panels.information import ContactsPanel, FraudWarningPanel
from jknassist.gui.panels.review import SolvedPanel
from jknassist.gui.panels.sheet_number import SheetPanel
from tests.gui.conftest import Open, Visitor
from tests.support.small_knowledge import small_knowledge

SMALL = small_knowledge()


@pytest.fixture
def endangered(open_window: Open, qtbot: QtBot) -> Visitor:
    """Give a visitor of a content that has an ending for whom somebody asks for the code."""
    safety = replace(SMALL.safety, goes_to="gangguan")
    return Visitor(open_window(replace(SMALL, safety=safety, hand_over="")), qtbot)


def at_an_ending(visitor: Visitor) -> Visitor:
    visitor.choose("pulsa")
    assert visitor.place == "pulsa_habis"
    return visitor


def test_belum_leads_through_the_causes_and_at_last_to_the_contacts(visitor: Visitor) -> None:
    words = at_an_ending(visitor).window.context.words
    assert visitor.sees(words.solved_question)
    shown = [visitor.place]
    for _ in range(2):
        visitor.press(words.solved_no)
        shown.append(visitor.place)
    assert shown == ["pulsa_habis", "salah_ketik", "gangguan"]
    visitor.press(words.solved_no_more)
    assert visitor.place == "gangguan"
    assert isinstance(visitor.window.panel, ContactsPanel)


def test_the_next_cause_says_what_was_tried_and_when_to_stop(visitor: Visitor) -> None:
    words = at_an_ending(visitor).window.context.words
    assert not visitor.sees(words.already_tried)
    assert visitor.sees("Dua kali tidak masuk? Berhenti dulu. Coba lagi besok.")
    visitor.press(words.solved_no)
    assert visitor.sees(words.already_tried)
    assert visitor.sees("isi pulsa")
    spoken = visitor.outcome_page.heading.accessibleName()
    assert f"{words.already_tried} isi pulsa." in spoken
    assert "Coba lagi besok." in spoken


def test_back_leads_through_the_causes_to_the_question(visitor: Visitor) -> None:
    words = at_an_ending(visitor).window.context.words
    visitor.press(words.solved_no)
    visitor.press(words.solved_no)
    shown = []
    for _ in range(3):
        visitor.go_back()
        shown.append(visitor.place)
    assert shown == ["salah_ketik", "pulsa_habis", "mulai"]


def test_enter_goes_on_to_the_next_cause(visitor: Visitor) -> None:
    at_an_ending(visitor).window.activateWindow()
    QTest.keyClick(visitor.window.view.page, Qt.Key.Key_Return)
    assert visitor.place == "salah_ketik"


def test_sudah_shows_a_good_end_and_the_next_member_begins_anew(visitor: Visitor) -> None:
    words = at_an_ending(visitor).window.context.words
    visitor.press(words.solved_yes)
    panel = visitor.window.panel
    assert isinstance(panel, SolvedPanel)
    assert panel.accessibleName() == words.solved_title
    assert SMALL.safety.line in panel.heading.accessibleName()
    panel.close_button.click()
    assert visitor.place == "pulsa_habis"
    visitor.press(words.solved_yes)
    panel = visitor.window.panel
    assert isinstance(panel, SolvedPanel)
    assert panel.leave.text() == words.next_member
    panel.leave.click()
    assert visitor.place == "mulai"
    assert not visitor.window.flow.session.answers


def test_where_all_is_well_nobody_asks(visitor: Visitor) -> None:
    for answer in ("tidak_tahu", "sudah", "masuk"):
        visitor.choose(answer)
    words = visitor.window.context.words
    assert not visitor.window.view.navigation.yes.isVisible()
    assert visitor.window.view.navigation.next.text() == words.start_again


def test_a_question_does_not_ask_either(visitor: Visitor) -> None:
    at_an_ending(visitor)
    visitor.go_back()
    assert not visitor.window.view.navigation.yes.isVisible()
    assert visitor.window.view.navigation.next.text() == visitor.window.context.words.next


def test_the_first_page_has_a_button_for_the_fraud_warning(endangered: Visitor) -> None:
    words = endangered.window.context.words
    danger = endangered.window.view.navigation.fraud_warning
    assert danger.isVisible()
    assert danger.accessibleName() == words.danger_button
    assert danger.objectName() == "danger"
    endangered.press(words.danger_button)
    assert endangered.place == "gangguan"
    assert not endangered.sees(words.solved_question)
    endangered.go_back()
    assert endangered.place == "mulai"
    assert not endangered.window.flow.session.answers


def test_the_button_is_on_the_first_page_only_and_is_no_answer(endangered: Visitor) -> None:
    navigation = endangered.window.view.navigation
    assert navigation.fraud_warning in navigation.buttons
    endangered.choose("tidak_masuk")
    assert not navigation.fraud_warning.isVisible()
    assert navigation.back.isVisible()


def test_a_content_without_such_an_ending_has_no_button(visitor: Visitor) -> None:
    assert not visitor.window.view.navigation.fraud_warning.isVisible()
    visitor.window.show_contacts()
    words = visitor.window.context.words
    texts = [one.text() for one in visitor.window.findChildren(QPushButton) if one.isVisible()]
    assert words.danger_button not in texts


def test_the_contacts_lead_there_too_and_back_to_where_one_was(endangered: Visitor) -> None:
    endangered.choose("tidak_masuk")
    endangered.window.show_contacts()
    endangered.press(endangered.window.context.words.danger_button)
    assert endangered.window.panel is None
    assert endangered.place == "gangguan"
    endangered.window.show_contacts()
    endangered.press(endangered.window.context.words.danger_button)
    assert endangered.place == "gangguan"
    endangered.go_back()
    assert endangered.place == "nomor"
    assert [given.key for given in endangered.window.flow.session.answers] == ["tidak_masuk"]


def test_the_warning_covers_a_panel_with_input_and_goes_back_to_it(endangered: Visitor) -> None:
    words = endangered.window.context.words
    flow = endangered.window.flow
    held = SheetPanel(way_of(flow.knowledge, flow.session), endangered.window.context)
    endangered.window.show_panel(held)
    endangered.window.show_contacts()
    endangered.press(words.danger_button)
    shown = endangered.window.panel
    assert isinstance(shown, FraudWarningPanel)
    warning = endangered.window.context.knowledge.places["gangguan"]
    assert isinstance(warning, Outcome)
    assert endangered.sees(warning.cause)
    assert endangered.sees(warning.actions[0].text)
    endangered.press(words.back)
    assert endangered.window.panel is held
    assert endangered.place == "mulai"


@pytest.mark.parametrize("width", [360, 520, 700, 900, 1100, 1366, 1920])
def test_the_buttons_fit_at_every_width_and_keep_their_rows(
    visitor: Visitor, qtbot: QtBot, width: int
) -> None:
    at_an_ending(visitor)
    window, navigation = visitor.window, visitor.window.view.navigation
    window.setMinimumSize(1, 1)
    window.resize(width, 700)

    def lost() -> list[str]:
        return [
            one.text()
            for one in navigation.buttons
            if one.isVisible()
            and not navigation.rect().contains(
                QRect(one.mapTo(navigation, QPoint(0, 0)), one.size())
            )
        ]

    qtbot.waitUntil(lambda: not lost())
    height = navigation.sizeHint().height()
    navigation.name_next(window.context.words.next)
    assert navigation.sizeHint().height() == height
