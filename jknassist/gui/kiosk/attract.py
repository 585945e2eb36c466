"""The first thing anybody sees: one question in large type, and any touch begins."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jknassist.gui.kiosk.choice import SIZES, Choice
from jknassist.gui.parts import Parts, button, text_label

ICON = 150
CORNER = 96
TAPS = 5
"""Touches of the hidden corner, each soon after the other, that lead to the staff door."""

LANGUAGE_NAMES = {"id": "Bahasa Indonesia", "en": "English"}
"""Each language by its own name, whatever language the page is in."""


class Corner(QWidget):
    """The hidden corner: five touches call the staff, fewer begin a visit like any other touch."""

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
        """Count a touch."""
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


class AttractPage(QWidget):
    """Waits for the next visitor; size, language and reach are chosen here and last one visit."""

    started = Signal()
    staff_called = Signal()
    chosen = Signal(object)

    def __init__(self, parts: Parts, choice: Choice, languages: Iterable[str], pace: int) -> None:
        super().__init__()
        self.parts = parts
        self.choice = choice
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(parts.words.kiosk_start_title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        gap = parts.look.px("gap")
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * gap, 2 * gap, 2 * gap, 2 * gap)
        column.setSpacing(gap)
        column.addStretch(3)
        self._add_invitation(column)
        column.addStretch(2)
        column.addLayout(self._settings(languages))
        self.corner = Corner(round(CORNER * parts.look.scale), pace, self)
        self.corner.called.connect(self.staff_called)
        self.corner.passed_by.connect(self.started)

    def _add_invitation(self, column: QVBoxLayout) -> None:
        words, look = self.parts.words, self.parts.look
        icon = QLabel()
        side = round(ICON * look.scale)
        icon.setPixmap(self.parts.pictures.draw("jknassist", side, self.devicePixelRatioF()))
        self.start = button(words.kiosk_start_text, "start")
        self.start.clicked.connect(self.started)
        limit = words.kiosk_start_limit.format(seconds=self.choice.idle_seconds)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for text, name in (
            (words.kiosk_start_title, "invitation"),
            (words.kiosk_start_hint, "text"),
        ):
            self._add_centred(column, text, name)
        column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignHCenter)
        self._add_centred(column, limit, "quiet")
        for line in self.parts.knowledge.about[:1]:
            self._add_centred(column, line, "quiet")

    def _add_centred(self, column: QVBoxLayout, text: str, name: str) -> None:
        label = text_label(text, name)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(label)

    def _settings(self, languages: Iterable[str]) -> QHBoxLayout:
        """Lay the choices of one visit out at the bottom, within everybody's reach."""
        words = self.parts.words
        row = QHBoxLayout()
        row.setSpacing(self.parts.look.px("gap"))
        for name, size in SIZES.items():
            made = self._setting(name, self.choice.with_size(size))
            made.setAccessibleName(f"{words.kiosk_text_size} {name}")
            made.setCheckable(True)
            made.setChecked(size == self.choice.size)
            row.addWidget(made)
        row.addStretch()
        reach = words.kiosk_reach_off if self.choice.reach else words.kiosk_reach_on
        row.addWidget(self._setting(reach, self.choice.with_reach(on=not self.choice.reach)))
        row.addStretch()
        for language in languages:
            if language != self.choice.language:
                name = LANGUAGE_NAMES.get(language, language)
                row.addWidget(self._setting(name, self.choice.with_language(language)))
        return row

    def _setting(self, text: str, leads_to: Choice) -> QPushButton:
        made = button(text, "setting")
        made.clicked.connect(partial(self.chosen.emit, leads_to))
        return made

    def greet(self) -> None:
        """Make ready to be looked at."""
        self.start.setFocus()

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
