"""What was tried before and did not help, as chips: seen at a glance, nothing to press.

No tick stands in them: it was read as "this has worked".
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from jknassist.core.flow.summary import Summary
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.factories import text_label

MOST = 3
"""Chips in the row; of further ones the number is told."""


class TriedChips(QWidget):
    """A row of chips; without any on the first ending of a visit."""

    def __init__(self, summary: Summary, context: UiContext) -> None:
        super().__init__()
        words, gap = context.words, context.theme.px("gap") // 2
        tried = [ending.tried for ending in summary.already_tried]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap)
        row.addWidget(text_label(words.already_tried, "label"), 0, Qt.AlignmentFlag.AlignVCenter)
        for name in tried[:MOST]:
            row.addWidget(_chip(name, context))
        if len(tried) > MOST:
            row.addWidget(text_label(words.tried_more.format(count=len(tried) - MOST)))
        row.addStretch(1)


def _chip(text: str, context: UiContext) -> QFrame:
    chip = QFrame()
    chip.setObjectName("chip")
    gap = context.theme.px("gap") // 2
    row = QHBoxLayout(chip)
    row.setContentsMargins(gap, gap // 2, gap, gap // 2)
    row.addWidget(text_label(text))
    return chip
