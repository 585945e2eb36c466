"""Opens the laptop window and the kiosk on a small screen; prints which buttons are off it.

A program of its own: Qt takes its screen and its scale once, when it starts. The environment gives
them (`QT_QPA_PLATFORM` with a configuration file, `QT_SCALE_FACTOR`); the argument is a folder.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QWidget
from tools import page_tour

from jknassist.content import loader, resources
from jknassist.core.site import Mode, Site
from jknassist.gui.context import LoadedContent
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.kiosk.config import KioskConfig, Timeouts
from jknassist.gui.kiosk.input_filter import InputFilter
from jknassist.gui.kiosk.start_page import StartPage
from jknassist.gui.kiosk.window import KioskWindow
from jknassist.gui.main_window import MainWindow
from jknassist.gui.panels.panel import Panel
from jknassist.gui.qt.application import make_application
from jknassist.gui.style.theme import TextSize
from jknassist.gui.volunteer.window import make_window, open_wide

PLACES = ("mulai", "nomor_terdaftar", "nomor_hangus")


def shipped() -> LoadedContent:
    return LoadedContent(
        knowledge=loader.knowledge_of(None),
        plan=loader.shipped_plan(),
        style=resources.read("theme.qss").decode(),
        picture=loader.picture,
    )


def outside(window: QWidget, *, named: frozenset[str]) -> list[str]:
    """Return the buttons, and the window, that are not wholly on the screen."""
    for _ in range(3):
        make_application().processEvents()
    screen = QGuiApplication.primaryScreen().availableGeometry()
    shown = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    ways = [one for one in shown if one.text() in named]
    lost = [one.text() for one in ways if not screen.contains(place_of(one))]
    lost += [] if ways else [f"none of {sorted(named)}"]
    grown = [] if screen.contains(window.geometry()) else [f"the window: {window.geometry()}"]
    return lost + grown


def place_of(button: QWidget) -> QRect:
    return QRect(button.mapToGlobal(button.rect().topLeft()), button.size())


def in_a_visit(window: MainWindow, top: QWidget) -> Iterator[tuple[str, list[str]]]:
    """Yield each place and what is not on the screen there."""
    words = window.context.words
    ways = frozenset(
        {words.next, words.back, words.start_again, words.solved_yes, words.solved_no}
        | {words.danger_button}
    )
    for place in PLACES:
        page_tour.stand(window, place)
        yield place, outside(top, named=ways)
        window.view.page.area.turn(1)
        yield f"{place}, lembar 2", outside(top, named=ways)
    window.show_contacts()
    yield "kontak", outside(top, named=ways | {words.close})


def on_a_laptop(size: TextSize) -> dict[str, list[str]]:
    window = make_window(shipped())
    open_wide(window)
    window.apply_theme(replace(window.theme, letters=size.times))
    found = dict(in_a_visit(window, window))
    window.close()
    window.deleteLater()
    return found


def on_a_kiosk(size: TextSize, folder: Path) -> dict[str, list[str]]:
    config = KioskConfig(
        by_language={"id": shipped()},
        site=Site(mode=Mode.KIOSK),
        site_name="site.yaml",
        site_found=True,
        faults=(),
        state=folder,
        timeouts=Timeouts(),
    )
    log, guard = ErrorLog(folder, "kiosk.log"), InputFilter(0)
    window = KioskWindow(config, log, guard)
    window.fullscreen.take()
    found: dict[str, list[str]] = {}
    for reach in (False, True):
        choice = window.default_preferences().with_size(size.times).with_reach(on=reach)
        window.show_start_page(choice)
        assert isinstance(window.page, StartPage)
        start = window.page.start.text()
        found[f"awal, {reach}"] = outside(window, named=frozenset({start}))
        window.begin_visit()
        assert window.visit is not None
        found |= {f"{k}, {reach}": v for k, v in in_a_visit(window.visit.main_window, window)}
    window.show_staff()
    assert isinstance(window.page, Panel)
    foot = frozenset({window.page.close_button.text()})
    found["petugas"] = outside(window, named=foot)
    window.leave()
    window.close()
    window.deleteLater()
    return found


def main(folder: Path) -> None:
    """Print the size of the screen and what is not on it, as JSON."""
    make_application()
    screen_size = QGuiApplication.primaryScreen().size()
    found: dict[str, list[str]] = {}
    for size in TextSize:
        found |= {f"laptop {size} {k}": v for k, v in on_a_laptop(size).items()}
        found |= {f"kiosk {size} {k}": v for k, v in on_a_kiosk(size, folder).items()}
    seen = {"screen": [screen_size.width(), screen_size.height()], "pages": len(found)}
    json.dump({**seen, "lost": {k: v for k, v in found.items() if v}}, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
