"""A sign of one colour beside words, drawn in the colour that the theme has for its role."""

from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from jknassist.core.flow.model import Channel
from jknassist.core.typing_compat import override
from jknassist.gui.style.icons import SvgIcons

CONTACT_SIGNS = {
    Channel.PHONE: "telepon",
    Channel.WHATSAPP: "pesan",
    Channel.SMS: "pesan",
    Channel.EMAIL: "surel",
    Channel.WEB: "layar",
    Channel.APP: "layar",
    Channel.SOCIAL: "pesan",
    Channel.OFFICE: "kantor",
}


class SignPicture(QWidget):
    """Decoration: what it says is said by the words, so it has no name for screen readers."""

    def __init__(self, name: str, side: int, icons: SvgIcons, role: str = "accent") -> None:
        super().__init__()
        self._name, self._role = name, role
        self._side, self._icons = side, icons
        self.setFixedSize(side, side)

    def pixmap(self) -> QPixmap:
        """Return the sign in the colour that its role has now."""
        colour = getattr(self._icons.palette, self._role)
        return self._icons.draw_sign(self._name, self._side, colour, self.devicePixelRatioF())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.pixmap())
        painter.end()
