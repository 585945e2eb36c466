"""The field for pasted numbers, and what is dropped onto it."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtWidgets import QPlainTextEdit

from jknassist.core.typing_compat import override

MOST_SHOWN = 100_000
"""Characters that a text may have to be put into the field; Qt is slow with longer ones."""


class ListField(QPlainTextEdit):
    """Takes pasted lines; emits dropped files, and a text that is too long to be shown."""

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
    """Return the paths of those URLs that are files of this machine."""
    return tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
