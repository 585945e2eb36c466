"""The answers given so far, each with "Ubah"; and the question before everything is wiped."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from jknassist.core.overriding import override
from jknassist.core.summary import Tried
from jknassist.gui.panels.base import Panel
from jknassist.gui.parts import Parts, button, text_label
from jknassist.gui.pictures import Picture

PICTURES = (260, 170, 0, 0, 0)
"""Side in pixels at scale 1 for each tightness, as the picture of a question (pages/base.py)."""


class ReviewPanel(Panel):
    """Lists the questions of the way; emits the step that is to be answered anew."""

    change_wanted = Signal(str)

    def __init__(self, tried: tuple[Tried, ...], parts: Parts) -> None:
        super().__init__(parts.words.review_title, parts)
        self.add_text(parts.words.review_text)
        self.explain(parts.words.review_text)
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(parts.look.px("gap"))
        for place, row in enumerate(tried):
            change = button(parts.words.change)
            change.setAccessibleName(f"{parts.words.change}: {row.question}")
            change.clicked.connect(partial(self.change_wanted.emit, row.step_id))
            grid.addWidget(text_label(row.question), place, 0)
            grid.addWidget(text_label(row.answer, "label"), place, 1)
            grid.addWidget(change, place, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self.column.addWidget(inside)
        self.column.addStretch()


class LeavePanel(Panel):
    """Asks once before the visit is wiped; two taps from any page."""

    leave_wanted = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.words.finish_title, parts, close=parts.words.finish_no)
        self.add_text(parts.words.finish_text)
        self.explain(parts.words.finish_text)
        name = parts.words.picture_name.format(title=parts.words.finish_title)
        self.picture = Picture("hapus", 0, parts.pictures, name)
        self.column.addStretch()
        self.column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        self.column.addStretch()
        self.leave = self.add_foot(parts.words.finish_yes, "primary")
        self.leave.clicked.connect(self.leave_wanted)

    @override
    def tighten(self, tightness: int) -> None:
        super().tighten(tightness)
        self.picture.resize_to(round(PICTURES[tightness] * self.parts.look.scale))
