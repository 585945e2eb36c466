"""Write the results of a list as one CSV file, most urgent class first, in constant memory."""

import tempfile
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from jknassist.core.messages import InterfaceWords
from jknassist.core.phone.number_list import Class, ListedNumber, csv_row, headings, result_row

HELD = 2 * 1024 * 1024
"""Bytes of each class held in memory; beyond that they spill to an unnamed temporary file."""

PIECE = 1024 * 1024
BOM = "\ufeff"
"""UTF-8 byte order mark: without it Excel reads the file in a legacy encoding."""


class ResultFile:
    """Collects entries in any order; save() writes them sorted by class, close() discards them."""

    def __init__(self, words: InterfaceWords) -> None:
        self._words = words
        self._parts: dict[Class, IO[str]] = {
            kind: tempfile.SpooledTemporaryFile(  # noqa: SIM115  closed by close()
                max_size=HELD, mode="w+", encoding="utf-8", newline=""
            )
            for kind in Class
        }

    def add(self, told: ListedNumber) -> None:
        """Add one entry."""
        self._parts[told.kind].write(result_row(told, self._words))

    def save(self, path: Path) -> None:
        """Write all entries that were added so far."""
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(BOM + csv_row(headings(self._words)))
            for part in self._parts.values():
                part.seek(0)
                while piece := part.read(PIECE):
                    file.write(piece)

    def close(self) -> None:
        """Discard all entries and their temporary files."""
        for part in self._parts.values():
            part.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
