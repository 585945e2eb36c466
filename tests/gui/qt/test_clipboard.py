"""Clipboard: verified writing, reported failures, and clearing."""

import os
import subprocess
import sys
import weakref
from collections.abc import Iterator, Mapping

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jknassist.gui.qt import clipboard
from jknassist.gui.qt.clipboard import PRIVATE_FORMATS, TRIES, ClipboardWriter, private

TEXT = "Telepon contoh: 165\nbaris kedua é"


class BusyClipboard:
    """A clipboard that another program holds for some tries."""

    def __init__(self, busy: int, text: str = "milik orang") -> None:
        self.busy = busy
        self.held = text
        self.tries = 0

    def setMimeData(self, data: QMimeData) -> None:  # noqa: N802  as Qt calls it
        self.tries += 1
        if self.tries > self.busy:
            self.held = data.text().replace("\n", "\r\n")

    def text(self) -> str:
        return self.held

    def clear(self) -> None:
        self.held = ""

    def ownsClipboard(self) -> bool:  # noqa: N802  as Qt calls it
        return False


@pytest.fixture
def real(qapp: QApplication) -> Iterator[QClipboard]:
    assert qapp is not None
    yield QGuiApplication.clipboard()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "PAUSE", 1)


def copier(board: object) -> ClipboardWriter:
    return ClipboardWriter(board)  # type: ignore[arg-type]


def test_what_is_copied_is_read_back(real: QClipboard, qtbot: QtBot) -> None:
    one = ClipboardWriter(real)
    with qtbot.waitSignal(one.copied):
        one.copy(TEXT)
    assert real.text() == TEXT


def test_windows_is_asked_to_remember_nothing_and_to_send_nothing(real: QClipboard) -> None:
    ClipboardWriter(real).copy(TEXT)
    formats = real.mimeData().formats()
    assert set(PRIVATE_FORMATS) <= set(formats)
    for name, value in PRIVATE_FORMATS.items():
        assert real.mimeData().data(name).data() == value
    assert private(TEXT).text() == TEXT


class DeletingClipboard(BusyClipboard):
    """A clipboard that deletes what it had, as Qt does, and looks whether Python still has it."""

    def __init__(self) -> None:
        super().__init__(busy=0)
        self.outlived: list[bool] = []
        self.had: weakref.ref[QMimeData] | None = None

    @override
    def setMimeData(self, data: QMimeData) -> None:
        self.delete()
        super().setMimeData(data)
        self.had = weakref.ref(data)

    @override
    def clear(self) -> None:
        self.delete()
        super().clear()

    def delete(self) -> None:
        if self.had is not None:
            self.outlived.append(self.had() is not None)


@pytest.mark.usefixtures("qapp")
def test_what_python_has_of_a_copy_outlives_what_qt_has() -> None:
    board = DeletingClipboard()
    one = copier(board)
    one.copy(TEXT)
    one.copy("lain")
    one.forget()
    assert board.outlived == [True, True]
    assert board.had is not None
    assert board.had() is None


@pytest.mark.usefixtures("quick", "qapp")
@pytest.mark.parametrize("busy", range(TRIES))
def test_a_busy_clipboard_is_tried_again(busy: int, qtbot: QtBot) -> None:
    board = BusyClipboard(busy)
    one = copier(board)
    with qtbot.waitSignal(one.copied):
        one.copy(TEXT)
    assert board.tries == busy + 1


@pytest.mark.usefixtures("quick", "qapp")
def test_a_clipboard_that_stays_busy_is_reported(qtbot: QtBot) -> None:
    board = BusyClipboard(99)
    one = copier(board)
    with qtbot.waitSignal(one.failed) as told:
        one.copy(TEXT)
    assert told.args == [TEXT]
    assert board.tries == TRIES
    one.forget()
    assert board.held == "milik orang"


@pytest.mark.usefixtures("qapp")
def test_who_leaves_while_it_is_busy_leaves_nothing_behind(qtbot: QtBot) -> None:
    board = BusyClipboard(1)
    one = copier(board)
    one.copy(TEXT)
    one.forget()
    with qtbot.assertNotEmitted(one.copied, wait=3 * clipboard.PAUSE):
        pass
    assert board.held == "milik orang"
    assert board.tries == 1


@pytest.mark.usefixtures("qapp")
def test_it_is_wiped_only_while_it_is_still_ours() -> None:
    board = BusyClipboard(0)
    one = copier(board)
    one.copy(TEXT)
    one.forget()
    assert board.held == ""
    one.copy(TEXT)
    board.held = "belanja"
    one.forget()
    assert board.held == "belanja"


# Another program on a real display: what it can paste, and until when.

COPIES = """
import sys
from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication, QWidget
from jknassist.gui.qt.clipboard import ClipboardWriter
app = QApplication([])
window = QWidget()
window.show()
copier = ClipboardWriter(app.clipboard())
copier.copied.connect(lambda: print("copied", flush=True))
copier.copy(sys.argv[1])
def listen():
    word = sys.stdin.readline().strip()
    if word == "forget": copier.forget()
    print(word, flush=True)
    if word == "quit": app.quit()
heard = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
heard.activated.connect(listen)
app.setQuitOnLastWindowClosed(False)
app.exec()
"""
PASTES = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication([])
QTimer.singleShot(300, app.quit)
app.exec()
print(app.clipboard().text(), end="")
"""


def paste(display: Mapping[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PASTES],
        env=dict(display),
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout


@pytest.mark.window
@pytest.mark.skipif(os.name != "posix", reason="X11 is what this is about")
@pytest.mark.parametrize("end", ["forget", "quit"])
def test_on_x11_the_text_can_be_pasted_until_the_visit_or_the_program_ends(
    display: Mapping[str, str], end: str
) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", COPIES, TEXT],
        env=dict(display),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdin is not None
    assert program.stdout is not None
    try:
        assert program.stdout.readline() == "copied\n"
        assert paste(display) == TEXT
        program.stdin.write(f"{end}\n")
        program.stdin.flush()
        assert program.stdout.readline() == f"{end}\n"
        if end == "quit":
            program.wait(10)
        assert paste(display) == ""
    finally:
        program.kill()
        program.wait()
        program.stdin.close()
        program.stdout.close()
