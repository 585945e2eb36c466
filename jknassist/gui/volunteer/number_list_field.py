"""Text field for pasted numbers and dropped files."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtWidgets import QPlainTextEdit

from jknassist.core.typing_compat import override

MOST_SHOWN = 100_000
"""Maximum characters of a text in the field; Qt is slow with longer ones."""


class ListField(QPlainTextEdit):
    """Accepts pasted lines; emits dropped files and texts that are too long to show."""

    files_dropped = Signal(object)
    text_taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("list")
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasUrls() or super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        files = local_files(source.urls())
        text = source.text()
        if files:
            self.files_dropped.emit(files)
        elif len(text) > MOST_SHOWN:
            self.text_taken.emit(text)
        else:
            super().insertFromMimeData(source)


def local_files(urls: Iterable[QUrl]) -> tuple[Path, ...]:
    """Return the paths of the local files among some URLs."""
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
