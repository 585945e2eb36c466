"""Preferences of one visitor, set on the start page: text size, language, low reach, colours."""

from dataclasses import dataclass, replace

from jknassist.gui.style.palette import ColorScheme

SIZES = {"A": 1.0, "A+": 1.5, "A++": 2.0}
"""Text size factors by the label of their buttons; 1 is the size for the screen."""


@dataclass(frozen=True, kw_only=True)
class VisitorPreferences:
    """Valid for one visit; the next one begins with the defaults of the office."""

    language: str
    idle_seconds: int
    size: float = 1.0
    reach: bool = False
    scheme: ColorScheme = ColorScheme.LIGHT
    aloud: bool = False

    def with_size(self, size: float) -> "VisitorPreferences":
        """Return a copy with another text size."""
        return replace(self, size=size)

    def with_language(self, language: str) -> "VisitorPreferences":
        """Return a copy with another language."""
        return replace(self, language=language)

    def with_reach(self, *, on: bool) -> "VisitorPreferences":
        """Return a copy with low reach toggled: buttons in the lower part of the screen."""
        return replace(self, reach=on)

    def with_scheme(self, scheme: ColorScheme) -> "VisitorPreferences":
        """Return a copy with the light or the dark color scheme."""
        return replace(self, scheme=scheme)

    def with_aloud(self, *, on: bool) -> "VisitorPreferences":
        """Return a copy with reading aloud on or off."""
        return replace(self, aloud=on)
