"""The summary as a sheet of paper: which lines stand on it, in what order, in what role."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jknassist.core.flow.sheet_number import kept
from jknassist.core.flow.summary import ContactRow, Summary, numbered_lines
from jknassist.core.paper import Paper


class Role(StrEnum):
    """What a line is for; the paper decides how large it is set."""

    KICKER = "kicker"
    TITLE = "title"
    BODY = "body"
    HEADING = "heading"
    ITEM = "item"
    LABEL = "label"
    NUMBER = "number"
    ADDRESS = "address"
    DETAIL = "detail"
    WARNING = "warning"
    SMALL = "small"
    SHEET = "sheet"


@dataclass(frozen=True, kw_only=True)
class TextLine:
    """One paragraph; `mark` stands before it, as the 1. of a list."""

    role: Role
    text: str
    mark: str = ""


@dataclass(frozen=True, kw_only=True)
class Code:
    """One QR code: what a phone reads in it, and what a person reads below it."""

    payload: str
    caption: str


@dataclass(frozen=True, kw_only=True)
class SheetNumberEntry:
    """The sheet number in its own frame: what it is and is not, and what it is good for.

    `scanned` is what stands in its barcode.
    """

    label: str
    number: str
    scanned: str
    use: str


@dataclass(frozen=True, kw_only=True)
class Codes:
    """QR codes that stand side by side where the paper is wide enough.

    On a sheet, which has an end, the sheet number stands beside them if there is room.
    """

    codes: tuple[Code, ...]
    beside: SheetNumberEntry | None = None


@dataclass(frozen=True, kw_only=True)
class ContactEntry:
    """One contact: its number or address in large type, what it is, and what is known of it."""

    label: str
    shown: str
    details: str


@dataclass(frozen=True)
class Rule:
    """A line across the paper; what is below it is for somebody else."""


Block = TextLine | ContactEntry | Codes | SheetNumberEntry | Rule


@dataclass(frozen=True, kw_only=True)
class PrintDocument:
    """All that stands on one paper, from top to bottom; `title` names the file, never a person."""

    paper: Paper
    language: str
    title: str
    blocks: tuple[Block, ...]


ABOUT_ON_A4 = 2
"""Who we are, and what we never ask for; that nothing is stored is seen on the screen."""

ONE_LINE = 24
"""Letters of a caption that stand on one line below a code."""

CODES_ON = {Paper.A4: 3, Paper.ROLL_80: 2, Paper.ROLL_58: 2}
"""How many contacts are worth the paper of a QR code."""


class PrintDocuments:
    """The papers of one ending; each is set out once, whether previewed, printed or saved."""

    def __init__(self, summary: Summary) -> None:
        self.summary = summary
        self._made: dict[tuple[Paper, bool], PrintDocument] = {}

    def on(self, paper: Paper, *, with_number: bool = False) -> PrintDocument:
        """Return what stands on a paper, the masked number only when asked for."""
        wanted = (paper, with_number)
        if wanted not in self._made:
            self._made[wanted] = print_document(self.summary, paper, with_number=with_number)
        return self._made[wanted]


def print_document(summary: Summary, paper: Paper, *, with_number: bool = False) -> PrintDocument:
    """Set out the summary for a paper; the masked number stands on it only when asked for."""
    blocks = (
        *_advice(summary),
        *_contacts(summary, paper),
        *([TextLine(role=Role.WARNING, text=summary.safety)] if summary.safety else []),
        *_codes(summary, paper),
        *_slip(summary, with_number=with_number),
        *_origin(summary, paper),
    )
    return PrintDocument(
        paper=paper,
        language=summary.language,
        title=f"{summary.heading}: {summary.title}",
        blocks=blocks,
    )


def document_text(laid: PrintDocument) -> str:
    """Write a sheet as plain lines, to be read in a review or compared with what was printed."""
    return "\n".join(line for block in laid.blocks for line in _block_text(block))


def _advice(summary: Summary) -> Iterator[TextLine]:
    words = summary.words
    yield TextLine(role=Role.KICKER, text=summary.heading)
    yield TextLine(role=Role.TITLE, text=summary.title)
    yield TextLine(role=Role.BODY, text=summary.cause)
    if summary.tried_line:
        yield TextLine(role=Role.BODY, text=summary.tried_line)
    yield TextLine(role=Role.HEADING, text=words.actions_title)
    yield from _numbered(summary.actions)
    if summary.bring:
        yield TextLine(role=Role.BODY, text=f"{words.bring_title} {', '.join(summary.bring)}.")
    if summary.limit_line:
        yield TextLine(role=Role.BODY, text=summary.limit_line)
    if summary.waiting:
        yield TextLine(role=Role.HEADING, text=words.wait_title)
        for line in summary.waiting:
            yield TextLine(role=Role.ITEM, text=line, mark="•")


def _contacts(summary: Summary, paper: Paper) -> Iterator[Block]:
    """List the contacts; an office is shown by its name, so it needs no label."""
    yield TextLine(role=Role.HEADING, text=summary.words.contacts_title)
    for row in summary.contacts:
        label = row.label if row.link else ""
        yield ContactEntry(label=label, shown=row.shown, details=_details(row, paper))


def _details(row: ContactRow, paper: Paper) -> str:
    """Return hours and cost, and what else is known where the paper has the room."""
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
    """Name a contact below its code on one line: by its number where its name is too long."""
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


def _slip(summary: Summary, *, with_number: bool) -> Iterator[Block]:
    number = summary.masked_number if with_number and not summary.solved else ""
    lines = summary.answer_lines
    if not (lines or number):
        return
    yield Rule()
    yield TextLine(role=Role.HEADING, text=summary.words.tried_title)
    yield from _numbered(lines)
    if number:
        yield TextLine(role=Role.BODY, text=summary.words.paper_number.format(number=number))


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


def _block_text(block: Block) -> Iterator[str]:
    match block:
        case TextLine(mark=mark, text=text):
            yield f"{mark} {text}" if mark else text
        case ContactEntry():
            yield from filter(None, (block.label, block.shown, block.details))
        case SheetNumberEntry():
            yield from _sheet_text(block)
        case Rule():
            yield "---"
        case _:
            for code in block.codes:
                yield f"[QR {code.payload}] {code.caption}"
            if block.beside is not None:
                yield from _sheet_text(block.beside)


def _sheet_text(entry: SheetNumberEntry) -> tuple[str, str, str]:
    return (entry.label, entry.number, entry.use)
