"""Lays a sheet out in whole pixels of a printer: wrapped text, frames and QR codes, page by page.

Longer than other files: the pen and what it can write belong together.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from jknassist.core.export.print_document import (
    Block,
    Code,
    Codes,
    ContactEntry,
    PrintDocument,
    Role,
    Rule,
    SheetNumberEntry,
    TextLine,
)
from jknassist.gui.printing import barcode
from jknassist.gui.printing.draw_items import BarsPiece, BoxPiece, CodePiece, Piece, TextPiece
from jknassist.gui.printing.paper_formats import (
    MM_PER_INCH,
    POINTS_PER_INCH,
    FontStyle,
    PaperFormat,
)
from jknassist.gui.qt import qr_painter

CODES_ABOVE = 4.0
RULE_ABOVE = 12.0
RULE_THICK = 1.1
"""Points; three dots of a receipt printer, which lose a thinner line."""

PADDING = 5.0
"""Points between a frame and the words in it."""

ENTRY_GAP = 9.0
"""Points between a number and the name beside it."""

FRAME_SHARE = 0.4
"""Part of the width that the sheet number has beside QR codes."""

BARS_MM, BARS_UNIT_MM = 6.0, 0.126
"""Height of a barcode, and its unit: a narrow bar is a quarter of a millimetre, two dots."""

BARS_ABOVE = 3.0

DASH = 4
"""Length of a dash, in thicknesses of its line."""

BESIDE_FROM = 16
"""Letters' heights of room from which words stand beside the sheet number."""

MARK_GAP = 0.35
"""Between the mark of a list and its words, as a part of the type size."""

NO_END = 1e6
"""A width that no line reaches."""

LARGE_UP_TO = 22
"""Letters; an address longer than this is set smaller on a narrow roll."""

# How much larger or smaller than wished type and space are, tried in this order until one page
# suffices. A roll is set as wished.
TIGHTER = (
    *((larger, larger**2) for larger in (1.3, 1.2, 1.1)),
    *((1.0, closer) for closer in (1.0, 0.8, 0.65, 0.5, 0.35, 0.2, 0.1, 0.0)),
    *((smaller, 0.1) for smaller in (0.97, 0.94, 0.9, 0.85, 0.8, 0.75, 0.7)),
)

AS_WISHED = ((1.0, 1.0),)

# A mail address may be broken before its @, and nowhere else: a hyphen would look like part of it.
MAY_BREAK = "\u200b"
MAY_NOT_BREAK = "\u2060"


@dataclass(frozen=True, kw_only=True)
class LaidOutPage:
    """A sheet laid out: the pieces of each page, the size of a page in pixels, and how tight."""

    pages: tuple[tuple[Piece, ...], ...]
    width: int
    height: int
    dpi: float
    smaller: float


@dataclass(kw_only=True)
class Pen:
    """Where the next paragraph goes; starts a new page when one is full."""

    form: PaperFormat
    dpi: float
    width: int
    length: int | None
    smaller: float
    closer: float
    top: float = 0.0
    pages: list[list[Piece]] = field(default_factory=lambda: [[]])

    def points(self, points: float) -> float:
        """Return how many pixels a length in points has."""
        return points / POINTS_PER_INCH * self.dpi

    def type_of(self, role: Role) -> FontStyle:
        """Return how a role is set on this paper."""
        wished = self.form.types[role]
        return FontStyle(size=wished.size * self.smaller, above=wished.above, bold=wished.bold)

    def make_room(self, above: float, height: float) -> float:
        """Return the top of something of this height in pixels, so many points below the last."""
        top = self.top + self.points(above * self.closer) if self.pages[-1] else self.top
        if self.length is not None and self.pages[-1] and top + height > self.length:
            self.pages.append([])
            top = 0.0
        self.top = top + height
        return top

    def put(self, *pieces: Piece) -> None:
        """Add pieces to the page that is being written."""
        self.pages[-1].extend(pieces)


def lay_out(
    document: PrintDocument, form: PaperFormat, dpi: float, size: tuple[int, int | None]
) -> LaidOutPage:
    """Lay a sheet out on pages of a size in pixels; a length of None is a roll.

    A sheet of fixed length is set closer and then smaller until it fits one page. What is too
    much even so goes on to a second page; nothing is ever cut.
    """
    width, length = size
    for smaller, closer in TIGHTER if length is not None else AS_WISHED:
        pen = Pen(form=form, dpi=dpi, width=width, length=length, smaller=smaller, closer=closer)
        for block in document.blocks:
            _add(pen, block)
        if len(pen.pages) == 1:
            break
    return LaidOutPage(
        pages=tuple(tuple(page) for page in pen.pages),
        width=width,
        height=round(pen.top) + 1 if length is None else length,
        dpi=dpi,
        smaller=smaller,
    )


def _add(pen: Pen, block: Block) -> None:
    match block:
        case TextLine(role=Role.WARNING):
            _add_framed(pen, block)
        case TextLine():
            _add_line(pen, block)
        case ContactEntry():
            _add_entry(pen, block)
        case Codes():
            _add_codes(pen, block)
        case SheetNumberEntry():
            _add_sheet_number(pen, block)
        case Rule():
            thick = round(pen.points(RULE_THICK))
            top = round(pen.make_room(RULE_ABOVE, thick))
            pen.put(BoxPiece(left=0, top=top, width=pen.width, height=thick, line=thick))


def _add_line(pen: Pen, line: TextLine) -> None:
    kind = pen.type_of(line.role)
    mark = _text(pen, line.mark, kind, pen.width) if line.mark else None
    left = _natural_width(mark) + pen.points(kind.size * MARK_GAP) if mark else 0.0
    text = _text(pen, line.text, kind, pen.width - left)
    top = pen.make_room(kind.above, _height(text))
    if mark:
        pen.put(TextPiece(layout=mark, left=0, top=top))
    pen.put(TextPiece(layout=text, left=left, top=top))


def _add_framed(pen: Pen, line: TextLine) -> None:
    kind = pen.type_of(line.role)
    padding, thick = round(pen.points(PADDING)), round(pen.points(RULE_THICK))
    text = _text(pen, line.text, kind, pen.width - 2 * padding)
    height = round(_height(text)) + 2 * padding
    top = round(pen.make_room(kind.above, height))
    pen.put(BoxPiece(left=0, top=top, width=pen.width, height=height, line=thick))
    pen.put(TextPiece(layout=text, left=padding, top=top + padding))


@dataclass(frozen=True, kw_only=True)
class SheetFrame:
    """The sheet number with its words, laid out in a dashed frame of a width."""

    parts: tuple[tuple[QTextLayout, float, float], ...]
    bars: BarsPiece
    width: int
    height: int
    line: int

    def at(self, left: int, top: int) -> tuple[Piece, ...]:
        """Return the pieces of the frame with its upper left corner at a place."""
        box = BoxPiece(
            left=left,
            top=top,
            width=self.width,
            height=self.height,
            line=self.line,
            dash=DASH * self.line,
        )
        return (
            box,
            *(TextPiece(layout=text, left=left + x, top=top + y) for text, x, y in self.parts),
            replace(self.bars, left=left + self.bars.left, top=top + self.bars.top),
        )


def _sheet_frame(pen: Pen, entry: SheetNumberEntry, width: int) -> SheetFrame:
    """Lay the number out; what it is good for stands beside it where there is room, or below."""
    padding, small = round(pen.points(PADDING)), pen.type_of(Role.DETAIL)
    inner = width - 2 * padding
    number = _text(pen, entry.number, _fitting(pen, entry.number, Role.SHEET, inner), inner)
    label = _text(pen, entry.label, small, inner)
    left = max(_natural_width(number), _natural_width(label)) + pen.points(ENTRY_GAP)
    beside = inner - left >= BESIDE_FROM * pen.points(small.size)
    use = _text(pen, entry.use, small, inner - left if beside else inner)
    written = _height(label) + _height(number)
    height = max(written, _height(use)) if beside else written + _height(use)
    bars = _bars(pen, entry.scanned, inner)
    bars = replace(bars, left=padding + bars.left, top=padding + height + pen.points(BARS_ABOVE))
    place = (left, 0.0) if beside else (0.0, written)
    parts = ((label, 0.0, 0.0), (number, 0.0, _height(label)), (use, *place))
    return SheetFrame(
        parts=tuple((text, padding + x, padding + y) for text, x, y in parts),
        bars=bars,
        width=width,
        height=round(bars.top + bars.height) + padding,
        line=round(pen.points(RULE_THICK)),
    )


def _bars(pen: Pen, text: str, room: int) -> BarsPiece:
    """Lay a barcode out in the middle of a room, in whole pixels where they are fine enough."""
    unit = min(pen.dpi * BARS_UNIT_MM / MM_PER_INCH, room / barcode.width_of(text))
    unit = math.floor(unit) if unit >= 1 else unit
    left = (room - barcode.width_of(text) * unit) / 2
    return BarsPiece(
        text=text, left=round(left), top=0, unit=unit, height=pen.dpi * BARS_MM / MM_PER_INCH
    )


def _add_sheet_number(pen: Pen, entry: SheetNumberEntry) -> None:
    frame = _sheet_frame(pen, entry, pen.width)
    top = round(pen.make_room(pen.type_of(Role.SHEET).above, frame.height))
    pen.put(*frame.at(0, top))


def _add_entry(pen: Pen, entry: ContactEntry) -> None:
    """Write a contact: the name beside the number where both fit, above it where not."""
    role = Role.NUMBER if len(entry.shown) <= LARGE_UP_TO else Role.ADDRESS
    if not entry.label:  # the name of an office, which nobody dials or types
        role = Role.HEADING
    number = _on_one_line(pen, entry.shown, role)
    label = _text(pen, entry.label, pen.type_of(Role.LABEL), pen.width)
    across = _natural_width(number) + pen.points(ENTRY_GAP)
    beside = bool(entry.label) and across + _natural_width(label) <= pen.width
    if entry.label and not beside:
        _add_line(pen, TextLine(role=Role.LABEL, text=entry.label))
    above = 0.0 if entry.label and not beside else pen.type_of(role).above
    top = pen.make_room(above, _height(number))
    pen.put(TextPiece(layout=number, left=0, top=top))
    if beside:
        lower = number.lineAt(0).ascent() - label.lineAt(0).ascent()
        pen.put(TextPiece(layout=label, left=across, top=top + lower))
    if entry.details:
        _add_line(pen, TextLine(role=Role.DETAIL, text=entry.details))


def _add_codes(pen: Pen, block: Codes) -> None:
    """Set codes side by side, as many as there is room for, and the sheet number if it fits too."""
    codes, beside = block.codes, block.beside
    widest = max(qr_painter.side_pixels(code.payload, _module(pen, code)) for code in codes)
    frame = _sheet_frame(pen, beside, round(pen.width * FRAME_SHARE)) if beside else None
    room = pen.width - frame.width - round(pen.points(ENTRY_GAP)) if frame else pen.width
    if frame and len(codes) * widest <= room:
        top = _add_row(pen, codes, room, frame.height)
        pen.put(*frame.at(pen.width - frame.width, top))
        return
    in_a_row = max(1, min(len(codes), pen.width // widest))
    for start in range(0, len(codes), in_a_row):
        _add_row(pen, codes[start : start + in_a_row], pen.width)
    if beside:
        _add_sheet_number(pen, beside)


def _add_row(pen: Pen, codes: Sequence[Code], width: int, least: int = 0) -> int:
    """Add a row of codes that is so high at the least; return its top."""
    sides = [qr_painter.side_pixels(code.payload, _module(pen, code)) for code in codes]
    slots = _slots(pen, codes, sides, width)
    kind = pen.type_of(Role.DETAIL)
    captions = [
        _text(pen, code.caption, kind, slot, centred=True)
        for code, slot in zip(codes, slots, strict=True)
    ]
    height = max(max(sides) + max(map(_height, captions)) + 1, least)
    top = round(pen.make_room(CODES_ABOVE, height))
    left = 0
    for code, side, slot, caption in zip(codes, sides, slots, captions, strict=True):
        corner = (left + (slot - side) // 2, top + max(sides) - side)
        pen.put(CodePiece(payload=code.payload, corner=corner, module=_module(pen, code)))
        pen.put(TextPiece(layout=caption, left=left, top=top + max(sides)))
        left += slot
    return top


def _slots(pen: Pen, codes: Sequence[Code], sides: Sequence[int], width: int) -> list[int]:
    """Share the width out: so that every caption stays on one line, or else evenly."""
    kind = pen.type_of(Role.DETAIL)
    wished = [
        max(side, round(_natural_width(_text(pen, code.caption, kind, width))) + 1)
        for code, side in zip(codes, sides, strict=True)
    ]
    spare = (width - sum(wished)) // len(codes)
    return [width // len(codes)] * len(codes) if spare < 0 else [w + spare for w in wished]


def _module(pen: Pen, code: Code) -> int:
    return qr_painter.module_pixels(code.payload, pen.dpi, pen.form.module_mm)


def _on_one_line(pen: Pen, text: str, role: Role) -> QTextLayout:
    """Set a number a little smaller rather than break it; only a long address may be broken."""
    kind = _fitting(pen, text, role, pen.width) if role is Role.NUMBER else pen.type_of(role)
    return _text(pen, _breakable(text), kind, pen.width)


def _fitting(pen: Pen, text: str, role: Role, width: float) -> FontStyle:
    """Return how a text of a role is set so that it fits on one line of a width."""
    kind = pen.type_of(role)
    wide = _natural_width(_text(pen, text, kind, NO_END))
    if wide <= width:
        return kind
    half_a_pixel = POINTS_PER_INCH / pen.dpi / 2
    size = max(kind.size * width / wide - half_a_pixel, pen.type_of(Role.ADDRESS).size)
    return FontStyle(size=size, above=kind.above, bold=kind.bold)


def _breakable(text: str) -> str:
    """Mark where an address may be broken into two lines."""
    if "@" not in text[1:]:
        return text
    return text.replace("-", f"{MAY_NOT_BREAK}-{MAY_NOT_BREAK}").replace("@", f"{MAY_BREAK}@")


def _height(layout: QTextLayout) -> float:
    return layout.boundingRect().height()


def _natural_width(layout: QTextLayout) -> float:
    """Return how wide the text would be on one line."""
    return layout.maximumWidth()


def _text(
    pen: Pen, text: str, kind: FontStyle, width: float, *, centred: bool = False
) -> QTextLayout:
    """Wrap a paragraph at words, or inside a word that is too long for a line of its own."""
    font = QFont()
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(max(1, round(pen.points(kind.size))))
    font.setBold(kind.bold)
    # A ligature is one sign in a PDF: who searches for "offline" would not find it.
    font.setFeature(QFont.Tag("liga"), 0)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
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
