"""Review of the answers, and the panels at the end of a visit."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from jknassist.gui.panels.review import LeavePanel, ReviewPanel, SolvedPanel
from jknassist.gui.volunteer.large_display import LargeDisplay
from tests.gui.conftest import Visitor
from tests.support.keyboard_walk import focus

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_the_answers_are_listed_with_ubah(visitor: Visitor) -> None:
    words = visitor.window.context.words
    visitor.choose("pulsa")
    visitor.press(words.review)
    assert visitor.sees("Pulsa habis")
    visitor.press(words.change)
    assert visitor.place == "mulai"


def test_an_answer_stands_below_its_question_where_both_do_not_fit(visitor: Visitor) -> None:
    visitor.choose("pulsa")
    visitor.press(visitor.window.context.words.review)
    panel = visitor.window.panel
    assert isinstance(panel, ReviewPanel)
    question, answer, _change = panel._rows[0]
    assert answer.x() > question.x()
    panel.area.resize(panel._grid.minimumSize().width() - 1, 900)
    panel.set_density(0)
    QCoreApplication.processEvents()
    panel._grid.activate()
    assert answer.x() == question.x()
    assert answer.y() > question.y()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape])
def test_the_question_about_wiping_has_its_focus_on_the_safe_button(
    at_keys: Visitor, key: Qt.Key
) -> None:
    words = at_keys.window.context.words
    at_keys.choose("pulsa")
    at_keys.key(Key.Key_N, CONTROL)
    assert isinstance(at_keys.window.panel, LeavePanel)
    assert focus() is at_keys.window.panel.close_button
    assert words.leave_text in focus().accessibleDescription()
    at_keys.key(key)
    assert at_keys.window.panel is None
    assert at_keys.place == "pulsa_habis"


@pytest.mark.parametrize(
    ("key", "with_"),
    [(Key.Key_P, CONTROL), (Key.Key_S, CONTROL), (Key.Key_C, CONTROL | SHIFT)],
)
def test_once_it_is_solved_the_failed_remedy_is_not_taken_along(
    at_keys: Visitor, key: Qt.Key, with_: Qt.KeyboardModifier
) -> None:
    at_keys.choose("pulsa")
    at_keys.window.show_solved()
    at_keys.key(key, with_)
    assert isinstance(at_keys.window.panel, SolvedPanel)
    assert not QGuiApplication.clipboard().text()


def test_once_it_is_solved_the_large_display_has_the_contacts_alone(at_keys: Visitor) -> None:
    at_keys.choose("pulsa")
    at_keys.window.show_solved()
    at_keys.key(Key.Key_F4)
    display = at_keys.window.panel
    assert isinstance(display, LargeDisplay)
    for _ in range(10):
        assert not at_keys.sees(at_keys.window.context.words.sheet_use)
        display.show_other()
