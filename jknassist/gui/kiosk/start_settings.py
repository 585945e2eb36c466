"""Preferences at the foot of the start page: language, colours, size, reading aloud, reach."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from jknassist.core.languages import LANGUAGES
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.kiosk.preferences import SIZES, VisitorPreferences
from jknassist.gui.style.palette import ColorScheme
from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.factories import button, dressed
from jknassist.gui.widgets.wrapping_button import WrappingButton

SIZE_NAMES = {"A": "setting_a", "A+": "setting_a_plus", "A++": "setting_a_plus_plus"}
"""Object names in theme.qss of the keys that set the text size: an A in its own size."""


class SizeKey(WrappingButton):
    """A key with an A; the chosen one is underlined, so that it differs by more than its fill."""

    def __init__(self, colour: str) -> None:
        super().__init__("A")
        self._line = QColor(colour)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        width, lip = self.width() // 2, self.lip_height()
        thick = max(lip, 3)
        line = QRect((self.width() - width) // 2, self.height() - lip - 2 * thick, width, thick)
        painter = QPainter(self)
        painter.fillRect(line, self._line)
        painter.end()


class StartSettings(QWidget):
    """The preferences in as few rows as the width allows; emits what a press leads to."""

    chosen = Signal(object)

    def __init__(
        self, context: UiContext, choice: VisitorPreferences, languages: Iterable[str]
    ) -> None:
        super().__init__()
        self._context, self._choice = context, choice
        self._gap = max(context.theme.px("gap_small"), 1)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(self._gap)
        languages_and_scheme = (
            self._group(self._language_keys(languages)),
            self._group([self._scheme_key()]),
        )
        sizes, self._voice = self._group(self._size_keys()), self._group([])
        reach = self._group([self._reach_key()])
        # In tab order.
        self._groups = (*languages_and_scheme, sizes, self._voice, reach)
        self._arranged: tuple[tuple[int, ...], ...] = ()

    def _group(self, keys: Iterable[QWidget]) -> QWidget:
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._gap)
        for key in keys:
            row.addWidget(key)
        return box

    def add_voice_switch(self, switch: QWidget) -> None:
        """Put the switch for reading aloud after the sizes; then `arrange` has to be called."""
        layout = self._voice.layout()
        if layout is not None:
            layout.addWidget(as_tall_as_its_row(switch))
            # Until the page is shown Qt counts it as hidden, and a layout gives it no width.
            switch.show()

    def arrange(self, width: int) -> None:
        """Pack the groups into rows of a width in pixels, in their order."""
        shown = [group for group in self._groups if _holds_something(group)]
        for key in self.findChildren(QPushButton):
            key.ensurePolished()
            key.updateGeometry()
        rows: list[list[QWidget]] = []
        left = 0
        for group in shown:
            needed = _width(group) + self._gap
            if not rows or needed > left:
                rows.append([])
                left = width + self._gap
            rows[-1].append(group)
            left -= needed
        packed = tuple(tuple(self._groups.index(group) for group in row) for row in rows)
        if packed != self._arranged:
            self._arranged = packed
            self._lay_out(rows)

    def _lay_out(self, rows: list[list[QWidget]]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            inner: QLayout | None = item.layout()
            if inner is not None:
                inner.deleteLater()
        for row in rows:
            line = QHBoxLayout()
            line.setSpacing(self._gap)
            # Before there is anything in it: PySide would keep its items beyond their deletion, and
            # take what is made in their place for them.
            self._rows.addLayout(line)
            for group in row:
                line.addWidget(group, max(1, _width(group)))
                group.show()

    def _language_keys(self, languages: Iterable[str]) -> Iterator[QWidget]:
        offered = tuple(languages)
        for language in offered if len(offered) > 1 else ():
            key = self._key(LANGUAGES.get(language, language), "setting")
            self._leads(key, self._choice.with_language(language))
            self._check(key, chosen=language == self._choice.language)
            if key.isChecked():
                key.set_sign(Sign.CHECK)
            yield key

    def _scheme_key(self) -> WrappingButton:
        words = self._context.words
        light = self._choice.scheme is ColorScheme.LIGHT
        shade = words.shade_dark if light else words.shade_light
        key = self._key(shade, "setting")
        key.setAccessibleName(words.shade_name.format(shade=shade))
        key.set_sign(Sign.DARK if light else Sign.LIGHT)
        other = ColorScheme.DARK if light else ColorScheme.LIGHT
        self._leads(key, self._choice.with_scheme(other))
        return key

    def _size_keys(self) -> Iterator[QWidget]:
        for name, size in SIZES.items():
            key = dressed(SizeKey(self._context.theme.palette.mark), SIZE_NAMES[name])
            as_tall_as_its_row(key)
            key.setAccessibleName(f"{self._context.words.kiosk_text_size} {name}")
            self._leads(key, self._choice.with_size(size))
            self._check(key, chosen=size == self._choice.size)
            yield key

    def _reach_key(self) -> WrappingButton:
        words = self._context.words
        text = words.kiosk_reach_off if self._choice.reach else words.kiosk_reach_on
        key = self._key(text, "setting")
        key.set_sign(Sign.UP if self._choice.reach else Sign.DOWN)
        self._leads(key, self._choice.with_reach(on=not self._choice.reach))
        return key

    def _key(self, text: str, name: str) -> WrappingButton:
        key = button(text, name)
        as_tall_as_its_row(key)
        return key

    def _leads(self, key: WrappingButton, choice: VisitorPreferences) -> None:
        key.clicked.connect(partial(self.chosen.emit, choice))

    def _check(self, key: WrappingButton, *, chosen: bool) -> None:
        key.setCheckable(True)
        key.setChecked(chosen)


def as_tall_as_its_row(key: QWidget) -> QWidget:
    """Make a key or switch as tall as its row, and return it."""
    policy = key.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    key.setSizePolicy(policy)
    return key


def _width(group: QWidget) -> int:
    layout = group.layout()
    if layout is None:
        return 0
    layout.activate()
    return layout.totalSizeHint().width()


def _holds_something(group: QWidget) -> bool:
    layout = group.layout()
    return layout is not None and layout.count() > 0
