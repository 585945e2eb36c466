"""Large display for the person across the table: typed numbers, contacts, the sheet number."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jknassist.core.flow.summary import ContactRow, Summary
from jknassist.core.phone.parse import grouped
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.widgets.factories import text_label
from jknassist.gui.widgets.qr_code import QrCode

LARGER = 2.5
"""Size factor of a QR code relative to one on a page."""

ONE_LINE = 18
"""Letters that fit on one line in the largest type."""

Numbers = tuple[tuple[str, str], ...]
"""Pairs of a label and a number in national form."""


class LargeDisplay(Panel):
    """Shows one item at a time: the numbers, if any, then the contacts.

    With the summary of an ending these are its contacts, with its message in their codes; then come
    when to stop and when to come back, and the number of its sheet.
    """

    def __init__(
        self,
        numbers: Numbers,
        contacts: tuple[ContactRow, ...],
        context: UiContext,
        summary: Summary | None = None,
    ) -> None:
        super().__init__(context.words.show_member, context)
        self._message = summary.message if summary else ""
        sheet = summary.sheet_number if summary else ""
        self._things: tuple[Callable[[QVBoxLayout], None], ...] = (
            *([partial(_add_numbers, numbers)] if numbers else []),
            *(partial(self._add_contact, row) for row in contacts),
            *([partial(_add_limit, summary)] if summary and summary.limit_line else []),
            *([partial(_add_sheet_number, sheet, context)] if sheet else []),
        )
        self._index = 0
        self._shown = QWidget()
        self.column.addWidget(self._shown, 1)
        self.other = self.add_foot(context.words.show_other, "primary")
        self.other.clicked.connect(self.show_other)
        self.other.setVisible(len(self._things) > 1)
        for key, step in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.turn(step))
        self.turn(0)

    def show_other(self) -> None:
        """Show the next item; the first one follows the last."""
        self.turn(1)

    def turn(self, step: int) -> None:
        """Go `step` items forward or back."""
        self._index = (self._index + step) % max(1, len(self._things))
        fresh = self._draw()
        self.column.replaceWidget(self._shown, fresh)
        self._shown.hide()
        self._shown.deleteLater()
        self._shown = fresh
        fresh.show()

    def _draw(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(self.context.theme.px("gap"))
        column.addStretch()
        self._things[self._index](column)
        column.addStretch()
        return inside

    def _add_contact(self, row: ContactRow, column: QVBoxLayout) -> None:
        _add_large(column, row.label, row.shown)
        if not row.link:
            return
        code = QrCode(row.scanned, row.label, self.context, LARGER)
        column.addWidget(code, 0, Qt.AlignmentFlag.AlignHCenter)
        if row.scanned != row.link:
            _add_centred(column, self.context.words.message_label, "label")
            _add_centred(column, self._message, "big")


def _add_numbers(numbers: Numbers, column: QVBoxLayout) -> None:
    for label, number in numbers:
        _add_large(column, label, grouped(number))


def _add_limit(summary: Summary, column: QVBoxLayout) -> None:
    _add_large(column, summary.title, summary.limit_line)


def _add_sheet_number(number: str, context: UiContext, column: QVBoxLayout) -> None:
    words = context.words
    _add_large(column, f"{words.sheet_label} {words.sheet_not_otp}", number)
    _add_centred(column, words.sheet_use, "big")


def _add_centred(column: QVBoxLayout, text: str, name: str) -> None:
    label = text_label(text, name)
    label.use_whole_width(whole=True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(label)


def _add_large(column: QVBoxLayout, label: str, text: str) -> None:
    big = text_label(text, "giant" if len(text) <= ONE_LINE else "huge")
    for made in (text_label(label, "big"), big):
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(made)
