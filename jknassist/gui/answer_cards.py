"""The big answers of a question: cards in one or two columns, one of them chosen."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jknassist.core.knowledge import DONT_KNOW, Answer
from jknassist.gui.parts import Parts, text_label

# Two columns need room for about 20 letters of an answer beside its picture in each.
TWO_COLUMNS_FROM = 760
TALLEST = 190


@dataclass(frozen=True)
class Density:
    """How much room the cards of a page have: side of the picture in pixels, keys 0 to 5."""

    picture: int
    tight: bool
    keys: bool = True


ROOMY = Density(picture=76, tight=False)
BELOW_A_FIELD = Density(picture=60, tight=True)
BELOW_A_LIST = Density(picture=46, tight=True)
# Beside a keypad the digits belong to the number.
BESIDE_A_KEYPAD = Density(picture=0, tight=True, keys=False)


class AnswerCard(QPushButton):
    """One answer: its picture, its words, and a tick when it is chosen."""

    def __init__(self, answer: Answer, key: str, parts: Parts, density: Density) -> None:
        super().__init__()
        self.answer_id = answer.id
        self.setObjectName("card")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(answer.text)
        self.setAccessibleDescription(answer.hint)
        self._tick = text_label("✓", "tick")
        self._assemble(answer, parts, density.picture)
        self.toggled.connect(self._tick.setVisible)
        if density.keys:
            QShortcut(QKeySequence(key), self).activated.connect(self.click)

    def _assemble(self, answer: Answer, parts: Parts, side: int) -> None:
        scale = parts.look.scale
        gap = parts.look.px("gap")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(gap, gap // 4, gap, gap // 4)
        row.setSpacing(gap)
        if side:
            picture = QLabel()
            pixels = round(side * scale)
            ratio = self.devicePixelRatioF()
            picture.setPixmap(parts.pictures.draw(answer.picture, pixels, ratio))
            row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(text_label(answer.text, "answer"))
        if answer.hint:
            words.addWidget(text_label(answer.hint, "hint"))
        words.addStretch()
        row.addLayout(words, 1)
        row.addWidget(self._badge(parts))
        for child in self.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMaximumHeight(round(TALLEST * scale))

    def _badge(self, parts: Parts) -> QWidget:
        """Hold the tick; its room is kept while it is hidden, so that no word moves."""
        side = 2 * parts.look.px("tick_round")
        place = QWidget()
        place.setFixedWidth(side)
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        self._tick.setFixedSize(side, side)
        self._tick.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._tick.hide()
        column.addStretch()
        column.addWidget(self._tick)
        column.addStretch()
        place.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return place

    @override
    def sizeHint(self) -> QSize:
        return self._row.totalSizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self._row.totalMinimumSize()


class AnswerCards(QWidget):
    """All answers of one question; emits the id of the answer that was chosen."""

    chosen = Signal(str)

    def __init__(self, answers: tuple[Answer, ...], parts: Parts, density: Density) -> None:
        super().__init__()
        self._gap = parts.look.px("gap")
        self._wide = TWO_COLUMNS_FROM * parts.look.scale
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(self._gap // 2 if density.tight else self._gap)
        self._group = QButtonGroup(self)
        self.cards = tuple(
            AnswerCard(answer, shortcut_key(answer, place), parts, density)
            for place, answer in enumerate(answers, 1)
        )
        for card in self.cards:
            self._group.addButton(card)
        self._group.buttonClicked.connect(self._emit)
        self._arrange(2)

    def choose(self, answer_id: str) -> None:
        """Show an answer as chosen, without telling anybody."""
        # An exclusive group lets no card be taken back.
        self._group.setExclusive(False)
        for card in self.cards:
            card.setChecked(card.answer_id == answer_id)
        self._group.setExclusive(True)

    def _emit(self, card: AnswerCard) -> None:
        self.chosen.emit(card.answer_id)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(columns_for(event.size().width(), self._wide))


def columns_for(width: int, wide: float) -> int:
    """Return how many columns of cards fit into a width in pixels."""
    return 2 if width >= wide else 1


def shortcut_key(answer: Answer, place: int) -> str:
    """Return the key that chooses an answer: its place, and 0 for "don't know"."""
    return "0" if answer.id == DONT_KNOW else str(place)


def direction_for(width: int, wide: float) -> QBoxLayout.Direction:
    """Return whether two halves stand beside or below each other in a width in pixels."""
    if width >= wide:
        return QBoxLayout.Direction.LeftToRight
    return QBoxLayout.Direction.TopToBottom
