"""Large display for the person across the table: the typed numbers, then each contact."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jknassist.core.flow.summary import ContactRow
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
    """Shows one item at a time: the numbers, if any, then the contacts."""

    def __init__(
        self, numbers: Numbers, contacts: tuple[ContactRow, ...], context: UiContext
    ) -> None:
        super().__init__(context.words.show_member, context)
        self._numbers, self._contacts = numbers, contacts
        self._place = 0
        self._shown = QWidget()
        self.column.addWidget(self._shown, 1)
        self.other = self.add_foot(context.words.show_other, "primary")
        self.other.clicked.connect(self.show_other)
        self.other.setVisible(self._count > 1)
        for key, step in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Left, -1)):
            way = QShortcut(QKeySequence(key), self)
            way.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            way.activated.connect(lambda step=step: self.turn(step))
        self.turn(0)

    @property
    def _count(self) -> int:
        return bool(self._numbers) + len(self._contacts)

    def show_other(self) -> None:
        """Show the next item; the first one follows the last."""
        self.turn(1)

    def turn(self, step: int) -> None:
        """Go `step` items forward or back."""
        self._place = (self._place + step) % max(1, self._count)
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
        if self._numbers and self._place == 0:
            for label, number in self._numbers:
                _add_large(column, label, grouped(number))
        else:
            row = self._contacts[self._place - bool(self._numbers)]
            _add_large(column, row.label, row.shown)
            if row.link:
                code = QrCode(row.link, row.label, self.context, LARGER)
                column.addWidget(code, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return inside


def _add_large(column: QVBoxLayout, label: str, text: str) -> None:
    big = text_label(text, "giant" if len(text) <= ONE_LINE else "huge")
    for made in (text_label(label, "big"), big):
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(made)
