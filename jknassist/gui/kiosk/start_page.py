"""Start page of a kiosk: an invitation in large type; any touch begins a visit."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jknassist.core.languages import LANGUAGES
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.kiosk import screen
from jknassist.gui.kiosk.preferences import SIZES, VisitorPreferences
from jknassist.gui.widgets.factories import button, text_label

LARGEST = 1.5

ICON = 150
CORNER = 96
TAPS = 5
"""Number of quick taps on the hidden corner that call the staff."""


def drawn_size(size: float, width: int, height: int) -> float:
    """Return the text size factor for this page: its letters are very large to begin with.

    On a portrait screen they fill the width already.
    """
    return min(size, LARGEST) if width >= height else 1.0


class HiddenTapArea(QWidget):
    """Hidden corner: TAPS quick taps call the staff, fewer begin a visit like any touch."""

    called = Signal()
    passed_by = Signal()

    def __init__(self, side: int, patience: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(side, side)
        self._taps = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(patience)
        self._timer.timeout.connect(self._give_up)

    def tap(self) -> None:
        """Count a tap."""
        self._taps += 1
        if self._taps < TAPS:
            self._timer.start()
            return
        self._timer.stop()
        self._taps = 0
        self.called.emit()

    def _give_up(self) -> None:
        self._taps = 0
        self.passed_by.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.tap()


class StartPage(QWidget):
    """Waits for a visitor; text size, language and low reach set here last one visit."""

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
        self._narrow = choice.size > 1 or height > width
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(context.words.kiosk_start_title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        gap = context.theme.px("gap")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * gap, 2 * gap, 2 * gap, 2 * gap)
        column.setSpacing(gap)
        column.addStretch(3)
        self._spare: list[QWidget] = []
        self._add_invitation(column)
        column.addStretch(2)
        column.addLayout(self._settings(languages))
        self.corner = HiddenTapArea(round(CORNER * context.theme.scale), timeouts, self)
        self.corner.called.connect(self.staff_called)
        self.corner.passed_by.connect(self.started)

    def _add_invitation(self, column: QVBoxLayout) -> None:
        """Lay out the invitation and the large button."""
        words, theme = self.context.words, self.context.theme
        plain = self.choice.size == 1
        if plain:
            icon = QLabel()
            side = round(ICON * theme.scale)
            icon.setPixmap(self.context.icons.draw("jknassist", side, self.devicePixelRatioF()))
            column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
            self._spare.append(icon)
        self.start = button(words.kiosk_start_text, "start")
        self.start.clicked.connect(self.started)
        limit = words.kiosk_start_limit.format(seconds=self.choice.idle_seconds)
        self._add_centred(column, words.kiosk_start_title, "invitation" if plain else "heading")
        hint = self._add_centred(column, words.kiosk_start_hint, "text")
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignHCenter)
        stays = self._add_centred(column, limit, "quiet")
        for line in self.context.knowledge.about[:1] if plain else ():
            self._spare.append(self._add_centred(column, line, "quiet"))
        self._spare += [stays, hint]

    def _add_centred(self, column: QVBoxLayout, text: str, name: str) -> QLabel:
        label = text_label(text, name)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label)
        return label

    def fit(self) -> None:
        """Hide the less important widgets one by one until the rest fits on the screen."""
        column = self.layout()
        for count in range(len(self._spare) + 1):
            for index, widget in enumerate(self._spare):
                widget.setHidden(index < count)
            if column is None or column.totalHeightForWidth(self.width()) <= self.height():
                break

    def _settings(self, languages: Iterable[str]) -> QVBoxLayout:
        """Lay out the preferences at the bottom, in one row if the width allows."""
        gap = self.context.theme.px("gap")
        sizes, others = QHBoxLayout(), QHBoxLayout()
        for made in self._sizes():
            sizes.addWidget(made)
        words = self.context.words
        reach = words.kiosk_reach_off if self.choice.reach else words.kiosk_reach_on
        others.addWidget(self._setting(reach, self.choice.with_reach(on=not self.choice.reach)))
        others.addStretch()
        for language in languages:
            if language != self.choice.language:
                name = LANGUAGES.get(language, language)
                others.addWidget(self._setting(name, self.choice.with_language(language)))
        rows = QVBoxLayout()
        rows.setSpacing(gap // 2)
        for row in (sizes, others):
            row.setSpacing(gap)
        sizes.addStretch()
        rows.addLayout(sizes)
        (rows if self._narrow else sizes).addLayout(others)
        return rows

    def _sizes(self) -> Iterator[QPushButton]:
        words = self.context.words
        for name, size in SIZES.items():
            made = self._setting(name, self.choice.with_size(size))
            made.setAccessibleName(f"{words.kiosk_text_size} {name}")
            made.setCheckable(True)
            made.setChecked(size == self.choice.size)
            yield made

    def _setting(self, text: str, leads_to: VisitorPreferences) -> QPushButton:
        made = button(text, "setting")
        made.clicked.connect(partial(self.chosen.emit, leads_to))
        return made

    def activate(self) -> None:
        """Make ready to be looked at."""
        self.start.setFocus()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

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
