"""The result of a long list as one CSV file, the most urgent first, in constant memory."""

import tempfile
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from jknassist.core.messages import InterfaceWords
from jknassist.core.phone.number_list import Class, ListedNumber, csv_row, headings, result_row

HELD = 2 * 1024 * 1024
"""Bytes of each class that are held in memory; more goes into a file that nobody else sees."""

PIECE = 1024 * 1024
BOM = "\ufeff"
"""Tells a spreadsheet that the file is UTF-8."""


class ResultFile:
    """Takes entries in any order; save() writes them by class. What is not saved is gone."""

    def __init__(self, words: InterfaceWords) -> None:
        self._words = words
        self._parts: dict[Class, IO[str]] = {
            kind: tempfile.SpooledTemporaryFile(  # noqa: SIM115  closed by close()
                max_size=HELD, mode="w+", encoding="utf-8", newline=""
            )
            for kind in Class
        }

    def add(self, told: ListedNumber) -> None:
        """Take one entry."""
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
        """Forget everything."""
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
