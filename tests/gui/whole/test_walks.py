"""Each situation of the second edition, gone by keyboard through the real wizard to its end.

Beyond the first ending "Belum" is pressed until there is nobody left but a person to ask: no action
comes twice on the way, and each ending says when to stop.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tools import page_tour

from jknassist.content import loader
from jknassist.core.flow.model import Outcome
from jknassist.core.flow.session import has_causes
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.panels.information import ContactsPanel
from jknassist.gui.style.theme import Theme
from tests.support.journeys import WALKS, Journey
from tests.support.release_cases import often

SHIPPED = loader.knowledge_of(None)
MOST_CAUSES = 3


@pytest.fixture(scope="module", params=["laptop", "kiosk"])
def window(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[MainWindow]:
    assert qapp is not None
    opened = page_tour.open_window(Theme(), (1366, 768), kiosk=request.param == "kiosk")
    yield opened
    opened.close()
    opened.deleteLater()
    QApplication.processEvents()


def go_on(window: MainWindow) -> None:
    """Press the way on until another place or a panel is shown."""
    before = window.flow.position
    while window.flow.position == before and window.panel is None:
        window.view.navigation.next.click()
        QApplication.processEvents()


def told(window: MainWindow) -> OutcomePage:
    """Return the ending that is shown; all that it says can be heard with its heading."""
    page = window.view.page
    assert isinstance(page, OutcomePage)
    spoken = page.heading.accessibleName()
    assert page.summary.actions
    for text in (page.summary.title, *page.summary.actions, page.summary.limit_line):
        assert text in spoken
    assert page.summary.stop
    return page


@pytest.mark.parametrize("walk", often(WALKS, *WALKS[::3]), ids=lambda walk: walk.who)
def test_a_situation_is_walked_to_its_last_cause(window: MainWindow, walk: Journey) -> None:
    window.close_panel()
    window.view.restart()
    for key in walk.keys:
        QTest.keyClick(window.view.page, Qt.Key(ord(key)))
        go_on(window)
    assert window.flow.place.id == walk.outcome
    done: list[str] = []
    causes = 0
    while window.panel is None and window.flow.asks_if_solved:
        page = told(window)
        outcome = SHIPPED.places[page.summary.outcome_id]
        assert isinstance(outcome, Outcome)
        left = [one.id for one in outcome.actions if one.text in page.summary.actions]
        assert not set(left) & set(done), "advised once before"
        done += [one.id for one in outcome.actions]
        assert len(page.summary.already_tried) == causes
        causes += outcome.id != SHIPPED.hand_over
        assert causes <= MOST_CAUSES
        go_on(window)
    if window.panel is not None:
        assert isinstance(window.panel, ContactsPanel)
        assert window.flow.place.id == SHIPPED.hand_over
    else:
        assert not has_causes(SHIPPED, last_outcome(window))


def last_outcome(window: MainWindow) -> Outcome:
    place = window.flow.place
    assert isinstance(place, Outcome)
    return place


def test_the_fraud_warning_is_one_press_away(window: MainWindow) -> None:
    window.close_panel()
    window.view.restart()
    window.view.navigation.fraud_warning.click()
    assert told(window).summary.outcome_id == SHIPPED.safety.goes_to
    assert not window.view.navigation.yes.isVisible()
    window.go_back()
    assert window.flow.place.id == SHIPPED.start
