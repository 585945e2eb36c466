"""Write text to the clipboard and verify it by reading back, with retries while it is busy.

Copied text stays until the visit is wiped or the program ends, on every system: X11 could not keep
it longer, and the other systems behave the same here; the window says so. This includes what a Qt
field has copied itself on Ctrl+C. Content of other programs is never cleared.
"""

from functools import partial

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QClipboard

TRIES = 5
PAUSE = 100
"""Milliseconds between two tries; only one window at a time may open the Windows clipboard."""

# Windows neither adds the text to its clipboard history nor syncs it to other devices when these
# formats are present.
PRIVATE_FORMATS = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\0",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
}


class ClipboardWriter(QObject):
    """Writes one text at a time to the clipboard; emits `copied` or `failed`."""

    copied = Signal(str)
    failed = Signal(str)

    def __init__(self, clipboard: QClipboard) -> None:
        super().__init__()
        self._clipboard = clipboard
        self._text = ""
        # WORKAROUND: PySide 6.11 accesses a wrapped object once more after Qt has deleted it, if
        # its address was reused from another wrapped object. Keeping our own reference longer than
        # Qt's avoids the crash.
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
        """Start writing; `copied` or `failed` is emitted at once or within half a second."""
        self._text = text
        self._left = TRIES
        self._try()

    def forget(self) -> None:
        """Clear the clipboard if it still holds text of this program; cancel pending retries."""
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
    """Clear the PRIMARY selection of X11 and Wayland as soon as one of our fields sets it.

    Qt sets it to whatever is selected in a field, also by Ctrl+A or a double click. Nobody asked
    for that, any program can read it, and a middle click pastes it into the field of the next
    visitor.
    """
    if clipboard.supportsSelection():
        clipboard.selectionChanged.connect(partial(_give_up_selection, clipboard))


def _give_up_selection(clipboard: QClipboard) -> None:
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def private(text: str) -> QMimeData:
    """Return a text as plain-text MIME data excluded from Windows clipboard history and sync.

    Qt itself converts the line ends.
    """
    data = QMimeData()
    data.setText(text)
    for name, value in PRIVATE_FORMATS.items():
        data.setData(name, value)
    return data


def _plain(text: str) -> str:
    """Normalize the line ends of a text."""
    return text.replace("\r\n", "\n")
