"""The bytes of a text file become lines, in the encodings that spreadsheets and phones write."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

HEAD = 65_536
"""Bytes from which the encoding is guessed."""

LONGEST_LINE = 100_000
"""Characters of one line that are held at a time; what follows is a line of its own."""

MOST_ZEROS = 0.3
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GAP = re.compile(r"[\s,;|/][^\s,;|/]*\Z")


class NoTextError(ValueError):
    """Bytes that are no text: a picture, a spreadsheet, a program."""


def encoding_of(head: bytes) -> str:
    """Guess the encoding of a file from its first bytes; raise NoTextError for none."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding
    if b"\0" in head:
        return _wide(head)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _wide(head: bytes) -> str:
    """Tell UTF-16 without a mark by where its zeros stand."""
    half = max(len(head) // 2, 1)
    even, odd = head[::2].count(0) / half, head[1::2].count(0) / half
    if odd > MOST_ZEROS and even < odd / 10:
        return "utf-16-le"
    if even > MOST_ZEROS and odd < even / 10:
        return "utf-16-be"
    raise NoTextError


def lines_of(stream: BinaryIO) -> Iterator[str]:
    """Yield the lines of a text with their ends, one held at a time; raise NoTextError for none."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    encoding = encoding_of(buffered.peek(HEAD)[:HEAD])
    text = io.TextIOWrapper(buffered, encoding=encoding, errors="replace", newline=None)
    try:
        yield from bounded(text)
    finally:
        text.detach()  # whoever opened the stream closes it


def bounded(text: io.TextIOBase) -> Iterator[str]:
    """Yield lines; one without an end is cut at a gap, never within a number."""
    rest = ""
    while piece := text.readline(LONGEST_LINE):
        line = rest + piece
        rest = ""
        if not line.endswith("\n") and len(piece) == LONGEST_LINE:
            gap = _GAP.search(line, len(line) - HEAD if len(line) > HEAD else 0)
            if gap is not None:
                line, rest = line[: gap.start() + 1], line[gap.start() + 1 :]
        yield line
    if rest:
        yield rest
