"""The theme for the current screen and the system's preferred color scheme."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from jknassist.gui.style.palette import ColorScheme
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import Theme, theme_for


def preferred_scheme() -> ColorScheme:
    """Return the light or dark color scheme that the system prefers."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return ColorScheme.DARK if dark else ColorScheme.LIGHT


def theme_of_screen() -> Theme:
    """Return the laptop theme for the primary screen and the preferred color scheme."""
    available = QGuiApplication.primaryScreen().availableSize()
    screen = Screen(width=available.width(), height=available.height())
    return theme_for(screen, kiosk=False, scheme=preferred_scheme())
