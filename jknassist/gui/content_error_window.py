"""Minimal window for content that cannot be loaded."""

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from jknassist.gui.qt.application import make_application

BROKEN_CLOSE = "Tutup"

FAULTS_SHOWN = 12


# The only texts for visitors in code: they are needed when the content with the texts cannot be
# read.
BROKEN_TITLE = "Bantuan Kode OTP tidak bisa dibuka"


BROKEN_TEXT = (
    "Ada file program ini yang rusak atau hilang.\n"
    "Minta bantuan orang yang memasang program ini.\n"
    "Untuk masalah kode OTP, telepon BPJS Kesehatan: 165."
)


def show_broken(faults: tuple[str, ...]) -> int:
    """Show the content-error window; return exit code 1."""
    app = make_application()
    listed = "\n".join(faults[:FAULTS_SHOWN])
    window = plain_window(BROKEN_TITLE, BROKEN_TEXT, listed)
    window.show()
    app.exec()
    return 1


def plain_window(title: str, *texts: str) -> QWidget:
    """Return a window with as few dependencies as possible: no theme, icons or content."""
    window = QWidget()
    window.setWindowTitle(title)
    column = QVBoxLayout(window)
    column.setContentsMargins(32, 32, 32, 32)
    for text in (title, *texts):
        label = QLabel(text)
        label.setWordWrap(True)
        column.addWidget(label)
    close = QPushButton(BROKEN_CLOSE)
    close.clicked.connect(window.close)
    column.addWidget(close)
    window.resize(720, 360)
    return window
