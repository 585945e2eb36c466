"""Continuing from a sheet: typed or scanned, mistyped, of other content."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from jknassist.core.flow.model import Knowledge
from jknassist.core.flow.session import Answer, Session, with_answer
from jknassist.core.flow.sheet_codec import encode_sheet_number
from jknassist.core.flow.sheet_number import ALPHABET
from jknassist.core.flow.way import Way, way_of
from jknassist.gui.main_window import MainWindow
from jknassist.gui.panels.sheet_number import SheetNumberPanel, SheetPanel, key_rows
from tests.gui.conftest import Visitor
from tests.support.small_knowledge import small_knowledge

Open = Callable[[Knowledge], MainWindow]

KNOWLEDGE = small_knowledge()


def way_to(*pairs: tuple[str, str], knowledge: Knowledge = KNOWLEDGE) -> Way:
    session = Session()
    for step_id, key in pairs:
        session = with_answer(knowledge, session, Answer(step_id=step_id, key=key))
    return way_of(knowledge, session)


TO_PULSA = way_to(("mulai", "pulsa"))
NUMBER = encode_sheet_number(KNOWLEDGE, TO_PULSA)


def changing(*step_ids: str) -> Knowledge:
    steps = tuple(replace(step, changes=step.id in step_ids) for step in KNOWLEDGE.steps)
    return replace(KNOWLEDGE, steps=steps)


@pytest.fixture
def visitor(open_window: Open, qtbot: QtBot) -> Visitor:
    return Visitor(open_window(KNOWLEDGE), qtbot)


def open_panel(visitor: Visitor) -> SheetNumberPanel:
    visitor.press(visitor.window.context.words.sheet_button)
    assert isinstance(visitor.window.panel, SheetNumberPanel)
    return visitor.window.panel


def scan(panel: SheetNumberPanel, text: str) -> None:
    """Type as a scanner does that is a keyboard: at once, and Enter after it."""
    QTest.keyClicks(panel.field, text)
    QTest.keyClick(panel.field, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    "typed", [NUMBER, NUMBER.lower(), NUMBER.replace("-", ""), NUMBER.replace("-", " ")]
)
def test_a_number_typed_or_scanned_shows_what_was_answered(visitor: Visitor, typed: str) -> None:
    panel = open_panel(visitor)
    scan(panel, typed)
    assert isinstance(visitor.window.panel, SheetPanel)
    assert visitor.sees("Apa yang Anda alami? Pulsa habis.")
    visitor.press(visitor.window.context.words.sheet_go_on)
    assert visitor.window.panel is None
    assert visitor.place == "pulsa_habis"


def test_it_is_shown_in_capitals_and_groups_while_it_is_typed(visitor: Visitor) -> None:
    panel = open_panel(visitor)
    QTest.keyClicks(panel.field, NUMBER.replace("-", "").lower())
    assert panel.field.text() == NUMBER
    for _ in NUMBER:
        QTest.keyClick(panel.field, Qt.Key.Key_Backspace)
    assert not panel.field.text()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "sheet length 8"),
        (NUMBER[:-1], "sheet length 8"),
        (f"{NUMBER}3", "sheet length 8"),
        ("0" + NUMBER[1:], "sheet unused 0"),
        (("3" if NUMBER[0] != "3" else "4") + NUMBER[1:], "sheet slip"),
    ],
)
def test_a_slip_is_reported_and_can_be_mended(visitor: Visitor, typed: str, sentence: str) -> None:
    panel = open_panel(visitor)
    scan(panel, typed)
    assert visitor.sees(sentence)
    assert panel.go_on.text() == visitor.window.context.words.sheet_open
    panel.field.selectAll()
    scan(panel, NUMBER)
    assert isinstance(visitor.window.panel, SheetPanel)


@pytest.mark.parametrize("junk", ["\N{ARABIC LETTER SEEN}", "\N{GRINNING FACE}"])
def test_what_stands_behind_a_number_is_not_dropped_unseen(visitor: Visitor, junk: str) -> None:
    panel = open_panel(visitor)
    panel.read_text(f"{NUMBER}{junk}")
    assert visitor.window.panel is panel
    assert visitor.sees(f"sheet unused {junk}")
    assert junk in panel.field.text()


@pytest.mark.parametrize(("edition", "said"), [(0, "older"), (1, "other"), (2, "newer")])
def test_a_sheet_of_another_edition_is_reported_and_the_way_begins_anew(
    visitor: Visitor, edition: int, said: str
) -> None:
    first, *others = KNOWLEDGE.outcomes
    other = replace(KNOWLEDGE, edition=edition, outcomes=(replace(first, next=()), *others))
    panel = open_panel(visitor)
    scan(panel, encode_sheet_number(other, TO_PULSA))
    assert visitor.sees(f"sheet {said}")
    visitor.press(visitor.window.context.words.sheet_restart)
    assert visitor.window.panel is None
    assert visitor.place == "mulai"


def test_only_what_may_have_changed_is_asked_anew(open_window: Open, qtbot: QtBot) -> None:
    knowledge = changing("periksa")
    visitor = Visitor(open_window(knowledge), qtbot)
    way = way_to(("mulai", "tidak_tahu"), ("periksa", "sudah"), ("tunggu", "tidak_tahu"))
    scan(open_panel(visitor), encode_sheet_number(knowledge, way))
    words = visitor.window.context.words
    assert visitor.sees(f"Periksa HP Anda: Sudah semua. {words.sheet_asked_again}")
    visitor.press(words.sheet_go_on)
    assert visitor.place == "periksa"
    visitor.choose("sudah")
    assert visitor.place == "gangguan", "the wait was answered on the sheet"


def test_a_number_of_a_phone_is_asked_anew(visitor: Visitor) -> None:
    way = way_to(("mulai", "tidak_masuk"), ("nomor", "corrected"))
    scan(open_panel(visitor), encode_sheet_number(KNOWLEDGE, way))
    visitor.press(visitor.window.context.words.sheet_go_on)
    assert visitor.place == "nomor"


def test_a_sheet_of_a_second_ending_tells_what_was_tried_and_leads_there(visitor: Visitor) -> None:
    scan(open_panel(visitor), encode_sheet_number(KNOWLEDGE, replace(TO_PULSA, further=1)))
    words = visitor.window.context.words
    assert visitor.sees(f"{words.already_tried} isi pulsa.")
    assert visitor.sees(f"{words.outcome_label}: Nomor salah ketik.")
    visitor.press(words.sheet_go_on)
    assert visitor.place == "salah_ketik"
    summary = visitor.window.flow.summary()
    assert summary is not None
    assert [one.tried for one in summary.already_tried] == ["isi pulsa"]


def test_a_scanner_may_type_into_the_search_field_of_the_laptop(visitor: Visitor) -> None:
    (field,) = visitor.window.view.page.findChildren(QLineEdit, "find")
    QTest.keyClicks(field, NUMBER.replace("-", ""))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert isinstance(visitor.window.panel, SheetPanel)
    assert visitor.sees("Apa yang Anda alami? Pulsa habis.")


def test_a_sheet_of_other_content_in_the_search_field_is_reported(visitor: Visitor) -> None:
    first, *others = KNOWLEDGE.outcomes
    other = replace(KNOWLEDGE, edition=2, outcomes=(replace(first, next=()), *others))
    (field,) = visitor.window.view.page.findChildren(QLineEdit, "find")
    QTest.keyClicks(field, encode_sheet_number(other, TO_PULSA))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert isinstance(visitor.window.panel, SheetNumberPanel)
    assert visitor.sees("sheet newer")


def test_back_leaves_everything_as_it_was(visitor: Visitor) -> None:
    open_panel(visitor)
    visitor.press(visitor.window.context.words.back)
    assert visitor.window.panel is None
    assert visitor.place == "mulai"


def test_the_answers_of_a_sheet_are_not_wiped_unasked(visitor: Visitor) -> None:
    scan(open_panel(visitor), NUMBER)
    visitor.window.ask_to_leave()
    visitor.press(visitor.window.context.words.leave_no)
    assert isinstance(visitor.window.panel, SheetPanel)


def test_of_two_sheets_the_last_is_taken_up_and_none_stays_in_front(visitor: Visitor) -> None:
    scan(open_panel(visitor), NUMBER)
    visitor.window.show_sheet_number()
    assert isinstance(visitor.window.panel, SheetNumberPanel)
    scan(visitor.window.panel, NUMBER)
    visitor.press(visitor.window.context.words.sheet_go_on)
    assert visitor.window.panel is None
    assert visitor.place == "pulsa_habis"


def test_who_is_called_finds_it_behind_the_help_of_staff(visitor: Visitor) -> None:
    visitor.choose("pulsa")
    visitor.window.show_contacts()
    visitor.press(visitor.window.context.words.sheet_button)
    assert isinstance(visitor.window.panel, SheetNumberPanel)


def test_a_laptop_has_no_keys_on_the_screen(visitor: Visitor) -> None:
    assert open_panel(visitor).keyboard is None


@pytest.mark.parametrize("count", [2, 3])
def test_the_keys_are_the_letters_of_sheet_numbers_and_one_that_erases(count: int) -> None:
    rows = key_rows(count)
    assert len(rows) == count
    assert "".join(rows)[:-1] == ALPHABET
    assert len({len(row) for row in rows}) == 1
