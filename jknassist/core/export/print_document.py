"""Print document of a summary: its blocks in order, each with a role, before any layout."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from jknassist.core.flow.sheet_number import kept
from jknassist.core.flow.summary import ContactRow, Summary, numbered_lines
from jknassist.core.paper import Paper


class Role(StrEnum):
    """Role of a line; gui/printing/paper_formats.py gives font size and spacing for it."""

    KICKER = "kicker"
    TITLE = "title"
    BODY = "body"
    HEADING = "heading"
    ITEM = "item"
    LABEL = "label"
    NUMBER = "number"
    FIRST = "first"
    ADDRESS = "address"
    DETAIL = "detail"
    WARNING = "warning"
    SMALL = "small"
    SHEET = "sheet"


@dataclass(frozen=True, kw_only=True)
class TextLine:
    """One paragraph; `mark` is printed before it, such as the "1." of a list.

    `picture` is the name of the one that stands left of both.
    """

    role: Role
    text: str
    mark: str = ""
    picture: str = ""


@dataclass(frozen=True, kw_only=True)
class Code:
    """One QR code: its payload, and the caption printed below it."""

    payload: str
    caption: str


@dataclass(frozen=True, kw_only=True)
class SheetNumberEntry:
    """The sheet number, printed in a frame with a label and a line on its use.

    `scanned` is the content of its barcode.
    """

    label: str
    number: str
    scanned: str
    use: str


@dataclass(frozen=True, kw_only=True)
class Codes:
    """QR codes in one row where the paper is wide enough.

    On A4 the sheet number is printed `beside` them if there is room.
    """

    codes: tuple[Code, ...]
    beside: SheetNumberEntry | None = None


@dataclass(frozen=True, kw_only=True)
class ContactEntry:
    """One contact: label, number or address in large type, and details such as hours and cost.

    The `first` one of an ending stands out.
    """

    label: str
    shown: str
    details: str
    first: bool = False


@dataclass(frozen=True)
class Divider:
    """A line across the paper: below it are the answers, which are for the staff."""


@dataclass(frozen=True, kw_only=True)
class CountRow:
    """A row of a chart: its name, a bar, and the count.

    `count` is written with its thousands apart. `share` is the length of the bar, from 0 to 1,
    `filled` the part of it that is black. What is `hatched` is told apart from both without any
    colour.
    """

    name: str
    count: str
    share: float
    filled: float = 0.0
    hatched: bool = False


@dataclass(frozen=True, kw_only=True)
class TableRow:
    """A row of a table: the name takes what the columns of figures leave."""

    name: str
    cells: tuple[str, ...]
    is_head: bool = False


Block = TextLine | ContactEntry | Codes | SheetNumberEntry | Divider | CountRow | TableRow


@dataclass(frozen=True, kw_only=True)
class PrintDocument:
    """Content for one paper format, top to bottom; `title` is metadata without personal data."""

    paper: Paper
    language: str
    title: str
    blocks: tuple[Block, ...]


NEVER_TELL = "jangan_beri_kode"
"""The picture of the safety line."""

ABOUT_ON_A4 = 2
"""Number of lines about the program on A4: who made it, and what it never asks for."""

ONE_LINE = 24
"""Maximum characters of a caption that fit on one line below a code."""

CODES_ON = {Paper.A4: 3, Paper.ROLL_80: 2, Paper.ROLL_58: 2}
"""Maximum number of QR codes by paper format."""


class Sheets(Protocol):
    """What a print panel prints, saves and copies, on each paper.

    `file_stem` begins the name of a saved file. `masked_number` is a number that is printed only
    on request, `copied_text` what is copied: empty for what the window copies without a panel.
    """

    file_stem: str
    copied_text: str

    @property
    def masked_number(self) -> str:
        """The number that can be printed on request; empty if there is none."""

    def on(self, paper: Paper, *, with_number: bool = False) -> PrintDocument:
        """Return the document for a paper format."""


class PrintDocuments:
    """Print documents of one summary, cached by format: previewed, printed and saved alike."""

    file_stem = "Ringkasan-OTP"
    copied_text = ""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary
        self._made: dict[tuple[Paper, bool], PrintDocument] = {}

    @property
    def masked_number(self) -> str:
        """The number that can be printed on request; empty if none was typed."""
        return self.summary.masked_number

    def on(self, paper: Paper, *, with_number: bool = False) -> PrintDocument:
        """Return the document for a paper format, with the masked number only on request."""
        wanted = (paper, with_number)
        if wanted not in self._made:
            self._made[wanted] = print_document(self.summary, paper, with_number=with_number)
        return self._made[wanted]


def print_document(summary: Summary, paper: Paper, *, with_number: bool = False) -> PrintDocument:
    """Compose the document of a summary for a paper format; masked number only on request."""
    blocks = (
        *_advice(summary),
        *_contacts(summary, paper),
        *_safety(summary),
        *_codes(summary, paper),
        *_answers(summary, with_number=with_number),
        *_origin(summary, paper),
    )
    return PrintDocument(
        paper=paper,
        language=summary.language,
        title=f"{summary.heading}: {summary.title}",
        blocks=blocks,
    )


def _safety(summary: Summary) -> Iterator[TextLine]:
    if summary.safety:
        yield TextLine(role=Role.WARNING, text=summary.safety, picture=NEVER_TELL)


def _advice(summary: Summary) -> Iterator[TextLine]:
    words = summary.words
    yield TextLine(role=Role.KICKER, text=summary.heading)
    yield TextLine(role=Role.TITLE, text=summary.title, picture=summary.picture)
    yield TextLine(role=Role.BODY, text=summary.cause)
    if summary.tried_line:
        yield TextLine(role=Role.BODY, text=summary.tried_line)
    if summary.actions:
        yield TextLine(role=Role.HEADING, text=words.actions_title)
    for number, (action, picture) in enumerate(summary.illustrated, 1):
        yield TextLine(role=Role.ITEM, text=action, mark=f"{number}.", picture=picture)
    if summary.bring:
        yield TextLine(role=Role.BODY, text=f"{words.bring_title} {', '.join(summary.bring)}.")
    if summary.limit_line:
        yield TextLine(role=Role.BODY, text=summary.limit_line)
    if summary.waiting:
        yield TextLine(role=Role.HEADING, text=words.wait_title)
        for line in summary.waiting:
            yield TextLine(role=Role.ITEM, text=line, mark="•")


def _contacts(summary: Summary, paper: Paper) -> Iterator[Block]:
    """Yield the contacts; an office without a number needs no label beside its name."""
    yield TextLine(role=Role.HEADING, text=summary.words.contacts_title)
    for place, row in enumerate(summary.contacts):
        label = row.label if row.link else ""
        details = _details(row, paper)
        yield ContactEntry(label=label, shown=row.shown, details=details, first=not place)


def _details(row: ContactRow, paper: Paper) -> str:
    """Return hours and cost; on A4 the note too."""
    known = row.details if paper is Paper.A4 else (row.facts,)
    return " ".join(detail if detail.endswith(".") else f"{detail}." for detail in known if detail)


def _codes(summary: Summary, paper: Paper) -> Iterator[Block]:
    linked = [row for row in summary.contacts if row.link][: CODES_ON[paper]]
    number = _sheet_number(summary)
    beside = number if paper is Paper.A4 and linked else None
    if linked:
        codes = tuple(Code(payload=row.scanned, caption=_caption(row)) for row in linked)
        yield TextLine(role=Role.HEADING, text=summary.words.qr_title)
        yield Codes(codes=codes, beside=beside)
    if number is not None and beside is None:
        yield number


def _caption(row: ContactRow) -> str:
    """Return the caption of a code: the label, or the number if the label is too long."""
    return min(row.label, row.shown, key=len) if len(row.label) > ONE_LINE else row.label


def _sheet_number(summary: Summary) -> SheetNumberEntry | None:
    words = summary.words
    if not summary.sheet_number:
        return None
    label = f"{words.sheet_label} {words.sheet_not_otp}"
    return SheetNumberEntry(
        label=label,
        number=summary.sheet_number,
        scanned=kept(summary.sheet_number),
        use=words.sheet_use,
    )


def _answers(summary: Summary, *, with_number: bool) -> Iterator[Block]:
    number = summary.number_line if with_number and not summary.solved else ""
    lines = summary.answer_lines
    if not (lines or number):
        return
    yield Divider()
    yield TextLine(role=Role.HEADING, text=summary.words.tried_title)
    yield from _numbered(lines)
    if number:
        yield TextLine(role=Role.BODY, text=number)


def _origin(summary: Summary, paper: Paper) -> Iterator[TextLine]:
    lines: tuple[str, ...] = (summary.made_line, summary.data_line)
    if paper is Paper.A4:
        lines += (summary.checked_line, *summary.about[:ABOUT_ON_A4])
    else:
        lines += summary.about[:1]
    yield TextLine(role=Role.SMALL, text=" ".join(_with_full_stop(line) for line in lines if line))


def _with_full_stop(line: str) -> str:
    return line if line.endswith(".") else f"{line}."


def _numbered(lines: tuple[str, ...]) -> Iterator[TextLine]:
    for mark, line in numbered_lines(lines):
        yield TextLine(role=Role.ITEM, text=line, mark=mark)
