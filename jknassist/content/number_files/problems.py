"""Why a file cannot be read as a list of numbers."""

from enum import StrEnum

from jknassist.core.words import InterfaceWords


class Problem(StrEnum):
    """Reasons why a file is refused; each has a sentence in the interface words."""

    MISSING = "missing"
    NO_FILE = "no_file"
    FORBIDDEN = "forbidden"
    EMPTY = "empty"
    NO_LIST = "no_list"
    PROTECTED = "protected"
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"


class ListFileError(ValueError):
    """A file cannot be read as a list of numbers."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def problem_of(error: BaseException | None) -> Problem:
    """Return the problem for an exception raised while a list was opened or read."""
    if isinstance(error, ListFileError):
        return error.problem
    if isinstance(error, FileNotFoundError):
        return Problem.MISSING
    if isinstance(error, IsADirectoryError):
        return Problem.NO_FILE
    if isinstance(error, PermissionError):
        return Problem.FORBIDDEN
    return Problem.DAMAGED


def problem_text(problem: Problem, name: str, words: InterfaceWords) -> str:
    """Return the message about a file."""
    text: str = getattr(words, f"list_problem_{problem}")
    return text.format(name=name)
