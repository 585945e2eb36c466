"""The parts of an outcome page: each is made once and placed by the page."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from jknassist.core.flow.summary import Summary
from jknassist.gui.context import UiContext
from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.factories import button, frame, text_label
from jknassist.gui.widgets.signed_text import SignedText
from jknassist.gui.widgets.wrapping_button import WrappingButton
from jknassist.gui.widgets.wrapping_label import WrappingLabel


def notes(summary: Summary, context: UiContext) -> QWidget:
    """Return when to try again and what to bring; hidden where there is neither."""
    words, theme = context.words, context.theme
    block = QWidget()
    column = QVBoxLayout(block)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px("gap") // 2)
    if summary.waiting:
        plan = tuple(text_label(line) for line in summary.waiting)
        for label in plan:
            label.use_whole_width(whole=True)
        when = frame("note", text_label(words.wait_title, "label"), *plan, theme=theme)
        if (inside := when.layout()) is not None:
            inside.setSpacing(0)
        column.addWidget(when)
    if summary.bring:
        bring = text_label(f"{words.bring_title} {', '.join(summary.bring)}.")
        bring.use_whole_width(whole=True)
        column.addWidget(frame("note", bring, theme=theme))
    return block


def safety(summary: Summary, context: UiContext) -> tuple[QFrame, WrappingLabel]:
    """Return the safety line in its frame, and its label."""
    line = SignedText(Sign.SHIELD, summary.safety, "text", context)
    return frame("warning", line, theme=context.theme), line.label


def sheet_number(summary: Summary, context: UiContext, copy_wanted: SignalInstance) -> QFrame:
    """Return the sheet number, which is no OTP code, with a button to copy it on a laptop."""
    words, gap = context.words, context.theme.px("gap")
    made = QFrame()
    made.setObjectName("sheet")
    row = QHBoxLayout(made)
    row.setContentsMargins(gap, gap // 4, gap // 2, gap // 4)
    row.setSpacing(gap // 2)
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addStretch()
    label = text_label(f"{words.sheet_label} {words.sheet_not_otp}", "hint")
    label.use_whole_width(whole=True)
    column.addWidget(label)
    column.addWidget(text_label(summary.sheet_number, "big"))
    column.addStretch()
    row.addLayout(column, 1)
    if context.can_copy:
        copy = button(words.copy)
        copy.setAccessibleName(f"{words.copy}: {words.sheet_label}")
        copy.clicked.connect(partial(copy_wanted.emit, summary.sheet_number, copy))
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignVCenter)
    return made


def guides(summary: Summary, wanted: SignalInstance) -> list[WrappingButton]:
    """Return a button for each how-to of the ending."""
    made = []
    for guide in summary.guides:
        link = button(guide.title)
        link.clicked.connect(partial(wanted.emit, guide.id))
        made.append(link)
    return made


def make_even(links: Sequence[WrappingButton]) -> None:
    """Make the two buttons of each row equally tall."""
    for link in links:
        link.be_as_tall_as()
    for left, right in zip(links[::2], links[1::2], strict=False):
        left.be_as_tall_as(right)
        right.be_as_tall_as(left)


def fine_print(summary: Summary, context: UiContext) -> QWidget:
    """Return of when the content is, and on a laptop how long a copy lasts."""
    below = QWidget()
    row = QHBoxLayout(below)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 * context.theme.px("gap"))
    row.addWidget(text_label(summary.data_line, "quiet"))
    if context.can_copy:
        lasts = text_label(context.words.copy_lasts, "quiet")
        lasts.use_whole_width(whole=True)
        row.addWidget(lasts, 1)
    return below
