"""Searches widgets, clipboard, objects and files of this process for digits that were typed."""

import contextlib
import gc
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

RUN = 5
"""So many typed digits in a row are a trace; fewer stand in many a text by chance."""

CONTENT = frozenset({"jknassist.core.phone.plan", "jknassist.core.flow.model"})
"""Beginnings of numbers, dates and contacts: the same before anybody came, and frozen."""

TEXTS = ("text", "placeholderText", "windowTitle", "toolTip", "statusTip", "whatsThis")
ROLES = (
    QAccessible.Text.Name,
    QAccessible.Text.Description,
    QAccessible.Text.Value,
    QAccessible.Text.Help,
)


def traces(number: str, folders: Iterable[Path] = ()) -> list[str]:
    """Return where digits of a number are left: widgets, windows, clipboard, objects and files."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    seen = [*_widgets(), *_windows(), *_clipboard(), *_objects()]
    found = [place for place, text in seen if holds(text, number)]
    found += [f"undo of {field!r}" for field in _fields() if holds(_undone(field), number)]
    return found + [str(path) for path in _files(folders) if _file_holds(path, number)]


def holds(text: str, number: str) -> bool:
    """Tell whether a text holds a run of the number's digits, however they are grouped."""
    digits = "".join(letter for letter in text if letter.isdigit())
    runs = {number[i : i + RUN] for i in range(len(number) - RUN + 1)}
    return any(run in digits for run in runs)


def _widgets() -> Iterator[tuple[str, str]]:
    for widget in QApplication.allWidgets():
        for name in TEXTS:
            told = widget.property(name)
            if isinstance(told, str):
                yield f"{type(widget).__name__}.{name}", told
        yield f"{type(widget).__name__} name", widget.accessibleName()
        yield f"{type(widget).__name__} description", widget.accessibleDescription()
        yield from _spoken(widget)
        for property_name in widget.dynamicPropertyNames():
            key = bytes(property_name.data()).decode()
            with contextlib.suppress(RuntimeError):  # Qt's own, of types Python does not know
                told = widget.property(key)
                yield f"{type(widget).__name__} {key}", told if isinstance(told, str) else ""


def _spoken(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what a screen reader is told."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    if spoken is not None and spoken.isValid():
        for role in ROLES:
            yield f"accessible {type(widget).__name__} {role.name}", spoken.text(role)


def _windows() -> Iterator[tuple[str, str]]:
    for window in QGuiApplication.allWindows():
        yield "title", window.title()
        yield "file of a window", window.filePath()


def _clipboard() -> Iterator[tuple[str, str]]:
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        yield f"{mode.name}", clipboard.text(mode)


def _objects() -> Iterator[tuple[str, str]]:
    """Yield every text that an object of the program holds, alive or waiting to be freed."""
    gc.collect()
    for thing in gc.get_objects():
        module = str(type(thing).__module__)
        if module.startswith("jknassist.") and module not in CONTENT:
            yield from _texts_of(thing)


def _texts_of(thing: object) -> Iterator[tuple[str, str]]:
    name = type(thing).__name__
    # A property or a signal of a widget whose C++ side is gone cannot be asked; its own dict can.
    held = dict(vars(thing)) if hasattr(thing, "__dict__") else {}
    if is_dataclass(thing) and not isinstance(thing, QObject):
        held |= {field.name: getattr(thing, field.name, "") for field in fields(thing)}
    for key, value in held.items():
        many = value if isinstance(value, tuple | list | set | frozenset) else (value,)
        yield from ((f"{name}.{key}", one) for one in many if isinstance(one, str))


def _fields() -> list[QLineEdit]:
    return [widget for widget in QApplication.allWidgets() if isinstance(widget, QLineEdit)]


def _undone(field: QLineEdit) -> str:
    """Return what a field shows after Ctrl+Z, pressed past every guard."""
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    pressed = field.text()
    field.undo()
    return f"{pressed} / {field.text()}"


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        yield from (path for path in folder.rglob("*") if path.is_file())


def _file_holds(path: Path, number: str) -> bool:
    """Look for the digits as they are, in any width of letter; a log's own times are no trace."""
    data = path.read_bytes()
    runs = [number[i : i + RUN] for i in range(len(number) - RUN + 1)]
    return any(run.encode(code) in data for run in runs for code in ("utf-8", "utf-16-le"))


def temporary() -> set[Path]:
    """Return the files in the folder for temporary files now, those of others too."""
    return {path for path in Path(tempfile.gettempdir()).iterdir() if path.is_file()}
