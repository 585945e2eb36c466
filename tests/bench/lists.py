"""Reads long lists: a spreadsheet of 10,000 rows, and a million lines in constant memory."""

import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory

from jknassist.content.number_files.reader import open_list
from jknassist.core.phone.number_list import Examiner
from tests.bench.number_limits import loaded
from tests.bench.table import MILLI, Row
from tests.support.phone_plan import words
from tests.support.workbooks import cells, workbook

ROWS = 10_000
LINES = 1_000_000
MOST_SECONDS = 2.0
MOST_MEGABYTES = 200
LONGEST_WAIT = 100
"""Milliseconds that one entry may take, so that a window can answer in between."""

MEASURED = """
import resource, sys
from jknassist.cli.main import main
code = main(sys.argv[1:])
sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024))
"""


def rows() -> Iterator[Row]:
    """Yield the time of a spreadsheet, and the memory and the longest wait of a million lines."""
    with TemporaryDirectory() as folder:
        yield from _spreadsheet(Path(folder))
        yield from _million(Path(folder))


def _spreadsheet(folder: Path) -> Iterator[Row]:
    lines = [cells("Nama", "No HP"), *(cells("Ibu", 81300000000 + n * 7) for n in range(ROWS))]
    path = workbook(folder / "daftar.xlsx", *lines)
    examiner = Examiner(loaded(), words())
    begun = time.perf_counter()
    with open_list(path) as numbers:
        for entry in numbers:
            examiner.examine(entry)
    took = time.perf_counter() - begun
    yield Row(
        name=f"list of {ROWS} rows of .xlsx",
        unit="s",
        median=took,
        asked=f"<= {MOST_SECONDS:g}",
        ok=took <= MOST_SECONDS and examiner.summary.numbers == ROWS,
    )


def _million(folder: Path) -> Iterator[Row]:
    path = folder / "daftar.csv"
    with path.open("w") as file:
        file.write("Nama;No HP\n")
        file.writelines(f"Ibu {n};0813{n * 7:08}\n" for n in range(LINES))
    for name, words_ in (
        (
            "list of a million rows",
            ["list", str(path), "--force", "--csv", str(folder / "hasil.csv")],
        ),
        ("a million lines of number -", ["number", "-"]),
    ):
        used = _memory(words_, path)
        yield Row(
            name=f"{name}, peak memory",
            unit="MB",
            median=used,
            asked=f"<= {MOST_MEGABYTES}",
            ok=used <= MOST_MEGABYTES,
        )
    with open_list(path) as numbers:
        waits = list(_waits(iter(numbers)))
    yield Row(
        name="... longest wait for one entry",
        unit="ms",
        median=max(waits),
        asked=f"<= {LONGEST_WAIT}",
        ok=max(waits) <= LONGEST_WAIT,
    )


def _waits(entries: Iterator[object]) -> Iterator[float]:
    while True:
        begun = time.process_time()
        if not list(islice(entries, 100)):
            return
        yield (time.process_time() - begun) * MILLI


def _memory(command: list[str], source: Path) -> float:
    with source.open("rb") as lines:
        process = Popen(
            [sys.executable, "-c", MEASURED, *command], stdin=lines, stdout=PIPE, stderr=PIPE
        )
        last = b""
        for line in process.stdout or ():
            last = line
        told = process.stderr.read() if process.stderr is not None else b"0"
        process.wait()
    assert last, told
    return float(told)


if __name__ == "__main__":
    for row in rows():
        print(row)
