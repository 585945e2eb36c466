"""Label for the bundled SVG pictures, drawn in the colours of the current theme."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from jknassist.core.typing_compat import override
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import Palette


class SvgPicture(QLabel):
    """One picture on a page; follows the theme and can be resized."""

    def __init__(self, name: str, side: int, icons: SvgIcons, description: str = "") -> None:
        super().__init__()
        self.setObjectName("picture")
        self.setAccessibleName(description)
        self._name = name
        self._pictures = icons
        self._palette: Palette | None = None
        self._side = side
        self.setFixedSize(side, side)
        self.recolour()

    def resize_to(self, side: int) -> None:
        """Set the side of the square picture in pixels; 0 hides it."""
        if side != self._side:
            self._side = side
            self._palette = None
            self.setFixedSize(side, side)
            self.setVisible(bool(side))
        self.recolour()

    def recolour(self) -> None:
        """Redraw the picture if the colours of the theme have changed."""
        if self._palette is not self._pictures.palette and self._side:
            self._palette = self._pictures.palette
            ratio = self.devicePixelRatioF()
            self.setPixmap(self._pictures.draw(self._name, self._side, ratio))

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.recolour()
