"""The page of an ending: what can be copied from it besides its contacts."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Open, Visitor
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
COPY = KNOWLEDGE.words.message_copy


def test_the_prepared_message_is_copied_alone(open_window: Open, qtbot: QtBot) -> None:
    visitor = Visitor(open_window(KNOWLEDGE), qtbot)
    visitor.choose("pulsa")
    visitor.press(COPY)
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == KNOWLEDGE.outcomes[0].message)
    assert visitor.sees(KNOWLEDGE.words.copied)


def test_an_ending_without_a_message_has_nothing_to_copy(open_window: Open, qtbot: QtBot) -> None:
    visitor = Visitor(open_window(KNOWLEDGE), qtbot)
    visitor.window.view.jump_to("gangguan")
    assert visitor.place == "gangguan"
    assert not visitor.sees(COPY)
