"""What every question page has: step count, picture, question, explanation, and its answer."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget, QWizardPage

from jknassist.core.knowledge import Step
from jknassist.core.overriding import override
from jknassist.core.session import Given
from jknassist.gui.body import LEAVES, TIGHT
from jknassist.gui.page_body import PageBody
from jknassist.gui.parts import Parts, button, heading_label, text_label
from jknassist.gui.pictures import Picture
from jknassist.gui.saying import announce
from jknassist.gui.soon import soon

if TYPE_CHECKING:
    from jknassist.gui.pages.ending import EndingPage

PICTURES = (150, 92, 64, 0, 0)
"""Sides of the picture of a page at scale 1, for each tightness of its body."""

GAPS = (1.0, 1.0, 0.5, 0.3, 0.3)
"""Gaps between the things of a page, for each tightness of its body."""


LETTERS_BESIDE = 27
"""Letters of the heading's size from which on there is room for more beside the heading."""


class StepPage(QWizardPage):
    """A page of one step. Subclasses add `top` and their answers to `column` and call `decide`."""

    answered = Signal(object)
    guide_wanted = Signal(str)
    went_on = Signal()

    def __init__(self, step: Step, parts: Parts) -> None:
        super().__init__()
        self.step = step
        self.parts = parts
        self.given: Given | None = None
        self.setAccessibleName(step.title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.sheet = PageBody(step.title, parts)
        self.body = self.sheet.body
        self.body.tighten = self.tighten
        outer.addWidget(self.sheet)
        self.column = self.sheet.column
        self.heading = heading_label(step.title, step.text, step.hint)
        name = parts.words.picture_name.format(title=step.title)
        self.picture = Picture(step.picture, 0, parts.pictures, name)
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
        row.setSpacing(self.parts.look.px("gap"))
        words = QVBoxLayout()
        words.setSpacing(self.parts.look.px("gap_small"))
        for label in (self.heading, *self.explanation, self.fault):
            words.addWidget(label)
        words.addStretch()
        row.addLayout(words, 1)
        row.addLayout(self._side())
        return row

    def _side(self) -> QVBoxLayout:
        """Stack the picture of the question and the way to its how-to."""
        side = QVBoxLayout()
        side.setSpacing(self.parts.look.px("gap_small"))
        side.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignRight)
        if self.step.guide:
            how_to = button(self.parts.words.how_to)
            how_to.clicked.connect(self._want_guide)
            side.addWidget(how_to, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch()
        return side

    def tighten(self, tightness: int) -> None:
        """Take as much room as a tightness of the body allows."""
        look = self.parts.look
        self.picture.resize_to(round(PICTURES[tightness] * look.scale))
        beside = (
            self.sheet.width() >= LETTERS_BESIDE * self.heading.fontMetrics().averageCharWidth()
        )
        side_by_side, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.top.setDirection(side_by_side if beside else stacked)
        for label in self.explanation:
            label.use_whole_width(whole=tightness >= TIGHT)
            label.setHidden(self.gives_way(tightness))
        self.column.setSpacing(round(GAPS[tightness] * look.px("gap")))

    def gives_way(self, tightness: int) -> bool:
        """Tell whether the explanation gives way: what is missing is then more urgent."""
        return tightness >= LEAVES and self.fault.isVisibleTo(self)

    def greet(self, place: int) -> None:
        """Make ready to be looked at as the `place`-th step of this visit."""
        where = self.parts.words.step_count.format(number=place)
        self.sheet.begin(where)
        self.focus_first(self.begins_at())
        announce(self.heading, where)

    def begins_at(self) -> QWidget:
        """Return what gets the keyboard when the page comes up."""
        return self.heading

    def focus_first(self, widget: QWidget) -> None:
        """Give a widget the focus once the page stands: QWizard moves it while it turns pages."""
        soon(self, widget.setFocus)

    def recall(self, given: Given | None) -> None:
        """Show an answer that was given before."""
        self.given = given

    def decide(self, given: Given | None) -> None:
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
        return self.parts.words.choose_first

    def ready(self) -> bool:
        """Return whether the way on is known; if not, turn the leaf or say what is missing."""
        if self.given is None and not self.body.turn(1):
            self.complain(self.what_is_missing())
        return self.given is not None

    def _want_guide(self) -> None:
        self.guide_wanted.emit(self.step.guide)

    @override
    def validatePage(self) -> bool:
        return self.ready()


def ending_of(page: QWizardPage | None) -> "EndingPage | None":
    """Return a page of the wizard as the ending that it is, or None for a question.

    What is no question is an ending; to ask for its class would load it with the first question.
    """
    return None if page is None or isinstance(page, StepPage) else cast("EndingPage", page)
