"""Collect the results of a list and write them as one CSV file, most urgent class first.

Results are kept compressed in memory: nothing of a list is written to disk before it is saved.
"""

import codecs
import zlib
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from jknassist.core.export.number_list_csv import (
    csv_cells,
    csv_row,
    headings,
    pasted,
    result_row,
)
from jknassist.core.phone.number_list import EntryClass, ListedNumber, ListGroup, list_group_of
from jknassist.core.words import InterfaceWords
from jknassist.system.atomic_file import write_atomically

FASTEST = 1
"""Compression level; the lines are so similar that a higher one gains little."""

PIECE = 65_536
"""Size in bytes of the pieces that are decompressed and written at a time."""

BOM = "\ufeff"
"""UTF-8 byte order mark: without it Excel reads the file in a legacy encoding."""


class ResultFile:
    """Collects entries in any order; save() writes them sorted by class, repeated ones apart."""

    def __init__(self, words: InterfaceWords) -> None:
        self._words = words
        self._parts = {(kind, group): _Part() for kind in EntryClass for group in ListGroup}

    def add(self, listed: ListedNumber) -> None:
        """Add one entry."""
        part = self._parts[listed.kind, list_group_of(listed)]
        part.add(result_row(listed, self._words).encode())

    def save(self, path: Path) -> None:
        """Write all entries added so far, replacing the content of the file."""
        write_atomically(path, self._bytes())

    def copy_of(self, group: ListGroup, most: int) -> str:
        """Return the headings and the first entries of a group as text to paste into a table."""
        parts = (part.read() for (_, of), part in self._parts.items() if of is group)
        lines = chain((csv_row(headings(self._words)),), chain.from_iterable(map(_lines, parts)))
        return pasted(islice(csv_cells(lines), 1 + most))

    def _bytes(self) -> Iterator[bytes]:
        yield (BOM + csv_row(headings(self._words))).encode()
        for part in self._parts.values():
            yield from part.read()


class _Part:
    """The lines of one class."""

    def __init__(self) -> None:
        self._packed = bytearray()
        self._packer = zlib.compressobj(FASTEST)

    def add(self, line: bytes) -> None:
        self._packed += self._packer.compress(line)

    def read(self) -> Iterator[bytes]:
        """Yield all lines so far in pieces; more may be added afterwards."""
        packed = bytes(self._packed) + self._packer.copy().flush()
        unpacker = zlib.decompressobj()
        while packed:
            yield unpacker.decompress(packed, PIECE)
            packed = unpacker.unconsumed_tail
        yield unpacker.flush()


def _lines(pieces: Iterator[bytes]) -> Iterator[str]:
    """Yield the lines in pieces of UTF-8, each with its line end."""
    rest = ""
    for text in codecs.iterdecode(pieces, "utf-8"):
        *lines, rest = (rest + text).split("\n")
        yield from (f"{line}\n" for line in lines)
