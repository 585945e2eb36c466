from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget

from jknassist.content.loader import knowledge_of
from jknassist.core.export.print_document import print_document
from jknassist.core.flow.model import Outcome
from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import summarise
from jknassist.core.paper import Paper
from jknassist.core.speech.clip import Clip
from jknassist.core.speech.clip_index import ClipIndex
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.panels.information import ContactsPanel
from jknassist.gui.speech.page_parts import parts_of_page, parts_of_widget
from jknassist.gui.speech.paper_parts import paper_texts
from jknassist.gui.widgets.answer_card import AnswerCard
from jknassist.gui.widgets.factories import button, text_label
from tests.gui.conftest import Visitor
from tests.support.print_queue import Plug
from tests.support.small_knowledge import small_knowledge
from tests.support.summaries import MORNING

SMALL = small_knowledge()
SHIPPED = knowledge_of(None)
INDEX = ClipIndex(SHIPPED)
NAMES = {clip.name for _, clip in INDEX.clips()}


def said(visitor: Visitor) -> list[str]:
    shown = visitor.window.panel or visitor.window.view.page
    return [part.text for part in parts_of_page(shown, SMALL.words)]


def test_a_question_is_said_in_the_order_in_which_it_is_read(visitor: Visitor) -> None:
    """S1: title, text, answers in order, and which is chosen."""
    step = SMALL.steps[0]
    told = said(visitor)
    assert told[0] == step.title
    answers = [answer.text for answer in step.answers]
    assert [text for text in told if text in answers] == answers
    visitor.tap(step.answers[1].id)
    assert SMALL.words.speech_chosen.format(answer=answers[1]) in said(visitor)


def test_an_ending_offers_the_staff_first(visitor: Visitor) -> None:
    """L9, and all that is told of what to do."""
    visitor.window.view.jump_to(SMALL.outcomes[0].id)
    told = said(visitor)
    assert told[:2] == [SMALL.words.speech_staff, SMALL.outcomes[0].title]
    assert all(action.text in told for action in SMALL.outcomes[0].actions)
    assert "1" not in told, "the number before a thing to do is a mark"


def test_after_each_thing_to_do_but_the_last_it_waits(visitor: Visitor) -> None:
    """L9: an ending is heard step by step, and how to go on is said once."""
    outcome = next(one for one in SHIPPED.outcomes if len(one.actions) == 3)
    context = replace(visitor.window.context, knowledge=SHIPPED)
    page = OutcomePage(outcome.picture, summarise(SHIPPED, outcome, Session(), MORNING), context)
    page.setParent(visitor.window)
    parts = parts_of_page(page, SHIPPED.words)
    first, second, third = (action.text for action in outcome.actions)
    waiting = [part.text for part in parts if part.waits]
    assert waiting == [SHIPPED.words.speech_step_how, second]
    told = [part.text for part in parts]
    assert told.index(first) + 1 == told.index(SHIPPED.words.speech_step_how)
    assert told.index(third) > told.index(second)


@pytest.mark.parametrize("outcome", SHIPPED.outcomes, ids=lambda one: one.id)
@pytest.mark.parametrize("paper", [Paper.A4, Paper.ROLL_58])
def test_all_that_is_on_the_paper_can_be_heard(outcome: Outcome, paper: Paper) -> None:
    """S15: each line has clips of the pack; of a code it is said that it is to be looked at."""
    document = print_document(summarise(SHIPPED, outcome, Session(), MORNING), paper)
    told = paper_texts(document, SHIPPED.words)
    assert SHIPPED.words.speech_codes in told
    for text in told:
        sounds = INDEX.sounds(text)
        assert sounds, text
        assert {one.name for one in sounds if isinstance(one, Clip)} <= NAMES, text


def test_what_is_printed_is_read(visitor: Visitor, plug: Plug) -> None:
    """S15."""
    plug()
    visitor.window.view.jump_to(SMALL.outcomes[0].id)
    visitor.window.show_print()
    told = said(visitor)
    assert SMALL.words.speech_paper in told
    assert SMALL.outcomes[0].actions[0].text in told


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
