"""What was typed as a number can be cleared at once, on every screen and in all letters."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtWidgets import QAbstractButton
from tools import page_tour

from jknassist.content import loader
from jknassist.core.flow.model import NumberStep
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.number.page import NumberPage
from jknassist.gui.qt.application import make_application
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import TextSize, theme_for
from tests.support.page_faults import faults
from tests.support.release_cases import often

SCREENS = [(1024, 600), (1024, 768), (1366, 768), (1080, 1920)]
LOWEST = (1024, 600)
TWO_NUMBERS = "0812 1111 2222 0813 3333 4444"
TYPED = (
    TWO_NUMBERS,
    "0812-1111-2222 / 0813-3333-4444 / 0857 1234 5678",
    page_tour.DOUBLED,
    "081",
    "3174012304560001",
    "0812****2222",
    f"{TWO_NUMBERS} " * 4,
)
STEPS = [step.id for step in loader.knowledge_of(None).steps if isinstance(step, NumberStep)]


def ways_to_clear(page: NumberPage) -> list[QAbstractButton]:
    """Return the buttons that clear or type again and are shown whole on the screen page."""
    words = page.context.words
    named = {words.number_erase_all, words.number_again, words.number_typed_wrong}
    return [
        one
        for one in page.findChildren(QAbstractButton)
        if one.text() in named
        and one.isVisible()
        and one.isEnabled()
        and one.visibleRegion().boundingRect() == one.rect()
    ]


def states(window: MainWindow) -> Iterator[tuple[str, NumberPage]]:
    """Type each text on each number page; yield it typed, judged, and with what is missing."""
    for step, text in product(STEPS, TYPED):
        page_tour.stand(window, step)
        page = window.view.page
        assert isinstance(page, NumberPage)
        page.entry.setText(text)
        for state in ("typed", "judged", "missing"):
            make_application().processEvents()
            if window.view.page is not page:
                break
            page.area.turn(-page.area.current)
            make_application().processEvents()
            yield f"{step} {text}, {state}", page
            while page.area.turn(1):
                pass
            window.view.go_on()


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(
    ("size", "letters"),
    often(
        product(SCREENS, TextSize), (LOWEST, TextSize.A_PLUS), (SCREENS[-1], TextSize.A_PLUS_PLUS)
    ),
)
def test_what_was_typed_can_be_cleared_on_the_first_screen_page(
    size: tuple[int, int], letters: TextSize
) -> None:
    screen = Screen(width=size[0], height=size[1])
    theme = replace(theme_for(screen, kiosk=True), letters=letters.times)
    window = page_tour.open_window(theme, size, kiosk=True)
    window.setUpdatesEnabled(False)  # it is measured, not looked at
    seen = [(at, bool(ways_to_clear(page)), list(faults(window))) for at, page in states(window)]
    window.close()
    window.deleteLater()
    assert len(seen) > 2 * len(STEPS) * len(TYPED)
    assert [at for at, clears, _ in seen if not clears] == []
    assert {at: wrong for at, _, wrong in seen if wrong} == {}
