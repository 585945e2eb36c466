"""Cursor of the page layout, and text wrapped in printer pixels."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from jknassist.core.export.print_document import Role
from jknassist.gui.printing.draw_items import Piece
from jknassist.gui.printing.paper_formats import POINTS_PER_INCH, FontStyle, PaperFormat

LEAST_FIRST = 0.5
"""How much of its larger size the first contact keeps beside larger pictures."""


@dataclass(kw_only=True)
class Cursor:
    """Cursor of the layout: position of the next paragraph; starts a new page when one is full.

    `step_mm` is the side of the pictures of steps where there is room for larger ones, else 0.
    """

    form: PaperFormat
    dpi: float
    width: int
    length: int | None
    font_scale: float
    closer: float
    step_mm: float = 0.0
    top: float = 0.0
    pages: list[list[Piece]] = field(default_factory=lambda: [[]])

    def points(self, points: float) -> float:
        """Return a length in points as pixels."""
        return points / POINTS_PER_INCH * self.dpi

    def font_style_of(self, role: Role) -> FontStyle:
        """Return font size and spacing of a role on this paper."""
        wished = self.form.types[role]
        size = wished.size
        if role is Role.FIRST:  # it stands out only where there is room
            least = self.form.types[Role.NUMBER].size
            share = max(self.closer, LEAST_FIRST) if self.step_mm else self.closer
            size = least + (size - least) * min(share, 1)
        return FontStyle(size=size * self.font_scale, above=wished.above, bold=wished.bold)

    def reserve(self, above: float, height: float) -> float:
        """Reserve a height in pixels, `above` points below the last item; return its top."""
        top = self.top + self.points(above * self.closer) if self.pages[-1] else self.top
        if self.length is not None and self.pages[-1] and top + height > self.length:
            self.pages.append([])
            top = 0.0
        self.top = top + height
        return top

    def put(self, *pieces: Piece) -> None:
        """Add items to the current page."""
        self.pages[-1].extend(pieces)


def height_of(layout: QTextLayout) -> float:
    """Return the height of a wrapped text in pixels."""
    return layout.boundingRect().height()


def natural_width(layout: QTextLayout) -> float:
    """Return the width of a text on one line in pixels."""
    return layout.maximumWidth()


def wrapped(
    cursor: Cursor,
    text: str,
    kind: FontStyle,
    width: float,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> QTextLayout:
    """Wrap a paragraph between words, or inside a word that is longer than a line."""
    font = QFont()
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(max(1, round(cursor.points(kind.size))))
    font.setBold(kind.bold)
    # A ligature is one character in a PDF, so that a search for "offline" would fail.
    font.setFeature(QFont.Tag("liga"), 0)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout
