"""Copies a text and shows on the button that was pressed that it was copied."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from jknassist.gui.qt.announcements import announce
from jknassist.gui.qt.clipboard import ClipboardWriter


class CopyFeedback(QObject):
    """Changes the text of one button at a time; `restore` gives it its own text back."""

    def __init__(self, copier: ClipboardWriter, parent: QObject) -> None:
        super().__init__(parent)
        self._copier = copier
        self._button: QPushButton | None = None
        self._text = self._copied = ""
        copier.copied.connect(self._show_copied)
        copier.failed.connect(self.restore)

    def copy(self, text: str, pressed: QPushButton, copied: str) -> None:
        """Copy a text; once it is copied, the pressed button shows `copied`."""
        self.restore()
        self._button, self._text, self._copied = pressed, pressed.text(), copied
        self._copier.copy(text)

    def restore(self) -> None:
        """Give the button its own text back."""
        if self._button is not None and isValid(self._button):
            self._button.setText(self._text)
        self._button = None

    def _show_copied(self) -> None:
        if self._button is not None and isValid(self._button):
            self._button.setText(self._copied.replace("&", "&&"))
            announce(self._button, self._copied)
