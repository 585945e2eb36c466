"""What every question page has: step count, picture, question, explanation, and its answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget, QWizardPage

from jknassist.core.flow.model import Step
from jknassist.core.flow.session import Answer
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.qt.announcements import announce
from jknassist.gui.qt.deferred import call_later
from jknassist.gui.widgets.factories import button, heading_label, text_label
from jknassist.gui.widgets.page_frame import PageFrame
from jknassist.gui.widgets.paged_area import LEAVES, TIGHT
from jknassist.gui.widgets.picture import SvgPicture

PICTURES = (150, 92, 64, 0, 0)
"""Sides of the picture of a page at scale 1, for each tightness of its body."""

GAPS = (1.0, 1.0, 0.5, 0.3, 0.3)
"""Gaps between the things of a page, for each tightness of its body."""


LETTERS_BESIDE = 27
"""Letters of the heading's size from which on there is room for more beside the heading."""


class Page(QWizardPage):
    """A page of the wizard: what questions and outcomes have in common.

    What stands on it is added to `column`; `set_density` takes as much room as a density allows.
    """

    copy_wanted = Signal(str, object)
    guide_wanted = Signal(str)
    review_wanted = Signal()
    sources_wanted = Signal()

    def __init__(self, title: str, context: UiContext) -> None:
        super().__init__()
        self.context = context
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.sheet = PageFrame(title, context)
        self.body = self.sheet.body
        self.body.set_density = self.set_density
        self.column = self.sheet.column
        outer.addWidget(self.sheet)

    def set_density(self, tightness: int) -> None:
        """Take as much room as a density of the area allows."""

    def activate(self, place: int) -> None:
        """Make ready to be looked at as the `place`-th place of this visit, from 1."""

    def may_leave(self) -> bool:
        """Return whether the way on is open; if not, show the next part or what is missing."""
        return not self.body.turn(1)


class QuestionPage(Page):
    """A page of one step. Subclasses add `top` and answers to `column`, and set the answer."""

    answered = Signal(object)
    went_on = Signal()
    place_wanted = Signal(str)
    list_wanted = Signal()
    tally_wanted = Signal()

    def __init__(self, step: Step, context: UiContext) -> None:
        super().__init__(step.title, context)
        self.step = step
        self.given: Answer | None = None
        self.heading = heading_label(step.title, step.text, step.hint)
        name = context.words.picture_name.format(title=step.title)
        self.picture = SvgPicture(step.picture, 0, context.icons, name)
        self.fault = text_label("", "fault")
        self.fault.hide()
        self.explanation = tuple(
            text_label(text, name)
            for text, name in ((step.text, "text"), (step.hint, "hint"))
            if text
        )
        self.top = self._make_top()

    def _make_top(self) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(self.context.theme.px("gap"))
        words = QVBoxLayout()
        words.setSpacing(self.context.theme.px("gap_small"))
        for label in (self.heading, *self.explanation, self.fault):
            words.addWidget(label)
        words.addStretch()
        row.addLayout(words, 1)
        row.addLayout(self._side())
        return row

    def _side(self) -> QVBoxLayout:
        """Stack the picture of the question and the way to its how-to."""
        side = QVBoxLayout()
        side.setSpacing(self.context.theme.px("gap_small"))
        side.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignRight)
        if self.step.guide:
            how_to = button(self.context.words.how_to)
            how_to.clicked.connect(self._want_guide)
            side.addWidget(how_to, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch()
        return side

    @override
    def set_density(self, tightness: int) -> None:
        theme = self.context.theme
        self.picture.resize_to(round(PICTURES[tightness] * theme.scale))
        beside = (
            self.sheet.width() >= LETTERS_BESIDE * self.heading.fontMetrics().averageCharWidth()
        )
        side_by_side, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.top.setDirection(side_by_side if beside else stacked)
        for label in self.explanation:
            label.use_whole_width(whole=tightness >= TIGHT)
            label.setHidden(self.gives_way(tightness))
        self.column.setSpacing(round(GAPS[tightness] * theme.px("gap")))

    def gives_way(self, tightness: int) -> bool:
        """Tell whether the explanation gives way: what is missing is then more urgent."""
        return tightness >= LEAVES and self.fault.isVisibleTo(self)

    @override
    def activate(self, place: int) -> None:
        where = self.context.words.step_count.format(number=place)
        self.sheet.begin(where)
        self.focus_first(self.begins_at())
        announce(self.heading, where)

    def begins_at(self) -> QWidget:
        """Return what gets the keyboard when the page comes up."""
        return self.heading

    def focus_first(self, widget: QWidget) -> None:
        """Give a widget the focus once the page stands: QWizard moves it while it turns pages."""
        call_later(self, widget.setFocus)

    def restore_answer(self, given: Answer | None, _earlier: Answer | None) -> None:
        """Show an answer given before, here and at the step that this one compares with."""
        self.given = given

    def set_answer(self, given: Answer | None) -> None:
        """Take an answer, or take it back, and tell the wizard."""
        self.given = given
        self.fault.hide()
        if given is not None:
            self.answered.emit(given)

    def complain(self, sentence: str) -> None:
        """Say above the answers what is still missing."""
        self.fault.setText(sentence)
        self.fault.show()
        self.fault.setAccessibleName(sentence)
        self.body.uncover(self.fault)
        announce(self.fault, sentence, urgent=True)

    def what_is_missing(self) -> str:
        """Return the sentence for an answer that was not given yet."""
        return self.context.words.choose_first

    @override
    def may_leave(self) -> bool:
        if self.given is None and not self.body.turn(1):
            self.complain(self.what_is_missing())
        return self.given is not None

    def _want_guide(self) -> None:
        self.guide_wanted.emit(self.step.guide)
