"""Row of buttons that save a CSV text into a folder each, with the result below."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from jknassist.gui.context import UiContext
from jknassist.gui.panels.save_pdf import save_folders
from jknassist.gui.qt.announcements import set_announced_text
from jknassist.gui.widgets.factories import button, text_label
from jknassist.system.atomic_file import write_atomically


class SaveRow(QWidget):
    """Saves what `text` returns as `stem`-date.csv, with a byte order mark for spreadsheets."""

    def __init__(self, title: str, stem: str, text: Callable[[], str], context: UiContext) -> None:
        super().__init__()
        self.context = context
        self._stem, self._text = stem, text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px("gap_small"))
        row = QHBoxLayout()
        row.setSpacing(context.theme.px("gap_small"))
        row.addWidget(text_label(title, "label"))
        for label, folder in save_folders(context):
            choice = button(label)
            choice.setAccessibleName(f"{title}: {label}")
            choice.clicked.connect(partial(self.save_into, folder, label))
            row.addWidget(choice)
        row.addStretch()
        column.addLayout(row)
        self.message = text_label("", "hint")
        self.message.use_whole_width(whole=True)  # the name of a file is not divided
        self.message.hide()
        column.addWidget(self.message)

    def save_into(self, folder: Path, label: str) -> None:
        """Save under an unused name, and show the result."""
        words = self.context.words
        path = free_path(folder, f"{self._stem}-{QDate.currentDate().toString('yyyy-MM-dd')}")
        try:
            write_atomically(path, self._text().encode("utf-8-sig"))
        except OSError:
            set_announced_text(self.message, words.save_failed.format(place=label))
        else:
            set_announced_text(self.message, words.save_done.format(name=path.name, place=label))
        self.message.show()


def free_path(folder: Path, stem: str) -> Path:
    """Return an unused path of a CSV file in a folder."""
    path, number = folder / f"{stem}.csv", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.csv"
    return path
