"""Staff panel: health checks, a test print, and the exit."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from jknassist.core.export.print_document import print_document
from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import summarise
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.error_log import ErrorLog
from jknassist.gui.kiosk import screen
from jknassist.gui.kiosk.check_card import CheckCard
from jknassist.gui.kiosk.config import KioskConfig
from jknassist.gui.kiosk.health_checks import Check, checks, printer_check, voice_check
from jknassist.gui.kiosk.print_allowance import PrintAllowance
from jknassist.gui.panels.panel import Panel
from jknassist.gui.panels.printing import paper_name
from jknassist.gui.printing.printer_list import list_printers
from jknassist.gui.printing.spooler.base import Printer, fit_for_kiosk
from jknassist.gui.qt.background_task import BackgroundTask, Progress
from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.answer_list import direction_for
from jknassist.gui.widgets.column_grid import FILLING, lay_in_full_rows
from jknassist.gui.widgets.factories import text_label
from jknassist.gui.widgets.paged_area import DENSE
from jknassist.system.local_time import local_now

if TYPE_CHECKING:
    from jknassist.content.voice_state import VoiceState

ORDER = {False: 0, None: 1, True: 2}
"""Order of the states where the cards stand in one column."""

BESIDE = QBoxLayout.Direction.LeftToRight
AT_THE_LEFT = Qt.AlignmentFlag.AlignLeft

LETTERS_OF_A_CHECK = 40
"""Letters of a line, each half as wide as tall, in a card where two stand side by side."""

VOICE_TIMEOUT = 20_000
"""Timeout in milliseconds, after which the sound device counts as missing."""


class StaffPanel(Panel):
    """Shown after the PIN; without a configured PIN it can be read, but has no exit.

    Without a PIN anybody can open it: then `tests` limits the test sheets.
    """

    left = Signal()
    sheet_wanted = Signal()

    def __init__(
        self,
        config: KioskConfig,
        log: ErrorLog,
        context: UiContext,
        tests: PrintAllowance | None = None,
    ) -> None:
        words = context.words
        super().__init__(words.staff_title, context)
        self._config = config
        self._tests = None if config.site.staff_pin else tests
        self._printer = config.site.printer
        self._cards: dict[str, CheckCard] = {}
        self._columns = 1
        self._counts = {
            state: text_label("", name)
            for state, name in ((True, "good"), (False, "bad"), (None, "asking"))
        }
        self._add_counts()
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(context.theme.px("gap_small"))
        self.column.addWidget(inside)
        self.column.addStretch()
        self._add_printer_rows()
        self._add_voice_row()
        today = local_now().date()
        for check in checks(config, context.knowledge, log, screen.size(), today):
            self.show_check(check)
        self.try_paper = self.add_foot(words.staff_paper_try, "secondary")
        self.try_paper.setEnabled(False)
        self.try_paper.clicked.connect(self._print)
        self.sheet = self.add_foot(words.sheet_button, "secondary")
        self.sheet.clicked.connect(self.sheet_wanted)
        if config.site.staff_pin or config.pin_is_lost:
            self.leave = self.add_foot(words.staff_leave, "leave")
        if config.site.staff_pin:
            self.leave.clicked.connect(self.left)
        elif config.pin_is_lost:
            self.leave.setEnabled(False)

    def _add_counts(self) -> None:
        """Put how many checks are in which state beside the heading, or below it."""
        gap = self.context.theme.px("gap")
        self._top, self._beside = QBoxLayout(BESIDE), QBoxLayout(BESIDE)
        self._top.setSpacing(gap)
        self._beside.setSpacing(gap)
        self.column.removeWidget(self.heading)
        self._top.addWidget(self.heading, 1)
        self._top.addLayout(self._beside)
        for count in self._counts.values():
            self._beside.addWidget(count)
        self.column.insertLayout(0, self._top)

    def _arrange_counts(self, width: int) -> None:
        """Put the counts, and each of them, below the other where a width in pixels needs it."""
        widths = [count.sizeHint().width() for count in self._counts.values() if count.text()]
        counts = sum(widths) + len(widths) * self._top.spacing()
        self._beside.setDirection(direction_for(width, counts))
        direction = direction_for(width, counts + self.heading.sizeHint().width())
        self._top.setDirection(direction)
        # Below the heading they stand at the left, and neither takes the height that is to spare.
        self._top.setStretch(0, int(direction is BESIDE))
        self._top.setAlignment(self._beside, FILLING if direction is BESIDE else AT_THE_LEFT)

    def show_check(self, check: Check) -> None:
        """Add a card, or replace the one with the same label."""
        before = self._cards.get(check.label)
        if before is not None:
            before.hide()
            before.deleteLater()
        sign = self._signs().get(check.label, Sign.LIST)
        self._cards[check.label] = CheckCard(check, sign, self.context)
        words = self.context.words
        names = {True: words.staff_good, False: words.staff_bad, None: words.staff_asking}
        states = [card.check.good for card in self._cards.values()]
        for state, count in self._counts.items():
            count.setText(f"{names[state]}: {states.count(state)}")
            count.setVisible(state in states)
        self._arrange()

    def _signs(self) -> dict[str, Sign]:
        """Return the sign of each label."""
        words = self.context.words
        return {
            words.staff_printer: Sign.PRINT,
            words.staff_paper: Sign.PAPER,
            words.staff_voice: Sign.LOUDSPEAKER,
            words.staff_screen: Sign.SCREEN,
            words.staff_content: Sign.CONTENT,
            words.staff_site: Sign.SETTINGS,
            words.staff_pin: Sign.KEY,
            words.staff_log: Sign.LOG,
            words.staff_settings: Sign.OFFICE,
        }

    def _arrange(self) -> None:
        """Lay the cards out; in one column what needs a look comes first."""
        cards = list(self._cards.values())
        if self._columns == 1:
            cards.sort(key=lambda card: ORDER[card.check.good])
        lay_in_full_rows(self._grid, cards, self._columns)
        for card in cards:
            card.set_tight(tight=self.area.density >= DENSE)
            card.show()

    @override
    def set_density(self, density: int) -> None:
        """Use two columns if the width allows."""
        super().set_density(density)
        self._arrange_counts(self.area.width())
        wide = self.area.width() >= LETTERS_OF_A_CHECK * self.context.theme.px("text")
        self._columns = 2 if wide else 1
        self._grid.setSpacing(min(self.column.spacing(), self.context.theme.px("gap_small")))
        self._arrange()

    def _add_printer_rows(self) -> None:
        words = self.context.words
        self.show_check(Check(label=words.staff_printer, text=words.staff_asking))
        paper = paper_name(self.context, self._config.site.paper)
        self.show_check(
            Check(label=words.staff_paper, text=words.staff_paper_untried.format(paper=paper))
        )
        list_printers(self, self.take_printers, self._no_printers)

    def _add_voice_row(self) -> None:
        words = self.context.words
        self.show_check(Check(label=words.staff_voice, text=words.staff_asking))
        task = BackgroundTask(self._examine_voice, VOICE_TIMEOUT, self)
        task.finished.connect(self._show_voice)
        task.failed.connect(partial(self._show_voice, None))
        task.start()

    def _examine_voice(self, _progress: Progress) -> object:
        # Loaded here, on the thread: it decodes every clip.
        from jknassist.content.voice_state import examine_voice  # noqa: PLC0415

        return examine_voice(self.context.knowledge, self._config.site.voice)

    def _show_voice(self, state: "VoiceState | None") -> None:
        self.show_check(voice_check(self.context.words, state))

    def take_printers(self, found: tuple[Printer, ...]) -> None:
        """Show which printers were found, and enable the test print."""
        words = self.context.words
        check = printer_check(words, self._printer, found)
        self.show_check(check)
        if check.good and not self._printer:
            self._printer = fit_for_kiosk(found)[0].name
        self.try_paper.setEnabled(bool(check.good) and self._may_try())

    def _may_try(self) -> bool:
        return self._tests is None or self._tests.may_take()

    def _no_printers(self) -> None:
        self.take_printers(())

    def _print(self) -> None:
        if self._tests is not None and not self._tests.take():
            self.try_paper.setEnabled(False)
            return
        # Imported on use: printing is slow to import.
        from jknassist.gui.printing.job import print_directly  # noqa: PLC0415

        knowledge = self.context.knowledge
        now = local_now()
        sample = summarise(knowledge, knowledge.outcomes[0], Session(), now)
        document = print_document(sample, self._config.site.paper)
        self.try_paper.setEnabled(False)
        job = print_directly(document, self._printer)
        job.settled.connect(self._settled)

    def _settled(self, problem: object) -> None:
        words = self.context.words
        text = words.staff_paper_sent if problem is None else words.staff_paper_failed
        self.show_check(Check(label=words.staff_paper, text=text, good=problem is None))
        self.try_paper.setEnabled(self._may_try())
