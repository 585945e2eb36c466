"""Answer card: a radio button with a picture on a plate, text and hint, filled when chosen."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
)

from jknassist.core.flow.model import Option
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.widgets.factories import text_label
from jknassist.gui.widgets.raised_button import RaisedButton
from jknassist.gui.widgets.tick_badge import TickBadge

BETWEEN_WORDS = 2
"""Pixels between the text of an answer and its hint."""

DISABLED_PICTURE = 0.4
"""Opacity of the picture of a card that cannot be chosen."""


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
        self._picture = answer.picture
        self._words = tuple(
            text_label(text, name)
            for text, name in ((answer.text, "answer"), (answer.hint, "hint"))
            if text
        )
        self._end = 0
        self._side = 0
        self._arranged: tuple[int, bool, int, int] | None = None
        self._badge = TickBadge(context, self)
        self._assemble()
        self._badge.raise_()
        self.toggled.connect(self._recolour_words)
        self.toggled.connect(self._badge.setVisible)

    def _assemble(self) -> None:
        self._row = QHBoxLayout(self)
        # The picture is painted into this room and grows with the card, without asking for more.
        self._left = QSpacerItem(0, 0)
        words = QVBoxLayout()
        words.setSpacing(BETWEEN_WORDS)
        words.addStretch()
        for label in self._words:
            words.addWidget(label)
        words.addStretch()
        self._row.addItem(self._left)
        self._row.addLayout(words, 1)
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.arrange(0, spare=False)

    def show_hint(self, *, shown: bool) -> None:
        """Show or hide the hint below the text; a screen reader and the voice tell it anyway."""
        for label in self._words[1:]:
            label.setVisible(shown)

    def reserve_end(self, width: int) -> None:
        """Reserve pixels at the right end for a button over the card."""
        self._end = width

    def arrange(self, side: int, *, spare: bool, plate: int = 0) -> None:
        """Set the least side of the picture in pixels and the width of the plate behind it.

        `spare` saves width in a narrow card. With more room the picture fills the plate.
        """
        # The badge of a chosen card needs the plate, so nothing moves when it appears.
        wide = max(side, plate, self._badge.width())
        if (side, spare, wide, self._end) == self._arranged:
            return  # a second layout would relayout the whole page
        self._arranged = side, spare, wide, self._end
        self._side = side
        gap = self._gap // 2 if spare else self._gap
        # The lip is drawn inside the card: without it above, the words stand in the middle.
        lip = self._context.theme.px("lip") // 2
        above, below = self._gap // 4 - lip, self._gap // 4 + lip
        self._row.setContentsMargins(gap // 2, above, self._end or gap, below)
        self._row.setSpacing(gap)
        fixed = QSizePolicy.Policy.Fixed
        self._left.changeSize(wide + gap, side, fixed, QSizePolicy.Policy.Minimum)
        self._row.invalidate()
        self._place_badge()
        self.update()

    def _recolour_words(self) -> None:
        chosen = self.isChecked() and self.isEnabled()
        colour = QColor(self._context.icons.palette.on_accent) if chosen else None
        for label in self._words:
            label.draw_in(colour)

    def words_metrics(self) -> QFontMetrics:
        """Return the font metrics of the answer text."""
        self._words[0].ensurePolished()
        return self._words[0].fontMetrics()

    def words_height(self, width: int) -> int:
        """Return the height of the text in a card of a width, in pixels."""
        margins = self._row.contentsMargins()
        taken = margins.left() + margins.right() + self._left.sizeHint().width()
        available = max(1, width - taken)
        shown = (label for label in self._words if not label.isHidden())
        return sum(label.heightForWidth(available) for label in shown) + BETWEEN_WORDS

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

    def plate(self) -> QRectF:
        """Return the field behind the picture, without regard to the round corners."""
        whole, margins = QRectF(self.face()), self._row.contentsMargins()
        taken = self._left.sizeHint().width() - self._row.spacing() // 2
        whole.setRight(margins.left() + taken)
        return whole

    def _paint_plate(self, painter: QPainter) -> None:
        plate, radius = self.plate(), self._lip_size.width()
        card, left = QPainterPath(), QPainterPath()
        card.addRoundedRect(plate.adjusted(0, 0, self.width(), 0), radius, radius)
        left.addRect(plate)
        painter.fillPath(card.intersected(left), QColor(self._context.icons.palette.plate))

    def _paint_key(self, painter: QPainter) -> None:
        """Paint the digit that chooses the card into the corner of the plate."""
        font = QFont(self.font())
        font.setPixelSize(self._context.theme.px("key_cap"))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._context.icons.palette.quiet))
        inside = self._gap // 3
        corner = self.plate().adjusted(inside, inside // 2, -inside, -inside)
        painter.drawText(corner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.digit)

    def picture_place(self) -> QRect:
        """Return the square that the picture fills, centered on the plate; empty without one."""
        plate, inside = self.plate().toRect(), self._gap // 4
        room = min(plate.width(), plate.height()) - 2 * inside
        side = min(max(room, self._side), plate.width() - 2 * inside) if self._side else 0
        return QRect(plate.center() - QPoint(side // 2, side // 2), QSize(side, side))

    def _paint_picture(self, painter: QPainter) -> None:
        place = self.picture_place()
        if not place.isEmpty():
            ratio = self.devicePixelRatioF()
            drawn = self._context.icons.draw(self._picture, place.width(), ratio)
            painter.setOpacity(1 if self.isEnabled() else DISABLED_PICTURE)
            painter.drawPixmap(place.topLeft(), drawn)
            painter.setOpacity(1)

    def _place_badge(self) -> None:
        """Place the tick onto the corner of the plate, or onto its center without a picture."""
        plate, inside = self.plate().toRect(), self._gap // 4
        corner = QPoint(plate.right() - inside, plate.bottom() - inside)
        if not self._side:
            corner = plate.center() + QPoint(self._badge.width() // 2, self._badge.height() // 2)
        self._badge.move(corner - QPoint(self._badge.width(), self._badge.height()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isEnabled():
            self._paint_plate(painter)
        self._paint_picture(painter)
        if self.digit and not self._context.is_kiosk:
            self._paint_key(painter)
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_badge()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.EnabledChange}:
            self._recolour_words()

    @override
    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize()
