"""Page layout in whole printer pixels: wrapped text, frames and QR codes, page by page."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout

from jknassist.core.export.print_document import (
    Block,
    Code,
    Codes,
    ContactEntry,
    CountRow,
    Divider,
    PrintDocument,
    Role,
    SheetNumberEntry,
    TableRow,
    TextLine,
)
from jknassist.gui.printing import barcode
from jknassist.gui.printing.chart_rows import add_row
from jknassist.gui.printing.cursor import Cursor, height_of, natural_width, wrapped
from jknassist.gui.printing.draw_items import (
    BarsPiece,
    BoxPiece,
    CodePiece,
    PicturePiece,
    Piece,
    TextPiece,
    paper_pictures,
)
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
"""Line width in points: three dots of a receipt printer, on which a thinner line breaks up."""

STEP_RULE = 3.0
"""More space in points above an illustrated step, for the line between it and the one before."""

PADDING = 5.0
"""Padding of a frame in points."""

ENTRY_GAP = 9.0
"""Gap in points between a number and the name beside it."""

LEAST_PICTURE = 0.4
"""Share of its side to which a picture shrinks before the letters do: one line of a step."""

PICTURE_GAP = 5.0
"""Gap in points between a picture and the text beside it."""

FRAME_SHARE = 0.4
"""Share of the width for the sheet number beside QR codes."""

BARS_MM, BARS_UNIT_MM = 6.0, 0.126
"""Height of a barcode, and its unit: a narrow bar is a quarter of a millimetre, two dots."""

BARS_ABOVE = 3.0

DASH = 4
"""Length of a dash, in thicknesses of its line."""

BESIDE_FROM = 16
"""Minimum width for text beside the sheet number, in multiples of its font height."""

MARK_GAP = 0.35
"""Gap between a list mark and its text, as a share of the font size."""

NO_END = 1e6
"""A width larger than any line, to measure text without wrapping."""

LARGE_UP_TO = 22
"""Maximum characters of a number; what is longer is set in the smaller type of an address."""

# Factors of font sizes and spacing, tried in this order until one page suffices. A roll always has
# factor 1.
TIGHTER = (
    *((larger, larger**2) for larger in (1.3, 1.2, 1.1)),
    *((1.0, closer) for closer in (1.0, 0.8, 0.65, 0.5, 0.35, 0.2, 0.1, 0.0)),
    *((font_scale, 0.1) for font_scale in (0.97, 0.94, 0.9, 0.85, 0.8, 0.75, 0.7)),
)

AS_WISHED = ((1.0, 1.0),)

STEP_MM = (20.0, 18.0, 16.0, 14.0, 12.0, 10.0)
"""Sides in millimetres of the pictures of steps on a page, tried in this order."""

CLOSER = (1.0, 0.8, 0.65, 0.5, 0.35)
"""Factors of the spacing with which larger pictures are still worth it."""

# A mail address is only broken before its @: a hyphen would look like part of it.
MAY_BREAK = "\u200b"
MAY_NOT_BREAK = "\u2060"


@dataclass(frozen=True, kw_only=True)
class DocumentLayout:
    """Result of the layout: the items of each page, and the size of a page in pixels.

    `font_scale` is the factor of the font sizes with which the text fits.
    """

    pages: tuple[tuple[Piece, ...], ...]
    width: int
    height: int
    dpi: float
    font_scale: float


def lay_out(
    document: PrintDocument, form: PaperFormat, dpi: float, size: tuple[int, int | None]
) -> DocumentLayout:
    """Lay a document out on pages of a size in pixels; a length of None is a roll.

    On a page of fixed length spacing and then font sizes are reduced until all fits one page. What
    still does not fit is continued on a second page; nothing is ever cut. What room is left then,
    and some of the spacing, goes to the pictures of the steps.
    """
    width, length = size
    for font_scale, closer in TIGHTER if length is not None else AS_WISHED:
        cursor = Cursor(
            form=form, dpi=dpi, width=width, length=length, font_scale=font_scale, closer=closer
        )
        if _fill(cursor, document):
            break
    if length is not None:
        cursor = _with_larger_pictures(cursor, document) or cursor
    return DocumentLayout(
        pages=tuple(tuple(page) for page in cursor.pages),
        width=width,
        height=round(cursor.top) + 1 if length is None else length,
        dpi=dpi,
        font_scale=font_scale,
    )


def _fill(cursor: Cursor, document: PrintDocument) -> bool:
    """Add all blocks of a document; return whether they fit one page."""
    for block in document.blocks:
        _add(cursor, block)
    return len(cursor.pages) == 1


def _with_larger_pictures(found: Cursor, document: PrintDocument) -> Cursor | None:
    """Return a page with the largest pictures that fit one page, in letters of the same size."""
    steps = [block for block in document.blocks if isinstance(block, TextLine) and block.mark]
    if not any(step.picture for step in steps) or len(found.pages) > 1:
        return None
    larger = [side for side in STEP_MM if side * found.dpi / MM_PER_INCH > _side(found)]
    closer_by = [closer for closer in CLOSER if closer <= found.closer] or [found.closer]
    for step_mm in larger:
        for closer in closer_by:
            cursor = replace(found, closer=closer, step_mm=step_mm, top=0.0, pages=[[]])
            if _fill(cursor, document):
                return cursor
    return None


def _add(cursor: Cursor, block: Block) -> None:
    match block:
        case TextLine(role=Role.WARNING):
            _add_framed(cursor, block)
        case TextLine():
            _add_line(cursor, block)
        case ContactEntry():
            _add_entry(cursor, block)
        case Codes():
            _add_codes(cursor, block)
        case SheetNumberEntry():
            _add_sheet_number(cursor, block)
        case CountRow() | TableRow():
            add_row(cursor, block)
        case Divider():
            thick = round(cursor.points(RULE_THICK))
            top = round(cursor.reserve(RULE_ABOVE, thick))
            cursor.put(BoxPiece(left=0, top=top, width=cursor.width, height=thick, line=thick))


def _add_line(cursor: Cursor, line: TextLine) -> None:
    """Lay out a paragraph; a picture left of it makes it at least as high as that."""
    kind = cursor.font_style_of(line.role)
    side = _picture_side(cursor, line)
    begin = side + cursor.points(PICTURE_GAP) if side else 0.0
    mark = wrapped(cursor, line.mark, kind, cursor.width) if line.mark else None
    left = begin + (natural_width(mark) + cursor.points(kind.size * MARK_GAP) if mark else 0.0)
    text = wrapped(cursor, line.text, kind, cursor.width - left)
    height = max(height_of(text), side)
    above = kind.above + (STEP_RULE if side and mark else 0.0)
    _add_rule_between(cursor, above, wanted=bool(side and mark))
    top = cursor.reserve(above, height)
    lower = top + (height - height_of(text)) / 2
    if side:
        at = round(top + (height - side) / 2)
        cursor.put(PicturePiece(name=line.picture, left=0, top=at, side=side))
    if mark:
        cursor.put(TextPiece(layout=mark, left=begin, top=lower))
    cursor.put(TextPiece(layout=text, left=left, top=lower))


def _add_rule_between(cursor: Cursor, above: float, *, wanted: bool) -> None:
    """Put a line into the gap above a step, where the gap is three times as tall as the line.

    A page is printed finer than a roll, so its line is thinner.
    """
    finer = 1 if cursor.length is None else 2
    thick = round(cursor.points(RULE_THICK / finer))
    gap = cursor.points(above * cursor.closer)
    if wanted and gap >= 3 * thick:
        middle = round(cursor.top + (gap - thick) / 2)
        cursor.put(BoxPiece(left=0, top=middle, width=cursor.width, height=thick, line=thick))


def _picture_side(cursor: Cursor, line: TextLine) -> int:
    """Return the side of the picture of a line in pixels; 0 if it has none, or no room at all."""
    if not line.picture or not cursor.closer or paper_pictures().draw(line.picture, 1).isNull():
        return 0
    if line.mark and cursor.step_mm:
        return round(cursor.step_mm / MM_PER_INCH * cursor.dpi)
    return _side(cursor)


def _side(cursor: Cursor) -> int:
    """Return the side in pixels of a picture that shrinks with the space around it."""
    tight = LEAST_PICTURE + (1 - LEAST_PICTURE) * cursor.closer
    side = cursor.form.picture_mm / MM_PER_INCH * cursor.dpi
    return round(side * min(tight, 1) * min(cursor.font_scale, 1))


def _add_framed(cursor: Cursor, line: TextLine) -> None:
    kind = cursor.font_style_of(line.role)
    padding, thick = round(cursor.points(PADDING)), round(cursor.points(RULE_THICK))
    side = _picture_side(cursor, line)
    left = padding + (side + padding if side else 0)
    text = wrapped(cursor, line.text, kind, cursor.width - left - padding)
    inside = max(round(height_of(text)), side)
    height = inside + 2 * padding
    top = round(cursor.reserve(kind.above, height))
    cursor.put(BoxPiece(left=0, top=top, width=cursor.width, height=height, line=thick))
    if side:
        at = top + padding + (inside - side) // 2
        cursor.put(PicturePiece(name=line.picture, left=padding, top=at, side=side))
    lower = top + padding + (inside - height_of(text)) / 2
    cursor.put(TextPiece(layout=text, left=left, top=lower))


@dataclass(frozen=True, kw_only=True)
class SheetFrame:
    """The sheet number and its text in a dashed frame."""

    parts: tuple[tuple[QTextLayout, float, float], ...]
    bars: BarsPiece
    width: int
    height: int
    line: int

    def at(self, left: int, top: int) -> tuple[Piece, ...]:
        """Return the items of the frame with its upper left corner at a position in pixels."""
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


def _sheet_frame(cursor: Cursor, entry: SheetNumberEntry, width: int) -> SheetFrame:
    """Lay out the sheet number; the line on its use is beside it if it fits, else below."""
    padding, small = round(cursor.points(PADDING)), cursor.font_style_of(Role.DETAIL)
    inner = width - 2 * padding
    number = wrapped(cursor, entry.number, _fitting(cursor, entry.number, Role.SHEET, inner), inner)
    label = wrapped(cursor, entry.label, small, inner)
    left = max(natural_width(number), natural_width(label)) + cursor.points(ENTRY_GAP)
    beside = inner - left >= BESIDE_FROM * cursor.points(small.size)
    use = wrapped(cursor, entry.use, small, inner - left if beside else inner)
    written = height_of(label) + height_of(number)
    height = max(written, height_of(use)) if beside else written + height_of(use)
    bars = _bars(cursor, entry.scanned, inner)
    bars = replace(bars, left=padding + bars.left, top=padding + height + cursor.points(BARS_ABOVE))
    offset = (left, 0.0) if beside else (0.0, written)
    parts = ((label, 0.0, 0.0), (number, 0.0, height_of(label)), (use, *offset))
    return SheetFrame(
        parts=tuple((text, padding + x, padding + y) for text, x, y in parts),
        bars=bars,
        width=width,
        height=round(bars.top + bars.height) + padding,
        line=round(cursor.points(RULE_THICK)),
    )


def _bars(cursor: Cursor, text: str, available: int) -> BarsPiece:
    """Centre a barcode in a width, in whole pixels if the resolution allows."""
    unit = min(cursor.dpi * BARS_UNIT_MM / MM_PER_INCH, available / barcode.width_of(text))
    unit = math.floor(unit) if unit >= 1 else unit
    left = (available - barcode.width_of(text) * unit) / 2
    return BarsPiece(
        text=text, left=round(left), top=0, unit=unit, height=cursor.dpi * BARS_MM / MM_PER_INCH
    )


def _add_sheet_number(cursor: Cursor, entry: SheetNumberEntry) -> None:
    frame = _sheet_frame(cursor, entry, cursor.width)
    top = round(cursor.reserve(cursor.font_style_of(Role.SHEET).above, frame.height))
    cursor.put(*frame.at(0, top))


def _add_entry(cursor: Cursor, entry: ContactEntry) -> None:
    """Lay out a contact: the name beside the number if both fit, else above it."""
    large = Role.FIRST if entry.first else Role.NUMBER
    role = large if len(entry.shown) <= LARGE_UP_TO else Role.ADDRESS
    if not entry.label:  # the name of an office, which nobody dials or types
        role = Role.HEADING
    number = _on_one_line(cursor, entry.shown, role)
    label = wrapped(cursor, entry.label, cursor.font_style_of(Role.LABEL), cursor.width)
    across = natural_width(number) + cursor.points(ENTRY_GAP)
    beside = bool(entry.label) and across + natural_width(label) <= cursor.width
    if entry.label and not beside:
        _add_line(cursor, TextLine(role=Role.LABEL, text=entry.label))
    above = 0.0 if entry.label and not beside else cursor.font_style_of(role).above
    top = cursor.reserve(above, height_of(number))
    cursor.put(TextPiece(layout=number, left=0, top=top))
    if beside:
        lower = number.lineAt(0).ascent() - label.lineAt(0).ascent()
        cursor.put(TextPiece(layout=label, left=across, top=top + lower))
    if entry.details:
        _add_line(cursor, TextLine(role=Role.DETAIL, text=entry.details))


def _add_codes(cursor: Cursor, block: Codes) -> None:
    """Lay out as many codes side by side as fit, and the sheet number if it fits too."""
    codes, beside = block.codes, block.beside
    widest = max(qr_painter.side_pixels(code.payload, _module(cursor, code)) for code in codes)
    frame = _sheet_frame(cursor, beside, round(cursor.width * FRAME_SHARE)) if beside else None
    available = (
        cursor.width - frame.width - round(cursor.points(ENTRY_GAP)) if frame else cursor.width
    )
    if frame and len(codes) * widest <= available:
        top = _add_row(cursor, codes, available, frame.height)
        cursor.put(*frame.at(cursor.width - frame.width, top))
        return
    in_a_row = max(1, min(len(codes), cursor.width // widest))
    for start in range(0, len(codes), in_a_row):
        _add_row(cursor, codes[start : start + in_a_row], cursor.width)
    if beside:
        _add_sheet_number(cursor, beside)


def _add_row(cursor: Cursor, codes: Sequence[Code], width: int, least: int = 0) -> int:
    """Add a row of codes of a minimum height in pixels; return its top in pixels."""
    sides = [qr_painter.side_pixels(code.payload, _module(cursor, code)) for code in codes]
    slots = _slots(cursor, codes, sides, width)
    kind = cursor.font_style_of(Role.DETAIL)
    captions = [
        wrapped(cursor, code.caption, kind, slot, Qt.AlignmentFlag.AlignHCenter)
        for code, slot in zip(codes, slots, strict=True)
    ]
    height = max(max(sides) + max(map(height_of, captions)) + 1, least)
    top = round(cursor.reserve(CODES_ABOVE, height))
    left = 0
    for code, side, slot, caption in zip(codes, sides, slots, captions, strict=True):
        corner = (left + (slot - side) // 2, top + max(sides) - side)
        cursor.put(CodePiece(payload=code.payload, corner=corner, module=_module(cursor, code)))
        cursor.put(TextPiece(layout=caption, left=left, top=top + max(sides)))
        left += slot
    return top


def _slots(cursor: Cursor, codes: Sequence[Code], sides: Sequence[int], width: int) -> list[int]:
    """Return the column widths in pixels: as the captions need them for one line, else equal."""
    kind = cursor.font_style_of(Role.DETAIL)
    wished = [
        max(side, round(natural_width(wrapped(cursor, code.caption, kind, width))) + 1)
        for code, side in zip(codes, sides, strict=True)
    ]
    spare = (width - sum(wished)) // len(codes)
    return [width // len(codes)] * len(codes) if spare < 0 else [w + spare for w in wished]


def _module(cursor: Cursor, code: Code) -> int:
    return qr_painter.module_pixels(code.payload, cursor.dpi, cursor.form.module_mm)


def _on_one_line(cursor: Cursor, text: str, role: Role) -> QTextLayout:
    """Reduce the font size of a number until it fits on one line; a long address is wrapped."""
    kind = (
        _fitting(cursor, text, role, cursor.width)
        if role in {Role.NUMBER, Role.FIRST}
        else cursor.font_style_of(role)
    )
    return wrapped(cursor, _breakable(text), kind, cursor.width)


def _fitting(cursor: Cursor, text: str, role: Role, width: float) -> FontStyle:
    """Return the style of a role, reduced so that a text fits on one line of a width in pixels."""
    kind = cursor.font_style_of(role)
    wide = natural_width(wrapped(cursor, text, kind, NO_END))
    if wide <= width:
        return kind
    half_a_pixel = POINTS_PER_INCH / cursor.dpi / 2
    size = max(kind.size * width / wide - half_a_pixel, cursor.font_style_of(Role.ADDRESS).size)
    return FontStyle(size=size, above=kind.above, bold=kind.bold)


def _breakable(text: str) -> str:
    """Allow a mail address to wrap before its @ only, by zero-width characters."""
    if "@" not in text[1:]:
        return text
    return text.replace("-", f"{MAY_NOT_BREAK}-{MAY_NOT_BREAK}").replace("@", f"{MAY_BREAK}@")
