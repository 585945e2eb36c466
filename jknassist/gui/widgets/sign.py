"""Signs beside words: in the colour that the theme has for a role, or in that of a label.

The text beside them says the same, so they are hidden from screen readers.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from jknassist.core.flow.model import Channel
from jknassist.core.typing_compat import override
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.signs import Sign, sign

CONTACT_SIGNS = {
    Channel.PHONE: Sign.PHONE,
    Channel.WHATSAPP: Sign.MESSAGE,
    Channel.SMS: Sign.MESSAGE,
    Channel.EMAIL: Sign.MAIL,
    Channel.WEB: Sign.SCREEN,
    Channel.APP: Sign.SCREEN,
    Channel.SOCIAL: Sign.MESSAGE,
    Channel.OFFICE: Sign.OFFICE,
}


class SignPicture(QWidget):
    """A sign of a fixed size, in the colour of a role of the theme."""

    def __init__(self, name: Sign, side: int, icons: SvgIcons, role: str = "accent") -> None:
        super().__init__()
        self._name, self._role = name, role
        self._side, self._icons = side, icons
        self.setFixedSize(side, side)

    def pixmap(self) -> QPixmap:
        """Return the sign in the colour that its role has now."""
        colour = getattr(self._icons.palette, self._role)
        return sign(self._name, self._side, colour, self.devicePixelRatioF())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.pixmap())
        painter.end()


class LabelSign(QWidget):
    """A sign before a label: as tall as a line of its words, and in their colour."""

    def __init__(self, name: Sign, label: QLabel) -> None:
        super().__init__()
        self._name, self._label = name, label
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        self._label.ensurePolished()
        side = self._label.fontMetrics().height()
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colour = self._label.palette().color(self._label.foregroundRole()).name()
        painter = QPainter(self)
        drawn = sign(self._name, self.width(), colour, self.devicePixelRatioF())
        painter.drawPixmap(0, 0, drawn)
        painter.end()
