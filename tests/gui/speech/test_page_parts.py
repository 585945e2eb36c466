from PySide6.QtWidgets import QLineEdit, QWidget

from jknassist.gui.panels.information import ContactsPanel
from jknassist.gui.speech.page_parts import parts_of_page, parts_of_widget
from jknassist.gui.widgets.answer_card import AnswerCard
from jknassist.gui.widgets.factories import button, text_label
from tests.gui.conftest import Visitor
from tests.support.small_knowledge import small_knowledge

SMALL = small_knowledge()


def said(visitor: Visitor) -> list[str]:
    shown = visitor.window.panel or visitor.window.view.page
    return [part.text for part in parts_of_page(shown, "petugas", "dipilih {answer}")]


def test_a_question_is_said_in_the_order_in_which_it_is_read(visitor: Visitor) -> None:
    """S1: title, text, answers in order, and which is chosen."""
    step = SMALL.steps[0]
    told = said(visitor)
    assert told[0] == step.title
    answers = [answer.text for answer in step.answers]
    assert [text for text in told if text in answers] == answers
    visitor.tap(step.answers[1].id)
    assert f"dipilih {answers[1]}" in said(visitor)


def test_an_ending_offers_the_staff_first(visitor: Visitor) -> None:
    """L9, and all that is told of what to do."""
    visitor.window.view.jump_to(SMALL.outcomes[0].id)
    told = said(visitor)
    assert told[:2] == ["petugas", SMALL.outcomes[0].title]
    assert all(action.text in told for action in SMALL.outcomes[0].actions)
    assert "1" not in told, "the number before a thing to do is a mark"


def test_a_panel_is_read_too(visitor: Visitor) -> None:
    visitor.window.show_contacts()
    assert isinstance(visitor.window.panel, ContactsPanel)
    told = said(visitor)
    assert told[0] == SMALL.words.contacts_title
    assert SMALL.contacts[0].label in told


def test_of_what_has_the_focus_its_name_is_said(visitor: Visitor) -> None:
    step = SMALL.steps[0]
    card = visitor.window.view.page.findChildren(AnswerCard)[0]
    told = [part.text for part in parts_of_widget(card, "{answer}")]
    hints = [answer.hint for answer in step.answers if answer.text == told[0]]
    assert told == [told[0], *filter(None, hints)]
    pressed = button("Hapus & selesai")
    assert [part.text for part in parts_of_widget(pressed, "")] == ["Hapus & selesai"]
    pressed.setAccessibleName("")
    assert [part.text for part in parts_of_widget(pressed, "")] == ["Hapus & selesai"]
    assert [part.text for part in parts_of_widget(text_label("Satu."), "")] == ["Satu."]
    field = QLineEdit()
    assert parts_of_widget(field, "") == ()
    field.setAccessibleName("Nomor HP")
    assert parts_of_widget(field, "")[0].text == "Nomor HP"
    assert parts_of_widget(QWidget(), "") == ()
