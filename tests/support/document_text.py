"""A print document as plain text, as the golden files have it."""

from collections.abc import Iterator

from jknassist.core.export.print_document import (
    Block,
    ContactEntry,
    CountRow,
    Divider,
    PrintDocument,
    SheetNumberEntry,
    TableRow,
    TextLine,
)


def document_text(laid: PrintDocument) -> str:
    """Return the lines of a document in their order."""
    return "\n".join(line for block in laid.blocks for line in _block_text(block))


def _block_text(block: Block) -> Iterator[str]:
    match block:
        case TextLine(mark=mark, text=text):
            yield f"{mark} {text}" if mark else text
        case ContactEntry():
            yield from filter(None, (block.label, block.shown, block.details))
        case SheetNumberEntry():
            yield from _sheet_text(block)
        case Divider():
            yield "---"
        case CountRow() | TableRow():
            yield _row_text(block)
        case _:
            for code in block.codes:
                yield f"[QR {code.payload}] {code.caption}"
            if block.beside is not None:
                yield from _sheet_text(block.beside)


def _row_text(row: CountRow | TableRow) -> str:
    figures = (str(row.count),) if isinstance(row, CountRow) else row.cells
    return " ".join((row.name, *figures))


def _sheet_text(entry: SheetNumberEntry) -> tuple[str, str, str]:
    return (entry.label, entry.number, entry.use)
