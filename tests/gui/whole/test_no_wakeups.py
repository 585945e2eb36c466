"""An old PC with a page that nobody touches has nothing to do: no clock ticks faster than a second.

One exception, on purpose: while a field has the keyboard its cursor blinks, so that people see
where the digits go. That costs two short wake-ups a second, and only there.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jknassist.gui.volunteer.search_box import SearchBox
from tests.gui.conftest import Visitor

SECOND = 1000
BLINKING = "QWidgetLineControl"
"""What draws the text and the cursor of a field."""


@dataclass(frozen=True)
class Tick:
    """A clock that runs: whose it is and how many milliseconds it takes."""

    owner: str
    interval: int


def ticks() -> Iterator[Tick]:
    """Yield the clocks of every object that can be found from the application and its windows."""
    app = QCoreApplication.instance()
    dispatcher = QAbstractEventDispatcher.instance()
    assert app is not None
    assert dispatcher is not None
    roots: list[QObject] = [app, *QApplication.topLevelWidgets()]
    for root in roots:
        for one in (root, *root.findChildren(QObject)):
            for info in dispatcher.registeredTimers(one):
                yield Tick(one.metaObject().className(), info.interval)


def fast() -> list[Tick]:
    """Return the clocks that would wake the processor more than once a second."""
    QTest.qWait(50)  # what a page puts off until it stands is done by then
    return [tick for tick in ticks() if tick.interval < SECOND]


def test_a_clock_is_seen(visitor: Visitor) -> None:
    assert fast() == []
    clock = QTimer(visitor.window)
    clock.start(999)
    assert fast() == [Tick("QTimer", 999)]
    clock.start(1000)
    assert fast() == []
    holder = QObject(visitor.window)
    holder.startTimer(20)
    assert fast() == [Tick("QObject", 20)]


@pytest.mark.parametrize("answers", [(), ("tidak_tahu",), ("tidak_tahu", "sudah")])
def test_a_question_that_rests_wakes_nobody(visitor: Visitor, answers: tuple[str, ...]) -> None:
    for answer in answers:
        visitor.choose(answer)
    assert fast() == []


def test_an_ending_wakes_nobody(visitor: Visitor) -> None:
    visitor.choose("pulsa")
    visitor.window.copy_summary()
    assert fast() == []


def test_only_the_cursor_of_a_field_blinks(visitor: Visitor) -> None:
    visitor.choose("tidak_masuk")
    blink = QGuiApplication.styleHints().cursorFlashTime() // 2
    assert fast() == [Tick(BLINKING, blink)]
    visitor.window.show_contacts()
    assert fast() == [], "the field has not the keyboard any more"


def test_the_search_field_blinks_only_while_somebody_types(visitor: Visitor) -> None:
    (finder,) = visitor.window.view.page.findChildren(SearchBox)
    finder.field.setFocus()
    assert [tick.owner for tick in fast()] == [BLINKING]
    visitor.window.start_over()
    assert fast() == []
