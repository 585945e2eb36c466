"""A paragraph behind a sign, such as the safety line behind its shield."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from jknassist.gui.context import UiContext
from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.factories import text_label
from jknassist.gui.widgets.sign import SignPicture

SIGN = 1.3
"""Side of a sign beside a text, in heights of its letters."""


class SignedText(QWidget):
    """One paragraph behind a sign; hidden where there is nothing to say."""

    def __init__(self, sign: Sign, text: str, name: str, context: UiContext) -> None:
        super().__init__()
        self.label = text_label(text, name)
        gap = context.theme.px("gap") // 2
        side = round(SIGN * context.theme.px("text"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        role = "warn" if name == "text" else "quiet"
        row.addWidget(
            SignPicture(sign, side, context.icons, role), 0, Qt.AlignmentFlag.AlignVCenter
        )
        row.addWidget(self.label, 1)
