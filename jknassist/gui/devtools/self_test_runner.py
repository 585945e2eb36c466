"""Runs the steps of the self-test; a failed step is reported and the others still run."""

import re
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

HIDDEN = "…"
"""Replaces personal data in a report."""

SHORTEST = 3
"""Minimum length of a name to be replaced; a shorter one is part of too many words."""

MOST_FRAMES = 3
"""Traceback frames that are reported, the innermost ones."""

QUIET = frozenset({QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg})


class FailedError(Exception):
    """A step failed; the message is written by us and contains no personal data."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """Result of one step: message, failure, and screenshot."""

    name: str
    note: str = ""
    faults: tuple[str, ...] = ()
    picture: QImage | None = None


StepAction = Callable[[], QWidget | str | None]
"""Runs one step; returns the widget for a screenshot, or a message."""


class SelfTestRunner:
    """Runs steps and collects their results; no screenshot shows a name in `private`."""

    def __init__(self, say: Callable[[str], None], *, icons: bool) -> None:
        self.results: list[Result] = []
        self.private: set[str] = set()
        self._say = say
        self._pictures = icons
        self._caught: list[str] = []

    @property
    def failed(self) -> tuple[str, ...]:
        """Names of the failed steps."""
        return tuple(result.name for result in self.results if result.faults)

    def step(self, name: str, action: StepAction) -> bool:
        """Run one step and print its result; return whether it passed."""
        self._caught.clear()
        seen: QWidget | str | None = None
        try:
            seen = action()
            settle()
        except Exception as error:  # noqa: BLE001  whatever it is, it is to be told
            self._caught.append(fault_of(error))
        result = Result(
            name=name,
            note=seen if isinstance(seen, str) else "",
            faults=tuple(dict.fromkeys(self._caught)),
            picture=self._picture_of(seen) if isinstance(seen, QWidget) else None,
        )
        self.results.append(result)
        self._tell(result)
        return not result.faults

    def _tell(self, result: Result) -> None:
        if result.faults:
            self._say(f"GAGAL {result.name}: {'; '.join(result.faults)}")
        else:
            self._say(f"baik  {result.name}" + (f": {result.note}" if result.note else ""))

    def _picture_of(self, widget: QWidget) -> QImage | None:
        if not self._pictures:
            return None
        hide_names(widget, self.private)
        settle()
        return widget.grab().toImage()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Collect errors outside of the steps: in slots, in threads, and warnings of Qt."""
        before = sys.excepthook, sys.unraisablehook, threading.excepthook
        sys.excepthook = self._take
        sys.unraisablehook = lambda seen: self._take(seen.exc_type, seen.exc_value)
        threading.excepthook = lambda seen: self._take(seen.exc_type, seen.exc_value)
        qInstallMessageHandler(self._take_message)
        try:
            yield
        finally:
            sys.excepthook, sys.unraisablehook, threading.excepthook = before
            qInstallMessageHandler(None)

    def _take(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        _trace: TracebackType | None = None,
    ) -> None:
        self._caught.append(fault_of(error) if error is not None else kind.__name__)

    def _take_message(
        self, kind: QtMsgType, _context: QMessageLogContext, message: str | None
    ) -> None:
        if kind not in QUIET and not is_known(message or ""):
            self._caught.append(f"Qt: {message}")


def is_known(message: str) -> bool:
    """Return whether a Qt message only says that an offscreen platform cannot move windows."""
    return message.startswith("This plugin does not support")


def fault_of(error: BaseException) -> str:
    """Return type and traceback frames of an error, never its message, which may be personal.

    Exceptions: the name of a missing module, and the message of a `FailedError`.
    """
    if isinstance(error, FailedError):
        return str(error)
    frames = traceback.extract_tb(error.__traceback__)[-MOST_FRAMES:]
    lines = " < ".join(f"{_file(one.filename)}:{one.lineno}" for one in reversed(frames))
    what = f" {error.name}" if isinstance(error, ImportError) and error.name else ""
    return f"{type(error).__name__}{what} ({lines})"


def _file(name: str) -> str:
    return re.split(r"[\\/]", name)[-1]


def settle() -> None:
    """Process all pending events, and delete what is to be deleted, as the event loop would."""
    for _ in range(3):
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def delete_window(window: QWidget) -> None:
    """Have Qt delete a window now; Python would delete its children later, one by one."""
    window.hide()
    window.deleteLater()
    settle()


def wait_until(true: Callable[[], bool], what: str, seconds: float) -> None:
    """Process events until a condition holds; raise FailedError after the timeout."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise FailedError(f"tidak terjadi dalam {seconds:.0f} detik: {what}")
        QApplication.processEvents()
        time.sleep(0.01)


def hide_names(widget: QWidget, names: Iterable[str]) -> None:
    """Replace each name in all texts of a page by a mark."""
    shown: list[QLabel | QPushButton] = [*widget.findChildren(QLabel)]
    shown += widget.findChildren(QPushButton)
    for one in shown:
        text = without(names, one.text())
        if text != one.text():
            one.setText(text)


def without(names: Iterable[str], text: str) -> str:
    """Return a text with each name replaced by a mark, longer names first."""
    for name in sorted({n for n in names if len(n) >= SHORTEST}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", HIDDEN, text, flags=re.IGNORECASE)
    return text
