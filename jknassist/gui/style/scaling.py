"""Scaling to the screen: millimetres and degrees on a kiosk, pixels on a laptop."""

import math

from jknassist.core.frozen_value import FrozenValue, frozen_value

SMALLEST_SCALE = 0.75
LEAST_GROWTH = 0.25
"""On the smallest screens the largest text size is a quarter larger, not twice as large.

Such a screen is one that the system has enlarged: at 640x400, which is 1280x800 at 200 %, the text
then has as many of the screen's pixels as the largest size has on the same screen at 100 %.
"""

GROWTH_LOST = 8 / 3
"""Growth lost per 1.0 of scale below `SMALLEST_SCALE`: at the largest text size, a screen enlarged
to 150, 175 or 200 % then has letters of as many physical pixels as without enlargement.
"""

KIOSK_GAP = 3.0
"""Minimum gap between two touch targets, in millimetres."""

KIOSK_TARGET = 20.0
"""Minimum touch target size for a person standing, in millimetres."""

CAPITAL_ANGLE = 0.7
"""Minimum visual angle of a capital letter, in degrees (EN 301 549, 5.1.4)."""

CAPITAL = 0.74
"""Cap height as a factor of the font size, in the bundled typeface."""

MOST_TYPE, MOST_TARGET, MOST_GAP = 38, 92, 15
"""The largest letters, targets and gaps in pixels at scale 1 with which every page still fits.

A screen too small for its distance would need larger ones; it gets these, for a page that is cut or
has no room for an answer helps nobody.
"""

INCH = 25.4


@frozen_value
class Screen(FrozenValue):
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
    return min(_legible(screen), _most(MOST_TYPE, screen))


def is_too_small(screen: Screen) -> bool:
    """Return whether legible letters would leave no room, so that they are drawn smaller."""
    return _legible(screen) > _most(MOST_TYPE, screen)


def _legible(screen: Screen) -> int:
    return math.ceil(capital_mm(screen.distance) * screen.per_mm / CAPITAL)


def _most(pixels: int, screen: Screen) -> int:
    return math.floor(pixels * scale_for(screen.width, screen.height))


def finger_gap(screen: Screen) -> int:
    """Return the minimum gap between two touch targets in pixels."""
    return min(math.ceil(KIOSK_GAP * screen.per_mm), _most(MOST_GAP, screen))


def finger_target(screen: Screen) -> int:
    """Return the minimum side of a touch target in pixels."""
    return min(math.ceil(KIOSK_TARGET * screen.per_mm), _most(MOST_TARGET, screen))


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
    return max(1 - GROWTH_LOST * missing, LEAST_GROWTH)


def _fit(width: int, height: int) -> float:
    return width / 740 if height > width else min(width / 1366, height / 768)
