"""The start of the window: size of the screen, or a plain window after an error."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from jknassist.cli import main
from jknassist.content import loader, resources
from jknassist.gui import context
from jknassist.gui.style.theme import Theme
from jknassist.gui.volunteer import window as app
from tests.support.plain_windows import visible_windows


def without_pictures() -> context.LoadedContent:
    return context.LoadedContent(
        knowledge=loader.knowledge_of(None),
        plan=loader.shipped_plan(),
        style=resources.read("theme.qss").decode(),
        picture=lambda _name: None,
    )


def test_the_program_shows_the_first_question_until_it_is_closed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    left_by_others = visible_windows()

    def looked_at(_app: QApplication) -> int:
        (window,) = visible_windows() - left_by_others
        qtbot.addWidget(window)
        shown.extend(label.text() for label in window.findChildren(QLabel) if label.isVisible())
        window.close()
        return 0

    monkeypatch.setattr(QApplication, "exec", looked_at)
    assert main.main([]) == 0
    assert loader.knowledge_of(None).steps[0].title in shown


def test_a_missing_picture_leaves_its_place_empty(qtbot: QtBot) -> None:
    window = app.make_window(without_pictures(), Theme())
    qtbot.addWidget(window)
    window.show()
    assert window.isVisible()


def test_a_page_that_nobody_sees_yet_is_laid_out_for_the_screen(qtbot: QtBot) -> None:
    """Laid out for Qt's default of 640x480, the start measures wrapped texts that nobody sees."""
    window = app.make_window(without_pictures(), Theme())
    qtbot.addWidget(window)
    assert window.view.size() == QGuiApplication.primaryScreen().availableSize()
