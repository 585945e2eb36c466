"""What every question page has: step count, picture, question, explanation, and its answer."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget, QWizardPage
from typing_extensions import override

from jknassist.core.knowledge import Step
from jknassist.core.session import Given
from jknassist.gui.parts import Parts, button, heading_label, text_label

PICTURE = 92


class Body(QScrollArea):
    """The middle of a page; it scrolls upright rather than cut a word, never sideways."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = QWidget()
        self.inside.setObjectName("body")
        self.setWidget(self.inside)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class StepPage(QWizardPage):
    """A page of one step. Subclasses add their answers to `column` and call `decide`."""

    answered = Signal(object)
    guide_wanted = Signal(str)
    went_on = Signal()

    def __init__(self, step: Step, parts: Parts) -> None:
        super().__init__()
        self.step = step
        self.parts = parts
        self.given: Given | None = None
        self.setAccessibleName(step.title)
        gap = parts.look.px("gap")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        body = Body()
        outer.addWidget(body)
        self.column = QVBoxLayout(body.inside)
        self.column.setContentsMargins(0, gap // 2, 0, gap // 2)
        self.column.setSpacing(gap)
        self.heading = heading_label(step.title)
        self.count = text_label("", "step")
        self.fault = text_label("", "fault")
        self.fault.hide()
        self._add_top()

    def _add_top(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self.parts.look.px("gap"))
        words = QVBoxLayout()
        words.setSpacing(self.parts.look.px("gap_small"))
        words.addWidget(self.count)
        words.addWidget(self.heading)
        if self.step.text:
            words.addWidget(text_label(self.step.text))
        if self.step.hint:
            words.addWidget(text_label(self.step.hint, "hint"))
        words.addWidget(self.fault)
        row.addLayout(words, 1)
        row.addLayout(self._side())
        self.column.addLayout(row)

    def _side(self) -> QVBoxLayout:
        """Stack the picture of the question and the way to its how-to."""
        side = QVBoxLayout()
        picture = QLabel()
        picture.setPixmap(
            self.parts.pictures.draw(
                self.step.picture,
                round(PICTURE * self.parts.look.scale),
                self.devicePixelRatioF(),
            )
        )
        side.addWidget(picture, 0, Qt.AlignmentFlag.AlignRight)
        if self.step.guide:
            how_to = button(self.parts.words.how_to)
            how_to.clicked.connect(self._want_guide)
            side.addWidget(how_to, 0, Qt.AlignmentFlag.AlignRight)
        side.addStretch()
        return side

    def greet(self, place: int) -> None:
        """Make ready to be looked at as the `place`-th step of this visit."""
        self.count.setText(self.parts.words.step_count.format(number=place))
        self.focus_first(self.heading)

    def focus_first(self, widget: QWidget) -> None:
        """Give a widget the focus once the page stands: QWizard moves it while it turns pages."""
        QTimer.singleShot(0, widget, widget.setFocus)

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

    def what_is_missing(self) -> str:
        """Return the sentence for an answer that was not given yet."""
        return self.parts.words.choose_first

    def ready(self) -> bool:
        """Return whether the way on is known; if not, say what is missing."""
        if self.given is None:
            self.complain(self.what_is_missing())
        return self.given is not None

    def _want_guide(self) -> None:
        self.guide_wanted.emit(self.step.guide)

    @override
    def validatePage(self) -> bool:
        return self.ready()
