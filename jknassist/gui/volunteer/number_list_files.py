"""Buttons for the newest list files of the user's folders, instead of a file dialog."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jknassist.content.number_files.reader import SUFFIXES
from jknassist.gui.context import UiContext
from jknassist.gui.panels.save_pdf import save_folders
from jknassist.gui.widgets.factories import button, text_label

FILES_SHOWN = 6


class FileOffers(QWidget):
    """A button for each file, the newest first; emits the path of the one that is pressed."""

    chosen = Signal(object)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px("gap_small"))

    def offer(self) -> None:
        """Search for files again and show them, or a message if there are none."""
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        found = newest_files(self._context)
        for label, path in found:
            choice = button(f"{path.name} ({label})")
            choice.clicked.connect(partial(self.chosen.emit, path))
            self._column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        if not found:
            self._column.addWidget(text_label(self._context.words.list_no_files, "hint"))
        self.show()


def newest_files(context: UiContext) -> tuple[tuple[str, Path], ...]:
    """Return the newest list files of the folders people use, each with the name of its folder."""
    found: list[tuple[float, str, Path]] = []
    for label, folder in save_folders(context):
        try:
            found += [(path.stat().st_mtime, label, path) for path in _lists(folder.iterdir())]
        except OSError:
            continue
    return tuple((label, path) for _, label, path in sorted(found, reverse=True)[:FILES_SHOWN])


def _lists(files: Iterable[Path]) -> Iterable[Path]:
    return (path for path in files if path.suffix.lower() in SUFFIXES and path.is_file())
