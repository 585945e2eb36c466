"""Base of buttons that paint their own content over the face that the style draws."""

from PySide6.QtGui import QPainter, QPaintEvent

from jknassist.gui.widgets.raised_button import RaisedButton


class PaintedButton(RaisedButton):
    """A raised button without text of its own; its text is for screen readers only."""

    def begin_painting(self, event: QPaintEvent) -> QPainter:
        """Paint lip and face, and return the painter for what belongs on it; end it afterwards."""
        self.paint_face(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        return painter
