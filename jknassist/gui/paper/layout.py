"""Lays a sheet out in whole pixels of a printer: wrapped text and QR codes, page by page."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from jknassist.core.sheet import Code, Codes, Line, Role, Sheet
from jknassist.gui.paper import qr
from jknassist.gui.paper.forms import POINTS_PER_INCH, Form, Type

CODE_GAP_PT = 6.0
CAPTION_PT = {"a4": 11.0}
CAPTION_ROLE = Role.DETAIL

# How much smaller than wished type and space may be, tried in this order until a page suffices.
TIGHTER = (
    (1.0, 1.0),
    (1.0, 0.75),
    (1.0, 0.5),
    (1.0, 0.25),
    (0.95, 0.25),
    (0.9, 0.25),
    (0.85, 0.2),
    (0.8, 0.2),
    (0.75, 0.15),
    (0.7, 0.1),
)


@dataclass(frozen=True, kw_only=True)
class TextPiece:
    """A paragraph, wrapped; its place is the upper left corner."""

    layout: QTextLayout
    left: float
    top: float

    def draw(self, painter: QPainter) -> None:
        """Draw the paragraph in black."""
        painter.setPen(Qt.GlobalColor.black)
        self.layout.draw(painter, QPointF(self.left, self.top))


@dataclass(frozen=True, kw_only=True)
class CodePiece:
    """A QR code, quiet zone included; its place is the upper left corner."""

    payload: str
    left: int
    top: int
    module: int

    def draw(self, painter: QPainter) -> None:
        """Draw the code in black on white."""
        qr.draw(painter, self.payload, (self.left, self.top), self.module)


Piece = TextPiece | CodePiece


@dataclass(frozen=True, kw_only=True)
class Laid:
    """A sheet laid out: the pieces of each page, the size of a page in pixels, and how tight."""

    pages: tuple[tuple[Piece, ...], ...]
    width: int
    height: int
    dpi: float
    smaller: float


@dataclass(kw_only=True)
class _Pen:
    """Where the next paragraph goes; starts a new page when one is full."""

    sheet: Sheet
    form: Form
    dpi: float
    width: int
    length: int | None
    smaller: float
    closer: float
    top: float = 0.0
    lowest: float = 0.0
    pages: list[list[Piece]] = field(default_factory=lambda: [[]])

    def type_of(self, role: Role) -> Type:
        wished = self.form.types[role]
        return Type(
            size=wished.size * self.smaller, above=wished.above * self.closer, bold=wished.bold
        )

    def points(self, points: float) -> float:
        return points / POINTS_PER_INCH * self.dpi

    def make_room(self, above: float, height: float) -> float:
        """Return the top of something of this height; what was there before is above it."""
        top = self.top + above if self.pages[-1] else self.top
        if self.length is not None and self.pages[-1] and top + height > self.length:
            self.pages.append([])
            top = 0.0
        self.top = top + height
        self.lowest = max(self.lowest, self.top)
        return top


def lay_out(sheet: Sheet, form: Form, dpi: float, size: tuple[int, int | None]) -> Laid:
    """Lay a sheet out on pages of a size in pixels; a length of None is a roll.

    A sheet of fixed length is set closer and then smaller until it fits one page. What is too
    much even so goes on to a second page; nothing is ever cut.
    """
    for smaller, closer in TIGHTER if size[1] is not None else TIGHTER[:1]:
        pen = _Pen(
            sheet=sheet,
            form=form,
            dpi=dpi,
            width=size[0],
            length=size[1],
            smaller=smaller,
            closer=closer,
        )
        for block in sheet.blocks:
            match block:
                case Line():
                    _add_line(pen, block)
                case Codes(codes=codes):
                    _add_codes(pen, codes)
        if len(pen.pages) == 1:
            break
    height = round(pen.lowest) + 1 if size[1] is None else size[1]
    return Laid(
        pages=tuple(tuple(page) for page in pen.pages),
        width=size[0],
        height=height,
        dpi=dpi,
        smaller=smaller,
    )


def _add_line(pen: _Pen, line: Line) -> None:
    kind = pen.type_of(line.role)
    indent = _text(pen, f"{line.mark} ", kind, pen.width) if line.mark else None
    left = indent.maximumWidth() if indent else 0.0
    text = _text(pen, line.text, kind, pen.width - left)
    top = pen.make_room(pen.points(kind.above), text.boundingRect().height())
    if indent:
        pen.pages[-1].append(TextPiece(layout=indent, left=0, top=top))
    pen.pages[-1].append(TextPiece(layout=text, left=left, top=top))


def _add_codes(pen: _Pen, codes: tuple[Code, ...]) -> None:
    """Set codes side by side, as many as there is room for, each with its caption below."""
    sides = [qr.side_pixels(code.payload, _module(pen, code)) for code in codes]
    in_a_row = max(1, min(len(codes), int(pen.width // max(sides))))
    for start in range(0, len(codes), in_a_row):
        _add_row(pen, codes[start : start + in_a_row], pen.width // in_a_row)


def _add_row(pen: _Pen, codes: tuple[Code, ...], slot: int) -> None:
    kind = pen.type_of(CAPTION_ROLE)
    captions = [_text(pen, code.caption, kind, slot * 0.96, centred=True) for code in codes]
    sides = [qr.side_pixels(code.payload, _module(pen, code)) for code in codes]
    height = max(sides) + max(caption.boundingRect().height() for caption in captions)
    top = round(pen.make_room(pen.points(CODE_GAP_PT * pen.closer), height) + 0.5)
    for place, (code, caption, side) in enumerate(zip(codes, captions, sides, strict=True)):
        left = place * slot + (slot - side) // 2
        piece = CodePiece(payload=code.payload, left=left, top=top, module=_module(pen, code))
        pen.pages[-1].append(piece)
        below = TextPiece(layout=caption, left=place * slot + slot * 0.02, top=top + max(sides))
        pen.pages[-1].append(below)


def _module(pen: _Pen, code: Code) -> int:
    return qr.module_pixels(code.payload, pen.dpi)


def _text(
    pen: _Pen, text: str, kind: Type, width: float, *, centred: bool = False
) -> QTextLayout:
    """Wrap a paragraph at words, or inside a word that is too long for a line of its own."""
    font = QFont()
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setPixelSize(max(1, round(pen.points(kind.size))))
    font.setBold(kind.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    option = QTextOption(
        Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
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
