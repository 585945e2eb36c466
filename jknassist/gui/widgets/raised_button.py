"""Push button on a lip: the lower edge that says it can be pressed, gone while it is pressed.

The style sheet leaves a margin below the button and names the colour and size of the lip
(`qproperty-...`). It cannot paint the lip itself: the border of a single side tapers at round
corners.
"""

from PySide6.QtCore import Property, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyleOptionButton

from jknassist.core.typing_compat import override
from jknassist.gui.widgets.focus_ring import ring_of


class RaisedButton(QPushButton):
    """Paints its lip below whatever the style draws."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._lip_colour = QColor(Qt.GlobalColor.transparent)
        self._chosen_lip = QColor(Qt.GlobalColor.transparent)
        self._lip_size = QSize()
        self._ring_colour = QColor(Qt.GlobalColor.transparent)
        self._without_words = False

    def _get_lip_colour(self) -> QColor:
        return self._lip_colour

    def _set_lip_colour(self, colour: QColor) -> None:
        self._lip_colour = colour

    def _get_chosen_lip(self) -> QColor:
        return self._chosen_lip

    def _set_chosen_lip(self, colour: QColor) -> None:
        self._chosen_lip = colour

    def _get_lip_size(self) -> QSize:
        return self._lip_size

    def _set_lip_size(self, size: QSize) -> None:
        self._lip_size = size

    lip_colour = Property(QColor, _get_lip_colour, _set_lip_colour)
    """Colour of the lip; transparent for none."""

    chosen_lip = Property(QColor, _get_chosen_lip, _set_chosen_lip)
    """Colour of the lip while the button is checked; transparent for no other."""

    lip_size = Property(QSize, _get_lip_size, _set_lip_size)
    """Corner radius and height of the lip in pixels."""

    def _get_ring_colour(self) -> QColor:
        return self._ring_colour

    def _set_ring_colour(self, colour: QColor) -> None:
        self._ring_colour = colour
        if self.hasFocus():
            self._surround()

    ring_colour = Property(QColor, _get_ring_colour, _set_ring_colour)
    """Colour of the ring while the button has the keyboard; transparent for none."""

    def lip_height(self) -> int:
        """Return the height of the lip in pixels."""
        return self._lip_size.height()

    def face(self) -> QRect:
        """Return the place of the button without its lip, in pixels; it moves while pressed."""
        whole, lip = self.rect(), self.lip_height()
        return whole.adjusted(0, lip, 0, 0) if self.isDown() else whole.adjusted(0, 0, 0, -lip)

    def paint_face(self, event: QPaintEvent) -> None:
        """Paint lip and face without the words, for a subclass that draws its own.

        Qt draws the face as for any button, only of an option without text. To ask a style from
        Python, PySide first makes its 560 enumerators: 45 million instructions at each start.
        """
        self.paint_lip()
        self._without_words = True
        try:
            super().paintEvent(event)
        finally:
            self._without_words = False

    def paint_lip(self) -> None:
        """Paint the lip, if the button can be pressed and is not pressed."""
        chosen = self.isChecked() and self._chosen_lip.alpha()
        colour = self._chosen_lip if chosen else self._lip_colour
        radius, height = self._lip_size.width(), self._lip_size.height()
        if self.isDown() or not self.isEnabled() or not colour.alpha() or not height:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        # The sides of the button cover all of it but the lower edge.
        painter.drawRoundedRect(self.rect().adjusted(0, 2 * height, 0, 0), radius, radius)
        painter.end()

    def _surround(self) -> None:
        if self._ring_colour.alpha():
            ring_of(self.window()).surround(self, self._ring_colour, self._lip_size.width())

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self._without_words:
            option.text = ""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._surround()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        ring_of(self.window()).leave(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_lip()
        super().paintEvent(event)
