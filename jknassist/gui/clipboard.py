"""Copies text and makes sure that it arrived: read back, and tried again while it is busy."""

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard

TRIES = 5
PAUSE = 100
"""Milliseconds between two tries; only one window at a time may hold the Windows clipboard."""

# Windows keeps no history and sends nothing to other devices when these formats are present.
PRIVATE_FORMATS = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\0",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}


class Copier(QObject):
    """Puts one text at a time on the clipboard; says whether it is there."""

    copied = Signal(str)
    failed = Signal(str)

    def __init__(self, clipboard: QClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        self._text = ""
        self._left = 0

    def copy(self, text: str) -> None:
        """Begin to copy; `copied` or `failed` follows, at once or within half a second."""
        self._text = text
        self._left = TRIES
        self._try()

    def forget(self) -> None:
        """Empty the clipboard if what is on it is still ours."""
        if self._text and self._arrived():
            self._clipboard.clear()
        self._text = ""

    def _try(self) -> None:
        self._left -= 1
        self._clipboard.setMimeData(_private(self._text))
        if self._arrived():
            self.copied.emit(self._text)
        elif self._left:
            QTimer.singleShot(PAUSE, self._try)
        else:
            self.failed.emit(self._text)

    def _arrived(self) -> bool:
        return _plain(self._clipboard.text()) == _plain(self._text)


def _private(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    for name, value in PRIVATE_FORMATS.items():
        data.setData(name, value)
    return data


def _plain(text: str) -> str:
    """Return text with the line ends of any system made alike."""
    return text.replace("\r\n", "\n")
