"""Copies text and makes sure that it arrived: read back, and tried again while it is busy.

What was copied stays until the visit is wiped or the program ends, on every system: X11 could
not keep it longer, and the others shall not. The window says so. The same goes for what a field of
Qt has copied by itself, on Ctrl+C. Only what is ours is ever taken away again.
"""

from functools import partial

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer, Signal
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


class ClipboardWriter(QObject):
    """Puts one text at a time on the clipboard; says whether it is there."""

    copied = Signal(str)
    failed = Signal(str)

    def __init__(self, clipboard: QClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        self._text = ""
        # PySide 6.11 reads what it wraps once more after Qt has deleted it, if the place in memory
        # was another wrapped thing's before. So ours outlives what Qt owns of it, or it may crash.
        self._outliving: QMimeData | None = None
        self._left = 0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(PAUSE)
        self._again.timeout.connect(self._try)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.forget)

    def copy(self, text: str) -> None:
        """Begin to copy; `copied` or `failed` follows, at once or within half a second."""
        self._text = text
        self._left = TRIES
        self._try()

    def forget(self) -> None:
        """Empty the clipboard if what is on it is still ours, whoever copied it; stop trying."""
        self._again.stop()
        if self._clipboard.ownsClipboard() or (self._text and self._arrived()):
            self._clipboard.clear()
            self._outliving = None
        self._text = ""

    def _try(self) -> None:
        self._again.stop()
        self._left -= 1
        data = private(self._text)
        self._clipboard.setMimeData(data)
        self._outliving = data
        if self._arrived():
            self.copied.emit(self._text)
        elif self._left > 0:
            self._again.start()
        else:
            self.failed.emit(self._text)

    def _arrived(self) -> bool:
        return _plain(self._clipboard.text()) == _plain(self._text)


def keep_no_selection(clipboard: QClipboard) -> None:
    """Give the PRIMARY selection of X11 and Wayland up as soon as a field of ours takes it.

    Qt puts there whatever is marked in a field, also by Ctrl+A or a double click. Nobody asked for
    that, any program can read it, and a middle click pastes it into the field of the next visitor.
    """
    if clipboard.supportsSelection():
        clipboard.selectionChanged.connect(partial(_give_up_selection, clipboard))


def _give_up_selection(clipboard: QClipboard) -> None:
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def private(text: str) -> QMimeData:
    """Return a text as plain text that Windows neither remembers nor sends elsewhere.

    Qt itself writes the line ends that the system wants.
    """
    data = QMimeData()
    data.setText(text)
    for name, value in PRIVATE_FORMATS.items():
        data.setData(name, value)
    return data


def _plain(text: str) -> str:
    """Return text with the line ends of any system made alike."""
    return text.replace("\r\n", "\n")
