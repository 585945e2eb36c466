"""Panels that review the answers, and that confirm the end of a visit."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from jknassist.core.flow.summary import AnsweredQuestion
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
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
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(context.theme.px("gap"))
        for place, row in enumerate(tried):
            change = button(context.words.change)
            change.setAccessibleName(f"{context.words.change}: {row.question}")
            change.clicked.connect(partial(self.change_wanted.emit, row.step_id))
            grid.addWidget(text_label(row.question), place, 0)
            grid.addWidget(text_label(row.answer, "label"), place, 1)
            grid.addWidget(change, place, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.column.addWidget(inside)
        self.column.addStretch()


class LeavePanel(Panel):
    """Asks for confirmation before the visit is wiped."""

    leave_wanted = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.words.finish_title, context, close=context.words.finish_no)
        self.add_text(context.words.finish_text)
        self.explain(context.words.finish_text)
        name = context.words.picture_name.format(title=context.words.finish_title)
        self.picture = SvgPicture("hapus", 0, context.icons, name)
        self.column.addStretch()
        self.column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch()
        self.leave = self.add_foot(context.words.finish_yes, "primary")
        self.leave.clicked.connect(self.leave_wanted)

    @override
    def set_density(self, density: int) -> None:
        super().set_density(density)
        self.picture.resize_to(round(PICTURES[density] * self.context.theme.scale))
