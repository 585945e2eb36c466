"""PIN panel and staff panel: few attempts, true health checks, and the only exit."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jknassist.core.paper import Paper
from jknassist.core.site import Mode, Site
from jknassist.gui.kiosk.check_card import CheckCard
from jknassist.gui.kiosk.config import KioskConfig
from jknassist.gui.kiosk.staff_panel import StaffPanel
from jknassist.gui.panels.printing import paper_name
from jknassist.gui.panels.sheet_number import SheetNumberPanel, SheetPanel
from jknassist.gui.printing.spooler.base import Printer
from tests.gui.kiosk.conftest import PIN, Hall, OpenHall
from tests.gui.panels.test_sheet_number import NUMBER, scan
from tests.support.staff import pin_panel, texts, type_pin

# After the right PIN.


def test_only_the_staff_page_lets_the_program_end(hall: Hall, qtbot: QtBot) -> None:
    type_pin(pin_panel(hall), PIN)
    page = hall.window.page
    assert isinstance(page, StaffPanel)
    with qtbot.waitSignal(hall.window.left_by_staff, timeout=1000):
        QTest.mouseClick(page.leave, Qt.MouseButton.LeftButton)


def test_without_a_pin_the_page_can_be_read_but_nobody_gets_out(
    open_hall: OpenHall, config: KioskConfig
) -> None:
    open_one = replace(config, site=replace(config.site, staff_pin=""))
    hall = open_hall(open_one)
    hall.window.show_pin_panel()
    page = hall.window.page
    assert isinstance(page, StaffPanel)
    words = page.context.words
    assert words.staff_pin_none in texts(hall)
    assert words.staff_leave not in texts(hall)


def test_with_a_pin_that_cannot_be_read_the_exit_is_locked_and_says_why(
    open_hall: OpenHall, config: KioskConfig, qtbot: QtBot
) -> None:
    lost = replace(config, site=Site(mode=Mode.KIOSK), faults=("site.yaml:3: salah",))
    hall = open_hall(lost)
    hall.window.show_pin_panel()
    page = hall.window.page
    assert isinstance(page, StaffPanel)
    words = page.context.words
    assert words.staff_pin_lost in texts(hall)
    assert "site.yaml:3: salah" in texts(hall)
    assert not page.leave.isEnabled()
    with qtbot.assertNotEmitted(hall.window.left_by_staff, wait=100):
        QTest.mouseClick(page.leave, Qt.MouseButton.LeftButton)
        page.leave.clicked.emit()


def test_the_staff_reads_a_sheet_and_goes_on_with_nothing(hall: Hall) -> None:
    type_pin(pin_panel(hall), PIN)
    page = hall.window.page
    assert isinstance(page, StaffPanel)
    QTest.mouseClick(page.sheet, Qt.MouseButton.LeftButton)
    panel = hall.window.page
    assert isinstance(panel, SheetNumberPanel)
    scan(panel, NUMBER)
    told = hall.window.page
    assert isinstance(told, SheetPanel)
    assert "Apa yang Anda alami? Pulsa habis." in texts(hall)
    assert told.go_on.isHidden()
    told.closed.emit()
    assert hall.at_start_page, "the page of the staff is left with it"


PAPER = Printer(name="Struk", is_default=True)


def test_a_paper_can_be_tried_once_a_printer_is_there(hall: Hall) -> None:
    type_pin(pin_panel(hall), PIN)
    page = hall.window.page
    assert isinstance(page, StaffPanel)
    words = page.context.words
    page.take_printers(())
    assert not page.try_paper.isEnabled()
    page.take_printers((PAPER,))
    assert page.try_paper.isEnabled()
    page._settled(None)
    assert words.staff_paper_sent in texts(hall)
    page._settled("no_paper")
    assert words.staff_paper_failed in texts(hall)


@pytest.mark.parametrize("paper", Paper)
def test_the_paper_is_named_as_where_it_is_chosen(
    open_hall: OpenHall, config: KioskConfig, paper: Paper
) -> None:
    hall = open_hall(replace(config, site=replace(config.site, paper=paper)))
    type_pin(pin_panel(hall), PIN)
    page = hall.window.page
    assert isinstance(page, StaffPanel)
    name = paper_name(page.context, paper)
    assert page.context.words.staff_paper_untried.format(paper=name) in texts(hall)


def test_where_anybody_can_open_the_page_it_prints_one_test_sheet_for_a_while(
    open_hall: OpenHall, config: KioskConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []

    class Job(QObject):
        settled = Signal(object)

    def note(_document: object, printer: str) -> Job:
        printed.append(printer)
        return Job(hall.window)

    monkeypatch.setattr("jknassist.gui.printing.job.print_directly", note)
    hall = open_hall(replace(config, site=replace(config.site, staff_pin="")))
    for _ in range(3):
        hall.window.show_pin_panel()
        page = hall.window.page
        assert isinstance(page, StaffPanel)
        page.take_printers((PAPER,))
        for _ in range(2):
            page.try_paper.clicked.emit()
            page._settled(None)
            assert not page.try_paper.isEnabled()
        hall.window.reset()
    assert printed == [PAPER.name]


def cards_in_order(page: StaffPanel) -> list[bool | None]:
    cards = sorted(page.findChildren(CheckCard), key=lambda card: (card.y(), card.x()))
    return [card.check.good for card in cards if card.isVisible()]


def test_checks_are_counted_and_what_needs_a_look_is_first_on_a_narrow_screen(
    hall: Hall, qtbot: QtBot
) -> None:
    type_pin(pin_panel(hall), PIN)
    page = hall.window.page
    assert isinstance(page, StaffPanel)
    words = page.context.words
    page.take_printers(())
    shown = [card.check.good for card in page.findChildren(CheckCard) if card.isVisible()]
    assert f"{words.staff_bad}: {shown.count(False)}" in texts(hall)
    page.take_printers((PAPER,))
    assert f"{words.staff_bad}: {shown.count(False) - 1}" in texts(hall)
    page._settled("no_paper")
    hall.window.resize(600, 1600)
    qtbot.waitUntil(lambda: cards_in_order(page)[0] is False, timeout=1000)
    order = [{False: 0, None: 1, True: 2}[good] for good in cards_in_order(page)]
    assert order == sorted(order)
