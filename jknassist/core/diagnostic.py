"""Diagnostics: errors and warnings about content files, addressed to the content editor."""

from dataclasses import dataclass

from jknassist.core.typing_compat import override


@dataclass(frozen=True, order=True)
class Diagnostic:
    """What is wrong in which line of which file, and what was expected there.

    A warning wants to be read, but the content can be used as it is.
    """

    file: str
    line: int
    text: str
    warning: bool = False

    @override
    def __str__(self) -> str:
        """Return the fault as ``FILE:LINE: text``."""
        return f"{self.file}:{self.line}: {'peringatan: ' if self.warning else ''}{self.text}"


@dataclass(frozen=True)
class Issue:
    """What is wrong with a value, found by its path: field names and 0-based places in lists."""

    path: tuple[str | int, ...]
    text: str
    warning: bool = False


class UnreadableError(Exception):
    """From this line on nothing more can be made of a file."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(f"line {line}: {text}")
        self.line = line
        self.text = text
