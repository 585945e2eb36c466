"""Panels to continue from a sheet: its number is typed or scanned, and its way restored."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy

from jknassist.core.flow.model import Knowledge, Outcome
from jknassist.core.flow.session import Session, trail
from jknassist.core.flow.sheet_codec import decode_sheet_number, fault_text
from jknassist.core.flow.sheet_number import (
    ALPHABET,
    GROUP,
    LENGTH,
    SheetFault,
    SheetNumberError,
    grouped,
    kept,
)
from jknassist.core.flow.summary import answered_questions
from jknassist.core.flow.way import Way, lasting_answers, session_of
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.qt.announcements import set_announced_text
from jknassist.gui.widgets.boxed_field import BoxedField
from jknassist.gui.widgets.factories import text_label
from jknassist.gui.widgets.keyboard import ERASE, Keyboard
from jknassist.gui.widgets.paged_area import DENSE
from jknassist.gui.widgets.picture import SvgPicture

ROWS, FEW_ROWS = 3, 2
"""Rows of keys, and on a wide page with little height."""

WIDE_KEY = 1.2
"""Minimum width of a key in a long row, as a factor of the finger target size."""

PICTURES = (130, 110, 80, 64, 0)
"""Side in pixels at scale 1 of the picture of a sheet, by density level."""

HINT_LINE = 20
"""Letters of a line of the hint at least, where it stands beside the boxes."""

TYPED = 40
"""Maximum characters of the field; more than a number, since a scanner may add some."""

START_ANEW = frozenset({SheetFault.OLDER, SheetFault.NEWER, SheetFault.OTHER})
"""Faults that typing again cannot fix."""


class SheetNumberPanel(Panel):
    """Input of a sheet number; emits its way if it is valid for this content."""

    way_found = Signal(object)

    def __init__(self, context: UiContext, *, on_screen_keys: bool) -> None:
        words = context.words
        super().__init__(words.sheet_title, context, close=words.back)
        self.add_text(words.sheet_text)
        self.field = BoxedField(LENGTH, GROUP, TYPED, context)
        self.field.setAccessibleName(words.sheet_label)
        self.field.setAccessibleDescription(words.sheet_text)
        self.field.textEdited.connect(self._tidy)
        self.field.returnPressed.connect(self.read)
        self.message, self.fault = text_label(words.sheet_where), text_label("", "fault")
        self.fault.use_whole_width(whole=True)
        self.fault.hide()
        self.picture = SvgPicture("nomor_lembar", 0, context.icons)
        self.message_box = QFrame()
        self.message_box.setObjectName("box")
        self.message_box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        shown = QHBoxLayout(self.message_box)
        gap = context.theme.px("gap")
        shown.setContentsMargins(gap, gap // 2, gap, gap // 2)
        shown.setSpacing(gap)
        shown.addWidget(self.picture)
        shown.addWidget(self.message, 1)
        self._number_row = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._number_row.setSpacing(gap)
        self._number_row.addWidget(self.field, 1)
        self._number_row.addWidget(self.message_box, 1)
        self.column.addLayout(self._number_row)
        self.column.addWidget(self.fault)
        self.keyboard = Keyboard(key_rows(ROWS), context) if on_screen_keys else None
        if self.keyboard is not None:
            self.keyboard.typed.connect(self._type)
            self.keyboard.erase.connect(self._erase)
            self.column.addWidget(self.keyboard)
        self._holds = text_label(words.sheet_holds, "quiet")
        self._holds.use_whole_width(whole=True)
        self.column.addWidget(self._holds)
        self.column.addStretch()
        self.go_on = self.add_foot(words.sheet_open, "primary")
        self.go_on.clicked.connect(self._go_on)
        self._starts_anew = False
        self.explain(words.sheet_text)

    def _type(self, letter: str) -> None:
        if len(kept(self.field.text())) < LENGTH or self.field.hasSelectedText():
            self.field.type_on(letter)
            self._tidy(self.field.text())

    def _erase(self) -> None:
        self.field.erase()
        self._tidy(self.field.text())

    def _tidy(self, text: str) -> None:
        """Show the text in upper case and in groups.

        Surplus characters stay, so that they are reported: removing them could hide a mistake.
        """
        neat = grouped(kept(text))
        if neat != text:
            self.field.setText(neat)
        self._ask_for_more()

    def _ask_for_more(self) -> None:
        self._starts_anew = False
        self.go_on.setText(self.context.words.sheet_open)
        self._say("")

    def _go_on(self) -> None:
        if self._starts_anew:
            self.closed.emit()
        else:
            self.read()

    def read_text(self, text: str) -> None:
        """Insert a number into the field and read it."""
        self.field.setText(text)
        self._tidy(text)
        self.read()

    def read(self) -> None:
        """Emit the way of the number in the field, or show why it is invalid."""
        try:
            way = decode_sheet_number(self.context.knowledge, self.field.text())
        except SheetNumberError as error:
            self._starts_anew = error.fault in START_ANEW
            if self._starts_anew:
                self.go_on.setText(self.context.words.sheet_restart)
            self._say(fault_text(self.context.words, error))
            self.field.setFocus()
        else:
            self.way_found.emit(way)

    def _say(self, fault: str) -> None:
        """Show a fault in place of the hint."""
        self.fault.setVisible(bool(fault))
        self.message_box.setHidden(bool(fault))
        self.field.show_fault(fault=bool(fault) and not self._starts_anew)
        set_announced_text(self.fault, fault)

    @override
    def set_density(self, density: int) -> None:
        """Arrange boxes and hint side by side where a line has room for both.

        The keys take fewer rows on a wide and low page; a dense one hides what the number holds.
        """
        super().set_density(density)
        self._holds.setHidden(density >= DENSE)
        self.picture.resize_to(round(PICTURES[density] * self.context.theme.scale))
        least = self.field.sizeHint().width() + self.picture.width()
        words = HINT_LINE * self.message.fontMetrics().averageCharWidth()
        wide = self.area.width() >= least + words + 4 * self.context.theme.px("gap")
        side_by_side, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._number_row.setDirection(side_by_side if wide else stacked)
        if self.keyboard is None:
            return
        theme, width = self.context.theme, self.area.width()
        longest = len(key_rows(FEW_ROWS)[0])
        wide = width >= longest * (WIDE_KEY * theme.px("target") + theme.px("gap_small"))
        few = wide and density >= DENSE
        self.keyboard.arrange(key_rows(FEW_ROWS if few else ROWS))
        self.keyboard.set_density(density, upright=self.area.height() > width)

    @override
    def activate(self) -> None:
        super().activate()
        self.field.setFocus()


def key_rows(count: int) -> tuple[str, ...]:
    """Return all characters and the erase key in `count` rows."""
    keys = ALPHABET + ERASE
    size = -(-len(keys) // count)
    return tuple(keys[at : at + size] for at in range(0, len(keys), size))


class SheetPanel(Panel):
    """Shows the answers of a sheet; emits the way to continue it.

    Staff can only read it.
    """

    go_on_wanted = Signal(object)

    def __init__(self, way: Way, context: UiContext, *, read_only: bool = False) -> None:
        words = context.words
        super().__init__(words.sheet_read_title, context, close=words.back)
        self.add_text(words.sheet_read_text)
        session = session_of(context.knowledge, way)
        lasting = {given.step_id for given in lasting_answers(context.knowledge, session).answers}
        rows = answered_questions(context.knowledge, session)
        self.add_points(
            tuple(
                row.line if row.step_id in lasting else f"{row.line} {words.sheet_asked_again}"
                for row in rows
            )
        )
        for line in _results(context.knowledge, session):
            self.add_text(line)
        self.explain(words.sheet_read_text)
        self.column.addStretch()
        self.go_on = self.add_foot(words.sheet_go_on, "primary")
        self.go_on.clicked.connect(lambda: self.go_on_wanted.emit(way))
        self.go_on.setHidden(read_only)
        self._read_only = read_only

    @override
    def holds_input(self) -> bool:
        """Return whether the way of a sheet is shown that was not continued yet."""
        return not self._read_only

    @override
    def activate(self) -> None:
        super().activate()
        if not self.go_on.isHidden():
            self.go_on.setFocus()


def _results(knowledge: Knowledge, session: Session) -> Iterator[str]:
    """Yield the outcome of a way, and what was tried before it."""
    endings = [place for place in trail(knowledge, session) if isinstance(place, Outcome)]
    if not endings:
        return
    *before, last = endings
    done = ", ".join(ending.tried or ending.title for ending in before)
    if done:
        yield f"{knowledge.words.already_tried} {done}."
    yield f"{knowledge.words.outcome_label}: {last.title}."
