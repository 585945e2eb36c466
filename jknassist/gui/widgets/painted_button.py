"""Base of buttons that paint their own content over the face that the style draws."""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionButton, QStylePainter

from jknassist.gui.widgets.raised_button import RaisedButton


class PaintedButton(RaisedButton):
    """A raised button without text of its own; its text is for screen readers only."""

    def begin_painting(self) -> QStylePainter:
        """Paint lip and face, and return the painter for what belongs on it; end it afterwards."""
        self.paint_lip()
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(painter.style().ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter
