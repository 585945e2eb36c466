from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from jknassist.gui.speech.page_turns import PageTurns
from jknassist.gui.widgets.paged_area import PagedArea


def show(area: PagedArea, index: int) -> None:
    area.current = index
    area.turned.emit()


def test_only_another_screen_page_of_the_area_that_is_watched_is_told(qtbot: QtBot) -> None:
    told: list[int] = []
    owner = QObject()
    turns = PageTurns(owner)
    first, second = PagedArea(), PagedArea()
    for area in (first, second):
        qtbot.addWidget(area)
    turns.turned.connect(lambda: told.append(1))
    turns.watch(first)
    show(first, 0)
    assert told == []
    show(first, 1)
    show(first, 1)
    assert len(told) == 1
    turns.watch(second)
    show(first, 0)
    assert len(told) == 1
    show(second, 2)
    assert len(told) == 2
    turns.watch(None)
    show(second, 0)
    assert len(told) == 2
