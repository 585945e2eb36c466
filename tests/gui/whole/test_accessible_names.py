"""Accessible names of all elements: present, in one language, unambiguous."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tools import page_tour

from jknassist.content.loader import knowledge_of, translation_of
from jknassist.core.flow.graph import situation_of
from jknassist.core.flow.model import ChoiceStep, NumberStep
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.number.page import NumberPage
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.qt.announcements import joined_sentences
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import Theme, theme_for
from jknassist.gui.volunteer.search_box import SearchBox
from jknassist.gui.widgets.answer_card import AnswerCard
from jknassist.gui.widgets.contact_card import ContactCard
from jknassist.gui.widgets.digit_boxes import DigitBoxes
from jknassist.gui.widgets.qr_code import QrCode
from jknassist.gui.widgets.wrapping_label import WrappingLabel
from tests.support.page_faults import shown_in
from tests.support.release_cases import often
from tests.support.sentences import in_words_of

SCREEN = Screen(width=1366, height=768, inches=18.5)
SHIPPED = {"id": knowledge_of(None)}
SHIPPED["en"] = translation_of("en", None, SHIPPED["id"])

Role = QAccessible.Role
ROLES: dict[type[QWidget], set[Role]] = {
    QAbstractButton: {Role.Button, Role.RadioButton, Role.CheckBox},
    QLineEdit: {Role.EditableText},
    QPlainTextEdit: {Role.EditableText},
    QLabel: {Role.StaticText},
}
"""What each kind that the keyboard comes to is called; a label only where a page begins."""


class Accessible(NamedTuple):
    """What a widget tells a screen reader."""

    name: str
    description: str
    role: Role


def accessible(widget: QWidget) -> Accessible:
    interface = QAccessible.queryAccessibleInterface(widget)
    text = QAccessible.Text
    return Accessible(interface.text(text.Name), interface.text(text.Description), interface.role())


def words_on(button: QAbstractButton) -> str:
    """Return the words that are seen on a button, without signs that are no words."""
    return re.sub(r"^\W+", "", button.text().replace("&&", "&"))


def nameless(widget: QWidget) -> Iterator[str]:
    """Yield what is wrong with how a widget that can be worked is called."""
    name, description, role = accessible(widget)
    if not name.strip():
        yield "no name"
    if not any(isinstance(widget, kind) and role in roles for kind, roles in ROLES.items()):
        yield f"is said to be a {role.name}"
    if description == name:
        yield "described by its own name"
    if isinstance(widget, QAbstractButton) and words_on(widget) not in name:
        yield f"is called {name!r}, which is not what stands on it"


def worked(window: MainWindow) -> list[QWidget]:
    """Return all that shows and that can be pressed or that the keyboard comes to."""
    return [
        widget
        for widget in shown_in(window)
        if isinstance(widget, QAbstractButton) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def faults(window: MainWindow) -> Iterator[str]:
    """Yield what a screen reader would stumble over on what is shown."""
    things = worked(window)
    for widget in things:
        yield from (f"{called(widget)}: {fault}" for fault in nameless(widget))
    pressed = Counter(
        accessible(thing).name for thing in things if isinstance(thing, QAbstractButton)
    )
    yield from (
        f"{count} buttons are called {name!r}" for name, count in pressed.items() if count > 1
    )
    for widget in shown_in(window):
        if is_picture(widget) and not accessible(widget).name:
            yield f"{called(widget)}: a picture without a name"


def is_picture(widget: QWidget) -> bool:
    """Tell whether something is looked at; what stands in a button is told by the button."""
    drawn = isinstance(widget, QLabel) and not widget.pixmap().isNull()
    inside = isinstance(widget.parentWidget(), QAbstractButton)
    return not inside and (drawn or isinstance(widget, QrCode | DigitBoxes))


def called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} {accessible(widget).name!r}"


def is_heading(widget: QWidget) -> bool:
    """Tell whether something is a heading, which is heard with all that explains it."""
    return widget.objectName() == "heading"


def foreign(window: MainWindow, fits: Callable[[str], bool]) -> Iterator[str]:
    """Yield the names that are not made of the words of the language that is shown."""
    for widget in worked(window):
        if not is_heading(widget) and not fits(accessible(widget).name):
            yield f"{called(widget)}: not of this language"


@pytest.mark.parametrize(
    ("mode", "language"),
    often(product(("laptop", "kiosk"), SHIPPED), ("laptop", "id"), ("kiosk", "en")),
)
def test_everything_that_can_be_worked_is_named_after_what_it_does(
    qtbot: QtBot, language: str, mode: str
) -> None:
    kiosk = mode == "kiosk"
    knowledge = SHIPPED[language]
    # The way to another language is named in that language.
    fits = in_words_of(knowledge, *(other.words.language_name for other in SHIPPED.values()))
    size = (SCREEN.width, SCREEN.height)
    window = page_tour.open_window(
        theme_for(SCREEN, kiosk=kiosk), size, kiosk=kiosk, knowledge=knowledge
    )
    qtbot.addWidget(window)
    window.setUpdatesEnabled(False)  # it is asked, not looked at
    first_seen: dict[str, str] = {}
    stops = []
    for name in page_tour.stops(window):
        stops.append(name)
        for fault in (*faults(window), *foreign(window, fits)):
            first_seen.setdefault(fault, name)
    assert first_seen == {}
    assert len(stops) > len(knowledge.places)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = page_tour.open_window(Theme(), (SCREEN.width, SCREEN.height))
    qtbot.addWidget(window)
    return window


def page_of(window: MainWindow, place_id: str) -> QWidget:
    page_tour.stand(window, place_id)
    return window.view.page


def first_of(kind: type[NumberStep] | type[ChoiceStep]) -> str:
    return next(step.id for step in SHIPPED["id"].steps if isinstance(step, kind))


def test_an_answer_is_a_radio_button_that_is_described_by_its_hint(window: MainWindow) -> None:
    cards = page_of(window, first_of(ChoiceStep)).findChildren(AnswerCard)
    start = SHIPPED["id"].steps[0]
    assert [accessible(card) for card in cards] == [
        Accessible(answer.text, answer.hint, Role.RadioButton) for answer in start.answers
    ]


def test_an_answer_chosen_by_a_screen_reader_counts(window: MainWindow) -> None:
    """A screen reader toggles a radio button; nothing is clicked then."""
    card = page_of(window, first_of(ChoiceStep)).findChildren(AnswerCard)[1]
    QAccessible.queryAccessibleInterface(card).actionInterface().doAction("Toggle")
    (given,) = window.flow.session.answers
    assert given.key == card.answer_id


def test_the_field_says_what_it_is_for_and_that_nothing_is_kept(window: MainWindow) -> None:
    page = page_of(window, first_of(NumberStep))
    assert isinstance(page, NumberPage)
    words = SHIPPED["id"].words
    about = joined_sentences(page.step.title, page.step.text, page.step.hint, words.number_privacy)
    assert accessible(page.entry) == Accessible(words.number_label, about, Role.EditableText)


def test_a_number_in_boxes_is_said_as_what_is_odd_about_it(window: MainWindow) -> None:
    page = page_of(window, first_of(NumberStep))
    assert isinstance(page, NumberPage)
    page.entry.setText(page_tour.DOUBLED)
    window.view.go_on()
    assert "angka 8 tertulis dua kali" in accessible(page.typed.boxes).name
    assert "angka 8 tertulis dua kali" in accessible(page.offers.offered()[0]).description


def test_two_numbers_that_differ_are_heard_with_what_can_be_decided(window: MainWindow) -> None:
    steps = SHIPPED["id"].steps
    second = next(s.id for s in steps if isinstance(s, NumberStep) and s.compare_with)
    page = page_of(window, second)
    assert isinstance(page, NumberPage)
    page.entry.setText(page_tour.MISTYPED)
    window.view.go_on()
    assert accessible(page.offers.offered()[0]).description == page.comparison.sentence != ""


def test_a_heading_is_heard_with_what_explains_it(window: MainWindow) -> None:
    """Words that are only read get no focus, and not every screen reader can announce them."""
    for step in SHIPPED["id"].steps:
        heading = page_of(window, step.id).findChildren(WrappingLabel, "heading")[0]
        assert accessible(heading).name == joined_sentences(step.title, step.text, step.hint)
    for guide in SHIPPED["id"].guides:
        window.show_guide(guide.id)
        assert window.panel is not None
        assert all(point in accessible(window.panel.heading).name for point in guide.points)


def test_a_button_that_copies_says_whose_and_what(window: MainWindow) -> None:
    window.show_contacts()
    words = SHIPPED["id"].words
    cards = [card for card in window.findChildren(ContactCard) if card.copy.isVisible()]
    assert len(cards) == 3, "an office is visited, not copied"
    for card in cards:
        name, description, _ = accessible(card.copy)
        assert name == f"{words.copy}: {card.row.label}"
        assert description == card.row.shown


def test_the_last_button_is_called_after_what_it_does_now(qtbot: QtBot) -> None:
    window = page_tour.open_window(Theme(), (640, 480))
    qtbot.addWidget(window)
    words = SHIPPED["id"].words
    page_tour.stand(window, SHIPPED["id"].outcomes[0].id)
    last = window.view.navigation.next
    assert accessible(last).name == words.next
    ending = window.view.page
    assert isinstance(ending, OutcomePage)
    while ending.area.turn(1):
        pass
    for button, name in ((last, words.solved_no), (window.view.navigation.yes, words.solved_yes)):
        assert accessible(button)[:2] == (name, words.solved_question)


def test_the_keyboard_meets_nothing_on_the_way_to_the_next_page(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    """Qt leads it to the first button of the bar while it turns pages; a reader would name that."""
    page = page_of(window, first_of(ChoiceStep))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.findChildren(AnswerCard)[0].click()
    met: list[QWidget | None] = []

    def note(_: QWidget | None, now: QWidget | None) -> None:
        met.append(now)

    qapp.focusChanged.connect(note)
    window.view.go_on()
    qapp.processEvents()
    follows = window.view.page
    window.view.go_back()
    qapp.processEvents()
    qapp.focusChanged.disconnect(note)
    headings = [each.findChildren(WrappingLabel, "heading")[0] for each in (follows, page)]
    assert [each for each in met if each is not None] == headings


def test_what_was_found_by_words_is_named_and_counted(window: MainWindow) -> None:
    finder = window.findChildren(SearchBox)[0]
    words = SHIPPED["id"].words
    assert accessible(finder.field) == Accessible(
        words.find_label, words.find_how, Role.EditableText
    )
    finder.field.setText("pulsa habis")
    assert finder.found
    assert list(faults(window)) == []
    for card in finder.found:
        assert accessible(card).description.endswith(situation_of(SHIPPED["id"], card.place_id))
