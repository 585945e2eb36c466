"""Theme: colours, type scale, lengths, and the style sheet template filled with them."""

import re
from enum import StrEnum

from jknassist.core.frozen_value import FrozenValue, frozen_value
from jknassist.gui.style.palette import PALETTES, ColorScheme, Palette
from jknassist.gui.style.scaling import (
    Screen,
    finger_gap,
    finger_target,
    growth_for,
    scale_for,
    smallest_type,
)


class TextSize(StrEnum):
    """The three text sizes that a visitor can choose from."""

    A = "A"
    A_PLUS = "A+"
    A_PLUS_PLUS = "A++"

    @property
    def times(self) -> float:
        """Size factor relative to A: 1, 1.5 and 2."""
        return 1 + tuple(TextSize).index(self) / 2


# Font sizes in pixels at scale 1, designed for 1366x768; they follow the text size.
LETTERS = {
    "giant": 84,
    "heading": 36,
    "digit": 32,
    "answer": 25,
    "text": 21,
    "small": 18,
    "box": 40,
    "tick": 38,
    "key_cap": 16,
    "contact": 46,
    "key_digit": 44,
    "in_bar": 21,
    "where": 18,
    "way": 25,
    "asked": 58,
}
# Minimum font sizes on a kiosk, as factors of the smallest size that is legible there.
AT_LEAST = {
    "giant": 2.5,
    "heading": 1.25,
    "digit": 1.1,
    "answer": 1.08,
    "text": 1,
    "small": 1,
    "box": 2.2,
    "tick": 1.4,
    "key_cap": 0,
    "contact": 2.2,
    "key_digit": 1.6,
    "in_bar": 1,
    "where": 1,
    "way": 1.08,
    "asked": 2.3,
}
# Of larger letters, the bars above and below a page and its heading take a part only: otherwise
# they would leave the answers no room. A heading is always larger than an answer.
SHARE_OF_GROWTH = {
    "in_bar": 0.25,
    "where": 0.25,
    "way": 0.5,
    "heading": 0.75,
    "key_digit": 0.4,
    "asked": 0.25,
}
# Spacings and sizes of other things, in pixels at scale 1: they follow the screen alone.
SPACING = {
    "gap": 20,
    "round": 14,
    "round_small": 9,
    "round_large": 18,
    "bar": 9,
    "scroll": 22,
    "icon": 44,
    "lip": 4,
}
HEADLINE, HEADLINE_AT_LEAST = 64, 3.25
"""Letters of the invitation on a kiosk's first page, read from three metres: pixels at scale 1, and
a factor of the smallest size that is legible close by. They do not follow the text size.
"""
INVITATION = 1.17
"""Letters of the button that begins a visit, read from three metres, against a heading."""

SIZE_KEYS = {"size_a": 1.0, "size_a_plus": 1.35, "size_a_plus_plus": 1.75}
"""Letters on the keys that set the text size, as factors of plain text at the text size A."""
# Constant lengths in pixels: a frame need not grow with the letters.
FIXED = {"line": 2, "ring": 4}

WORD = re.compile("@([a-z_]+)")
"""Placeholder of a colour or a length in theme.qss."""

LAPTOP_TARGET = 44
"""Minimum target size for a mouse, in pixels (WCAG 2.2, 2.5.5)."""


@frozen_value
class Theme(FrozenValue):
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
            share = self.growth * SHARE_OF_GROWTH.get(name, 1)
            grown = 1 + (self.letters - 1) * share
            return round(max(LETTERS[name] * self.scale, least) * grown)
        if name in FIXED:
            return FIXED[name]
        return round(SPACING[name] * self.scale) if name in SPACING else self._derived()[name]

    def _derived(self) -> dict[str, int]:
        """Return the lengths that are computed from others.

        A focus frame is thicker; the padding inside it shrinks by as much, so that nothing on the
        page moves.
        """
        line, ring = FIXED["line"], FIXED["ring"]
        upright, sideways = round(8 * self.scale) - self.px("lip") // 2, round(20 * self.scale)
        return {
            "target": self.target,
            "gap_small": max(round(8 * self.scale), self.apart),
            "pad_y": upright,
            "pad_x": sideways,
            "pad_y_ring": upright - (ring - line),
            "pad_x_ring": sideways - (ring - line),
            "press_y": max(0, self.target - 2 * (upright + line) - self.px("lip")),
            "press_flat": max(0, self.target - 2 * (upright + line)),
            "press_full": self.target - 2 * line - self.px("lip"),
            "gap_ring": self.px("gap") - (ring - line),
            "invitation": round(INVITATION * self.px("heading")),
            "heading_ring": self.px("heading") - (ring - line),
            "gap_tiny": round(8 * self.scale) - (ring - line),
            "tick_round": self.px("tick") // 2,
            **{name: round(times * self._plain_text()) for name, times in SIZE_KEYS.items()},
            "headline": round(max(HEADLINE * self.scale, HEADLINE_AT_LEAST * self.smallest)),
        }

    def _plain_text(self) -> float:
        return max(LETTERS["text"] * self.scale, AT_LEAST["text"] * self.smallest)

    def names(self) -> tuple[str, ...]:
        """Return the names of all lengths."""
        return (*LETTERS, *SPACING, *FIXED, *self._derived())


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
    known = lengths | theme.palette._asdict()
    return WORD.sub(lambda word: known.get(word[1], word[0]), template)
