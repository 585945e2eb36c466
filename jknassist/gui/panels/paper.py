"""Printing for a volunteer: paper and printer chosen once, a preview of our own, no dialog."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jknassist.core.paper import Paper
from jknassist.core.summary import Summary
from jknassist.gui.panels.base import Panel
from jknassist.gui.paper import memory, system
from jknassist.gui.paper.errand import Errand
from jknassist.gui.paper.memory import Choice
from jknassist.gui.paper.spooler import Printer, Trouble, fit_for_kiosk
from jknassist.gui.parts import Parts, button, frame, text_label
from jknassist.gui.saying import say_on

LOOK_FOR = 4000
"""Milliseconds after which a queue that does not answer counts as having no printer."""

PREVIEW = 430
"""Height of the preview in pixels at scale 1."""

CHOSEN = "✓ "


class PrintPanel(Panel):
    """Prints on the remembered printer with one press; offers the ways on where it cannot."""

    save_wanted = Signal()
    copy_wanted = Signal(str, object)

    def __init__(self, summary: Summary, parts: Parts) -> None:
        super().__init__(parts.words.print_title, parts)
        self._summary = summary
        self._choice = memory.recall()
        self._with_number = False
        self._printers: tuple[Printer, ...] = ()
        self.says = self.add_text(parts.words.print_looking)
        self._halves = QHBoxLayout()
        self._halves.setSpacing(2 * parts.look.px("gap"))
        self._left = QVBoxLayout()
        self._left.setSpacing(parts.look.px("gap_small"))
        self._papers = self._add_papers()
        self._left.addStretch()
        self._halves.addLayout(self._left, 1)
        self.preview = self._add_preview()
        self.column.addLayout(self._halves)
        # PySide holds what a layout has when it is added to another, and these come and go.
        self._buttons = QWidget()
        self._left.insertWidget(self._left.count() - 1, self._buttons)
        self._add_foot()
        self._look()

    def _add_papers(self) -> dict[Paper, QPushButton]:
        words = self.parts.words
        self._left.addWidget(text_label(words.paper_title, "label"))
        row = QHBoxLayout()
        row.setSpacing(self.parts.look.px("gap_small"))
        made: dict[Paper, QPushButton] = {}
        for paper in Paper:
            made[paper] = button(paper_name(self.parts, paper))
            made[paper].setCheckable(True)
            made[paper].setAutoExclusive(True)
            made[paper].toggled.connect(partial(self._take_paper, paper))
            row.addWidget(made[paper])
        row.addStretch()
        self._left.addLayout(row)
        if self._summary.masked_number:
            self.number = button(words.paper_with_number)
            self.number.setCheckable(True)
            self.number.toggled.connect(self._ask_for_number)
            self._left.addWidget(self.number, 0, Qt.AlignmentFlag.AlignLeft)
        return made

    def _add_preview(self) -> QLabel:
        preview = QLabel()
        preview.setObjectName("preview")
        preview.setAccessibleName(self.parts.words.paper_preview)
        preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        sheet = frame("box", preview, look=self.parts.look)
        self._halves.addWidget(sheet, 1, Qt.AlignmentFlag.AlignTop)
        return preview

    def _add_foot(self) -> None:
        words = self.parts.words
        save = self.add_foot(words.save_pdf, "secondary")
        save.clicked.connect(self.save_wanted)
        copy = self.add_foot(words.copy_all, "secondary")
        copy.clicked.connect(partial(self.copy_wanted.emit, "", copy))

    def _look(self) -> None:
        """Ask for printers in the background: it can be slow, and it touches the print queue."""
        self._show_choice()
        queue = system.of_this_system()
        errand = Errand(queue.printers, LOOK_FOR, self)
        errand.came_back.connect(self._found)
        errand.stayed_away.connect(partial(self._found, ()))
        errand.start()

    def _found(self, printers: tuple[Printer, ...]) -> None:
        words = self.parts.words
        self._printers = fit_for_kiosk(printers)
        if not self._printers:
            self.heading.setText(words.print_none)
        say_on(self.says, words.print_text if self._printers else words.print_none_text)
        self._offer()

    def _offer(self) -> None:
        """Offer the printers, the remembered one first and largest."""
        self._buttons.hide()
        self._buttons.deleteLater()
        self._buttons = QWidget(self)
        column = QVBoxLayout(self._buttons)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.parts.look.px("gap_small"))
        names = [printer.name for printer in self._printers]
        names.sort(key=lambda name: name != self._choice.printer)
        for name in names:
            own = name == self._choice.printer or len(names) == 1
            choice = button(
                self.parts.words.print_now.format(printer=name), "primary" if own else "secondary"
            )
            choice.clicked.connect(partial(self.send, name))
            column.addWidget(choice)
        self._left.insertWidget(self._left.count() - 1, self._buttons)
        self._buttons.show()
        for first in self._buttons.findChildren(QPushButton, "primary"):
            first.setFocus()

    def choose_paper(self, paper: Paper) -> None:
        """Take another paper; the preview shows it at once."""
        self._choice = Choice(printer=self._choice.printer, paper=paper)
        self._show_choice()

    def _take_paper(self, paper: Paper, checked: bool) -> None:  # noqa: FBT001  as Qt calls it
        if checked and paper is not self._choice.paper:
            self.choose_paper(paper)

    def _ask_for_number(self, checked: bool) -> None:  # noqa: FBT001  as Qt calls it
        self._with_number = checked
        mark = CHOSEN if checked else ""
        self.number.setText(mark + self.parts.words.paper_with_number)
        self._show_choice()

    def _show_choice(self) -> None:
        # Loaded here: drawing and printing are slow to load and not needed for the first page.
        from jknassist.gui import printing

        for paper, choice in self._papers.items():
            chosen = paper is self._choice.paper
            choice.setChecked(chosen)
            choice.setText((CHOSEN if chosen else "") + paper_name(self.parts, paper))
        image = printing.preview(self._summary, self._choice.paper, with_number=self._with_number)
        self.preview.setPixmap(self._fitted(image))

    def _fitted(self, image: QImage) -> QPixmap:
        """Scale the page to the room; of a long roll the upper part is shown, still legible."""
        ratio = self.devicePixelRatioF()
        height = round(PREVIEW * self.parts.look.scale * ratio)
        if self._choice.paper is not Paper.A4:
            image = image.copy(0, 0, image.width(), min(image.height(), 2 * image.width()))
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = QPixmap.fromImage(image.scaledToHeight(height, smooth))
        shown.setDevicePixelRatio(ratio)
        return shown

    def send(self, name: str) -> None:
        """Print on a printer and remember it; the page says within five seconds how it went."""
        from jknassist.gui.paper.job import print_directly

        self._choice = Choice(printer=name, paper=self._choice.paper)
        memory.remember(self._choice)
        self._buttons.setEnabled(False)
        say_on(self.says, self.parts.words.print_sending.format(printer=name))
        job = print_directly(self._summary, name, self._choice.paper, with_number=self._with_number)
        job.settled.connect(self._settled)

    def _settled(self, trouble: Trouble | None) -> None:
        words = self.parts.words
        if trouble is None:
            say_on(self.says, words.print_sent.format(printer=self._choice.printer))
        else:
            failed = words.print_failed.format(printer=self._choice.printer)
            why = trouble_text(self.parts, trouble)
            say_on(self.says, f"{failed} {why} {words.print_instead}")
        self._offer()


def paper_name(parts: Parts, paper: Paper) -> str:
    """Return what a paper is called."""
    name: str = getattr(parts.words, f"paper_{paper.value}")
    return name


def trouble_text(parts: Parts, trouble: Trouble) -> str:
    """Return why no paper comes, in words."""
    sentence: str = getattr(parts.words, f"print_trouble_{trouble.value}")
    return sentence
