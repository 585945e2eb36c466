"""Diagnostics: errors and warnings about content files, addressed to the content editor."""

from typing import NamedTuple

from jknassist.core.typing_compat import override


class Diagnostic(NamedTuple):
    """An error or warning at a line of a file, with what was expected there.

    With a warning the content can still be used.
    """

    file: str
    line: int
    text: str
    warning: bool = False

    @override
    def __str__(self) -> str:
        """Format as ``FILE:LINE: text``."""
        return f"{self.file}:{self.line}: {'peringatan: ' if self.warning else ''}{self.text}"


class Issue(NamedTuple):
    """An error or warning at a path of the model: field names and 0-based list indexes."""

    path: tuple[str | int, ...]
    text: str
    warning: bool = False


class UnreadableError(Exception):
    """A file cannot be parsed any further than this 1-based line."""

    def __init__(self, line: int, text: str) -> None:
        super().__init__(f"line {line}: {text}")
        self.line = line
        self.text = text
