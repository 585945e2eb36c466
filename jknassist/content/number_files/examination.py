"""Examine a whole list: count, keep the first entries of each group, collect the result."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from jknassist.content.number_files.reader import LeftOut, NumberList
from jknassist.content.number_files.results import ResultFile
from jknassist.core.phone.number_list import (
    Examiner,
    ListCounts,
    ListedNumber,
    ListGroup,
    list_group_of,
)

SHOWN = 200
"""Maximum entries per group that are kept for display; the result file has all."""


def _no_step() -> None:
    """Default of `step`."""


def examined(
    numbers: NumberList, examiner: Examiner, step: Callable[[], object] = _no_step
) -> Iterator[ListedNumber]:
    """Yield the diagnosis of each entry; once exhausted, the examiner's summary is complete.

    `step` is called after each row; an exception from it ends the examination.
    """
    for entries in numbers.by_row():
        for entry in entries:
            yield examiner.examine(entry)
        step()
    summary = examiner.summary
    summary.rows, summary.without_number = numbers.rows, numbers.left_out.count
    summary.columns = tuple(dict.fromkeys(numbers.read_columns))


@dataclass
class Examined:
    """Result of a whole list: every number is in exactly one group."""

    summary: ListCounts
    left_out: LeftOut
    result: ResultFile = field(repr=False)
    counts: Counter[ListGroup] = field(default_factory=Counter)
    shown: dict[ListGroup, list[ListedNumber]] = field(
        default_factory=lambda: {group: [] for group in ListGroup}, repr=False
    )

    def take(self, listed: ListedNumber) -> None:
        """Count one entry and keep it if it is among the first SHOWN of its group."""
        group = list_group_of(listed)
        self.counts[group] += 1
        if len(self.shown[group]) < SHOWN:
            # The diagnosis contains the typed text, even of private entries.
            self.shown[group].append(replace(listed, found=None))
        self.result.add(listed)


def examine(
    numbers: NumberList,
    examiner: Examiner,
    result: ResultFile,
    step: Callable[[], object] = _no_step,
) -> Examined:
    """Examine all entries of a list."""
    whole = Examined(examiner.summary, numbers.left_out, result)
    for listed in examined(numbers, examiner, step):
        whole.take(listed)
    return whole
