"""The shape in which every bench tells its figures, and the one plain table of all of them.

A bench is a module of this folder with a function ``rows() -> Iterator[Row]`` that prints nothing
itself. `run.py` starts each in a process of its own and prints what they yield.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from time import process_time

MILLI = 1000
NOTHING = "-"
HEAD = ("what", "unit", "median", "worst", "beside", "ratio", "asked", "kept")
WORDS = (0, 1, 6)
"""The columns that begin at the left; the others are figures."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One figure of a run.

    `ratio` is `median` over `beside`, the median of what was measured in turn with it; both are
    None where the figure stands alone. `asked` is what was asked for, in words; `ok` tells whether
    it was kept, None where nothing was asked.
    """

    name: str
    unit: str
    median: float
    worst: float | None = None
    beside: float | None = None
    ratio: float | None = None
    asked: str = ""
    ok: bool | None = None


class Clock:
    """Collects how many milliseconds each use of it as a context took.

    It is the time of the processor: what is timed here waits for nothing, so on an idle machine it
    is what a person waits, and on a busy one the other programs are not counted.
    """

    def __init__(self) -> None:
        self.taken: list[float] = []
        self._begun = 0.0

    def __enter__(self) -> None:
        self._begun = process_time()

    def __exit__(self, *_: object) -> None:
        self.taken.append((process_time() - self._begun) * MILLI)


def alone(name: str, unit: str, values: Sequence[float], *, most: float | None = None) -> Row:
    """Return the row of a figure measured several times; its median may be `most`."""
    middle = median(values)
    return Row(
        name=name,
        unit=unit,
        median=middle,
        worst=max(values),
        asked="" if most is None else f"<= {most:g} {unit}",
        ok=None if most is None else middle <= most,
    )


def against(
    name: str, unit: str, values: Sequence[float], others: Sequence[float], *, most: float | None
) -> Row:
    """Return the row of a figure that may be `most` times that of something else."""
    middle, beside = median(values), median(others)
    return Row(
        name=name,
        unit=unit,
        median=middle,
        worst=max(values),
        beside=beside,
        ratio=middle / beside,
        asked="" if most is None else f"<= {most:g} x",
        ok=None if most is None else middle / beside <= most,
    )


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the rows as the lines of a table in plain text."""
    told = [HEAD, *(cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in told) for place in range(len(HEAD))]
    for line in told:
        padded = (
            cell.ljust(width) if place in WORDS else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        yield "  ".join(padded).rstrip()


def cells(row: Row) -> tuple[str, ...]:
    """Return what stands in the columns of a row."""
    kept = {True: "yes", False: "NO", None: NOTHING}[row.ok]
    figures = map(_figure, (row.median, row.worst, row.beside, row.ratio))
    return (row.name, row.unit, *figures, row.asked or NOTHING, kept)


def _figure(value: float | None) -> str:
    """Write a figure with three digits that count, or as a whole number."""
    if value is None:
        return NOTHING
    if float(value).is_integer() or abs(value) >= MILLI:
        return f"{value:.0f}"
    return f"{value:.{2 if abs(value) < 10 else 1}f}"
