"""Panels over the view of a visit."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.core.typing_compat import override
from jknassist.gui.panels.panel import Panel
from jknassist.gui.panels.panel_stack import PanelStack
from tests.support.small_context import small_context


class FilledPanel(Panel):
    """A panel with input that must not be discarded."""

    @override
    def holds_input(self) -> bool:
        return True


def stack_of(qtbot: QtBot) -> PanelStack:
    stack = PanelStack()
    qtbot.addWidget(stack)
    stack.addWidget(QWidget())
    stack.show()
    return stack


def test_a_panel_replaces_another_and_is_removed(qtbot: QtBot) -> None:
    stack = stack_of(qtbot)
    removed: list[Panel | None] = []
    stack.panel_removed.connect(lambda: removed.append(stack.panel))
    first, second = Panel("satu", small_context()), Panel("dua", small_context())
    stack.push(first)
    assert removed == []
    stack.push(second)
    assert (stack.panel, stack.count()) == (second, 2)
    stack.pop()
    assert (stack.panel, stack.count()) == (None, 1)
    assert removed == [first, second], "told while the panel is still there"
    stack.pop()
    assert stack.count() == 1, "the view stays"


def test_a_panel_with_input_stays_below_another(qtbot: QtBot) -> None:
    stack = stack_of(qtbot)
    filled = FilledPanel("isi", small_context())
    stack.push(filled)
    stack.push(Panel("dua", small_context()))
    stack.pop()
    assert stack.panel is filled


def test_a_panel_that_is_shown_has_the_focus(qtbot: QtBot) -> None:
    stack = stack_of(qtbot)
    panel = Panel("satu", small_context())
    with qtbot.waitActive(stack):
        stack.activateWindow()
    stack.push(panel)
    assert panel.heading.hasFocus()


def test_view_and_panels_are_cleared_together(qtbot: QtBot) -> None:
    stack = stack_of(qtbot)
    stack.push(FilledPanel("isi", small_context()))
    stack.push(Panel("dua", small_context()))
    stack.clear()
    assert stack.count() == 0
    assert stack.panel is None
