"""One visitor after the other: how a visit begins, when it is asked for, and how it ends."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.core.export.print_document import print_document
from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import summarise
from jknassist.core.paper import Paper
from jknassist.gui.kiosk.visit import busy_printing, lowered_by
from jknassist.gui.printing.job import PrintJob
from jknassist.gui.printing.spooler import detect
from jknassist.gui.qt.idle_timer import IdleTimer
from tests.gui.kiosk.conftest import Hall
from tests.support.small_knowledge import small_knowledge

# The first page.


def test_reach_mode_puts_the_bar_below_the_page(hall: Hall) -> None:
    hall.press(hall.start_page.context.words.kiosk_reach_on)
    visitor = hall.begin()
    (bar,) = visitor.window.findChildren(QWidget, "bar")
    assert bar.geometry().top() > visitor.window.wizard.height() // 2


@pytest.mark.parametrize(
    ("size", "free"), [((1080, 1920), 768), ((1366, 768), 0), ((1000, 1000), 0)]
)
def test_an_upright_screen_leaves_its_upper_part_free(size: tuple[int, int], free: int) -> None:
    assert lowered_by(*size) == free


# The staff corner.


# Nobody there.


def test_the_watch_stands_still_while_paper_is_on_its_way(qtbot: QtBot) -> None:
    owner = QObject()
    watch = IdleTimer(busy_printing, owner)
    knowledge = small_knowledge()
    summary = summarise(knowledge, knowledge.outcomes[0], Session())
    job = PrintJob(print_document(summary, Paper.ROLL_58), "Struk", detect.of_this_system())
    assert busy_printing()
    with qtbot.assertNotEmitted(watch.timed_out, wait=60):
        watch.watch(5)
    with qtbot.waitSignal(watch.timed_out, timeout=5000):
        job.setParent(owner)
    assert not busy_printing()


# The end.


def test_a_copied_contact_is_gone_from_the_clipboard(hall: Hall) -> None:
    hall.begin()
    hall.visit.copier.copy("081234567890")
    assert QGuiApplication.clipboard().text()
    hall.window.reset()
    assert QGuiApplication.clipboard().text() == ""
