"""Start page of a kiosk: an invitation read from three metres; any touch begins a visit."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.kiosk import screen
from jknassist.gui.kiosk.hidden_tap_area import HiddenTapArea
from jknassist.gui.kiosk.preferences import VisitorPreferences
from jknassist.gui.kiosk.start_settings import StartSettings
from jknassist.gui.style.illustrations import Illustration
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.factories import badge, button, frame, text_label
from jknassist.gui.widgets.illustration_view import IllustrationView
from jknassist.gui.widgets.picture import SvgPicture
from jknassist.gui.widgets.sign import LabelSign

LARGEST = 1.5

BRAND, DEED, CORNER = 52, 84, 96
"""Sides in pixels at scale 1: the program's sign, a picture of what happens, the hidden corner."""

FINGER = 1.4
"""Height of the finger on the large button, as a factor of a line of its words."""

LEAST_ART = 110
"""Height in pixels at scale 1 below which the drawing is left out."""

FRONT_SHARES = (0.51, 0.54, 0.58, 0.62)
"""Shares of a landscape screen that the invitation may take, so that it has two lines only."""

TAP_PERIOD = 1000
"""Milliseconds between two moves of the finger: the one thing that moves, once a second."""


def drawn_size(size: float, width: int, height: int) -> float:
    """Return the text size factor for this page: its letters are very large to begin with.

    On a portrait screen they fill the width already.
    """
    return min(size, LARGEST) if width >= height else 1.0


class StartPage(QWidget):
    """Waits for a visitor; the preferences set here last one visit.

    On a portrait screen the invitation stands above what happens next, on a landscape screen beside
    it. Reading aloud puts its switch in with `add_voice_switch`.
    """

    started = Signal()
    staff_called = Signal()
    chosen = Signal(object)

    def __init__(
        self,
        context: UiContext,
        choice: VisitorPreferences,
        languages: Iterable[str],
        timeouts: int,
    ) -> None:
        super().__init__()
        self.context = context
        self.choice = choice
        width, height = screen.size()
        self._upright = height > width
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.words.kiosk_start_title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._gap = context.theme.px("gap")
        self.settings = StartSettings(context, choice, languages)
        self.settings.chosen.connect(self.chosen)
        # Laid out by `_lay_out`: their sizes follow from what is hidden to make the rest fit.
        self._front, self._lower = QWidget(self), QWidget(self)
        self._told = QWidget()
        self._add_invitation(QVBoxLayout(self._front))
        self._add_what_happens(QVBoxLayout(self._told))
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        foot.addWidget(self.settings)
        self._assemble()
        self.corner = HiddenTapArea(round(CORNER * context.theme.scale), timeouts, self)
        self.corner.called.connect(self.staff_called)
        self.corner.passed_by.connect(self.started)
        self._tapping = QTimer(self)
        self._tapping.setInterval(TAP_PERIOD)
        self._tapping.timeout.connect(self._move_finger)

    def _assemble(self) -> None:
        gap, edge = self._gap, 2 * self._gap
        column = QVBoxLayout(self._lower)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._told, 1)
        column.addWidget(self._foot)
        for box, above, below in (
            (self._front, gap, 0 if self._upright else edge),
            (self._told, gap, gap),
            (self._foot, gap if self._upright else 0, gap if self._upright else edge),
        ):
            margins = (edge, above, edge, below) if self._upright else (gap, gap, gap, below // 2)
            layout = box.layout()
            assert layout is not None  # noqa: S101  each was given one above
            layout.setContentsMargins(*margins)

    def _add_invitation(self, column: QVBoxLayout) -> None:
        """Lay out the program's name, the headline, the drawing and the large button."""
        words, theme = self.context.words, self.context.theme
        column.setSpacing(self._gap // 2)
        self._brand = QWidget()
        row = QHBoxLayout(self._brand)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._gap)
        side = round(BRAND * theme.scale)
        row.addWidget(SvgPicture("jknassist", side, self.context.icons))
        row.addWidget(text_label(self.context.knowledge.name, "front_brand"), 1)
        column.addWidget(self._brand)
        self.headline = text_label(words.kiosk_start_title, "headline")
        column.addWidget(self.headline)
        self._art = IllustrationView(Illustration.FIRST_PAGE, LIGHT)
        self._art.setMinimumHeight(round(LEAST_ART * theme.scale))
        self.start = button(words.kiosk_start_text, "start")
        self.start.set_sign(Sign.TOUCH, times=FINGER)
        self.start.clicked.connect(self.started)
        standing = QVBoxLayout()
        standing.setSpacing(0)
        standing.addWidget(self._art, 1)
        standing.addWidget(self.start)
        column.addLayout(standing, 1)

    def _add_what_happens(self, column: QVBoxLayout) -> None:
        """Lay out three pictures of what happens, and the notes below them."""
        words, theme = self.context.words, self.context.theme
        column.setSpacing(self._gap)
        self._deeds = QWidget()
        row = QHBoxLayout(self._deeds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px("gap_small"))
        for number, (drawn, text) in enumerate(
            (
                (Illustration.PICK, words.kiosk_start_pick),
                (Illustration.CHECK_NUMBER, words.kiosk_start_check),
                (Illustration.TAKE_STEPS, words.kiosk_start_take),
            ),
            1,
        ):
            row.addWidget(self._deed(number, drawn, text), 1)
        column.addWidget(self._deeds)
        column.addStretch()
        limit = words.kiosk_start_limit.format(seconds=self.choice.idle_seconds)
        notes = [(Sign.NO_CARD, words.kiosk_start_hint), (Sign.CLOCK, limit)]
        notes += [(Sign.SHIELD, line) for line in self.context.knowledge.about[:1]]
        self._notes = [self._note(sign, text) for sign, text in notes]
        for note in self._notes:
            column.addWidget(note)
        column.addStretch()

    def _deed(self, number: int, drawn: Illustration, text: str) -> QWidget:
        """Return a card with a number, a picture and a few words; it cannot be pressed."""
        theme = self.context.theme
        label = text_label(text)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card = frame("deed", theme=theme)
        column = card.layout()
        picture = IllustrationView(drawn, theme.palette)
        picture.setFixedHeight(round(DEED * theme.scale))
        head = QGridLayout()
        head.addWidget(picture, 0, 0)
        corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        head.addWidget(badge(str(number), "deed_number"), 0, 0, corner)
        if isinstance(column, QVBoxLayout):
            small = theme.px("gap") // 2
            column.setContentsMargins(small, small, small, small)
            column.addLayout(head)
            column.addWidget(label, 1)
        return card

    def _note(self, sign: Sign, text: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._gap)
        label = text_label(text, "quiet")
        row.addWidget(LabelSign(sign, label), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return box

    def fit(self) -> None:
        """Hide the less important widgets one by one until the rest fits on the screen."""
        beside = self._share_width()
        lower = self.width() - beside
        self.settings.arrange(lower - _sides(self._foot))
        about, limit, hint = self._notes[2:], self._notes[1], self._notes[0]
        spare: tuple[QWidget, ...] = (self._deeds, *about, self._art, limit, self._brand, hint)
        for count in range(len(spare) + 1):
            for index, widget in enumerate(spare):
                widget.setHidden(index < count)
            if self._lay_out(beside):
                break

    def _lay_out(self, beside: int) -> bool:
        """Set both halves, the invitation `beside` pixels wide or above; return if they fit."""
        width, height = self.width(), self.height()
        lower = _needed(self._lower, width - beside)
        if beside:
            self._front.setGeometry(0, 0, beside, height)
            self._lower.setGeometry(beside, 0, width - beside, height)
            return max(lower, _needed(self._front, beside)) <= height
        self._front.setGeometry(0, 0, width, height - lower)
        self._lower.setGeometry(0, height - lower, width, lower)
        return lower + _needed(self._front, width) <= height

    def add_voice_switch(self, switch: QWidget) -> None:
        """Put the switch for reading aloud into its place among the preferences."""
        self.settings.add_voice_switch(switch)
        self.fit()

    def _share_width(self) -> int:
        """Return the width of an invitation whose headline has two lines; 0 for it to be above."""
        if self._upright:
            return 0
        self.headline.ensurePolished()
        two_lines = 2 * self.headline.fontMetrics().height() + 2
        widths = [round(share * self.width()) for share in FRONT_SHARES]
        sides, tall = _sides(self._front), self.headline.heightForWidth
        return next((each for each in widths if tall(each - sides) <= two_lines), widths[-1])

    def _move_finger(self) -> None:
        lifted = self.start.sign is Sign.TOUCH
        self.start.set_sign(Sign.TOUCHED if lifted else Sign.TOUCH, times=FINGER)

    def activate(self) -> None:
        """Make ready to be looked at."""
        self.start.setFocus()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.context.theme.palette
        field = QRect(self._front.geometry())
        if self._upright:
            # The large button stands half on the field and half on the page below.
            field.setBottom(self.start.mapTo(self, self.start.rect().center()).y())
            bar = QRect(self._foot.mapTo(self, self._foot.rect().topLeft()), self._foot.size())
            painter.fillRect(bar, QColor(palette.bar_fill))
        painter.fillRect(field, QColor(palette.front))
        painter.end()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tapping.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._tapping.stop()
        super().hideEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.started.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.started.emit()
        else:
            super().keyPressEvent(event)


def _needed(box: QWidget, width: int) -> int:
    """Return the height that a box takes now: Qt puts off working it out for hidden widgets."""
    for widget in (*reversed(box.findChildren(QWidget)), box):
        if (inner := widget.layout()) is not None:
            inner.activate()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    layout = box.layout()
    return 0 if layout is None else layout.totalHeightForWidth(width)


def _sides(box: QWidget) -> int:
    """Return the width of the margins of a box, left and right."""
    layout = box.layout()
    margins = layout.contentsMargins() if layout is not None else box.contentsMargins()
    return margins.left() + margins.right()
