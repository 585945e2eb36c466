"""Print panel of a laptop: paper, printer and preview, without a system dialog."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jknassist.core.export.print_document import PrintDocument, Sheets
from jknassist.core.paper import Paper
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.panels.printing import paper_name, problem_text
from jknassist.gui.printing import preferences
from jknassist.gui.printing.preferences import PrintPreferences
from jknassist.gui.printing.printer_list import list_printers
from jknassist.gui.printing.spooler.base import Printer, PrinterProblem, fit_for_kiosk
from jknassist.gui.qt.announcements import set_announced_text
from jknassist.gui.widgets.factories import button, frame, text_label

LOWEST, TALLEST = 240, 700
"""Least and largest height of the preview in pixels at scale 1; between them it fills the page."""

SHARE = 0.45
"""Share of the width that the preview has at the most, beside what is chosen."""

SQRT_2 = 2**0.5
"""Height of an A4 sheet, as a factor of its width."""

BESIDE, ABOVE = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
"""Directions of the halves: what is chosen stands right of the preview, or above it."""

CHOSEN = "✓ "


class PrintPanel(Panel):
    """Prints on the remembered printer with one press; offers alternatives if that fails."""

    def __init__(self, documents: Sheets, context: UiContext) -> None:
        super().__init__(context.words.print_title, context)
        self._documents = documents
        self._choice = preferences.load_preferences()
        self._with_number = False
        self._printers: tuple[Printer, ...] = ()
        self.message = text_label(context.words.print_looking)
        self._halves = QBoxLayout(BESIDE)
        self._halves.setSpacing(2 * context.theme.px("gap"))
        self.preview = QLabel()
        self._framed = self._frame_preview()
        self._chosen = QVBoxLayout()
        self._chosen.setSpacing(context.theme.px("gap_small"))
        self.column.removeWidget(self.heading)
        self._chosen.addWidget(self.heading)
        self._chosen.addWidget(self.message)
        self._papers = self._add_papers()
        self._chosen.addStretch()
        self._halves.addLayout(self._chosen, 1)
        self.column.addLayout(self._halves, 1)
        self.area.unfold = self._stack
        self._image = QImage()
        # PySide holds what a layout has when it is added to another, and these come and go.
        self._buttons = QWidget()
        self._chosen.insertWidget(self._chosen.count() - 1, self._buttons)
        self._add_foot()
        self._find_printers()

    def _add_papers(self) -> dict[Paper, QPushButton]:
        words = self.context.words
        self._chosen.addWidget(text_label(words.paper_title, "label"))
        row = QHBoxLayout()
        row.setSpacing(self.context.theme.px("gap_small"))
        made: dict[Paper, QPushButton] = {}
        for paper in Paper:
            made[paper] = button(paper_name(self.context, paper))
            made[paper].setCheckable(True)
            made[paper].setAutoExclusive(True)
            made[paper].toggled.connect(partial(self._take_paper, paper))
            row.addWidget(made[paper])
        row.addStretch()
        self._chosen.addLayout(row)
        if self._documents.masked_number:
            self.number = button(words.paper_with_number)
            self.number.setCheckable(True)
            self.number.toggled.connect(self._ask_for_number)
            self._chosen.addWidget(self.number, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _frame_preview(self) -> QFrame:
        self.preview.setObjectName("preview")
        self.preview.setAccessibleName(self.context.words.paper_preview)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        framed = frame("box", self.preview, theme=self.context.theme)
        self._halves.addWidget(framed, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        return framed

    def _add_foot(self) -> None:
        words = self.context.words
        copy = self.add_foot(words.copy_all, "secondary")
        copy.clicked.connect(partial(self.copy_wanted.emit, self._documents.copied_text, copy))
        self.save = self.add_foot(words.save_pdf, "secondary")
        self.save.clicked.connect(self.save_wanted)

    def _find_printers(self) -> None:
        self._show_choice()
        list_printers(self, self._found, partial(self._found, ()))

    def _found(self, printers: tuple[Printer, ...]) -> None:
        words = self.context.words
        self._printers = fit_for_kiosk(printers)
        set_announced_text(
            self.message, words.print_text if self._printers else words.print_none_text
        )
        self._offer()
        if not self._printers:
            # Nothing else leads on; the style is asked for anew, as in the keyboard of a kiosk.
            self.save.setObjectName("primary")
            self.save.setStyleSheet("")
            self.save.setFocus()

    def _offer(self) -> None:
        """Show the printers, the remembered one first and largest."""
        self._buttons.hide()
        self._buttons.deleteLater()
        self._buttons = QWidget(self)
        column = QVBoxLayout(self._buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.context.theme.px("gap_small"))
        names = [printer.name for printer in self._printers]
        names.sort(key=lambda name: name != self._choice.printer)
        for name in names:
            own = name == self._choice.printer or len(names) == 1
            choice = button(
                self.context.words.print_now.format(printer=name), "primary" if own else "secondary"
            )
            choice.clicked.connect(partial(self.send, name))
            column.addWidget(choice)
        self._chosen.insertWidget(self._chosen.count() - 1, self._buttons)
        self._buttons.show()
        for first in self._buttons.findChildren(QPushButton, "primary"):
            first.setFocus()

    def choose_paper(self, paper: Paper) -> None:
        """Set the paper and update the preview."""
        self._choice = PrintPreferences(printer=self._choice.printer, paper=paper)
        self._show_choice()

    def _take_paper(self, paper: Paper, checked: bool) -> None:  # noqa: FBT001  as Qt calls it
        if checked and paper is not self._choice.paper:
            self.choose_paper(paper)

    def _ask_for_number(self, checked: bool) -> None:  # noqa: FBT001  as Qt calls it
        self._with_number = checked
        mark = CHOSEN if checked else ""
        self.number.setText(mark + self.context.words.paper_with_number)
        self._show_choice()

    def _show_choice(self) -> None:
        # Imported on use: printing is slow to import and not needed for the first page.
        from jknassist.gui.printing import render

        for paper, choice in self._papers.items():
            chosen = paper is self._choice.paper
            choice.setChecked(chosen)
            choice.setText((CHOSEN if chosen else "") + paper_name(self.context, paper))
        self._image = self._cut(render.preview(self.paper_shown()))
        self._fit_preview()

    def _cut(self, image: QImage) -> QImage:
        """Return the page; of a long roll only the upper part, still legible."""
        if self._choice.paper is Paper.A4:
            return image
        return image.copy(0, 0, image.width(), min(image.height(), 2 * image.width()))

    def _fit_preview(self) -> None:
        """Scale the page to the height of the panel and its share of the width.

        Below what is chosen it has the height that is left, or a screen page of its own.
        """
        scale, ratio = self.context.theme.scale, self.devicePixelRatioF()
        beside = self._halves.direction() == BESIDE
        self.preview.setMinimumWidth(0)
        frame_size = self._framed.sizeHint() - self.preview.sizeHint()
        free, least = self.area.height(), round(LOWEST * scale)
        if not beside:
            left = free - self._chosen.minimumSize().height() - self._halves.spacing()
            free = left if left >= least + frame_size.height() else free
        height = min(max(free - frame_size.height(), least), round(TALLEST * scale))
        width = round((SHARE if beside else 1) * self.area.width()) - frame_size.width()
        # What is chosen must not move when another paper is.
        self.preview.setMinimumWidth(min(width, round(height / SQRT_2)) if beside else 0)
        size = QSize(round(width * ratio), round(height * ratio))
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown = QPixmap.fromImage(self._image.scaled(size, keep, smooth))
        shown.setDevicePixelRatio(ratio)
        self.preview.setPixmap(shown)

    def _place(self, direction: QBoxLayout.Direction) -> None:
        self._halves.setDirection(direction)
        self._halves.setStretchFactor(self._chosen, int(direction == BESIDE))
        self._halves.setStretchFactor(self._framed, int(direction != BESIDE))
        self._fit_preview()

    def _stack(self) -> None:
        """Put what is chosen above the preview: a page break cannot go between both."""
        self._place(ABOVE)

    @override
    def set_density(self, density: int) -> None:
        """Put the preview beside what is chosen if the width allows."""
        super().set_density(density)
        self._place(BESIDE)
        if self._halves.minimumSize().width() > self.area.width():
            self._stack()

    @override
    def paper_shown(self) -> PrintDocument:
        return self._documents.on(self._choice.paper, with_number=self._with_number)

    def send(self, name: str) -> None:
        """Print on a printer and remember it; the result is shown within five seconds."""
        from jknassist.gui.printing.job import print_directly

        self._choice = PrintPreferences(printer=name, paper=self._choice.paper)
        preferences.save_preferences(self._choice)
        self._buttons.setEnabled(False)
        set_announced_text(self.message, self.context.words.print_sending.format(printer=name))
        job = print_directly(self.paper_shown(), name)
        job.delayed.connect(self._delayed)
        job.settled.connect(self._settled)

    def _delayed(self) -> None:
        set_announced_text(self.message, self.context.words.print_working)

    def _settled(self, problem: PrinterProblem | None) -> None:
        words = self.context.words
        if problem is None:
            set_announced_text(self.message, words.print_sent.format(printer=self._choice.printer))
        else:
            failed = words.print_failed.format(printer=self._choice.printer)
            why = problem_text(self.context, problem)
            set_announced_text(self.message, f"{failed} {why} {words.print_instead}")
        self._offer()
