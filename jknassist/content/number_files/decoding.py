"""Decode text files into lines; guesses the encodings that spreadsheets and phones write."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from jknassist.content.number_files.problems import ListFileError, Problem

HEAD = 65_536
"""Number of first bytes from which the encoding is guessed."""

LONGEST_LINE = 100_000
"""Maximum length of a line in characters; a longer one is split, to bound memory."""

MOST_ZEROS = 0.3
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_GAP = re.compile(r"[\s,;|/][^\s,;|/]*\Z")


def encoding_of(head: bytes) -> str:
    """Return the codec name guessed from the first bytes; raise ListFileError for binary data."""
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
    """Detect UTF-16 without a byte order mark, and its endianness, by where the zero bytes are."""
    half = max(len(head) // 2, 1)
    even, odd = head[::2].count(0) / half, head[1::2].count(0) / half
    if odd > MOST_ZEROS and even < odd / 10:
        return "utf-16-le"
    if even > MOST_ZEROS and odd < even / 10:
        return "utf-16-be"
    raise ListFileError(Problem.NO_LIST)


def lines_of(stream: BinaryIO) -> Iterator[str]:
    """Yield decoded lines with their line ends, lazily; raise ListFileError for binary data."""
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    encoding = encoding_of(buffered.peek(HEAD)[:HEAD])
    text = io.TextIOWrapper(buffered, encoding=encoding, errors="replace", newline=None)
    try:
        yield from bounded(text)
    finally:
        if not buffered.closed:
            text.detach()  # whoever opened the stream closes it


def bounded(text: io.TextIOBase) -> Iterator[str]:
    """Yield lines of bounded length; a longer one is split at white space, not within a number."""
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
