"""Panels that review the answers, and that confirm the end of a visit."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from jknassist.core.flow.summary import AnsweredQuestion
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.qt.announcements import joined_sentences
from jknassist.gui.widgets.factories import button, text_label
from jknassist.gui.widgets.picture import SvgPicture

PICTURES = (260, 170, 0, 0, 0)
"""Picture side in pixels at scale 1 for each density, as on question pages."""


class ReviewPanel(Panel):
    """Lists the answered questions, each with "Ubah"; emits the step to change."""

    change_wanted = Signal(str)

    def __init__(self, tried: tuple[AnsweredQuestion, ...], context: UiContext) -> None:
        super().__init__(context.words.review_title, context)
        self.add_text(context.words.review_text)
        self.explain(context.words.review_text)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(context.theme.px("gap"))
        self._rows: list[tuple[QWidget, QWidget, QWidget]] = []
        for row in tried:
            change = button(context.words.change)
            change.setAccessibleName(f"{context.words.change}: {row.question}")
            change.clicked.connect(partial(self.change_wanted.emit, row.step_id))
            self._rows.append((text_label(row.question), text_label(row.answer, "label"), change))
        self._lay_rows(stacked=False)
        self.column.addWidget(inside)
        self.column.addStretch()

    @override
    def set_density(self, density: int) -> None:
        """Put an answer below its question where they do not fit beside each other."""
        super().set_density(density)
        self._lay_rows(stacked=False)
        if self._grid.minimumSize().width() > self.area.width():
            self._lay_rows(stacked=True)

    def _lay_rows(self, *, stacked: bool) -> None:
        for index, (question, answer, change) in enumerate(self._rows):
            self._grid.addWidget(question, 2 * index, 0)
            if stacked:
                self._grid.addWidget(answer, 2 * index + 1, 0)
                self._grid.addWidget(change, 2 * index, 2, 2, 1)
            else:
                self._grid.addWidget(answer, 2 * index, 1)
                self._grid.addWidget(change, 2 * index, 2)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 0 if stacked else 2)


@dataclass(frozen=True, kw_only=True)
class End:
    """Texts at the end of a visit: title, text, and the buttons to go back and to leave."""

    title: str
    text: str
    safety: str = ""
    picture: str
    back: str
    leave: str


class LeavePanel(Panel):
    """Asks for confirmation before a visit is wiped; an `End` changes its texts.

    Keys that print or copy do nothing here: the page below is about a problem that is solved, or is
    about to be wiped. The focus is on the button that goes back.
    """

    leave_wanted = Signal()
    takes_along = False

    def __init__(self, context: UiContext, end: End | None = None) -> None:
        end = end or _question(context)
        super().__init__(end.title, context, close=end.back)
        self.add_text(end.text)
        self.add_frame("warning", end.safety)
        said = tuple(filter(None, (end.text, end.safety)))
        self.explain(*said)
        self.close_button.setAccessibleDescription(joined_sentences(end.title, *said))
        name = context.words.picture_name.format(title=end.title)
        self.picture = SvgPicture(end.picture, 0, context.icons, name)
        self.column.addStretch()
        self.column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch()
        self.leave = self.add_foot(end.leave, "primary")
        self.leave.clicked.connect(self.leave_wanted)

    @override
    def set_density(self, density: int) -> None:
        super().set_density(density)
        self.picture.resize_to(round(PICTURES[density] * self.context.theme.scale))

    @override
    def activate(self) -> None:
        super().activate()
        self.close_button.setFocus()


class SolvedPanel(LeavePanel):
    """Shown after "Sudah"; closing it returns to the outcome."""

    def __init__(self, leave: str, context: UiContext) -> None:
        words = context.words
        end = End(
            title=words.solved_title,
            text=words.solved_text,
            safety=context.knowledge.safety.line,
            picture="kode_masuk",
            back=words.back,
            leave=leave,
        )
        super().__init__(context, end)


def _question(context: UiContext) -> End:
    words = context.words
    return End(
        title=words.leave_title,
        text=words.leave_text,
        picture="hapus",
        back=words.leave_no,
        leave=words.leave_yes,
    )
