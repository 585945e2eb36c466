"""Contact card: name, number or address in large type, notes, and a copy or QR button.

A laptop offers "Salin"; on a kiosk a copy is of no use to the visitor, so it offers the QR code.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from jknassist.core.flow.summary import ContactRow
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.factories import button, text_label
from jknassist.gui.widgets.qr_code import QrCode

LARGE_UP_TO = 22
"""Letters that fit in large type; a longer address is set smaller."""


class ContactCard(QFrame):
    """Emits the text to copy together with the button that reports the result.

    `brief` leaves out what is less urgent, `with_code` shows the QR code from the start.
    """

    copy_wanted = Signal(str, object)

    def __init__(
        self, row: ContactRow, context: UiContext, *, brief: bool = False, with_code: bool = False
    ) -> None:
        super().__init__()
        self.row = row
        self.context = context
        self.setObjectName("contact")
        self.setAccessibleName(f"{row.label}: {row.shown}")
        gap = context.theme.px("gap")
        self._row = outer = QHBoxLayout(self)
        outer.setContentsMargins(gap, gap // 2, gap, gap // 2)
        outer.setSpacing(gap // 2)
        outer.addLayout(self._words(brief=brief), 1)
        self.code: QrCode | None = None
        self.copy = button("")
        self.copy.clicked.connect(self._take)
        outer.addWidget(self.copy)
        # Set visible only after it has a parent: a button without one would open as a top-level
        # window for a moment and take the focus.
        self.copy.setVisible(bool(row.link) and not (with_code and not context.can_copy))
        if with_code and row.link:
            self._show_code()
        self._label_button()

    def _words(self, *, brief: bool) -> QVBoxLayout:
        row = self.row
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text_label(row.label, "hint"))
        words.addWidget(text_label(row.shown, "big" if len(row.shown) <= LARGE_UP_TO else "label"))
        for detail in (row.facts,) if brief and row.facts else row.details:
            words.addWidget(text_label(detail, "hint"))
        return words

    def _take(self) -> None:
        """Copy on a laptop; on a kiosk toggle the QR code."""
        if self.context.can_copy:
            self.copy_wanted.emit(self.row.copied, self.copy)
        elif self.code is None:
            self._show_code()
        else:
            self._row.removeWidget(self.code)
            self.code.deleteLater()
            self.code = None
        if not self.context.can_copy:
            self._label_button()

    def _show_code(self) -> None:
        self.code = QrCode(self.row.link, self.row.label, self.context)
        self._row.insertWidget(1, self.code, 0, Qt.AlignmentFlag.AlignVCenter)

    def _label_button(self) -> None:
        words = self.context.words
        shown = words.qr_show if self.code is None else words.qr_hide
        text = words.copy if self.context.can_copy else shown
        self.copy.setText(text.replace("&", "&&"))
        self.copy.setAccessibleName(f"{text}: {self.row.label}")
        self.copy.setAccessibleDescription(self.row.shown)
