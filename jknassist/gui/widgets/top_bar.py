"""Top bar of every page: program name, display settings, help, and the buttons that leave."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.style.palette import ColorScheme
from jknassist.gui.style.signs import Sign
from jknassist.gui.style.theme import TextSize, Theme
from jknassist.gui.widgets.factories import button, text_label
from jknassist.gui.widgets.picture import SvgPicture
from jknassist.gui.widgets.wrapping_button import WrappingButton

LOW = 480
"""Window height in pixels below which the program name is hidden before a second row is added."""


class TopBar(QWidget):
    """One row where that fits, otherwise two; emits a signal for each button."""

    help_wanted = Signal()
    leave_wanted = Signal()
    language_wanted = Signal()
    size_wanted = Signal()
    color_scheme_wanted = Signal()

    def __init__(
        self, context: UiContext, theme: Theme, *, next_language: str, leave_text: str
    ) -> None:
        super().__init__()
        self._words = context.words
        self._buttons: list[QPushButton] = []
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        gap = context.theme.px("gap")
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(2 * gap, gap // 3, 2 * gap, gap // 3)
        self._rows.setSpacing(gap // 2)
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for row in (self._first, self._second):
            row.setSpacing(gap // 2)
        self._rows.addLayout(self._first, 1)
        self._rows.addLayout(self._second)
        name = context.words.picture_name.format(title=context.knowledge.name)
        self._icon = SvgPicture("jknassist", context.theme.px("icon"), context.icons, name)
        self._first.addWidget(self._icon)
        self._first.addSpacing(gap // 4)
        self._brand = text_label(context.knowledge.name, "brand")
        self._first.addWidget(self._brand, 1)
        self.size_button = self._add(self._first, "", "quiet", self.size_wanted)
        self.scheme_button = self._add(self._first, "", "quiet", self.color_scheme_wanted)
        self.language_button = self._add(
            self._first, next_language, "language", self.language_wanted
        )
        staff = self._add(self._second, context.words.contacts, "help", self.help_wanted)
        leave = self._add(self._second, leave_text, "leave", self.leave_wanted)
        self._signs = {staff: Sign.STAFF, leave: Sign.LEAVE}
        self.follow(theme)

    def _add(self, row: QHBoxLayout, text: str, name: str, wanted: object) -> WrappingButton:
        made = button(text, name)
        made.clicked.connect(wanted)
        row.addWidget(made)
        self._buttons.append(made)
        return made

    def add_first(self, made: QPushButton) -> None:
        """Insert a button before the display settings."""
        self._first.insertWidget(self._first.indexOf(self.size_button), made)
        self._buttons.append(made)

    def offer_language(self, *, offered: bool) -> None:
        """Show or hide the language switch."""
        self.language_button.setVisible(offered)

    def follow(self, theme: Theme) -> None:
        """Label the toggle buttons with the state that the next press brings."""
        words = self._words
        size = next_size(theme.size)
        self.size_button.setText(words.text_size.format(size=size))
        self.size_button.setAccessibleName(self.size_button.text())
        shade = words.shade_dark if theme.scheme is ColorScheme.LIGHT else words.shade_light
        self.scheme_button.setText(shade)
        self.scheme_button.setAccessibleName(words.shade_name.format(shade=shade))

    def arrange(self, width: int) -> None:
        """Move the two buttons that leave to a second row where `width` pixels are too few for one.

        On a portrait screen this happens before any text wraps, since there is height to spare. On
        a low screen the program name is hidden first: a second row would take height from the page.
        """
        self._show_signs(width)
        self._show_name(shown=not self._is_low() or self._in_lines() <= width)
        margins = self._rows.contentsMargins()
        upright = self.window().height() > width
        first, second = (
            row.sizeHint().width() if upright else row.minimumSize().width()
            for row in (self._first, self._second)
        )
        needed = first + second + self._rows.spacing() + margins.left() + margins.right()
        side_by_side, stacked = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._rows.setDirection(side_by_side if width >= needed else stacked)

    def _show_signs(self, width: int) -> None:
        """Show a sign on the buttons that leave, where their row has room for it."""
        taken = sum(made.sign_width() for made in self._signs)
        needed = sum(made.width_of_sign() for made in self._signs)
        one_line = self._in_lines() - taken
        fits = one_line + needed <= width
        if one_line > width and self.window().height() > width:
            # They have a row of their own on a portrait screen.
            row = self._second.sizeHint().width() - taken + needed
            margins = self._rows.contentsMargins()
            fits = row + margins.left() + margins.right() <= width
        for made, sign in self._signs.items():
            wanted = sign if fits else None
            if made.sign is not wanted:
                made.set_sign(wanted)

    def _show_name(self, *, shown: bool) -> None:
        if shown == self._brand.isHidden():
            self._brand.setVisible(shown)

    def _is_low(self) -> bool:
        window = self.window()
        return window.height() < LOW and window.height() <= window.width()

    def _in_lines(self) -> int:
        """Return the width of a single row, name included, in which no text wraps."""
        shown = [made for made in self._buttons if not made.isHidden()]
        wide = [one.sizeHint().width() for one in (self._icon, self._brand, *shown)]
        margins = self._rows.contentsMargins()
        return sum(wide) + len(wide) * self._rows.spacing() + margins.left() + margins.right()

    @override
    def minimumSizeHint(self) -> QSize:
        # The minimum width is that of two rows, also before the width is known: otherwise the
        # window would outgrow its screen.
        margins = self._rows.contentsMargins()
        wide = max(row.minimumSize().width() for row in (self._first, self._second))
        wide += margins.left() + margins.right()
        return QSize(wide, self._rows.minimumSize().height())

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange(self.width())
        return done

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange(event.size().width())


def next_size(size: TextSize) -> TextSize:
    """Return the next larger text size, wrapping around to the smallest."""
    sizes = tuple(TextSize)
    return sizes[(sizes.index(size) + 1) % len(sizes)]


def stepped_size(size: TextSize, step: int) -> TextSize:
    """Return the text size `step` steps larger or smaller, clamped to the scale."""
    sizes = tuple(TextSize)
    return sizes[min(max(sizes.index(size) + step, 0), len(sizes) - 1)]
