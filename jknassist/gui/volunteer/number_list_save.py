"""Saves the result of a list; asks for the folder, and before replacing an older result."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from jknassist.gui.context import UiContext
from jknassist.gui.panels.save_locations import free_path
from jknassist.gui.panels.save_pdf import save_folders
from jknassist.gui.qt.announcements import set_announced_text
from jknassist.gui.qt.background_task import BackgroundTask, Progress
from jknassist.gui.widgets.factories import button, text_label

Writer = Callable[[Path], object]
"""Writes the result to a path; raises OSError."""


class ResultSaveRow(QWidget):
    """Asks where to save, and a question if the file exists; emits `saved` on success.

    `ask` shows a button for each folder; where there is one folder only, it saves there at once.
    """

    saved = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self._stem = ""
        self._write: Writer | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px("gap_small"))
        self._folders = QWidget()
        row = _row(self._folders, context)
        words = context.words
        row.addWidget(text_label(words.save_text, "label"))
        self._places = save_folders(context)
        self._choices: list[QPushButton] = []
        for label, folder in self._places:
            choice = button(label)
            choice.setAccessibleName(f"{words.list_save}: {label}")
            choice.clicked.connect(partial(self.save_into, folder, label))
            row.addWidget(choice)
            self._choices.append(choice)
        row.addStretch()
        self.message = text_label("", "hint")
        self.message.use_whole_width(whole=True)
        column.addWidget(self._folders)
        column.addWidget(self.message)
        self._question = QWidget()
        self._answers = _row(self._question, context)
        self._answers.addStretch()
        self._offered: list[QPushButton] = []
        column.addWidget(self._question)
        self._question.hide()
        self._parts = (self._folders, self.message, self._question)

    def offer(self, stem: str, write: Writer) -> None:
        """Offer to save the output of `write` as `stem`.csv."""
        self._stem, self._write = stem, write
        self.message.setText("")
        self.message.hide()
        self._folders.hide()
        self._end_question()
        self._fit()

    def _fit(self) -> None:
        """Take no room, not even that of a gap, as long as there is nothing to show."""
        self.setHidden(all(part.isHidden() for part in self._parts))

    def forget(self) -> None:
        """Reset to no file."""
        self.offer("", _nothing)

    def ask(self) -> None:
        """Ask for the folder; the only one is taken at once."""
        if len(self._places) == 1:
            ((label, folder),) = self._places
            self.save_into(folder, label)
        else:
            self._folders.show()
            self._fit()
            self._choices[0].setFocus()

    def save_into(self, folder: Path, label: str) -> None:
        """Write the file; ask first if one of that name exists."""
        path = folder / f"{self._stem}.csv"
        self._end_question()
        if path.exists():
            self._ask(path, label)
        else:
            self._save(path, label)

    def _ask(self, path: Path, label: str) -> None:
        words = self.context.words
        self._say(words.list_exists.format(name=path.name, place=label))
        other = free_path(path.parent, path.stem)
        for text, target in (
            (words.list_save_other.format(name=other.name), other),
            (words.list_replace, path),
        ):
            answer = button(text)
            answer.clicked.connect(partial(self._save, target, label))
            self._answers.insertWidget(self._answers.count() - 1, answer)
            self._offered.append(answer)
        self._question.show()
        self._fit()
        self._offered[0].setFocus()

    def _end_question(self) -> None:
        self._question.hide()
        while self._offered:
            old = self._offered.pop()
            old.hide()
            old.deleteLater()

    def _save(self, path: Path, label: str) -> None:
        write = self._write
        if write is None:
            return
        self._end_question()
        words = self.context.words
        self._say(words.list_saving.format(name=path.name))
        self._folders.setEnabled(False)
        task = BackgroundTask(partial(_written, write, path), parent=self)
        done = words.save_done.format(name=path.name, place=label)
        task.finished.connect(partial(self._end, done))
        task.failed.connect(partial(self._fail, words.save_failed.format(place=label)))
        task.start()

    def _end(self, text: str, _path: object) -> None:
        self._folders.setEnabled(True)
        self._folders.hide()
        self._say(text)
        self.saved.emit()

    def _fail(self, text: str) -> None:
        self._folders.setEnabled(True)
        self._folders.show()
        self._say(text)

    def _say(self, text: str) -> None:
        self.message.show()
        self._fit()
        set_announced_text(self.message, text)


def _written(write: Writer, path: Path, _progress: Progress) -> Path:
    write(path)
    return path


def _nothing(_path: Path) -> None:
    """Write nothing."""


def _row(widget: QWidget, context: UiContext) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(context.theme.px("gap_small"))
    return row
