"""The log of the kiosk: what went wrong and where in the program, and nothing about anybody."""

import logging
import re
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from jknassist.core.overriding import override

FILE = "kiosk.log"
MOST_BYTES = 128 * 1024
KEPT = 2
LONGEST_LINE = 400
PLACES = 6
"""Places of a traceback that are written down, the innermost ones."""

DIGIT = re.compile(r"\d")


class _Pages(RotatingFileHandler):
    """Remembers that a line could not be written, and leaves it at that."""

    failed = False

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        self.failed = True


class Journal:
    """Writes lines to a file of bounded size; where it cannot, it says so and the kiosk goes on."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._pages: _Pages | None = None
        self._logger = logging.Logger("kiosk")  # noqa: LOG001  not one of the program's tree
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handler = _Pages(self.path, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8")
        except OSError:
            return
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        self._pages = handler
        self._logger.addHandler(handler)

    @property
    def works(self) -> bool:
        """Whether everything so far could be written."""
        return self._pages is not None and not self._pages.failed

    def write(self, line: str) -> None:
        """Add one line."""
        self._logger.info(" ".join(line.split())[:LONGEST_LINE])

    def close(self) -> None:
        """Let go of the file."""
        for handler in tuple(self._logger.handlers):
            self._logger.removeHandler(handler)
            handler.close()

    def count(self) -> int:
        """Return how many lines there are in the file now."""
        try:
            with self.path.open("rb") as file:
                return sum(1 for _ in file)
        except OSError:
            return 0


def told(kind: type[BaseException], traceback: TracebackType | None) -> str:
    """Return what may be written of an error: its kind and the places, never its message.

    A message may quote what a visitor typed; a place in the program cannot.
    """
    places: list[str] = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        places.append(f"{Path(code.co_filename).name}:{traceback.tb_lineno} {code.co_name}")
        traceback = traceback.tb_next
    return f"{kind.__name__} at " + " < ".join(reversed(places[-PLACES:]))


def without_digits(text: str) -> str:
    """Return a message of Qt with every digit hidden, should one of them be somebody's."""
    return DIGIT.sub("#", text)
