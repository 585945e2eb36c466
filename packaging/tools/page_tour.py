"""Iterates over all pages and panels of the program, for contact sheets and tests.

Each stop is a page or panel as a visitor meets it, with its invented numbers typed in.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop

from jknassist.content import loader, resources
from jknassist.core.flow.graph import route_to
from jknassist.core.flow.model import NumberStep, Outcome
from jknassist.core.flow.session import Answer
from jknassist.core.paper import Paper
from jknassist.core.phone.check import diagnose
from jknassist.core.site import Mode, Site
from jknassist.core.statistics import Event, EventKind
from jknassist.gui import context
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.kiosk.config import KioskConfig, Timeouts
from jknassist.gui.kiosk.front import kiosk_front
from jknassist.gui.kiosk.staff_panel import StaffPanel
from jknassist.gui.pages.number.page import NumberPage
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.panels.contact_topics import TOPICS
from jknassist.gui.panels.panel import Panel
from jknassist.gui.qt import application
from jknassist.gui.qt.background_task import BackgroundTask
from jknassist.gui.volunteer import window as app
from jknassist.gui.volunteer.idle_lock import IdleLock
from jknassist.gui.volunteer.statistics_panel import StatisticsPanel
from jknassist.system.statistics_store import StatisticsStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jknassist.core.flow.model import Knowledge
    from jknassist.gui.main_window import MainWindow
    from jknassist.gui.style.theme import Theme
    from jknassist.gui.widgets.paged_area import PagedArea

REGISTERED = "081345678901"
DOUBLED = "0813456788901"
UNUSUAL = "0812345678"
MISTYPED = "08134567901"

COUNTED, DAYS, FIRST_DAY = 90, 14, date(2026, 11, 2)
"""Visits of the statistics that are shown, over so many days from the first."""

SETTLED = 2
"""Turns of the event loop after which a page has its sizes: one layout may ask for another."""

PIN = "scrypt$invented"
"""Anything but nothing: the page behind the PIN then has its exit; it is never verified."""


def open_window(
    theme: Theme,
    size: tuple[int, int],
    *,
    kiosk: bool = False,
    knowledge: Knowledge | None = None,
) -> MainWindow:
    """Show a content, without one the shipped one, in a window of a size in pixels."""
    shipped = _shipped(knowledge or shipped_knowledge())
    window = app.make_window(shipped, theme, front=kiosk_front("", Paper.A4) if kiosk else None)
    for lock in window.findChildren(IdleLock):
        lock.idle.watch(0)  # on a slow machine the tour takes longer than people may stay away
    window.setMinimumSize(1, 1)
    window.resize(*size)
    window.show()
    return window


@cache
def shipped_knowledge() -> Knowledge:
    """Return the shipped content; without compiled content reading it takes a quarter second."""
    return loader.knowledge_of(None)


def _shipped(knowledge: Knowledge) -> context.LoadedContent:
    return context.LoadedContent(
        knowledge=knowledge,
        plan=loader.shipped_plan(),
        style=resources.read("theme.qss").decode(),
        picture=loader.picture,
    )


def stops(window: MainWindow, places: slice = slice(None)) -> Iterator[str]:
    """Show the pages of places and all panels in turn; yield the name of each screen page."""
    for name in chain(_places(window, places), _panels(window)):
        # Deleted widgets are destroyed now, not at the end of the program.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        _settle(window)
        for index, _screen_page in enumerate(_area(window).screen_pages):
            if index:
                _area(window).turn(1)
                application.make_application().processEvents()
            yield name if not index else f"{name}, lembar {index + 1}"


def _settle(window: MainWindow) -> None:
    """Return once nothing is asked in the background any more and layouts have their sizes.

    A task has a limit of time, and is deleted once its answer was taken.
    """
    app = application.make_application()
    while window.findChildren(BackgroundTask):
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for _ in range(SETTLED):
        app.processEvents()


def stand(window: MainWindow, place_id: str) -> None:
    """Show a place by a shortest route."""
    window.close_panel()
    window.view.restart()
    route = route_to(window.context.knowledge, place_id)
    found = diagnose(REGISTERED, window.context.plan)
    window.view.follow(
        Answer(step_id=step, key=key, found=found, number=REGISTERED) for step, key in route
    )
    application.make_application().processEvents()


def _area(window: MainWindow) -> PagedArea:
    for panel in window.findChildren(Panel):
        if panel.isVisible():
            return panel.area
    return window.view.page.area


def _places(window: MainWindow, places: slice) -> Iterator[str]:
    for place_id, place in tuple(window.context.knowledge.places.items())[places]:
        stand(window, place_id)
        yield place_id
        if isinstance(place, NumberStep):
            yield from _numbers(window, place)
        elif not isinstance(place, Outcome):
            yield from _complaint(window)


def _numbers(window: MainWindow, step: NumberStep) -> Iterator[str]:
    """Show the states of a number page: typing, validated, compared, asking for the length."""
    page = window.view.page
    if not isinstance(page, NumberPage):
        return
    numbers = (MISTYPED,) if step.compare_with else (DOUBLED, UNUSUAL)
    for number in numbers:
        page.entry.setText(number)
        application.make_application().processEvents()
        yield f"{step.id} {number}"
        window.view.go_on()
        application.make_application().processEvents()
        yield f"{step.id} {number}, dinilai"


def _complaint(window: MainWindow) -> Iterator[str]:
    """Show the message for a question without an answer, once."""
    page = window.view.page
    if isinstance(page, QuestionPage) and page.step.id == window.context.knowledge.start:
        for _screen_page in page.area.screen_pages:
            window.view.go_on()
        application.make_application().processEvents()
        yield f"{page.step.id}, belum memilih"


def _statistics(window: MainWindow) -> StatisticsPanel:
    """Return the panel with two weeks of invented visits."""
    knowledge = window.context.knowledge
    with TemporaryDirectory() as folder:
        store = StatisticsStore(Path(folder))
        for number in range(COUNTED):
            outcome = knowledge.outcomes[number * number % len(knowledge.outcomes)].id
            ends = [Event(EventKind.OUTCOME, outcome)]
            if number % 3:
                ends.append(Event(EventKind.SOLVED if number % 2 else EventKind.UNSOLVED, outcome))
            elif number % 2:
                ends = [Event(EventKind.LEFT, knowledge.steps[number % len(knowledge.steps)].id)]
            store.count(ends, FIRST_DAY + timedelta(days=number % DAYS), knowledge.edition)
        return StatisticsPanel(store, window.context)


def _staff(window: MainWindow) -> StaffPanel:
    """Return the page behind the PIN, with the printers and the voice of this machine."""
    site = Site(mode=Mode.KIOSK, staff_pin=PIN)
    knowledge = window.context.knowledge
    config = KioskConfig(
        by_language={knowledge.language: _shipped(knowledge)},
        site=site,
        site_name="site.yaml",
        site_found=True,
        faults=(),
        state=Path(),
        timeouts=Timeouts(),
    )
    return StaffPanel(config, ErrorLog(None, ""), window.context)


def _panels(window: MainWindow) -> Iterator[str]:
    knowledge = window.context.knowledge
    window.show_contacts()
    yield "kontak"
    for topic in TOPICS:
        window.show_topic(topic)
        yield topic.title(window.context.words)
    if not window.context.is_kiosk:
        window.list_wanted.emit()
        yield "daftar"
        window.show_panel(_statistics(window))
        yield "rekap"
    else:
        window.show_panel(_staff(window))
        yield "petugas"
    for guide in knowledge.guides:
        window.show_guide(guide.id)
        yield f"cara: {guide.id}"
    stand(window, knowledge.outcomes[-1].id)
    everywhere = (
        ("jawaban", window.show_review),
        ("sumber", window.show_sources),
        ("hapus", window.ask_to_leave),
    )
    at_a_desk = (("simpan", window.show_save), ("tunjukkan", window.show_wanted.emit))
    for name, show in everywhere if window.context.is_kiosk else (*everywhere, *at_a_desk):
        show()
        yield name
    window.close_panel()
