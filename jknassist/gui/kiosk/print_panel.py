"""Print panel of a kiosk: prints at once; contacts and QR codes if no paper comes."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from jknassist.core.export.print_document import PrintDocument, PrintDocuments
from jknassist.core.flow.summary import ContactRow, Summary
from jknassist.core.paper import Paper
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.kiosk.print_allowance import ANY_PAPER, PrintRules
from jknassist.gui.panels.panel import Panel
from jknassist.gui.panels.printing import problem_text
from jknassist.gui.printing.printer_list import list_printers
from jknassist.gui.printing.spooler.base import Printer, PrinterProblem, fit_for_kiosk
from jknassist.gui.qt.announcements import announce
from jknassist.gui.widgets.factories import text_label
from jknassist.gui.widgets.qr_code import QrCode

LARGER = 2.1
"""Size factor of a QR code that replaces the paper, relative to one on a card."""

CODES = 2


class KioskPrintPanel(Panel):
    """Prints when it is shown, on the configured printer or the first suitable one.

    `rules` limits the papers per visitor and is told of every problem, also of one that is known
    only after the panel was closed.

    Numbers and codes are shown from the start, for visitors who do not want to wait for paper.
    """

    def __init__(
        self,
        documents: PrintDocuments,
        context: UiContext,
        *,
        printer: str = "",
        paper: Paper = Paper.ROLL_80,
        rules: PrintRules = ANY_PAPER,
    ) -> None:
        super().__init__(context.words.print_kiosk_title, context)
        self._documents = documents
        self._printer = printer
        self._paper = paper
        self._rules = rules
        self.message = text_label(" ")
        self.message.use_whole_width(whole=True)
        self.column.addWidget(self.message)
        self.column.addWidget(numbers(documents.summary, context))
        self.add_text(documents.summary.sheet_line, "label")
        self.column.addStretch()
        if printer:
            self._print(printer)
        else:
            list_printers(self, self._found, self._silent)

    @override
    def paper_shown(self) -> PrintDocument:
        return self._documents.on(self._paper)

    def _found(self, printers: tuple[Printer, ...]) -> None:
        fit = fit_for_kiosk(printers)
        if fit:
            self._print(fit[0].name)
        else:
            self._refuse(PrinterProblem.VIRTUAL if printers else PrinterProblem.NO_PRINTER)

    def _silent(self) -> None:
        self._refuse(PrinterProblem.SILENT)

    def _refuse(self, problem: PrinterProblem) -> None:
        self._rules.note(problem)
        self._settled(problem)

    def _print(self, printer: str) -> None:
        # Imported on use: printing is slow to import and not needed for the first page.
        from jknassist.gui.printing.job import print_directly  # noqa: PLC0415

        if not self._rules.take_paper():
            words, had = self.context.words, self._rules.has_printed()
            title = words.print_kiosk_enough if had else words.print_kiosk_failed
            self._say(title, words.print_kiosk_instead)
            return
        job = print_directly(self._documents.on(self._paper), printer)
        job.delayed.connect(self._delayed)
        job.settled.connect(self._settled)
        job.settled.connect(partial(_note, self._rules))

    def _delayed(self) -> None:
        words = self.context.words
        self._say(words.print_kiosk_title, f"{words.print_working} {words.print_kiosk_instead}")

    def _settled(self, problem: PrinterProblem | None) -> None:
        words = self.context.words
        title = words.print_kiosk_sent if problem is None else words.print_kiosk_failed
        why = "" if problem is None else problem_text(self.context, problem)
        self._say(title, f"{why} {words.print_kiosk_instead}".strip())

    def _say(self, title: str, message: str) -> None:
        self.heading.setText(title)
        self.message.setText(message)
        announce(self.heading, title, message)


def _note(rules: PrintRules, problem: PrinterProblem | None) -> None:
    """Tell of a problem; no method of the panel, which may be gone before the job is settled."""
    if problem is not None:
        rules.note(problem)


def numbers(summary: Summary, context: UiContext) -> QWidget:
    """Return the contacts in the largest type with their QR codes."""
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(2 * context.theme.px("gap"))
    for column, row in enumerate([row for row in summary.contacts if row.link][:CODES]):
        grid.addLayout(_number(row, context), 0, column)
    return inside


def _number(row: ContactRow, context: UiContext) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(context.theme.px("gap_small"))
    code = QrCode(row.scanned, row.label, context, LARGER)
    column.addWidget(text_label(row.label, "label"))
    column.addWidget(text_label(row.shown, "huge"))
    column.addWidget(code, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch()
    return column
