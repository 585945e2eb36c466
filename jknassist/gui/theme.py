"""The look of the program: two palettes, one type scale, and the style sheet filled with them."""

from dataclasses import dataclass
from enum import StrEnum
from string import Template


class Shade(StrEnum):
    """The two looks; both reach a contrast of 7:1 for text."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, kw_only=True)
class Palette:
    """Colours by the role they play, as #RRGGBB."""

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

PALETTES = {Shade.LIGHT: LIGHT, Shade.DARK: DARK}

# Lengths in pixels at scale 1, drawn for a screen of 1366x768.
LENGTHS = {
    "giant": 84,
    "heading": 36,
    "digit": 32,
    "answer": 25,
    "text": 21,
    "small": 18,
    "gap": 20,
    "gap_small": 8,
    "target": 44,
    "round": 14,
    "round_small": 9,
    "round_large": 18,
    "tick_round": 19,
    "scroll": 22,
    "bar": 9,
}
# Lengths that stay: a frame need not grow with the letters.
FIXED = {"line": 2, "ring": 4}


@dataclass(frozen=True, kw_only=True)
class Look:
    """One look: colours and how much larger than at 1366x768 everything is."""

    shade: Shade = Shade.LIGHT
    scale: float = 1.0

    @property
    def palette(self) -> Palette:
        """The colours of this look."""
        return PALETTES[self.shade]

    def px(self, name: str) -> int:
        """Return a length of the scale in pixels."""
        return FIXED.get(name) or round(LENGTHS[name] * self.scale)


class _AtTemplate(Template):
    delimiter = "@"


def style_sheet(template: str, look: Look) -> str:
    """Fill the style sheet with the colours and lengths of a look; KeyError for an unknown word."""
    lengths = {name: f"{look.px(name)}px" for name in (*LENGTHS, *FIXED)}
    return _AtTemplate(template).substitute(lengths | vars(look.palette))


def scale_for(width: int, height: int) -> float:
    """Return how large to draw on a screen of this size in pixels, 1 at 1366x768.

    A portrait screen has room below, so its width alone decides, as if it were 820 wide.
    """
    fit = width / 820 if height > width else min(width / 1366, height / 768)
    return min(max(fit, 0.75), 2.0)
