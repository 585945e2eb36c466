"""Texts that are read aloud for a printed sheet; of a code it is said that it is to be looked at.

Charts and tables are on papers for the staff only, and are not said.
"""

from collections.abc import Iterator

from jknassist.core.export.print_document import (
    Block,
    Codes,
    ContactEntry,
    PrintDocument,
    SheetNumberEntry,
    TextLine,
)
from jknassist.core.words import InterfaceWords


def paper_texts(document: PrintDocument, words: InterfaceWords) -> tuple[str, ...]:
    """Return what is said of a paper, from top to bottom."""
    told = (text for block in document.blocks for text in _texts(block, words))
    return (words.speech_paper, *filter(None, told))


def _texts(block: Block, words: InterfaceWords) -> Iterator[str]:
    if isinstance(block, TextLine):
        yield block.text
    elif isinstance(block, ContactEntry):
        yield from (block.label, block.shown, block.details)
    elif isinstance(block, SheetNumberEntry):
        yield from (f"{block.label}: {block.number}", block.use)
    elif isinstance(block, Codes):
        yield words.speech_codes
        if block.beside is not None:
            yield from _texts(block.beside, words)
