"""A list of numbers: pasted, opened or dropped, examined in the background, shown and saved.

Nothing of a list is kept but what is shown and what the result file is made of, and that only as
long as the panel lives. Reading and examining are done by a task on another thread.
"""

from enum import Enum, auto
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from jknassist.content.number_files.examination import Examined
from jknassist.content.number_files.listing import left_out_text
from jknassist.content.number_files.problems import Problem, problem_of, problem_text
from jknassist.content.number_files.reader import NumberList
from jknassist.content.number_files.results import ResultFile
from jknassist.core.phone.number_list import Examiner
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.qt.announcements import set_announced_text
from jknassist.gui.qt.background_task import BackgroundTask
from jknassist.gui.volunteer.number_list_columns import ColumnChooser
from jknassist.gui.volunteer.number_list_field import ListField, local_files
from jknassist.gui.volunteer.number_list_files import FileOffers
from jknassist.gui.volunteer.number_list_result import ResultView
from jknassist.gui.volunteer.number_list_save import ResultSaveRow
from jknassist.gui.volunteer.number_list_source import (
    ListProgress,
    ListSource,
    examine_list,
    open_source,
)
from jknassist.gui.widgets.factories import text_label

MOST_COPIED = 5000
"""Maximum entries of a group that are copied; more would block the window."""

WHOLE = 1000
"""Steps of the progress bar."""


class View(Enum):
    """What the panel shows."""

    TYPING = auto()
    OPENING = auto()
    COLUMNS = auto()
    EXAMINING = auto()
    RESULT = auto()


class NumberListPanel(Panel):
    """Five views after one another; see View."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.words.list_title, context)
        words = context.words
        self.view = View.TYPING
        self._source: ListSource | None = None
        self._task: BackgroundTask | None = None
        self._opened: list[NumberList] = []
        self._saved = True
        self._wanted: tuple[str, ...] | None = None
        self._in_group = 0
        self.destroyed.connect(partial(_close_all, self._opened))
        self.setAcceptDrops(True)
        texts = QHBoxLayout()
        texts.setSpacing(context.theme.px("gap"))
        self.message = text_label(words.list_text)
        self.left_out = text_label("", "hint")
        self.left_out.use_whole_width(whole=True)
        texts.addWidget(self.message)
        texts.addWidget(self.left_out, 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(texts)
        self.field = ListField()
        self.field.setAccessibleName(words.list_title)
        self.field.files_dropped.connect(self.take_files)
        self.field.text_taken.connect(self.take_text)
        self.column.addWidget(self.field, 1)
        self.files = FileOffers(context)
        self.files.chosen.connect(self.open_file)
        self.column.addWidget(self.files)
        self.columns = ColumnChooser(context)
        self.columns.changed.connect(self._change_columns)
        self.column.addWidget(self.columns)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(words.list_title)
        self.column.addWidget(self.progress)
        self._space = QWidget()
        self.column.addWidget(self._space, 1)
        self.result = ResultView(context)
        self.result.group_shown.connect(self._offer_copy)
        self.result.table.copy_wanted.connect(self.copy_wanted)
        self.column.addWidget(self.result, 1)
        self.save = ResultSaveRow(context)
        self.save.saved.connect(self._note_saved)
        self.column.addWidget(self.save)
        self._add_foot()
        self._show(View.TYPING)

    def _add_foot(self) -> None:
        words = self.context.words
        self.again = self.add_foot(words.list_back, "secondary")
        self.again.clicked.connect(self.begin_again)
        self.open = self.add_foot(words.list_open, "secondary")
        self.open.clicked.connect(self.offer_files)
        self.check = self.add_foot(words.list_check, "primary")
        self.check.clicked.connect(self.start)
        self.stop = self.add_foot(words.list_stop, "primary")
        self.stop.clicked.connect(self.cancel)
        self.copy = self.add_foot(words.list_copy_group, "secondary")
        self.copy.clicked.connect(self._copy_group)
        self.keep = self.add_foot(words.list_save, "primary")
        self.keep.clicked.connect(self.save.ask)

    def _show(self, view: View) -> None:
        self.view = view
        busy = view in {View.OPENING, View.EXAMINING}
        columns = view is View.COLUMNS or (view is View.RESULT and self.columns.offers_choice)
        for widget, shown in (
            (self.field, view is View.TYPING),
            (self.open, view is View.TYPING),
            (self.columns, columns),
            (self.check, view in {View.TYPING, View.COLUMNS}),
            (self.progress, busy),
            (self.stop, busy),
            (self._space, busy or view is View.COLUMNS),
            (self.again, view in {View.COLUMNS, View.RESULT}),
            (self.left_out, view is View.RESULT),
            (self.result, view is View.RESULT),
            (self.copy, view is View.RESULT),
            (self.keep, view is View.RESULT),
        ):
            widget.setVisible(shown)
        if view is not View.RESULT:
            self.save.hide()
        self.files.hide()
        self.message.use_whole_width(whole=view is View.RESULT)  # counts are one line
        self.check.setEnabled(True)
        if busy:
            self.progress.setRange(0, 0)
        self.frame.area.begin()

    @override
    def set_density(self, density: int) -> None:
        """Leave the rows of a result what the gaps above them would take."""
        super().set_density(density)
        if self.view is View.RESULT:
            self.column.setSpacing(self.context.theme.px("gap_small") // 2)

    @override
    def activate(self) -> None:
        super().activate()
        self._focus()

    def _focus(self) -> None:
        focus: dict[View, QWidget] = {
            View.TYPING: self.field,
            View.COLUMNS: self.check,
            View.RESULT: self.result.table,
        }
        focus.get(self.view, self.stop).setFocus()

    @override
    def holds_input(self) -> bool:
        return bool(self._source) or bool(self.field.toPlainText().strip())

    def offer_files(self) -> None:
        """List the newest list files of the person's own folders, instead of a dialog."""
        self.files.offer()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(bool(local_files(event.mimeData().urls())))

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_files(local_files(event.mimeData().urls()))

    def take_files(self, files: tuple[Path, ...]) -> None:
        """Open the first of the files that were dropped, unless there is other work to lose."""
        words = self.context.words
        if self.view in {View.OPENING, View.EXAMINING}:
            set_announced_text(self.message, words.list_busy)
        elif self.view is View.RESULT and not self._saved:
            set_announced_text(self.message, words.list_unsaved)
        else:
            one_of_many = len(files) > 1
            notice = words.list_one_file.format(name=files[0].name) if one_of_many else ""
            self.open_file(files[0], notice)

    def open_file(self, path: Path, notice: str = "") -> None:
        """Open a file and show its columns; `notice` is said with it."""
        self._open(ListSource(path.name, path=path), notice)

    def take_text(self, text: str) -> None:
        """Open a text that is too long for the field."""
        self._open(ListSource(self.context.words.list_pasted, text=text))

    def start(self) -> None:
        """Open what was pasted; once the columns are known, examine."""
        if self.view is View.COLUMNS:
            self._examine()
        elif self.field.toPlainText().strip():
            self.take_text(self.field.toPlainText())
        else:
            set_announced_text(self.message, self.context.words.list_empty)

    def _open(self, source: ListSource, notice: str = "") -> None:
        _close_all(self._opened)
        self._source = source
        opening = self.context.words.list_opening.format(name=source.name)
        set_announced_text(self.message, notice or opening)
        self._show(View.OPENING)
        self._focus()
        task = BackgroundTask(partial(open_source, source), parent=self)
        task.finished.connect(partial(self._choose_columns, notice))
        task.failed.connect(partial(self._refuse, task))
        self._begin(task)

    def _begin(self, task: BackgroundTask) -> None:
        self._task = task
        task.start()

    def _refuse(self, task: BackgroundTask) -> None:
        """Say why a file cannot be read."""
        self._refuse_for(problem_of(task.error))

    def _refuse_for(self, problem: Problem) -> None:
        self._task = None
        source, self._source = self._source, None
        words = self.context.words
        name = source.name if source is not None else ""
        pasted = source is None or source.path is None
        text = words.list_empty if pasted else problem_text(problem, name, words)
        set_announced_text(self.message, text)
        self._show(View.TYPING)
        self._focus()

    def _choose_columns(self, notice: str, numbers: NumberList) -> None:
        """Show which columns would be examined; a text of one column has nothing to choose."""
        self._task = None
        self._opened.append(numbers)
        if not numbers.columns:
            _close_all(self._opened)
            self._refuse_for(Problem.EMPTY)
            return
        taken = numbers.taken
        if self._wanted is not None:
            taken = tuple(one for one in numbers.columns if one.name in self._wanted)
        self._wanted = None
        self.columns.offer(numbers.columns, taken)
        name = self._source.name if self._source is not None else ""
        sentences = (f"{name}.", notice, self.context.words.list_columns_text)
        set_announced_text(self.message, " ".join(filter(None, sentences)))
        self._show(View.COLUMNS)
        self._offer_check()
        if len(numbers.columns) == 1 and not notice and self._is_pasted:
            self._examine()
        else:
            self._focus()

    @property
    def _is_pasted(self) -> bool:
        return self._source is not None and self._source.path is None

    def _change_columns(self) -> None:
        """Follow the choice of columns; once there is a result, the list is opened again for it."""
        if self.view is View.RESULT and self._source is not None:
            self._wanted = tuple(column.name for column in self.columns.taken)
            self._open(self._source, self.context.words.list_columns_changed)
        else:
            self._offer_check()

    def _offer_check(self) -> None:
        taken = bool(self.columns.taken)
        self.check.setEnabled(taken)
        if not taken:
            set_announced_text(self.message, self.context.words.list_no_column)

    def _examine(self) -> None:
        numbers = self._opened.pop()  # the task closes it
        numbers.take_columns(self.columns.taken)
        context = self.context
        self.field.setPlainText("")
        self._show(View.EXAMINING)
        self._show_progress(ListProgress(0, 0, 0))
        self._focus()
        examiner = Examiner(context.plan, context.knowledge.number_words)
        work = partial(examine_list, numbers, examiner, ResultFile(context.words))
        task = BackgroundTask(work, parent=self, unused=numbers.close)
        task.progressed.connect(self._show_progress)
        task.finished.connect(self._show_result)
        task.failed.connect(partial(self._refuse, task))
        self._begin(task)

    def _show_progress(self, reading: ListProgress) -> None:
        self.message.setText(
            self.context.words.list_progress.format(
                rows=self.context.format_count(reading.rows),
                numbers=self.context.format_count(reading.numbers),
            )
        )
        if reading.done:
            self.progress.setRange(0, WHOLE)
            self.progress.setValue(round(WHOLE * reading.done))

    def cancel(self) -> None:
        """Stop at once and forget what was found so far; the list itself stays."""
        opening = self.view is View.OPENING
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if opening or self._source is None:
            self.begin_again()
        else:
            self._open(self._source, self.context.words.list_stopped)

    def begin_again(self) -> None:
        """Forget the list and its result, and offer the empty field."""
        _close_all(self._opened)
        self._source = None
        self._saved = True
        self.left_out.setText("")
        self.result.forget()
        self.save.forget()
        self.field.setPlainText("")
        self.message.setText(self.context.words.list_text)
        self._show(View.TYPING)
        self._focus()

    def _show_result(self, examined: Examined) -> None:
        self._task = None
        words, summary = self.context.words, examined.summary
        name = self._source.name if self._source is not None else ""
        sentences = (
            f"{name}:",
            words.list_result.format(
                rows=self.context.format_count(summary.rows),
                numbers=self.context.format_count(summary.numbers),
            ),
        )
        set_announced_text(self.message, " ".join(sentences))
        self.left_out.setText(left_out_text(examined.left_out, self.context.knowledge))
        self.result.show_result(examined)
        self.save.offer(self._result_name(), examined.result.save)
        self._saved = False
        self._show(View.RESULT)
        self._focus()

    def _result_name(self) -> str:
        path = self._source.path if self._source is not None else None
        stem = (
            path.stem
            if path is not None
            else f"Daftar-nomor-{QDate.currentDate().toString('yyyy-MM-dd')}"
        )
        return self.context.words.list_save_file.format(name=stem)

    def _note_saved(self) -> None:
        self._saved = True
        # The button with the focus is gone, and Enter pressed once more must not save again.
        self.result.table.setFocus()

    def _offer_copy(self, count: int) -> None:
        self.copy.setEnabled(bool(count))
        self._in_group = count

    def _copy_group(self) -> None:
        self.copy_wanted.emit(self.result.copy_of_group(MOST_COPIED), self.copy)
        if self._in_group > MOST_COPIED:
            said = self.context.words.list_copied_part.format(
                count=self.context.format_count(MOST_COPIED)
            )
            set_announced_text(self.message, said)


def _close_all(opened: list[NumberList], *_destroyed: object) -> None:
    while opened:
        opened.pop().close()
