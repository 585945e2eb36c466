"""The row of buttons below a page: back, what else can be done, and on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QPushButton, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.front import Front, PageAction
from jknassist.gui.widgets.factories import button

SIDE_BY_SIDE = QBoxLayout.Direction.LeftToRight
STACKED = QBoxLayout.Direction.TopToBottom


class NavigationBar(QWidget):
    """Emits what was pressed; which buttons are shown is told by `arrange`."""

    back_wanted = Signal()
    next_wanted = Signal()
    copy_wanted = Signal()
    print_wanted = Signal()
    show_wanted = Signal()
    finder_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(self, context: UiContext, front: Front) -> None:
        super().__init__()
        words = context.words
        self._words, self._front = words, front
        self.back = button(words.back, "back")
        self.show_member = button(words.show_member, "secondary")
        self.copy_all = button(words.copy_all, "secondary")
        self.print = button(front.print_text(words), "secondary")
        self.by_words = button(words.find_open, "secondary")
        self.sheet = button(words.sheet_button, "secondary")
        self.next = button(words.next, "primary")
        self._actions = {
            PageAction.FIND: self.by_words,
            PageAction.SHEET: self.sheet,
            PageAction.SHOW: self.show_member,
            PageAction.COPY: self.copy_all,
            PageAction.PRINT: self.print,
        }
        gap = context.theme.px("gap_small")
        self._action_box = QWidget()
        self._action_row = QBoxLayout(SIDE_BY_SIDE, self._action_box)
        self._action_row.setContentsMargins(0, 0, 0, 0)
        self._action_row.setSpacing(gap)
        self._action_row.addStretch()
        for made in self._actions.values():
            self._action_row.addWidget(made)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(gap)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.back, 1, 0)
        self._grid.addWidget(self._action_box, 1, 1)
        self._grid.addWidget(self.next, 1, 2)
        for made, signal in (
            (self.back, self.back_wanted),
            (self.show_member, self.show_wanted),
            (self.copy_all, self.copy_wanted),
            (self.print, self.print_wanted),
            (self.by_words, self.finder_wanted),
            (self.sheet, self.sheet_wanted),
            (self.next, self.next_wanted),
        ):
            made.clicked.connect(signal)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All buttons, in the order in which the focus comes to them."""
        return (self.back, *self._actions.values(), self.next)

    def arrange(self, *, first: bool, outcome: bool, wide: bool) -> None:
        """Show what this page offers: actions on the first one and on outcomes, else a way back."""
        offered = self._front.first_actions if first else ()
        if outcome:
            offered = self._front.outcome_actions(wide)
        for action, made in self._actions.items():
            made.setVisible(action in offered)
        self._action_box.setVisible(bool(offered))
        self.back.setVisible(not first)
        self._fit(self.width())

    def name_next(self, *, finishes: bool) -> None:
        """Let the last button say what it does: go on, or finish the visit."""
        text = self._words.finish if finishes else self._words.next
        self.next.setText(text.replace("&", "&&"))
        self.next.setAccessibleName(text)
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        """Set the actions between the two ways, or above them where the row is too narrow."""
        ways, actions = (self.back, self.next), tuple(self._actions.values())
        if self._least_width(*ways, *actions) <= width:
            self._grid.addWidget(self._action_box, 1, 1)
        else:
            self._grid.addWidget(self._action_box, 0, 0, 1, 3)
        beside = self._least_width(*actions) <= width
        self._action_row.setDirection(SIDE_BY_SIDE if beside else STACKED)

    def _least_width(self, *buttons: QPushButton) -> int:
        """Return how wide a row of those of the buttons that are shown is at the least."""
        widths = [made.minimumSizeHint().width() for made in buttons if not made.isHidden()]
        return sum(widths) + self._grid.horizontalSpacing() * max(len(widths) - 1, 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())
