"""Progress of a visit: a bar with a part for each step, and the same in words."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.style.palette import Palette
from jknassist.gui.widgets.factories import text_label

PART, NOW, HEIGHT, BETWEEN = 26, 44, 14, 6
"""Pixels at scale 1: width of a part, of the part of this step, height of both, gap."""

LINE = 2

UPRIGHT, TEXT_FIRST = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.RightToLeft
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Steps(NamedTuple):
    """The number of the step that is shown, from 1, and how many may follow at the most."""

    number: int
    left: int


class ProgressBar(QWidget):
    """Draws past steps filled, the current one wide and marked, and possible ones hollow."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._steps = Steps(1, 0)
        scale = context.theme.scale
        self._part, self._now, self._height, self._between = (
            round(each * scale) for each in (PART, NOW, HEIGHT, BETWEEN)
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Steps) -> None:
        """Show another step."""
        self._steps = steps
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        others = self._steps.number - 1 + self._steps.left
        return QSize(self._now + others * (self._part + self._between), self._height)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        palette = self._context.icons.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, half = 0, LINE / 2
        for index in range(1, self._steps.number + self._steps.left + 1):
            fill, frame = colours_of(index - self._steps.number, palette)
            width = self._now if index == self._steps.number else self._part
            painter.setPen(QPen(QColor(frame), LINE))
            painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
            pill = QRectF(left, 0, width, self._height).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(pill, self._height / 2 - half, self._height / 2 - half)
            left += width + self._between
        painter.end()


class StepProgress(QWidget):
    """The bar with its text above or beside it; only the text if both do not fit."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._words = context.words
        self._has_bar = True
        self.bar = ProgressBar(context)
        self.label = text_label("", "progress")
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(context.theme.px("gap_small") // 2)
        self._row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignCenter)
        self._row.addWidget(self.label, 0, Qt.AlignmentFlag.AlignCenter)

    def show_steps(self, steps: Steps, *, bar: bool = True) -> None:
        """Show and say another step, in words alone without `bar`."""
        self._has_bar = bar
        self.bar.show_steps(steps)
        self.label.setText(self.said(steps))
        self.label.setAccessibleName(self.label.text())

    def said(self, steps: Steps) -> str:
        """Return the text for the position and the number of possible steps."""
        here = self._words.step_count.format(number=steps.number)
        if not steps.left:
            return self._words.step_last.format(step=here)
        return self._words.step_left.format(step=here, left=steps.left)

    def fit_to(self, width: int, height: int, *, beside: bool) -> bool:
        """Arrange bar and words for a place; return whether the words have room there."""
        bar, text, gap = self.bar.sizeHint(), self.label.sizeHint(), self._row.spacing()
        if beside:
            fits = bar.width() + 2 * gap + text.width() <= width
        else:
            fits = bar.width() <= width and bar.height() + gap + text.height() <= height
        self.bar.setVisible(fits and self._has_bar)
        self._row.setDirection(TEXT_FIRST if beside else UPRIGHT)
        self._row.setAlignment(self.label, LEFT if beside else Qt.AlignmentFlag.AlignCenter)
        self._row.setAlignment(self.bar, RIGHT if beside else Qt.AlignmentFlag.AlignCenter)
        return text.width() <= width


def colours_of(ahead: int, palette: Palette) -> tuple[str, str]:
    """Return fill and frame of a part that lies so many steps ahead of this one."""
    if ahead < 0:
        return palette.accent, palette.accent
    if ahead == 0:
        return palette.mark, palette.on_mark_edge
    return "", palette.edge
