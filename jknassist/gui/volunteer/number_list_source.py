"""Source of a number list, and the functions that read and examine it on a worker thread."""

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from jknassist.content.number_files.examination import Examined, examine
from jknassist.content.number_files.reader import NumberList, open_list, open_text
from jknassist.content.number_files.results import ResultFile
from jknassist.core.phone.number_list import Examiner
from jknassist.gui.qt.background_task import CancelledError, Progress


@dataclass(frozen=True)
class ListSource:
    """Where a list comes from: a file, or a text that was pasted."""

    name: str
    path: Path | None = None
    text: str = field(repr=False, default="")


@dataclass(frozen=True)
class ListProgress:
    """How far the examination is; `done` is a share from 0 to 1."""

    rows: int
    numbers: int
    done: float


def open_source(source: ListSource, progress: Progress) -> NumberList:
    """Open a list and find its columns; runs on a worker thread."""
    if source.path is None:
        numbers = open_text(source.text)
    else:
        numbers = open_list(source.path, lambda book: progress.on_cancel(book.kill))
    if progress.cancelled:
        numbers.close()
        raise CancelledError
    return numbers


def examine_list(
    numbers: NumberList, examiner: Examiner, result: ResultFile, progress: Progress
) -> Examined:
    """Examine a whole list and close it; runs on a worker thread."""

    def reading() -> ListProgress:
        return ListProgress(numbers.rows, examiner.summary.numbers, numbers.done)

    with numbers:
        progress.on_cancel(numbers.stop)
        return examine(numbers, examiner, result, partial(progress.report, reading))
