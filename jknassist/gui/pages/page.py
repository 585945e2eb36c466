"""Base classes of wizard pages; a question page has a step count, picture, question and answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from jknassist.core.flow.model import Step
from jknassist.core.flow.session import Answer
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.qt.announcements import announce
from jknassist.gui.qt.deferred import call_later
from jknassist.gui.qt.widget_size import UNLIMITED
from jknassist.gui.widgets.factories import button, heading_label, text_label
from jknassist.gui.widgets.page_frame import PageFrame
from jknassist.gui.widgets.paged_area import DENSE
from jknassist.gui.widgets.picture import SvgPicture
from jknassist.gui.widgets.wrapping_label import WrappingLabel

PICTURES = (150, 92, 64, 0, 0)
"""Sides of the page picture in pixels at scale 1, for each density of the paged area."""

GAPS = (1.0, 1.0, 0.5, 0.3, 0.3)
"""Factors of the gaps of a page, for each density of the paged area."""


MOST_LINES = 2
"""Lines at the most of what is missing beside the explanation."""

LETTERS_BESIDE = 27
"""Width in letters of the heading from which the picture is placed beside it."""


class Page(QWizardPage):
    """Base class of wizard pages: what questions and outcomes have in common.

    Subclasses add their widgets to `column`; `set_density` adapts them to a density level.
    """

    copy_wanted = Signal(str, object)
    guide_wanted = Signal(str)
    review_wanted = Signal()
    sources_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, title: str, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.frame = PageFrame(title, context)
        self.area = self.frame.area
        self.area.set_density = self.set_density
        self.column = self.frame.column
        outer.addWidget(self.frame)

    def set_density(self, density: int) -> None:
        """Adapt sizes and gaps to a density level of the paged area."""

    def activate(self, where: str) -> None:
        """Prepare to be shown; `where` says how far the visit is."""

    def may_leave(self) -> bool:
        """Return whether to go on; if not, show the next screen page or what is missing."""
        return not self.area.turn(1)

    def choose_by_digit(self, digit: str) -> None:
        """Choose the answer that has a digit, if there is one."""

    def write(self, text: str) -> bool:  # noqa: ARG002  pages with a field for words take it
        """Insert text typed outside a field into the field; return whether there is one."""
        return False


class QuestionPage(Page):
    """The page of one step. Subclasses fill `top` and `column`, and call `set_answer`."""

    answered = Signal(object)
    went_on = Signal()
    place_wanted = Signal(str)
    number_typed = Signal(str)
    list_wanted = Signal()
    sheet_typed = Signal(str)
    sheet_wanted = Signal()
    statistics_wanted = Signal()
    contacts_wanted = Signal()

    def __init__(self, step: Step, context: UiContext) -> None:
        super().__init__(step.title, context)
        self.step = step
        self.given: Answer | None = None
        self._faulted = False
        self.heading = heading_label(step.title, step.text, step.hint)
        name = context.words.picture_name.format(title=step.title)
        self.picture = SvgPicture(step.picture, 0, context.icons, name)
        self.fault = text_label("", "fault")
        self.explanation = tuple(
            text_label(text, name)
            for text, name in ((step.text, "text"), (step.hint, "hint"))
            if text
        )
        self.how_to: QPushButton | None = None
        self.below_heading = self._make_below_heading()
        self.top = self._make_top()

    def _make_top(self) -> QVBoxLayout:
        between = self.context.theme.px("gap_small")
        top, self._words = QVBoxLayout(), QVBoxLayout()
        self.side_by_side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.side_by_side.setSpacing(self.context.theme.px("gap"))
        top.setSpacing(between)
        self._words.setSpacing(between)
        self._words.addWidget(self.heading)
        self._words.addWidget(self.below_heading)
        self._words.addStretch()
        self.side_by_side.addLayout(self._words, 1)
        self._side = self._make_side()
        self.side_by_side.addLayout(self._side)
        top.addLayout(self.side_by_side)
        return top

    def _make_below_heading(self) -> QStackedWidget:
        """Return the label of the explanation, beside or in place of which stands what is missing.

        It keeps the height of the taller of both texts, so that no field moves under the pointer.
        """
        turns, explained, self._place = QStackedWidget(), QWidget(), QWidget()
        self._with_fault, self._explained = QHBoxLayout(explained), QVBoxLayout()
        self._with_fault.setContentsMargins(0, 0, 0, 0)
        self._with_fault.setSpacing(self.context.theme.px("gap_small"))
        self._with_fault.addLayout(self._explained)
        self._explained.setSpacing(self.context.theme.px("gap_small"))
        for label in self.explanation:
            self._explained.addWidget(label)
        for label in (*self.explanation, self.fault):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._instead = QVBoxLayout(self._place)
        self._instead.setContentsMargins(0, 0, 0, 0)
        self._instead.setSpacing(self._explained.spacing())
        self._instead.addWidget(self.fault, 1)
        turns.addWidget(explained)
        turns.addWidget(self._place)
        return turns

    def _make_side(self) -> QVBoxLayout:
        """Return the column with the picture of the question and the button of its guide."""
        side = QVBoxLayout()
        side.setSpacing(self.context.theme.px("gap_small"))
        side.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignRight)
        if self.step.guide:
            self.how_to = button(self.context.words.how_to)
            self.how_to.clicked.connect(self._want_guide)
            side.addWidget(self.how_to, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch()
        return side

    @override
    def set_density(self, density: int) -> None:
        theme = self.context.theme
        self.picture.resize_to(round(PICTURES[density] * theme.scale))
        beside = (
            self.frame.width() >= LETTERS_BESIDE * self.heading.fontMetrics().averageCharWidth()
        )
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.side_by_side.setDirection(across if beside else down)
        for label in self.explanation:
            label.use_whole_width(whole=density >= DENSE)
        told = bool(self.explanation) and not self.gives_way(density)
        self.below_heading.setVisible(told or self.is_faulted())
        self._place_heading()
        self._reserve_line(density)
        self.column.setSpacing(round(GAPS[density] * theme.px("gap")))

    def explain_below(self, count: int) -> None:
        """Put the last sentences of the explanation below everything else, the others above."""
        above = self.explanation[: len(self.explanation) - count]
        for label in self.explanation:
            column = self._explained if label in above else self.column
            if self._instead.indexOf(label) >= 0:
                continue  # it stands above what is missing
            if column.indexOf(label) < 0:
                column.addWidget(label)
                label.show()  # Qt hides what changes its parent, and shows it a moment later
        self.below_heading.setVisible(bool(above) or self.is_faulted())
        self._place_heading()

    def _reserve_line(self, density: int) -> None:
        """Keep a line free for what is missing where an upright page has room to spare.

        There one sentence is too wide for something beside it, and has no second to take the place
        of. What has been taken keeps its height.
        """
        upright = self.area.height() > self.area.width() and density < DENSE - 1
        taken = any(self._instead.indexOf(label) >= 0 for label in self.explanation)
        width, between = self._width_of_words(), self._instead.spacing()
        told = [label for label in self.explanation if not label.isHidden()]
        reserved = sum(label.heightForWidth(width) + between for label in told)
        if upright and told and len(self.explanation) == 1:
            self._place.setMinimumHeight(reserved + self.fault.heightForWidth(UNLIMITED))
        else:
            self._place.setMinimumHeight(reserved - between if taken else 0)

    def _width_of_words(self) -> int:
        beside = self.side_by_side.spacing() + self._side.sizeHint().width()
        across = self.side_by_side.direction() == QBoxLayout.Direction.LeftToRight
        return self.area.width() - (beside if across else 0)

    def _place_heading(self) -> None:
        """Give the heading a row of its own where the button beside it would make it taller.

        Measured without moving anything: each move would ask for another layout.
        """
        beside = self.side_by_side.direction() == QBoxLayout.Direction.LeftToRight
        button_only = self.how_to is not None and self.picture.isHidden()
        alone = beside and button_only and self._is_lower_alone()
        column = self.top if alone else self._words
        if column.indexOf(self.heading) < 0:
            column.insertWidget(0, self.heading)

    def _is_lower_alone(self) -> bool:
        side, width, between = self._side.sizeHint(), self.area.width(), self._words.spacing()
        words = self._width_of_words()
        told = 0
        if not self.below_heading.isHidden():
            told = self.below_heading.heightForWidth(words)
        together = self.heading.heightForWidth(words) + (between + told if told else 0)
        apart = self.heading.heightForWidth(width) + between + max(told, side.height())
        return apart < max(together, side.height())

    def gives_way(self, density: int) -> bool:  # noqa: ARG002  the number page asks for it
        """Return whether to hide the explanation at a density."""
        return False

    def is_faulted(self) -> bool:
        """Return whether what is missing stands below the heading."""
        return self._faulted

    @override
    def activate(self, where: str) -> None:
        self.frame.begin()
        self.focus_first(self.begins_at())
        announce(self.heading, where)

    def begins_at(self) -> QWidget:
        """Return the widget that gets the focus when the page is shown."""
        return self.heading

    def focus_first(self, widget: QWidget) -> None:
        """Set the focus after the page change, during which QWizard moves the focus itself."""
        call_later(self, widget.setFocus)

    def restore_answer(self, given: Answer | None, _earlier: Answer | None) -> None:
        """Show an earlier answer to this step, and use the one this step compares with."""
        self.given = given

    def set_answer(self, given: Answer | None) -> None:
        """Set the answer, or clear it with None, and notify the wizard."""
        self.given = given
        if self._faulted:
            self.fault.setText("")
            self._withdraw_fault()
        self.frame.complain("")
        if given is not None:
            self.answered.emit(given)

    def complain(self, sentence: str) -> None:
        """Show above the answers what is missing: where the screen page begins, if there are more.

        It stands beside the explanation where that has room, else in place of its last sentences.
        Nothing else moves.
        """
        self.frame.complain(sentence)
        if len(self.area.screen_pages) > 1:
            announce(self.frame.line, sentence, urgent=True)
            return
        self.fault.setText(sentence)
        self.fault.setAccessibleName(sentence)
        self._withdraw_fault()
        self._faulted = True
        row = self._with_fault if self._has_room_beside() else self._instead
        row.addWidget(self.fault, 1)
        if row is self._instead:
            self._give_place()
        self.fault.show()  # Qt hides what changes its parent
        self.below_heading.setCurrentIndex(0 if row is self._with_fault else 1)
        self.below_heading.show()
        announce(self.fault, sentence, urgent=True)

    def _told(self) -> list[WrappingLabel]:
        above = (label for label in self.explanation if self._explained.indexOf(label) >= 0)
        return [label for label in above if not label.isHidden()]

    def _has_room_beside(self) -> bool:
        """Take from the explanation the width that it leaves free; return if that is enough."""
        told = [] if self.below_heading.isHidden() else self._told()
        width, height = self.below_heading.width(), self.below_heading.height()
        taken = max((label.drawn_width(width) for label in told), default=width)
        left = width - taken - self._with_fault.spacing()
        lines = min(height, MOST_LINES * self.fault.heightForWidth(UNLIMITED))
        enough = left >= self.fault.minimumSizeHint().width()
        if not enough or self.fault.heightForWidth(left) > lines:
            return False
        for label in told:
            label.setMaximumWidth(taken)
        return True

    def _give_place(self) -> None:
        """Keep what fits of the explanation above what is missing."""
        width = self.below_heading.width()
        room = self.below_heading.height() - self.fault.heightForWidth(width)
        for label in self._told():
            room -= label.heightForWidth(width) + self._instead.spacing()
            if room < 0:
                return
            self._instead.insertWidget(self._instead.count() - 1, label)
            label.show()

    def _withdraw_fault(self) -> None:
        """Show the explanation alone."""
        for label in self.explanation:
            label.setMaximumWidth(UNLIMITED)
            if self._instead.indexOf(label) >= 0:
                self._explained.insertWidget(self.explanation.index(label), label)
                label.show()
        self._faulted = False
        self._instead.addWidget(self.fault, 1)
        self.below_heading.setCurrentIndex(0)

    def what_is_missing(self) -> str:
        """Return the message for a question that is not answered yet."""
        return self.context.words.choose_first

    @override
    def may_leave(self) -> bool:
        if self.given is None and not self.area.turn(1):
            self.complain(self.what_is_missing())
        return self.given is not None

    def fill_in(self, text: str) -> None:
        """Put a text into the field of the page, if it has one."""

    def _want_guide(self) -> None:
        self.guide_wanted.emit(self.step.guide)
