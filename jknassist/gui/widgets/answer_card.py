"""Answer card: a radio button with icon, text, hint, and a tick when it is chosen."""

from PySide6.QtCore import Property, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
)

from jknassist.core.flow.model import Option
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.factories import badge, text_label
from jknassist.gui.widgets.picture import SvgPicture
from jknassist.gui.widgets.raised_button import RaisedButton

BETWEEN_WORDS = 2
"""Pixels between the text of an answer and its hint."""


class AnswerCard(RaisedButton):
    """Chosen by a press anywhere on it, its digit (if any), Space, or Enter."""

    def __init__(self, answer: Option, digit: str, context: UiContext) -> None:
        super().__init__()
        self.answer_id = answer.id
        self.digit = digit
        self.setObjectName("card")
        self.setCheckable(True)
        # The button group enforces the single choice; this gives it the radio button role for
        # screen readers.
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(answer.text)
        self.setAccessibleDescription(answer.hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._gap = context.theme.px("gap")
        self._context = context
        name = context.words.picture_name.format(title=answer.text)
        self.picture = SvgPicture(answer.picture, 0, context.icons, name)
        self._words = tuple(
            text_label(text, name)
            for text, name in ((answer.text, "answer"), (answer.hint, "hint"))
            if text
        )
        self._tick = badge("✓", "tick")
        self._spare = False
        self._end = 0
        self._arranged: tuple[int, bool, int, int] | None = None
        self._plate = QColor(Qt.GlobalColor.transparent)
        self._assemble()
        self.toggled.connect(self._show_tick)

    def _assemble(self) -> None:
        self._row = QHBoxLayout(self)
        # The tick stands beside the text, or replaces the icon where space is short.
        self._left, self._right = QGridLayout(), QGridLayout()
        self._left.addWidget(self.picture, 0, 0, Qt.AlignmentFlag.AlignCenter)
        words = QVBoxLayout()
        words.setSpacing(BETWEEN_WORDS)
        words.addStretch()
        for label in self._words:
            words.addWidget(label)
        words.addStretch()
        self._row.addLayout(self._left)
        self._row.addLayout(words, 1)
        self._row.addLayout(self._right)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.arrange(0, spare=False)

    def reserve_end(self, width: int) -> None:
        """Reserve pixels at the right end for a button over the card."""
        self._end = width

    def arrange(self, side: int, *, spare: bool) -> None:
        """Set the icon size in pixels; `spare` saves width in a narrow card."""
        tick = self._context.theme.px("tick")
        if (side, spare, tick, self._end) == self._arranged:
            return  # a second layout would relayout the whole page
        self._arranged = side, spare, tick, self._end
        gap = self._gap // 2 if spare else self._gap
        self._row.setContentsMargins(gap // 2, self._gap // 4, self._end or gap, self._gap // 4)
        self._row.setSpacing(gap)
        self.picture.resize_to(side)
        self._spare = spare and bool(side)
        grid = self._left if self._spare else self._right
        grid.addWidget(self._tick, 0, 0, Qt.AlignmentFlag.AlignCenter)
        self._left.setColumnMinimumWidth(0, max(side, tick) if self._spare else side)
        # The space of a hidden tick stays reserved, so that no text moves.
        self._right.setColumnMinimumWidth(0, 0 if self._spare else tick)
        self._show_tick()

    def _get_plate(self) -> QColor:
        return self._plate

    def _set_plate(self, colour: QColor) -> None:
        self._plate = colour

    plate = Property(QColor, _get_plate, _set_plate)
    """Colour of the field behind the picture."""

    def _show_tick(self) -> None:
        self._tick.setVisible(self.isChecked())
        self.picture.setVisible(
            bool(self.picture.width()) and not (self._spare and self.isChecked())
        )

    def words_metrics(self) -> QFontMetrics:
        """Return the font metrics of the answer text."""
        self._words[0].ensurePolished()
        return self._words[0].fontMetrics()

    def words_height(self, width: int) -> int:
        """Return the height of the text in a card of a width, in pixels."""
        margins = self._row.contentsMargins()
        taken = margins.left() + margins.right() + 2 * self._row.spacing()
        taken += self._left.columnMinimumWidth(0) + self._right.columnMinimumWidth(0)
        available = max(1, width - taken)
        return sum(label.heightForWidth(available) for label in self._words) + BETWEEN_WORDS

    def press(self) -> None:
        """Click the card programmatically, for its digit for example."""
        self.click()

    def choose_by_key(self, key: int) -> bool:
        """Choose on Enter if not chosen yet; return whether it did (else Enter goes on)."""
        around = self.parentWidget()
        beside = [] if around is None else around.findChildren(AnswerCard)
        chosen = any(card.isChecked() for card in beside)
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not chosen:
            self.click()
        return enter and not chosen

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.choose_by_key(event.key()):
            super().keyPressEvent(event)

    def _paint_plate(self) -> None:
        """Paint the field behind the picture, inside the frame of the card."""
        line = self._context.theme.px("ring" if self.isChecked() or self.hasFocus() else "line")
        radius, lip = self._lip_size.width(), self._lip_size.height()
        top, bottom = (lip, 0) if self.isDown() else (0, lip)
        whole = QRectF(self.rect()).adjusted(line, top + line, -line, -bottom - line)
        shape, left = QPainterPath(), QPainterPath()
        shape.addRoundedRect(whole, radius - line, radius - line)
        whole.setRight(self._left.geometry().right() + self._row.spacing() // 2)
        left.addRect(whole)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape.intersected(left), self._plate)
        painter.end()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.picture.width() and self.isEnabled():
            self._paint_plate()

    @override
    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize()
