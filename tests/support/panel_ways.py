"""Finds what opens each panel by pressing every button and key on every page."""

import importlib
import pkgutil
from collections.abc import Callable
from types import ModuleType

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

from jknassist.gui.main_window import MainWindow
from jknassist.gui.panels.panel import Panel

Way = tuple[str, str, str]
"""The place, what was pressed there to open a first panel (or nothing), and what was pressed.

To open one panel from another, several names are pressed: they are joined by THEN.
"""

THEN = " > "
DEEPEST = 2
"""Panels over each other on which everything is pressed."""

KEY = "shortcut "
"""Begins what stands for a key among the names of buttons."""

Stand = Callable[[str, str], MainWindow]
"""Shows a place of a fresh visit, opens the panel that a name there leads to, gives the window."""


def pressed(window: MainWindow, name: str) -> None:
    """Press a button by its name, or do what a key does; several one after another."""
    *before, name = name.split(THEN)
    for one in before:
        pressed(window, one)
        QApplication.processEvents()
    if name.startswith(KEY):
        (shortcut,) = [one for one in keys(window) if f"{KEY}{one.key().toString()}" == name]
        shortcut.activated.emit()
    else:
        next(one for one in buttons(window) if one.accessibleName() == name).click()


def keys(window: MainWindow) -> list[QShortcut]:
    """Return the keys of the window itself; those of a panel press its buttons."""
    return [one for one in window.findChildren(QShortcut) if one.parent() is window]


def buttons(window: MainWindow) -> list[QPushButton]:
    """Return the buttons that can be pressed on the page or in the panel over it."""
    shown = window.panel or window
    return [one for one in shown.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]


def names(window: MainWindow) -> list[str]:
    """Return what can be pressed; the keys once for a page, a panel over it changes none."""
    every = [one.accessibleName() for one in buttons(window)]
    over = window.panel is not None
    return [*every, *(f"{KEY}{one.key().toString()}" for one in keys(window) if not over)]


def kind(window: MainWindow) -> str:
    """Return the name of the class of the panel that is shown; nothing where there is none."""
    return type(window.panel).__name__ if window.panel is not None else ""


def ways_to_panels(
    places: tuple[str, ...], stand: Stand, *, by_keys: bool = True
) -> dict[tuple[str, str], Way]:
    """Press everything on all pages and panels; return what opens each panel, by name and panel.

    What has the same name on pages or panels of one kind is pressed once; shortcuts only `by_keys`.
    """
    found: dict[tuple[str, str], Way] = {}
    known: set[tuple[str, str]] = set()
    for place in places:
        levels = [""]
        for before in levels:
            window = stand(place, before)
            shown, page = kind(window), window.view.page
            here = shown or type(page).__name__
            for name in names(window):
                if (here, name) in known or (name.startswith(KEY) and not by_keys):
                    continue
                known.add((here, name))
                if not _is_at(window, page, shown) or name not in names(window):
                    window = stand(place, before)
                    page = window.view.page
                pressed(window, name)
                QApplication.processEvents()
                opened = kind(window) if isValid(window) else ""
                if opened and opened != shown:
                    found.setdefault((name, opened), (place, before, name))
                    way = [*filter(None, before.split(THEN)), name]
                    if len(way) <= DEEPEST:
                        levels.append(THEN.join(way))
    return found


def _is_at(window: MainWindow, page: QWidget, shown: str) -> bool:
    """Return whether what was pressed has led nowhere else."""
    return isValid(window) and isValid(page) and window.view.page is page and kind(window) == shown


def panel_classes(*packages: ModuleType) -> dict[str, type[Panel]]:
    """Return every panel that some packages of the program have, without their private bases."""
    modules = [
        importlib.import_module(f"{package.__name__}.{one.name}")
        for package in packages
        for one in pkgutil.iter_modules(package.__path__)
    ]
    every = [thing for module in modules for thing in vars(module).values()]
    of_panels = [one for one in every if isinstance(one, type) and issubclass(one, Panel)]
    public = [one for one in of_panels if one is not Panel and not one.__name__.startswith("_")]
    return {one.__name__: one for one in public}
