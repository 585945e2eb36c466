"""A list of numbers: pasted or opened, examined a slice at a time, shown and saved; nothing kept.

The slices run on the window's own thread: one takes a few milliseconds, so the window answers in
between, and there is no second thread that a wiped visit would have to wait for.
"""

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jknassist.content.number_files.reader import open_text
from jknassist.core.phone.number_list import Examiner, ListedNumber, ListRow, doubtful, result_csv
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.panels.save_locations import SaveRow
from jknassist.gui.panels.save_pdf import places
from jknassist.gui.qt.announcements import set_announced_text
from jknassist.gui.widgets.factories import button, text_label

SLICE = 0.008
"""Seconds of work before the window is let have its turn."""

ROWS_SHOWN = 300
FILES_SHOWN = 8
MOST_BYTES = 8 * 1024 * 1024


class ListField(QPlainTextEdit):
    """Takes pasted lines, and emits the file that was dragged onto it."""

    dropped = Signal(object)

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
        files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
        if files:
            self.dropped.emit(Path(files[0]))
        else:
            super().insertFromMimeData(source)


class NumberListPanel(Panel):
    """Three views after one another: the field, the progress, the doubtful numbers."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.words.list_title, context)
        words = context.words
        self._waiting: tuple[ListRow, ...] = ()
        self._examiner = self._new_examiner()
        self.told: list[ListedNumber] = []
        self.says = self.add_text(words.list_text)
        self.field = ListField()
        self.field.setAccessibleName(words.list_title)
        self.field.dropped.connect(self.open_file)
        self.column.addWidget(self.field, 1)
        self.files = QWidget()
        self._file_column = QVBoxLayout(self.files)
        self._file_column.setContentsMargins(0, 0, 0, 0)
        self._file_column.setSpacing(context.theme.px("gap_small"))
        self.files.hide()
        self.column.addWidget(self.files)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.column.addWidget(self.progress)
        self._room = QWidget()
        self.column.addWidget(self._room, 1)
        self.table = _table(context)
        self.column.addWidget(self.table, 1)
        self.more = self.add_text(" ", "hint")
        self.more.hide()
        self.save = SaveRow(words.list_save, "Daftar-nomor", self.result, context)
        self.save.hide()
        self.column.addWidget(self.save)
        self.again = self.add_foot(words.list_back, "secondary")
        self.again.clicked.connect(self.begin_again)
        self.open = self.add_foot(words.list_open, "secondary")
        self.open.clicked.connect(self.offer_files)
        self.check = self.add_foot(words.list_check, "primary")
        self.check.clicked.connect(self.start)
        self.stop = self.add_foot(words.list_stop, "primary")
        self.stop.clicked.connect(self.cancel)
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._do_a_slice)
        self._show_view(typing=True)

    def _show_view(self, *, typing: bool = False, working: bool = False) -> None:
        result = not typing and not working
        for widget, shown in (
            (self.field, typing),
            (self.open, typing),
            (self.check, typing),
            (self.progress, working),
            (self._room, working),
            (self.stop, working),
            (self.again, result),
            (self.table, result and self.table.rowCount() > 0),
            (self.save, result),
        ):
            widget.setVisible(shown)
        self.files.hide()
        self.more.setVisible(result and bool(self.more.text()))

    @override
    def activate(self) -> None:
        self.field.setFocus()

    @override
    def holds_input(self) -> bool:
        return bool(self.field.toPlainText().strip())

    def offer_files(self) -> None:
        """List the newest CSV files of the person's own folders, instead of a dialog."""
        while (item := self._file_column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        found = newest_files(self.context)
        for label, path in found:
            choice = button(f"{path.name} ({label})")
            choice.clicked.connect(partial(self.open_file, path))
            self._file_column.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        if not found:
            self._file_column.addWidget(text_label(self.context.words.list_no_files, "hint"))
        self.files.show()

    def open_file(self, path: Path) -> None:
        """Put the lines of a file into the field."""
        try:
            self.field.setPlainText(read_lines(path))
        except (OSError, ValueError):
            set_announced_text(self.says, self.context.words.list_unreadable.format(name=path.name))
            return
        self.files.hide()
        self.says.setText(path.name)

    def start(self) -> None:
        """Examine the list, a slice at a time."""
        self._waiting = tuple(open_text(self.field.toPlainText()))
        self._examiner = self._new_examiner()
        self.told = []
        if not self._waiting:
            set_announced_text(self.says, self.context.words.list_empty)
            return
        self.progress.setRange(0, len(self._waiting))
        self._show_view(working=True)
        self._say_progress()
        self.stop.setFocus()
        self._slices.start()

    def _new_examiner(self) -> Examiner:
        return Examiner(self.context.plan, self.context.knowledge.number_words)

    def cancel(self) -> None:
        """Stop at once and forget what was found so far; the list itself stays."""
        self._slices.stop()
        self.told = []
        set_announced_text(self.says, self.context.words.list_stopped)
        self._show_view(typing=True)
        self.field.setFocus()

    def begin_again(self) -> None:
        """Forget the list and its result, and offer the empty field."""
        self.told, self._waiting = [], ()
        self.table.setRowCount(0)
        self.field.setPlainText("")
        self.says.setText(self.context.words.list_text)
        self._show_view(typing=True)
        self.field.setFocus()

    def result(self) -> str:
        """Return the result as the text of a CSV."""
        return result_csv(self.told, self.context.words)

    def _do_a_slice(self) -> None:
        end = time.perf_counter() + SLICE
        while len(self.told) < len(self._waiting) and time.perf_counter() < end:
            self.told.append(self._examiner.tell(self._waiting[len(self.told)]))
        self._say_progress()
        if len(self.told) == len(self._waiting):
            self._slices.stop()
            self._show_result()

    def _say_progress(self) -> None:
        done, count = len(self.told), len(self._waiting)
        self.progress.setValue(done)
        self.says.setText(self.context.words.list_progress.format(done=done, count=count))

    def _show_result(self) -> None:
        words = self.context.words
        odd = list(doubtful(self.told))
        count = len(self.told)
        found = words.list_found.format(doubtful=len(odd), count=count)
        set_announced_text(self.says, found if odd else words.list_all_good.format(count=count))
        self.table.setRowCount(min(len(odd), ROWS_SHOWN))
        for place, one in enumerate(odd[:ROWS_SHOWN]):
            cells = (str(one.row), one.written, " ".join(one.says), one.suggestion)
            for column, text in enumerate(cells):
                self.table.setItem(place, column, QTableWidgetItem(text))
        rest = len(odd) - ROWS_SHOWN
        self.more.setText(words.list_more.format(count=rest) if rest > 0 else "")
        self._show_view()
        self.again.setFocus()


def _table(context: UiContext) -> QTableWidget:
    words = context.words
    table = QTableWidget(0, 4)
    table.setHorizontalHeaderLabels(
        [words.list_line, words.list_typed, words.list_says, words.list_suggestion]
    )
    table.setAccessibleName(words.list_title)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setTabKeyNavigation(False)
    table.setTextElideMode(Qt.TextElideMode.ElideNone)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    for column in range(4):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    return table


def newest_files(context: UiContext) -> tuple[tuple[str, Path], ...]:
    """Return the newest CSV files of the folders people use, each with the name of its folder."""
    found: list[tuple[float, str, Path]] = []
    for label, folder in places(context):
        try:
            found += [(path.stat().st_mtime, label, path) for path in folder.glob("*.[cC][sS][vV]")]
        except OSError:
            continue
    return tuple((label, path) for _, label, path in sorted(found, reverse=True)[:FILES_SHOWN])


def read_lines(path: Path) -> str:
    """Return the text of a list, in the encodings that spreadsheets write; raise for others."""
    if not path.is_file():
        raise ValueError(path)
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise ValueError(path)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    if b"\0" in data:
        raise ValueError(path)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
