"""Base class of panels shown over a page: heading, content, and a button that closes it."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.qt.announcements import joined_sentences
from jknassist.gui.qt.tab_order import put_last
from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.factories import button, frame, heading_label, numbered, text_label
from jknassist.gui.widgets.page_frame import PageFrame
from jknassist.gui.widgets.signed_text import SignedText
from jknassist.gui.widgets.wrapping_button import WrappingButton
from jknassist.gui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    # Not needed by the first question: imported when somebody prints.
    from jknassist.core.export.print_document import PrintDocument


class Panel(QWidget):
    """Closed by its button or Esc; the page below keeps its state."""

    closed = Signal()
    copy_wanted = Signal(str, object)
    save_wanted = Signal()
    print_wanted = Signal()

    takes_along: ClassVar[bool] = True
    """Whether the summary of the outcome below can be printed, saved, copied or shown."""

    def __init__(self, title: str, context: UiContext, close: str = "") -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(title)
        self.context = context
        self.has_own_paper = False  # whether printing and saving mean what it shows itself
        self._choices = 0
        gap = context.theme.px("gap")
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.frame = PageFrame(title, context)
        self.area = self.frame.area
        self.area.set_density = self.set_density
        middle = QHBoxLayout()
        middle.setContentsMargins(2 * gap, gap // 2, 2 * gap, 0)
        middle.addWidget(self.frame)
        outer.addLayout(middle, 1)
        self.column = self.frame.column
        self.heading = heading_label(title)
        self.column.addWidget(self.heading)
        self._foot_buttons: list[WrappingButton] = []
        self._turning: tuple[WrappingButton, ...] = ()
        bar = QWidget()
        bar.setObjectName("foot")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._foot, self._own = QHBoxLayout(bar), QHBoxLayout()
        self._foot.setContentsMargins(2 * gap, gap // 2, 2 * gap, gap // 2)
        self._turns = QHBoxLayout()
        for row in (self._foot, self._own, self._turns):
            row.setSpacing(gap)
        self.close_button = self.add_foot(close or context.words.close, "secondary")
        self.close_button.clicked.connect(self.closed)
        self._own.addStretch()
        self._foot.addLayout(self._own, 1)
        self._foot.addLayout(self._turns)
        self._add_turning()
        outer.addWidget(bar)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)

    def _add_turning(self) -> None:
        """Add the buttons that turn screen pages."""
        words = self.context.words
        self.previous_button, self.next_button = (
            button(words.back, "secondary"),
            button(words.next, "primary"),
        )
        for made, step in ((self.previous_button, -1), (self.next_button, 1)):
            made.clicked.connect(partial(self.turn_page, step))
            made.hide()
            self._turns.addWidget(made)
            self._foot_buttons.append(made)
        self._turning = (self.previous_button, self.next_button)
        self.area.turned.connect(self._show_turn_buttons)

    def turn_page(self, step: int) -> None:
        """Show the previous or next screen page; the focus stays on an enabled button."""
        self.area.turn(step)
        now = self.next_button if self.next_button.isEnabled() else self.previous_button
        now.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter turn to the next screen page, as it does on a page, unless it has a use."""
        idle = QApplication.focusWidget() in (self.heading, *self._turning)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and idle and self.area.more:
            self.turn_page(1)
        else:
            super().keyPressEvent(event)

    def _show_turn_buttons(self) -> None:
        back, more = self.area.current > 0, self.area.more
        # The focus is moved before its button goes: Qt would give it to the next widget, and the
        # area would go to the screen page of that one.
        if back:
            self.previous_button.show()
            if not more and self.next_button.hasFocus():
                self.previous_button.setFocus()
        self.next_button.setEnabled(more)
        self.next_button.setVisible(back or more)
        if more and not back and self.previous_button.hasFocus():
            self.next_button.setFocus()
        self.previous_button.setVisible(back)

    def set_density(self, density: int) -> None:
        """Set gaps for a density level of the paged area."""
        self._arrange_foot(self.area.width())
        self.column.setSpacing(round((1, 1, 0.6, 0.4, 0.4)[density] * self.context.theme.px("gap")))

    def _arrange_foot(self, width: int) -> None:
        """Arrange the buttons side by side, in two rows, or stacked, depending on the width."""
        others = (made for made in self._foot_buttons if made not in self._turning)
        own = [made for made in others if not made.isHidden()]
        self._show_signs(width)
        side_by_side, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._own.setDirection(side_by_side if self._row(own) <= width else stacked)
        self._turns.setDirection(side_by_side if self._row(self._turning) <= width else stacked)
        self._foot.setDirection(
            side_by_side if self._row([*own, *self._turning]) <= width else stacked
        )

    def _show_signs(self, width: int) -> None:
        """Show signs on the ways back and on, where all buttons stay in one row of single lines."""
        signs = {
            self.close_button: Sign.BACK,
            self.previous_button: Sign.BACK,
            self.next_button: Sign.NEXT,
        }
        for made, sign in signs.items():
            made.set_sign(sign, last=sign is Sign.NEXT)
        shown = [made for made in self._foot_buttons if not made.isHidden()]
        gaps = max(len(shown) - 1, 0) * self._foot.spacing()
        if sum(made.sizeHint().width() for made in shown) + gaps > width:
            for made in signs:
                made.set_sign(None)

    def _row(self, buttons: Sequence[WrappingButton]) -> int:
        """Return the minimum width of a row of buttons in pixels."""
        gaps = max(len(buttons) - 1, 0) * self._foot.spacing()
        return sum(made.minimumSizeHint().width() for made in buttons) + gaps

    def foot_fits_in_one_row(self, *, turning: bool = True) -> bool:
        """Return whether all buttons fit side by side, each in one line and with its sign.

        This does not depend on the buttons and signs that are shown at present; those that turn
        screen pages count where `turning`.
        """
        left_out = () if turning else self._turning
        counted = [made for made in self._foot_buttons if made not in left_out]
        gaps = max(len(counted) - 1, 0) * self._foot.spacing()
        naturals = [made.natural() for made in counted]
        signed = (made for made in (self.close_button, *self._turning) if made in counted)
        signs = sum(made.width_of_sign() for made in signed)
        needed = sum(each.frame + each.one_line for each in naturals) + signs + gaps
        return needed <= self.area.width()

    def add_below(self, layout: QBoxLayout) -> None:
        """Add a layout between content and bottom row, which is visible on all screen pages."""
        self._outer.insertLayout(1, layout)

    def add_foot(self, text: str, name: str) -> WrappingButton:
        """Add a button to the bottom row, left of the buttons that turn screen pages."""
        made = button(text, name)
        self._own.insertWidget(self._own.count(), made)
        self._foot_buttons.insert(len(self._foot_buttons) - len(self._turning), made)
        return made

    def add_text(self, text: str, name: str = "text") -> WrappingLabel:
        """Add a paragraph and return its label; an empty one is not added."""
        label = text_label(text, name)
        if text:
            self.column.addWidget(label)
        return label

    def add_choice(self, text: str) -> QPushButton:
        """Add a large button; its shortcut is its 1-based position."""
        choice = button(text, "secondary")
        self.column.addWidget(choice)
        self._choices += 1
        key = QShortcut(QKeySequence(str(self._choices)), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(choice.press)
        return choice

    def add_points(self, points: tuple[str, ...]) -> None:
        """Add a numbered list."""
        for number, point in enumerate(points, 1):
            self.column.addLayout(numbered(number, point, self.context.theme))

    def add_frame(self, name: str, text: str) -> None:
        """Add a framed paragraph."""
        if text:
            self.column.addWidget(frame(name, text_label(text), theme=self.context.theme))

    def add_safety_line(self, *, whole_width: bool = False) -> None:
        """Add the safety line behind its shield, in its frame."""
        theme = self.context.theme
        line = SignedText(Sign.SHIELD, self.context.knowledge.safety.line, "text", self.context)
        line.label.use_whole_width(whole=whole_width)
        self.column.addWidget(frame("warning", line, theme=theme))

    def paper_shown(self) -> "PrintDocument | None":
        """Return the paper that it shows or prints, which can be heard; None without one."""
        return None

    def holds_input(self) -> bool:
        """Return whether it holds input that must not be discarded without asking."""
        return False

    def explain(self, *sentences: str) -> None:
        """Add sentences to the accessible name of the heading."""
        self.heading.setAccessibleName(joined_sentences(self.heading.text(), *sentences))

    def activate(self) -> None:
        """Prepare to be shown: tab order, first screen page, focus on the heading."""
        put_last(self.frame, self._foot_buttons)
        self.area.begin()  # its buttons below may have changed with its density
        self.heading.setFocus()
