"""Theme: light and dark palette, type scale, and the style sheet template filled with them.

Sizes follow the screen: on a kiosk they are millimetres and degrees, on a laptop pixels.
"""

import math
import re
from dataclasses import dataclass
from enum import StrEnum


class ColorScheme(StrEnum):
    """Light and dark; text has a contrast of at least 7:1 in both."""

    LIGHT = "light"
    DARK = "dark"


class TextSize(StrEnum):
    """The three text sizes that a visitor can choose from."""

    A = "A"
    A_PLUS = "A+"
    A_PLUS_PLUS = "A++"

    @property
    def times(self) -> float:
        """Size factor relative to A: 1, 1.5 and 2."""
        return 1 + tuple(TextSize).index(self) / 2


@dataclass(frozen=True, kw_only=True)
class Palette:
    """Colours by role, as #RRGGBB."""

    paper: str
    shade: str
    card: str
    ink: str
    quiet: str
    edge: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    hover: str
    pressed: str
    chosen: str
    focus: str
    mark: str
    on_mark: str
    on_mark_edge: str
    note: str
    warn: str
    good: str


LIGHT = Palette(
    paper="#FFFDF8",
    shade="#F3EFE6",
    card="#FFFFFF",
    ink="#151B33",
    quiet="#33395A",
    edge="#8A8577",
    disabled="#595D73",
    accent="#27348B",
    accent_hover="#1C266B",
    on_accent="#FFFFFF",
    hover="#F5F5FC",
    pressed="#DFE1F3",
    chosen="#ECEDF9",
    focus="#151B33",
    mark="#F4B81C",
    on_mark="#151B33",
    on_mark_edge="#151B33",
    note="#FDF0CC",
    warn="#8C1C13",
    good="#0E5636",
)

DARK = Palette(
    paper="#10142A",
    shade="#1A1F3D",
    card="#171C38",
    ink="#FFFDF8",
    quiet="#D8DAEA",
    edge="#8E93B8",
    disabled="#A9ADC6",
    accent="#B9C2FF",
    accent_hover="#D3D9FF",
    on_accent="#10142A",
    hover="#20264A",
    pressed="#2B3260",
    chosen="#262C57",
    focus="#F4B81C",
    mark="#F4B81C",
    on_mark="#10142A",
    on_mark_edge="#FFFDF8",
    note="#2E2A1C",
    warn="#FFB4A8",
    good="#9BE3BF",
)

PALETTES = {ColorScheme.LIGHT: LIGHT, ColorScheme.DARK: DARK}

# Font sizes in pixels at scale 1, designed for 1366x768; they follow the text size.
LETTERS = {
    "giant": 84,
    "heading": 36,
    "digit": 32,
    "answer": 25,
    "text": 21,
    "small": 18,
    "tick": 38,
}
# Minimum font sizes on a kiosk, as factors of the smallest size that is legible there.
AT_LEAST = {
    "giant": 2.5,
    "heading": 1.25,
    "digit": 1.1,
    "answer": 1.08,
    "text": 1,
    "small": 1,
    "tick": 1.4,
}
# Spacings and sizes of other things, in pixels at scale 1: they follow the screen alone.
ROOM = {
    "gap": 20,
    "round": 14,
    "round_small": 9,
    "round_large": 18,
    "bar": 9,
    "scroll": 22,
    "icon": 44,
}
# Constant lengths in pixels: a frame need not grow with the letters.
FIXED = {"line": 2, "ring": 4}

WORD = re.compile("@([a-z_]+)")
"""Placeholder of a colour or a length in theme.qss."""

SMALLEST_SCALE = 0.75
LEAST_GROWTH = 0.5
"""On the smallest screens the largest text size is half as large again, not twice as large."""

LAPTOP_TARGET = 44
"""Minimum target size for a mouse, in pixels (WCAG 2.2, 2.5.5)."""

KIOSK_GAP = 3.0
"""Minimum gap between two touch targets, in millimetres."""

KIOSK_TARGET = 20.0
"""Minimum touch target size for a person standing, in millimetres."""

CAPITAL_ANGLE = 0.7
"""Minimum visual angle of a capital letter, in degrees (EN 301 549, 5.1.4)."""

CAPITAL = 0.7
"""Cap height as a factor of the font size: the least of the fonts in theme.qss."""

INCH = 25.4


@dataclass(frozen=True, kw_only=True)
class Screen:
    """Screen size in Qt pixels, diagonal in inches, and viewing distance in millimetres.

    Without a diagonal, the most common one for the pixel size is assumed.
    """

    width: int
    height: int
    inches: float | None = None
    distance: float = 500

    @property
    def per_mm(self) -> float:
        """Pixels per millimetre."""
        inches = self.inches or COMMON_INCHES
        return math.hypot(self.width, self.height) / (inches * INCH)


COMMON_INCHES = 18.5
"""The smallest diagonal that kiosks with a full-size screen commonly have."""


def capital_mm(distance: float) -> float:
    """Return the cap height in millimetres that is legible from a distance in millimetres."""
    return 2 * distance * math.tan(math.radians(CAPITAL_ANGLE / 2))


def smallest_type(screen: Screen) -> int:
    """Return the smallest font size in pixels that is legible when standing at a screen."""
    return math.ceil(capital_mm(screen.distance) * screen.per_mm / CAPITAL)


def finger_gap(screen: Screen) -> int:
    """Return the minimum gap between two touch targets in pixels."""
    return math.ceil(KIOSK_GAP * screen.per_mm)


def finger_target(screen: Screen) -> int:
    """Return the minimum side of a touch target in pixels."""
    return math.ceil(KIOSK_TARGET * screen.per_mm)


@dataclass(frozen=True, kw_only=True)
class Theme:
    """Color scheme, scale relative to 1366x768, and scale of the letters.

    In pixels: `target` is the minimum side of a target, `smallest` the minimum font size at the
    text size A, and `apart` the minimum gap between two targets. `growth` is the share, from 0 to
    1, of the growth of larger letters that the screen has room for.
    """

    scheme: ColorScheme = ColorScheme.LIGHT
    scale: float = 1.0
    letters: float = 1.0
    target: int = LAPTOP_TARGET
    smallest: int = 0
    apart: int = 0
    growth: float = 1.0

    @property
    def palette(self) -> Palette:
        """The colours of the color scheme."""
        return PALETTES[self.scheme]

    @property
    def size(self) -> TextSize:
        """The text size that matches the scale of the letters."""
        return max(size for size in TextSize if size.times <= max(self.letters, 1))

    def px(self, name: str) -> int:
        """Return a length of the scale in pixels; KeyError for an unknown name."""
        if name in LETTERS:
            least = AT_LEAST[name] * self.smallest
            grown = 1 + (self.letters - 1) * self.growth
            return round(max(LETTERS[name] * self.scale, least) * grown)
        if name in FIXED:
            return FIXED[name]
        return round(ROOM[name] * self.scale) if name in ROOM else self._derived()[name]

    def _derived(self) -> dict[str, int]:
        """Return the lengths that are computed from others.

        A focus frame is thicker; the padding inside it shrinks by as much, so that nothing on the
        page moves.
        """
        line, ring = FIXED["line"], FIXED["ring"]
        upright, sideways = round(8 * self.scale), round(20 * self.scale)
        return {
            "target": self.target,
            "gap_small": max(round(8 * self.scale), self.apart),
            "pad_y": upright,
            "pad_x": sideways,
            "pad_y_ring": upright - (ring - line),
            "pad_x_ring": sideways - (ring - line),
            "press_y": max(0, self.target - 2 * (upright + line)),
            "press_full": self.target - 2 * line,
            "gap_ring": self.px("gap") - (ring - line),
            "heading_ring": self.px("heading") - (ring - line),
            "gap_tiny": round(8 * self.scale) - (ring - line),
            "tick_round": self.px("tick") // 2,
        }

    def names(self) -> tuple[str, ...]:
        """Return the names of all lengths."""
        return (*LETTERS, *ROOM, *FIXED, *self._derived())


def theme_for(screen: Screen, *, kiosk: bool, scheme: ColorScheme = ColorScheme.LIGHT) -> Theme:
    """Return the theme for a screen: by millimetres for a finger, by pixels for a mouse."""
    scale = scale_for(screen.width, screen.height)
    growth = growth_for(screen.width, screen.height)
    if not kiosk:
        target = max(LAPTOP_TARGET, round(44 * scale))
        return Theme(scheme=scheme, scale=scale, target=target, growth=growth)
    return Theme(
        scheme=scheme,
        scale=scale,
        target=finger_target(screen),
        smallest=smallest_type(screen),
        apart=finger_gap(screen),
        growth=growth,
    )


def style_sheet(template: str, theme: Theme) -> str:
    """Fill the style sheet template with colours and lengths; unknown placeholders stay.

    A damaged template is used as far as possible: a plain page helps more than none.
    """
    lengths = {name: f"{theme.px(name)}px" for name in theme.names()}
    known = lengths | vars(theme.palette)
    return WORD.sub(lambda word: known.get(word[1], word[0]), template)


def scale_for(width: int, height: int) -> float:
    """Return the scale for a screen size in pixels, 1 at 1366x768.

    A portrait screen has height to spare, so its width alone decides, as if it were 740 wide.
    """
    return min(max(_fit(width, height), SMALLEST_SCALE), 2.0)


def growth_for(width: int, height: int) -> float:
    """Return the share of the growth of larger letters that a screen size in pixels has room for.

    A screen below our smallest scale is one that the system has enlarged already; letters of twice
    the size would leave no room for the navigation buttons.
    """
    missing = max(SMALLEST_SCALE - _fit(width, height), 0)
    return max(1 - 2 * missing, LEAST_GROWTH)


def _fit(width: int, height: int) -> float:
    return width / 740 if height > width else min(width / 1366, height / 768)
