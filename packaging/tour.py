"""Shows every page of the program, one after the other: for the contact sheets and for the tests.

Each stop is a page or panel as a visitor meets it, with its invented numbers typed in.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent

from jknassist import bundle, content
from jknassist.core.knowledge import NumberStep, Outcome
from jknassist.core.paths import route_to
from jknassist.core.session import Given, Session
from jknassist.gui import app
from jknassist.gui.pages.base import StepPage
from jknassist.gui.pages.number import NumberPage
from jknassist.gui.panels.base import Panel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jknassist.core.knowledge import Knowledge
    from jknassist.gui.body import Body
    from jknassist.gui.theme import Look
    from jknassist.gui.window import HelpWindow

REGISTERED = "081345678901"
DOUBLED = "0813456788901"
UNUSUAL = "0812345678"
MISTYPED = "08134567901"


def open_window(
    look: Look, size: tuple[int, int], *, kiosk: bool = False, knowledge: Knowledge | None = None
) -> HelpWindow:
    """Show a content, without one the shipped one, in a window of a size in pixels."""
    shipped = app.Shipped(
        knowledge=knowledge or content.knowledge_of(None),
        plan=content.shipped_plan(),
        style=bundle.read("theme.qss").decode(),
        picture=content.picture,
    )
    window = app.make_window(shipped, look, kiosk=kiosk)
    window.setMinimumSize(1, 1)
    window.resize(*size)
    window.show()
    return window


def stops(window: HelpWindow) -> Iterator[str]:
    """Show one page or panel after the other and give the name of each, leaf by leaf."""
    for name in chain(_places(window), _panels(window)):
        # What was thrown away on the way here goes at once, not when the program ends.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        app.make_application().processEvents()
        for place, _leaf in enumerate(_body(window).leaves):
            if place:
                _body(window).turn(1)
                app.make_application().processEvents()
            yield name if not place else f"{name}, lembar {place + 1}"


def stand(window: HelpWindow, place_id: str) -> None:
    """Show one place as if the nearest way had led there."""
    knowledge, wizard = window.parts.knowledge, window.wizard
    window.close_panel()
    route = route_to(knowledge, place_id)
    answers = (Given(step_id=step, key=key, number=REGISTERED) for step, key in route)
    wizard.session = Session(tuple(answers))
    for known in wizard.pageIds():
        wizard.removePage(known)
    wizard._open(place_id)  # noqa: SLF001  pages are opened by going there, and that takes long
    wizard.setStartId(list(knowledge.places).index(place_id))
    wizard.restart()
    app.make_application().processEvents()


def _body(window: HelpWindow) -> Body:
    for panel in window.findChildren(Panel):
        if panel.isVisible():
            return panel.body
    body: Body = window.wizard.page_now.body  # type: ignore[attr-defined]
    return body


def _places(window: HelpWindow) -> Iterator[str]:
    for place_id, place in window.parts.knowledge.places.items():
        stand(window, place_id)
        yield place_id
        if isinstance(place, NumberStep):
            yield from _numbers(window, place)
        elif not isinstance(place, Outcome):
            yield from _complaint(window)


def _numbers(window: HelpWindow, step: NumberStep) -> Iterator[str]:
    """Show what a number page says: typing, judged, compared, and asked for the count."""
    page = window.wizard.page_now
    if not isinstance(page, NumberPage):
        return
    numbers = (MISTYPED,) if step.compare_with else (DOUBLED, UNUSUAL)
    for number in numbers:
        page.entry.setText(number)
        app.make_application().processEvents()
        yield f"{step.id} {number}"
        window.wizard.next()
        app.make_application().processEvents()
        yield f"{step.id} {number}, dinilai"


def _complaint(window: HelpWindow) -> Iterator[str]:
    """Show once what is said when nothing was chosen."""
    page = window.wizard.page_now
    if isinstance(page, StepPage) and page.step.id == window.parts.knowledge.start:
        for _leaf in page.body.leaves:
            window.wizard.next()
        app.make_application().processEvents()
        yield f"{page.step.id}, belum memilih"


def _panels(window: HelpWindow) -> Iterator[str]:
    knowledge = window.parts.knowledge
    window.show_contacts()
    yield "kontak"
    if not window.parts.kiosk:
        window.list_wanted.emit()
        yield "daftar"
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
    for name, show in everywhere if window.parts.kiosk else (*everywhere, *at_a_desk):
        show()
        yield name
    window.close_panel()
