"""The button that was pressed to copy shows the result."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from jknassist.gui.qt.clipboard import ClipboardWriter
from jknassist.gui.widgets.copy_feedback import CopyFeedback
from tests.support.deferred_deletion import delete_deferred

TEXT = "0812 3456 7890"


def made(qtbot: QtBot) -> tuple[CopyFeedback, ClipboardWriter, QPushButton, QPushButton]:
    copier = ClipboardWriter(QGuiApplication.clipboard())
    first, second = QPushButton("Salin nomor"), QPushButton("Salin semua")
    for button in (first, second):
        qtbot.addWidget(button)
    return CopyFeedback(copier, QObject(copier)), copier, first, second


def test_the_button_shows_that_it_was_copied_until_it_is_restored(qtbot: QtBot) -> None:
    feedback, copier, button, _ = made(qtbot)
    with qtbot.waitSignal(copier.copied):
        feedback.copy(TEXT, button, "Sudah & selesai")
    assert button.text() == "Sudah && selesai"
    feedback.restore()
    assert button.text() == "Salin nomor"


def test_one_button_at_a_time_shows_it(qtbot: QtBot) -> None:
    feedback, copier, first, second = made(qtbot)
    for button in (first, second):
        with qtbot.waitSignal(copier.copied):
            feedback.copy(TEXT, button, "Sudah disalin")
    assert (first.text(), second.text()) == ("Salin nomor", "Sudah disalin")


def test_the_button_keeps_its_text_when_nothing_was_copied(qtbot: QtBot) -> None:
    feedback, copier, button, _ = made(qtbot)
    with qtbot.waitSignal(copier.copied):
        feedback.copy(TEXT, button, "Sudah disalin")
    copier.failed.emit(TEXT)
    assert button.text() == "Salin nomor"


def test_a_button_that_is_gone_is_left_alone(qtbot: QtBot) -> None:
    feedback, copier, _, _ = made(qtbot)
    button = QPushButton("Salin")
    with qtbot.waitSignal(copier.copied):
        feedback.copy(TEXT, button, "Sudah disalin")
    button.deleteLater()
    delete_deferred()
    assert not isValid(button)
    feedback.restore()
    copier.copied.emit(TEXT)
