"""Contact card: name, number or address in large type, notes, and a copy or QR button.

A laptop offers "Salin"; on a kiosk a copy is of no use to the visitor, so it offers the QR code.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout

from jknassist.core.flow.summary import ContactRow
from jknassist.gui.context import UiContext
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.widgets.factories import button, text_label
from jknassist.gui.widgets.qr_code import QrCode
from jknassist.gui.widgets.sign import CONTACT_SIGNS, SignPicture
from jknassist.gui.widgets.wrapping_label import WrappingLabel

LARGE_UP_TO = 22
"""Letters that fit in large type; a longer address is set smaller."""


SHORT = 6
"""Letters of a number that has room beside its name."""


class ContactCard(QFrame):
    """Emits the text to copy together with the button that reports the result.

    `brief` leaves out what is less urgent, `with_code` shows the QR code from the start; the
    `first` one of an ending is filled and stands out.
    """

    copy_wanted = Signal(str, object)

    def __init__(
        self,
        row: ContactRow,
        context: UiContext,
        *,
        brief: bool = False,
        with_code: bool = False,
        first: bool = False,
    ) -> None:
        super().__init__()
        self.row = row
        self.context = context
        self.setObjectName("first_contact" if first else "contact")
        self.setAccessibleName(f"{row.label}: {row.shown}")
        gap = context.theme.px("gap")
        self._row = outer = QHBoxLayout(self)
        outer.setContentsMargins(gap, gap // 2, gap, gap // 2)
        outer.setSpacing(gap // 2)
        self._facts: list[WrappingLabel] = []
        side = round(context.theme.px("contact" if first else "answer") * 0.9)
        # In the dark look marigold on the filled card would not be seen.
        role = ("mark" if context.icons.palette is LIGHT else "on_accent") if first else "accent"
        outer.addWidget(SignPicture(CONTACT_SIGNS[row.channel], side, context.icons, role))
        large = "contact_number" if len(row.shown) <= SHORT else "huge"
        outer.addLayout(self._words(brief=brief, large=large if first else "big"), 3)
        self._scan = text_label(context.words.qr_title, "hint")
        self._scan.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._explains_code = first and with_code and bool(row.link) and not context.can_copy
        self._scan.setParent(self)
        self._scan.setVisible(self._explains_code)
        if self._explains_code:
            outer.addWidget(self._scan, 2)
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

    def set_tight(self, *, tight: bool) -> None:
        """Leave out what is less urgent where there is little height, or show it again.

        A short number then stands beside its name: the name comes first in either case.
        """
        for label in self._facts:
            label.setVisible(not tight)
        self._scan.setVisible(self._explains_code and not tight)
        self.narrow(tight=tight)
        gap = self.context.theme.px("gap")
        beside = tight and self._explains_code and len(self.row.shown) <= SHORT
        self._lines.setDirection(
            QBoxLayout.Direction.RightToLeft if beside else QBoxLayout.Direction.TopToBottom
        )
        self._lines.setSpacing(gap // 2 if beside else 0)
        self._lines.setStretch(0, 1 if beside else 0)

    def narrow(self, *, tight: bool) -> None:
        """Leave less room above and below the words, where there is little height."""
        gap = self.context.theme.px("gap")
        upright = gap // 5 if tight else gap // 2
        self._row.setContentsMargins(gap, upright, gap, upright)

    def enlarge_code(self, times: float) -> None:
        """Show the code, if there is one, larger by a factor."""
        if self.code is not None:
            self.code.enlarge(times)

    def _words(self, *, brief: bool, large: str) -> QBoxLayout:
        row = self.row
        words = QVBoxLayout()
        words.setSpacing(0)
        self._lines = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._lines.setSpacing(0)
        self._lines.addWidget(text_label(row.label, "hint"))
        self._lines.addWidget(
            text_label(row.shown, large if len(row.shown) <= LARGE_UP_TO else "label")
        )
        words.addStretch()
        words.addLayout(self._lines)
        for detail in (row.facts,) if brief and row.facts else row.details:
            fact = text_label(detail, "hint")
            words.addWidget(fact)
            self._facts.append(fact)
        words.addStretch()
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
        self._row.insertWidget(self._row.count() - 1, self.code, 0, Qt.AlignmentFlag.AlignVCenter)

    def _label_button(self) -> None:
        words = self.context.words
        shown = words.qr_show if self.code is None else words.qr_hide
        text = words.copy if self.context.can_copy else shown
        self.copy.setText(text.replace("&", "&&"))
        self.copy.setAccessibleName(f"{text}: {self.row.label}")
        self.copy.setAccessibleDescription(self.row.shown)
