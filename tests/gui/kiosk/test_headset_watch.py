from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.kiosk.headset_watch import HeadsetWatch


def test_one_more_is_told_and_one_less_is_not(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    counts = [1, 1, 2, 0, 0, 1]
    watch = HeadsetWatch(page, lambda: counts.pop(0))
    told: list[int] = []
    watch.plugged_in.connect(lambda: told.append(len(counts)))
    for _ in range(5):
        watch._look()
    assert told == [3, 0]


def test_it_looks_only_while_the_page_is_shown(qtbot: QtBot) -> None:
    """S20: a visit is woken by nothing, and a headset that was there before begins none."""
    page = QWidget()
    qtbot.addWidget(page)
    counts = iter((0, 1, 1))
    watch = HeadsetWatch(page, lambda: next(counts))
    assert not watch.timer.isActive()
    page.show()
    assert watch.timer.isActive()
    with qtbot.assertNotEmitted(watch.plugged_in):
        watch._look()
    page.hide()
    assert not watch.timer.isActive()


def test_a_page_that_is_shown_already_is_watched(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    assert HeadsetWatch(page, lambda: 0).timer.isActive()
