"""The face of a button that paints its content itself: without its text, and below what comes."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPaintEvent
from pytestqt.qtbot import QtBot

from jknassist.core.typing_compat import override
from jknassist.gui.widgets.painted_button import PaintedButton

RED = QColor(255, 0, 0)


class Filled(PaintedButton):
    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = self.begin_painting(event)
        painter.fillRect(QRect(5, 5, 10, 10), RED)
        painter.end()


def test_the_text_is_not_painted_and_the_content_is(qtbot: QtBot) -> None:
    images = []
    for text in ("", "MMMMMMMM"):
        made = Filled(text)
        qtbot.addWidget(made)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.resize(200, 60)
        images.append(made.grab().toImage())
    assert images[0] == images[1]
    assert images[0].pixelColor(8, 8) == RED
