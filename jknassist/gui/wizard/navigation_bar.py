"""The row of buttons below a page: back, actions, and next."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.front import Front, PageAction
from jknassist.gui.qt.widget_size import UNLIMITED
from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.column_grid import GridCell
from jknassist.gui.widgets.factories import button
from jknassist.gui.widgets.progress import StepProgress, Steps
from jknassist.gui.widgets.wrapping_button import WrappingButton

SIDE_BY_SIDE = QBoxLayout.Direction.LeftToRight
STACKED = QBoxLayout.Direction.TopToBottom

TWO_LINES = 0.65
"""Width of a text on two lines, as a share of its width on one line."""


class Cells(NamedTuple):
    """The cells of the grid for each part of the bar; `back` has that of the fraud warning, too."""

    actions: GridCell
    question: GridCell
    back: GridCell
    next: GridCell


ONE_ROW = Cells(
    actions=GridCell(0, 1), question=GridCell(0, 2), back=GridCell(0, 0), next=GridCell(0, 3)
)
TWO_ROWS = Cells(
    actions=GridCell(0, 1, columns=3),
    question=GridCell(1, 0, columns=3),
    back=GridCell(0, 0),
    next=GridCell(1, 3),
)
THREE_ROWS = Cells(
    actions=GridCell(0, 0, columns=4),
    question=GridCell(1, 0, columns=4),
    back=GridCell(2, 0),
    next=GridCell(2, 3),
)
ROWS = 3
"""Rows of the grid at the most."""


class NavigationBar(QWidget):
    """Emits a signal for each button; `arrange` sets which buttons are shown.

    The first page has the button for the fraud warning in place of "Kembali". On the last screen
    page of an outcome `next` leads to another cause, with the question whether the advice helped
    beside it. Before that the place of the question is empty: beside it "Lanjut" would be taken for
    the answer "no".
    """

    back_wanted = Signal()
    fraud_warning_wanted = Signal()
    next_wanted = Signal()
    solved = Signal()
    copy_wanted = Signal()
    print_wanted = Signal()
    show_wanted = Signal()
    finder_wanted = Signal()
    sheet_wanted = Signal()
    _may_ask = _is_asking = False

    def __init__(self, context: UiContext, front: Front) -> None:
        super().__init__()
        words = context.words
        self._words, self._front = words, front
        self.back = button(words.back, "back")
        self.fraud_warning = button(words.danger_button, "danger")
        self._has_fraud_warning = bool(context.knowledge.safety.goes_to)
        self.show_member = button(words.show_member, "secondary")
        self.copy_all = button(words.copy_all, "secondary")
        self.print = button(front.print_text(words), "secondary")
        self.by_words = button(words.find_button, "secondary")
        self.by_words.setAccessibleName(words.find_open)
        self.sheet = button(words.sheet_button, "secondary")
        self.yes = button(words.solved_yes, "solved")
        self.yes.setAccessibleDescription(words.solved_question)
        self.next = button(words.next, "primary")
        # Never shown: they measure `next` on the last screen page, and on those before it.
        self._end, self._plain = button("", "primary"), button(words.next, "primary")
        for measured in (self._end, self._plain):
            measured.setParent(self)
            measured.hide()
        self._signs = {
            self.back: Sign.BACK,
            self.fraud_warning: Sign.SHIELD,
            self.yes: Sign.CHECK,
            self.next: Sign.NEXT,
            self.by_words: Sign.SEARCH,
            self.sheet: Sign.SHEET,
            self.show_member: Sign.SHOW,
            self.copy_all: Sign.COPY,
            self.print: Sign.PRINT,
        }
        self._actions = {
            PageAction.FIND: self.by_words,
            PageAction.SHEET: self.sheet,
            PageAction.SHOW: self.show_member,
            PageAction.COPY: self.copy_all,
            PageAction.PRINT: self.print,
        }
        gap = context.theme.px("gap_small")
        self._action_box, self._action_row = _row(gap)
        self._action_row.addStretch(1)
        for made in self._actions.values():
            self._action_row.addWidget(made)
        self._action_row.addStretch(0)
        self._question_box, self._question_row = _row(gap)
        # Never shown, only measured: a change of visible text would trigger another layout.
        self._question, self._measured = QLabel(words.solved_question), QLabel(self)
        for label in (self._question, self._measured):
            label.setObjectName("label")
        self._question.setAccessibleName(words.solved_question)
        self._measured.hide()
        self._question_row.addStretch()
        self._question_row.addWidget(self._question)
        self._question_row.addWidget(self.yes)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        self._grid = QGridLayout()
        self._column.addLayout(self._grid)
        self.progress = StepProgress(context)
        self._progress_wanted, self._progress_may_stand_above = False, True
        self._progress_above: bool | None = None
        self._place_progress(above=False)
        self._sheet_offered, self.wait_sheet = False, self._make_wait_sheet()
        self._grid.setSpacing(gap)
        self._grid.setColumnStretch(1, 1)
        self._put_into(ONE_ROW)  # a button without a parent would be shown as a window
        self._question_box.hide()
        self.fraud_warning.hide()
        self._changing = False
        for made, signal in (
            (self.back, self.back_wanted),
            (self.fraud_warning, self.fraud_warning_wanted),
            (self.show_member, self.show_wanted),
            (self.copy_all, self.copy_wanted),
            (self.print, self.print_wanted),
            (self.by_words, self.finder_wanted),
            (self.sheet, self.sheet_wanted),
            (self.yes, self.solved),
            (self.next, self.next_wanted),
        ):
            made.clicked.connect(signal)

    def _make_wait_sheet(self) -> WrappingButton:
        """Return the button that prints the sheet number during a wait, hidden in its place."""
        made = button(self._words.wait_sheet, "secondary")
        made.set_sign(Sign.PRINT)
        made.clicked.connect(self.print_wanted)
        made.hide()
        self._grid.addWidget(made, 0, 2)
        return made

    @property
    def buttons(self) -> tuple[WrappingButton, ...]:
        """All buttons in tab order."""
        before, after = (self.back, self.fraud_warning), (self.yes, self.wait_sheet, self.next)
        return (*before, *self._actions.values(), *after)

    @contextmanager
    def changes(self) -> Iterator[None]:
        """Context manager for several changes: the bar is fitted once, after them."""
        self._changing = True
        try:
            yield
        finally:
            self._changing = False
        self._refit()

    def arrange(self, *, first: bool, outcome: bool, wide: bool) -> None:
        """Show the buttons of a page: actions on the first one and on outcomes, otherwise back."""
        offered = self._front.first_actions if first else ()
        if outcome:
            offered = self._front.outcome_actions(wide)
        for action, made in self._actions.items():
            made.setVisible(action in offered)
        self._action_box.setVisible(bool(offered))
        self.back.setVisible(not first)
        self.fraud_warning.setVisible(first and self._has_fraud_warning)
        self._refit()

    def offer_sheet(self, *, offered: bool) -> None:
        """Offer to print the sheet number, where the bar has room for it beside all the rest."""
        self._sheet_offered = offered
        self._refit()

    def show_progress(self, steps: Steps | None, *, bar: bool = True) -> None:
        """Show how far a visit is, where other buttons leave room; None shows nothing.

        Without a bar, on the first page, it is not worth a row of its own.
        """
        self._progress_wanted = steps is not None
        self._progress_may_stand_above = bar
        if steps is not None:
            self.progress.show_steps(steps, bar=bar)
        self._refit()

    def set_end(self, text: str, *, asked: bool) -> None:
        """Set the label of `next` on the last screen page, and whether to ask if it helped there.

        All screen pages leave room for the label: a bar that grew with the last one would move
        its buttons, and make the page above it shorter. "" where the label is always the same.
        """
        label = text.replace("&", "&&")
        if (label, asked) != (self._end.text(), self._may_ask):
            self._end.setText(label)
            self._may_ask, self._is_asking = asked, False
            self._question_box.hide()
            keeps = self._question_box.sizePolicy()
            keeps.setRetainSizeWhenHidden(asked)
            self._question_box.setSizePolicy(keeps)
            self._refit()

    def name_next(self, text: str) -> None:
        """Set the label of the last button; below the end of an outcome ask if it helped."""
        label = text.replace("&", "&&")
        asked = self._may_ask and label == self._end.text()
        same = (label, asked) == (self.next.text(), self._is_asking)
        self.next.setText(label)
        self._is_asking = asked
        self._question_box.setVisible(asked)
        self.next.setAccessibleName(text)
        self.next.setAccessibleDescription(self._words.solved_question if asked else "")
        if not same:
            self._refit()

    def _refit(self) -> None:
        """Fit the bar to its width, unless more changes follow."""
        if not self._changing:
            self._fit(self.width())

    def _fit(self, width: int) -> None:
        """Arrange the buttons in one to three rows, so that labels wrap as little as possible.

        The number of rows is the same on all screen pages of an outcome: it determines the height
        of the page, and with that the number of screen pages.
        """
        before = self.fraud_warning if self.back.isHidden() else self.back
        actions = tuple(made for made in self._actions.values() if not made.isHidden())
        question: tuple[QWidget, ...] = (self._measured, self.yes) if self._may_ask else ()
        last = (self._plain, self._end) if self._end.text() else (self.next,)
        self.next.setMaximumWidth(UNLIMITED)
        upper = (before, *actions)
        self._show_signs(())
        above = (
            self._may_ask
            and self._is_upright()
            and self._has_room_above(width, upper, question, last)
        )
        self._place_question(above=above)
        cells: Cells
        if above:
            question = (self.yes,)
            self._fit_signs(width, (*upper, self._measured), question, last)
            cells, text = TWO_ROWS, self._words.solved_question
        else:
            self._measured.setText(self._words.solved_question.replace(" ", "\n", 1))
            self._fit_signs(width, upper, question, last)
            cells, text = self._cells(width, upper, question, last)
            question = question if text else question[1:]
        if self._question.text() != text:
            self._question.setText(text)
        self._question.setVisible(bool(text) and (self._is_asking or not above))
        if not actions:
            self._action_box.setVisible(above)
        beside = (*([before, *actions] if cells == ONE_ROW else []), *question)
        if cells == THREE_ROWS:
            beside = (before,)
            self._limit_next(width, before, last)
        self.next.setMinimumWidth(self._steady(width, beside, last))
        self._keep_height(cells.next.row, last)
        self._put_into(cells)
        for row, inside in ((self._action_row, actions), (self._question_row, question)):
            row.setDirection(SIDE_BY_SIDE if self._least(inside) <= width else STACKED)
        shown = self._progress_wanted and self._action_box.isHidden()
        printable = shown and cells == ONE_ROW and self._has_room_for_sheet(width, before)
        self.wait_sheet.setVisible(printable)
        if shown:
            shown = self._fit_progress(width, before, self._sheet_width() if printable else 0)
        self.progress.setVisible(shown)

    def _put_into(self, cells: Cells) -> None:
        self._grid.addWidget(self._action_box, *cells.actions)
        self._grid.addWidget(self._question_box, *cells.question)
        self._grid.addWidget(self.back, *cells.back)
        self._grid.addWidget(self.fraud_warning, *cells.back)
        self._grid.addWidget(self.next, *cells.next)

    def _fit_signs(
        self,
        width: int,
        upper: tuple[QWidget, ...],
        lower: tuple[QWidget, ...],
        last: Sequence[QWidget],
    ) -> None:
        """Show the signs, at least those of the ways on, where they cost neither row nor line."""
        ways = (self.back, self.fraud_warning, self.yes, self.next)
        self._show_signs(())
        one_row = self._least(upper + lower, last, whole=True) <= width
        rows = ((upper + lower, last),) if one_row else _rows(upper, lower, last)
        for signed in (tuple(self._signs), ways):
            self._show_signs(signed)
            fits = all(self._least(row, end, whole=True) <= width for row, end in rows)
            if fits and (one_row or not lower or self._two_rows_fit(width, upper, last)):
                return
        self._show_signs(())

    def _is_upright(self) -> bool:
        return self.window().height() > self.window().width()

    def _has_room_above(
        self,
        width: int,
        upper: tuple[QWidget, ...],
        question: tuple[QWidget, ...],
        last: Sequence[QWidget],
    ) -> bool:
        """Return whether of two rows the upper one has room for the question in a single line."""
        self._measured.setText(self._words.solved_question)
        if self._least((*upper, *question), last, whole=True) <= width:
            return False  # one row is enough
        rows = (((*upper, self._measured), ()), ((self.yes,), last))
        fits = all(self._least(row, end, whole=True) <= width for row, end in rows)
        return fits and self._two_rows_fit(width, upper, last)

    def _place_question(self, *, above: bool) -> None:
        """Put the question to the right of the upper row, or beside the button that says yes."""
        if above == (self._action_row.indexOf(self._question) >= 0):
            return
        self._action_row.setStretch(0, int(not above))
        self._action_row.setStretch(len(self._actions) + 1, int(above))
        if above:
            self._action_row.addWidget(self._question)
        else:
            self._question_row.insertWidget(1, self._question)

    def _show_signs(self, signed: Sequence[QWidget]) -> None:
        for made, sign in self._signs.items():
            made.set_sign(sign if made in signed else None, last=made is self.next)
        for measured in (self._end, self._plain):
            measured.set_sign(Sign.NEXT if self.next in signed else None, last=True)

    def _has_room_for_sheet(self, width: int, before: QWidget) -> bool:
        """Return whether the button of the sheet number wraps no label and alters no progress.

        Only then is the bar not wider with it; otherwise each resize would show or hide it again.
        """
        if not self._sheet_offered:
            return False
        gap, upright = self._grid.horizontalSpacing(), self._is_upright()
        self.wait_sheet.set_sign(None if upright else Sign.PRINT)
        room = width - self._least((before,), (self.next,), whole=True) - 2 * gap
        if upright:  # the progress stands above the buttons
            return self._sheet_width() <= room
        height = self.next.sizeHint().height()
        found = []
        for less in (0, self._sheet_width()):
            fits = self.progress.fit_to(room - less, height, beside=False)
            found.append((fits, self.progress.bar.isHidden()))
        return found[0] == found[1] and found[0][0]

    def _sheet_width(self) -> int:
        return _width(self.wait_sheet, whole=True) + self._grid.horizontalSpacing()

    def _fit_progress(self, width: int, before: QWidget, sheet: int) -> bool:
        """Set the progress between the buttons, or above them; return whether to show it.

        `sheet` is the width in pixels that the button of the sheet number takes.
        """
        taken = self._least((before,), (self.next,), whole=True)
        room = width - taken - sheet - 2 * self._grid.horizontalSpacing()
        height = self.next.sizeHint().height()
        beside = not self._is_upright() and self.progress.fit_to(room, height, beside=False)
        self._place_progress(above=not beside)
        if not beside:
            self.progress.fit_to(width, height, beside=True)
        return beside or self._progress_may_stand_above

    def _place_progress(self, *, above: bool) -> None:
        if above == self._progress_above:
            return
        self._progress_above = above
        if above:
            self._column.insertWidget(0, self.progress)
        else:
            self._grid.addWidget(self.progress, 0, 1)

    def _limit_next(self, width: int, before: QWidget, last: Sequence[QWidget]) -> None:
        """Limit `next` to what its row leaves it: with that its height is known beforehand."""
        between = (self._grid.columnCount() - 1) * self._grid.horizontalSpacing()
        left = width - _width(before, whole=True) - between
        if left >= self._least((), last):
            self.next.setMaximumWidth(left)

    def _keep_height(self, row: int, last: Sequence[QWidget]) -> None:
        """Give the row the height that the longest label of `next` needs."""
        width = self.next.maximumWidth()
        tallest = max(made.heightForWidth(width) for made in last) if width < UNLIMITED else 0
        for each in range(ROWS):
            self._grid.setRowMinimumHeight(each, tallest if each == row else 0)

    def _steady(self, width: int, beside: Sequence[QWidget], last: Sequence[QWidget]) -> int:
        """Return a width of `next` for all screen pages of a place, 0 if none fits.

        No button may move under the finger: "yes" could come where "no" was pressed just before.
        """
        widest = max(_width(made, whole=True) for made in last)
        room = width - self._least(beside) - self._grid.horizontalSpacing()
        steady = min(widest, self.next.maximumWidth(), room)
        return steady if steady >= self._least((), last) else 0

    def _cells(
        self,
        width: int,
        upper: tuple[QWidget, ...],
        lower: tuple[QWidget, ...],
        last: Sequence[QWidget],
    ) -> tuple[Cells, str]:
        """Return the cells of all widgets, and the question, which wraps before anything else.

        An empty question is left out: the labels of both buttons suffice, and read it out.
        """
        question = self._words.solved_question
        lines = (question, question.replace(" ", "\n", 1)) if lower else (question,)
        for text in lines:
            self._measured.setText(text)
            if self._least(upper + lower, last, whole=True) <= width:
                return ONE_ROW, text
        left = width - self._least((*upper, *lower), whole=True) - self._grid.horizontalSpacing()
        if lower and left >= TWO_LINES * max(_width(made, whole=True) for made in last):
            self.next.setMaximumWidth(left)
            return ONE_ROW, text
        if lower and self._two_rows_fit(width, upper, last):
            for text in lines:
                self._measured.setText(text)
                if self._least(lower, last, whole=True) <= width:
                    return TWO_ROWS, text
            if self._least((self.yes,), last, whole=True) <= width:
                return TWO_ROWS, ""
        fits = self._least(upper + lower, last) <= width
        one = fits and (lower or self._reads_well(width, upper, last))
        return (ONE_ROW if one else THREE_ROWS), text

    def _two_rows_fit(self, width: int, upper: Sequence[QWidget], last: Sequence[QWidget]) -> bool:
        """Return whether the upper row fits, and the columns of its first button and of `next`."""
        gaps = (self._grid.columnCount() - 1) * self._grid.horizontalSpacing()
        columns = self._least(upper[:1], whole=True) + self._least((), last, whole=True) + gaps
        return self._least(upper, whole=True) <= width and columns <= width

    def _reads_well(self, width: int, upper: Sequence[QWidget], last: Sequence[QWidget]) -> bool:
        """Return whether all labels in one row have at most two lines."""
        widths = [max(_width(made, whole=False), _two_lines(made)) for made in upper]
        gaps = self._grid.horizontalSpacing() * len(upper)
        return sum(widths) + gaps + self._least((), last) <= width

    def _least(
        self, row: Sequence[QWidget], last: Sequence[QWidget] = (), *, whole: bool = False
    ) -> int:
        """Return the minimum width of a row with wrapped labels or, if `whole`, with single lines.

        `last` are the alternatives for its last button.
        """
        widths = [_width(made, whole=whole) for made in row]
        if last:
            widths.append(max(_width(made, whole=whole) for made in last))
        return sum(widths) + self._grid.horizontalSpacing() * max(len(widths) - 1, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())


def _row(gap: int) -> tuple[QWidget, QBoxLayout]:
    box = QWidget()
    row = QBoxLayout(SIDE_BY_SIDE, box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    return box, row


def _rows(
    upper: tuple[QWidget, ...], lower: tuple[QWidget, ...], last: Sequence[QWidget]
) -> tuple[tuple[tuple[QWidget, ...], Sequence[QWidget]], ...]:
    """Return the rows of two, each with the alternatives for its last button."""
    if lower:
        return (upper, ()), (lower, last)
    return (upper[1:], ()), (upper[:1], last)


def _two_lines(made: QWidget) -> int:
    """Return the width at which the label of a button takes about two lines."""
    return round(TWO_LINES * _width(made, whole=True))


def _width(made: QWidget, *, whole: bool) -> int:
    return (made.sizeHint() if whole else made.minimumSizeHint()).width()
