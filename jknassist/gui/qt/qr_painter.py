"""QR codes: compute the modules and paint them in whole pixels with a quiet zone."""

import math
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPainterPath

Modules = tuple[tuple[bool, ...], ...]

QUIET_ZONE = 4
"""Width in modules of the white border that a scanner needs."""

SMALLEST_CODE_MM = 25.0
SMALLEST_MODULE_MM = 0.75
"""Six dots of a receipt printer of 203 dots an inch."""
MM_PER_INCH = 25.4


@lru_cache(maxsize=64)
def modules(payload: str) -> Modules:
    """Return the rows of a QR code, True for dark; never a Micro QR, which phones cannot scan."""
    import segno  # noqa: PLC0415  (not needed before the first outcome)

    code = segno.make_qr(payload, error="m")
    return tuple(tuple(bool(dot) for dot in row) for row in code.matrix)


def module_pixels(payload: str, dpi: float, smallest: float = SMALLEST_MODULE_MM) -> int:
    """Return the side of a module in whole pixels, large enough to be scanned from paper."""
    count = len(modules(payload)) + 2 * QUIET_ZONE
    side = max(smallest, SMALLEST_CODE_MM / count)
    return math.ceil(side / MM_PER_INCH * dpi)


def side_pixels(payload: str, module: int) -> int:
    """Return the side of a whole code in pixels, quiet zone included."""
    return (len(modules(payload)) + 2 * QUIET_ZONE) * module


def draw(painter: QPainter, payload: str, corner: tuple[int, int], module: int) -> None:
    """Paint a code with its quiet zone; `corner` is its upper left corner in whole pixels."""
    left, top = corner
    side = side_pixels(payload, module)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(left, top, side, side, Qt.GlobalColor.white)
    painter.fillPath(_dark(payload, corner, module), Qt.GlobalColor.black)
    painter.restore()


def _dark(payload: str, corner: tuple[int, int], module: int) -> QPainterPath:
    """Return the dark modules as one path: separate rectangles would show seams in a PDF."""
    left, top = (coordinate + QUIET_ZONE * module for coordinate in corner)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for row, line in enumerate(modules(payload)):
        for column, dark in enumerate(line):
            if dark:
                path.addRect(left + column * module, top + row * module, module, module)
    return path
