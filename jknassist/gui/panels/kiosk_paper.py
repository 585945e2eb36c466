"""Printing on a kiosk: at once, without a choice; when no paper comes, codes and large numbers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jknassist.core.paper import Paper
from jknassist.core.summary import ContactRow, Summary
from jknassist.gui.panels.base import Panel
from jknassist.gui.panels.paper import LOOK_FOR, trouble_text
from jknassist.gui.paper import system
from jknassist.gui.paper.errand import Errand
from jknassist.gui.paper.spooler import Printer, Trouble, fit_for_kiosk
from jknassist.gui.parts import Parts, text_label
from jknassist.gui.qr_view import QrView
from jknassist.gui.saying import announce

LARGER = 2.6
"""How much larger than on a card a code is where it stands for the paper."""

CODES = 2


class KioskPaperPanel(Panel):
    """Prints as soon as it is shown, on the printer of the office or the first that is fit.

    The numbers and codes are there from the start: whoever has a phone need not wait for paper.
    """

    def __init__(
        self, summary: Summary, parts: Parts, *, printer: str = "", paper: Paper = Paper.ROLL_80
    ) -> None:
        super().__init__(parts.words.print_kiosk_title, parts)
        self._summary = summary
        self._printer = printer
        self._paper = paper
        self.says = self.add_text(" ")
        self.column.addWidget(numbers(summary, parts))
        self.column.addStretch()
        if printer:
            self._print(printer)
        else:
            self._look()

    def _look(self) -> None:
        queue = system.of_this_system()
        errand = Errand(queue.printers, LOOK_FOR, self)
        errand.came_back.connect(self._found)
        errand.stayed_away.connect(self._silent)
        errand.start()

    def _found(self, printers: tuple[Printer, ...]) -> None:
        fit = fit_for_kiosk(printers)
        if fit:
            self._print(fit[0].name)
        else:
            self._settled(Trouble.VIRTUAL if printers else Trouble.NO_PRINTER)

    def _silent(self) -> None:
        self._settled(Trouble.SILENT)

    def _print(self, printer: str) -> None:
        # Loaded here: drawing and printing are slow to load and not needed for the first page.
        from jknassist.gui.paper.job import print_directly  # noqa: PLC0415

        job = print_directly(self._summary, printer, self._paper)
        job.settled.connect(self._settled)

    def _settled(self, trouble: Trouble | None) -> None:
        words = self.parts.words
        title = words.print_kiosk_sent if trouble is None else words.print_kiosk_failed
        self.heading.setText(title)
        why = "" if trouble is None else trouble_text(self.parts, trouble)
        self.says.setText(f"{why} {words.print_kiosk_instead}".strip())
        announce(self.heading, title, self.says.text())


def numbers(summary: Summary, parts: Parts) -> QWidget:
    """Show the contacts in the largest type with their codes, to be noted down or scanned."""
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(2 * parts.look.px("gap"))
    for place, row in enumerate([row for row in summary.contacts if row.link][:CODES]):
        grid.addLayout(_number(row, parts), 0, place)
    return inside


def _number(row: ContactRow, parts: Parts) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(parts.look.px("gap_small"))
    code = QrView(row.link, row.label, parts, LARGER)
    column.addWidget(text_label(row.label, "label"))
    column.addWidget(text_label(row.shown, "huge"))
    column.addWidget(code, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch()
    return column
