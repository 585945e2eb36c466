"""Starts the real kiosk and writes its state twice a second, for tests in another process.

It reports a laptop window likewise if the command line starts one.

Arguments: FILE for what is seen, then the words of the command line. Nothing of the kiosk is
replaced; a timer of this file alone looks at the widgets. `QUICK` in the environment shortens
the pauses of the kiosk, in milliseconds: idle, outcome, privacy, tap, corner. With `BLIND` no text
of a page is looked at.
"""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from jknassist.cli import main
from jknassist.gui.kiosk import config
from jknassist.gui.kiosk.window import KioskWindow
from jknassist.gui.main_window import MainWindow

EVERY = 100
FIELDS = ("idle", "outcome", "privacy", "tap", "corner")


def seen(window: KioskWindow) -> dict[str, object]:
    """Return the state of the kiosk as JSON values."""
    visit, cover = window.visit, window.cover
    flow = visit.main_window.flow if visit else None
    tops = [type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible()]
    focus = QApplication.focusWidget()
    return {
        "page": type(window.page).__name__,
        "cover": type(cover).__name__ if cover else "",
        "place": flow.place.id if flow else "",
        "answers": len(flow.session.answers) if flow else 0,
        "panel": panel_of(visit.main_window) if visit else "",
        "windows": tops,
        "popup": bool(QApplication.activePopupWidget() or QApplication.activeModalWidget()),
        "full": window.isFullScreen(),
        "active": window.isActiveWindow(),
        "focus": type(focus).__name__,
        "fields": [one.text() for one in window.findChildren(QLineEdit)],
        "clipboard": QGuiApplication.clipboard().text(QClipboard.Mode.Clipboard),
        "pid": os.getpid(),
        "buttons": buttons_of(window),
        "fields_at": fields_of(window),
        "texts": [one.text() for one in window.findChildren(QLabel) if one.isVisible()],
    }


def glance(window: KioskWindow) -> dict[str, object]:
    """Return where the kiosk stands, without any text: that would be one more copy of it."""
    visit, focus = window.visit, QApplication.focusWidget()
    return {
        "page": type(window.page).__name__,
        "place": visit.main_window.flow.place.id if visit else "",
        "focus": type(focus).__name__,
        "digits": sum(len(one.text()) for one in window.findChildren(QLineEdit)),
        "full": window.isFullScreen(),
        "active": window.isActiveWindow(),
    }


def seen_of_laptop(window: MainWindow) -> dict[str, object]:
    """Return the state of a laptop window."""
    focus = QApplication.focusWidget()
    return {
        "active": window.isActiveWindow(),
        "answers": len(window.flow.session.answers),
        "panel": panel_of(window),
        "focus": type(focus).__name__,
        "fields": [one.text() for one in shown_fields(window)],
        "fields_at": fields_of(window),
        "buttons": buttons_of(window),
    }


def shown_fields(window: QWidget) -> list[QLineEdit]:
    """Return the visible fields."""
    return [one for one in window.findChildren(QLineEdit) if one.isVisible()]


def fields_of(window: QWidget) -> list[tuple[int, int]]:
    """Return the middle of every field on the screen."""
    middles = [one.mapToGlobal(one.rect().center()) for one in shown_fields(window)]
    return [(middle.x(), middle.y()) for middle in middles]


def panel_of(window: QWidget) -> str:
    """Return the kind of panel that is laid over the page, if any."""
    names = [type(one).__name__ for one in window.findChildren(QWidget) if one.isVisible()]
    return next((name for name in names if name.endswith("Panel")), "")


def buttons_of(window: QWidget) -> dict[str, tuple[int, int]]:
    """Return the middle of every button on the screen, by what a screen reader calls it."""
    found = {}
    for one in window.findChildren(QWidget):
        if one.isVisible() and one.inherits("QAbstractButton"):
            middle = one.mapToGlobal(one.rect().center())
            found[one.accessibleName()] = (middle.x(), middle.y())
    return found


def look(file: Path) -> None:
    """Write the state atomically; wipe the visit if a file asks for it."""
    tops = QApplication.topLevelWidgets()
    kiosks = [one for one in tops if isinstance(one, KioskWindow)]
    laptops = [one for one in tops if isinstance(one, MainWindow)]
    wipe = file.with_suffix(".wipe")
    if kiosks and wipe.exists():
        kiosks[0].reset()
        wipe.unlink()
    elif kiosks:
        write(file, (glance if os.environ.get("BLIND") else seen)(kiosks[0]))
    elif laptops:
        write(file, seen_of_laptop(laptops[0]))


def write(file: Path, told: dict[str, object]) -> None:
    """Write a file atomically."""
    unfinished = file.with_suffix(".part")
    unfinished.write_text(json.dumps(told))
    unfinished.replace(file)


def quick(times: str) -> None:
    """Shorten the pauses."""
    given = dict(zip(FIELDS, map(int, times.split(",")), strict=True))
    pace_of = config.timeouts_of
    config.timeouts_of = lambda site: replace(pace_of(site), asks=2, **given)


def spied(execute: Callable[[], int], file: Path) -> Callable[..., int]:
    """Return the event loop with a timer that looks."""

    def run(*_arguments: object) -> int:
        timer = QTimer()
        timer.setInterval(EVERY)
        timer.timeout.connect(lambda: look(file))
        timer.start()
        return execute()

    return run


if __name__ == "__main__":
    if times := os.environ.get("QUICK"):
        quick(times)
    setattr(QApplication, "exec", spied(QApplication.exec, Path(sys.argv[1])))  # noqa: B010
    sys.exit(main.main(sys.argv[2:]))
