"""Paper formats: size, printable width, and the font sizes of each role."""

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

from jknassist.core.export.print_document import Role
from jknassist.core.paper import Paper
from jknassist.gui.qt.qr_painter import SMALLEST_MODULE_MM

MM_PER_INCH = 25.4
POINTS_PER_INCH = 72.0
ROLL_DPI = 203
"""Resolution in dpi of nearly every receipt printer."""

A4_MARGIN_MM = 15.0
A4_MODULE_MM = 0.5
"""Side of a QR code module on A4; office printers have 300 dpi and more."""

ROLL_END_MM = 4.0
"""Margins before and after the content of a roll."""


@dataclass(frozen=True, kw_only=True)
class FontStyle:
    """Text style of a role: font size and space above in points."""

    size: float
    above: float
    bold: bool = False


@dataclass(frozen=True, kw_only=True)
class PaperFormat:
    """One paper format; `reach` is the printable width in inches, `length_mm` None for rolls.

    `picture_mm` is the side of the picture beside a step.
    """

    paper: Paper
    width_mm: float
    length_mm: float | None
    reach: float
    types: dict[Role, FontStyle]
    picture_mm: float
    module_mm: float = SMALLEST_MODULE_MM


A4_TYPES = {
    Role.KICKER: FontStyle(size=14, above=0),
    Role.TITLE: FontStyle(size=24, above=0, bold=True),
    Role.BODY: FontStyle(size=14, above=6),
    Role.HEADING: FontStyle(size=14, above=12, bold=True),
    Role.ITEM: FontStyle(size=14, above=4),
    Role.LABEL: FontStyle(size=14, above=7),
    Role.NUMBER: FontStyle(size=18, above=7, bold=True),
    Role.FIRST: FontStyle(size=34, above=7, bold=True),
    Role.ADDRESS: FontStyle(size=18, above=7, bold=True),
    Role.DETAIL: FontStyle(size=10.5, above=0),
    Role.WARNING: FontStyle(size=14, above=12, bold=True),
    Role.SMALL: FontStyle(size=9, above=12),
    Role.SHEET: FontStyle(size=26, above=10, bold=True),
}


def _dots(size: int, above: int, *, bold: bool = False) -> FontStyle:
    """Return a text style given in dots of a receipt printer."""
    points = POINTS_PER_INCH / ROLL_DPI
    return FontStyle(size=size * points, above=above * points, bold=bold)


ROLL_TYPES = {
    Role.KICKER: _dots(26, 0),
    Role.TITLE: _dots(42, 0, bold=True),
    Role.BODY: _dots(28, 8),
    Role.HEADING: _dots(28, 22, bold=True),
    Role.ITEM: _dots(28, 8),
    Role.LABEL: _dots(26, 14),
    Role.NUMBER: _dots(44, 14, bold=True),
    Role.FIRST: _dots(92, 10, bold=True),
    Role.ADDRESS: _dots(28, 14, bold=True),
    Role.DETAIL: _dots(24, 0),
    Role.WARNING: _dots(28, 18, bold=True),
    Role.SMALL: _dots(22, 20),
    Role.SHEET: _dots(84, 18, bold=True),
}

FORMS = {
    Paper.A4: PaperFormat(
        paper=Paper.A4,
        width_mm=210,
        length_mm=297,
        reach=(210 - 2 * A4_MARGIN_MM) / MM_PER_INCH,
        types=A4_TYPES,
        picture_mm=13,
        module_mm=A4_MODULE_MM,
    ),
    Paper.ROLL_80: PaperFormat(
        paper=Paper.ROLL_80,
        width_mm=80,
        length_mm=None,
        reach=576 / ROLL_DPI,
        types=ROLL_TYPES,
        picture_mm=13,
    ),
    Paper.ROLL_58: PaperFormat(
        paper=Paper.ROLL_58,
        width_mm=58,
        length_mm=None,
        reach=384 / ROLL_DPI,
        types=ROLL_TYPES,
        picture_mm=10,
    ),
}


def a4_page() -> QPageLayout:
    """Return the page layout of A4 with its margins."""
    margins = QMarginsF(A4_MARGIN_MM, A4_MARGIN_MM, A4_MARGIN_MM, A4_MARGIN_MM)
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        margins,
        QPageLayout.Unit.Millimeter,
    )


def roll_page(form: PaperFormat, printed_mm: float) -> QPageLayout:
    """Return the page layout of a roll: as long as its content, without margins of its own."""
    size = QSizeF(form.width_mm, printed_mm + 2 * ROLL_END_MM)
    # QPageLayout turns a page that is wider than long; a short receipt stays upright.
    size.setHeight(max(size.height(), form.width_mm + 1))
    return QPageLayout(
        QPageSize(size, QPageSize.Unit.Millimeter, form.paper.value),
        QPageLayout.Orientation.Portrait,
        QMarginsF(),
        QPageLayout.Unit.Millimeter,
    )


def pixels(millimetres: float, dpi: float) -> float:
    """Convert millimetres to pixels."""
    return millimetres / MM_PER_INCH * dpi
