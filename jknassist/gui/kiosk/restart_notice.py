"""Restart notice: shown while the supervisor waits before the next start."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.kiosk.fullscreen import FLAGS, FullscreenController

# These texts are in code, like those for a broken content file: showing them must not depend on
# anything that may have failed.
TITLE = "Layar bantuan ini sedang bermasalah"
TEXT = (
    "Program berhenti beberapa kali.\n"
    "Dicoba lagi dalam {seconds} detik.\n\n"
    "Beri tahu petugas kantor.\n"
    "Untuk masalah kode OTP, telepon BPJS Kesehatan: 165."
)
POINTS = (34, 22)
TICK = 1000


class RestartNotice(QWidget):
    """Counts down, then ends its process; the supervisor starts the kiosk again."""

    def __init__(self, seconds: int) -> None:
        super().__init__(None, FLAGS)
        self._left = seconds
        self.setWindowTitle(TITLE)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        column = QVBoxLayout(self)
        column.addStretch()
        self.message = QLabel()
        for label, text, points in ((QLabel(), TITLE, POINTS[0]), (self.message, "", POINTS[1])):
            font = label.font()
            font.setPointSize(points)
            label.setFont(font)
            label.setText(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self._say()
        self.fullscreen = FullscreenController(self)

    def tick(self) -> None:
        """Count down one second; at 0 end the process."""
        self._left -= 1
        self._say()
        if self._left <= 0:
            self._timer.stop()
            QApplication.exit(0)

    def _say(self) -> None:
        self.message.setText(TEXT.format(seconds=max(0, self._left)))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
