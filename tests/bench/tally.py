"""Merges the statistics files of an office: a year of 400 machines, one file for each working day.

The time is that of the processor: the command waits for nothing but the disk.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from jknassist.core.statistics import HEADING
from tests.bench.table import Row

DAYS, FILES = 250, 100_000
FIRST = date(2026, 1, 1)
MOST_SECONDS, MOST_MEGABYTES = 60, 300

MEASURED = """
import resource, sys
from jknassist.cli.main import main
code = main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(code, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file=sys.stderr)
"""


def rows() -> Iterator[Row]:
    """Yield the seconds and the memory of a merge into a table, and of one into a page."""
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder, "rekap")
        visits = collected(office, FILES)
        page = Path(folder, "rekap.html")
        for name, words in (("table", ()), ("page", ("--html", str(page)))):
            table = Path(folder, "rekap.csv")
            seconds, megabytes = merged(office, table, *words)
            assert name == "page" or total_of(table) == visits
            for what, unit, figure, most in (
                (f"tally merge of {FILES} files, {name}", "s", seconds, MOST_SECONDS),
                ("... peak memory", "MB", megabytes, MOST_MEGABYTES),
            ):
                asked = f"<= {most} {unit}"
                yield Row(name=what, unit=unit, median=figure, asked=asked, ok=figure <= most)


def collected(folder: Path, files: int) -> int:
    """Write the files of many machines into a folder; return how many visits are in them.

    A folder a machine, as rsync and robocopy bring them.
    """
    visits = 0
    for number in range(files):
        machine, day = divmod(number, DAYS)
        name = f"{machine * 15_485_863 & 0xFFFFFFFF:08x}"
        place = folder / name
        if day == 0:
            place.mkdir(parents=True)
        moment = FIRST + timedelta(days=day)
        text, count = counted(name, moment, number)
        (place / f"{moment}.csv").write_text(text)
        visits += count
    return visits


def counted(machine: str, day: date, number: int) -> tuple[str, int]:
    """Return the text of a file, and the number of visits in it; no two files are quite alike."""
    head = f"{machine},{day},0.2.0,{1 + number // 40_000}"
    left, shown = 1 + number % 3, [1 + (number + place) % 9 for place in range(6)]
    lines = [HEADING]
    lines += [f"{head},length,up_to_{minutes}_min,{1 + number % 5}" for minutes in (10, 2, 5)]
    lines.append(f"{head},left,step_{number % 40},{left}")
    lines += [
        f"{head},{kind},outcome_{(number + place) % 60},{count}"
        for place, count in enumerate(shown)
        for kind in ("outcome", "solved")
    ]
    return "\n".join(lines) + "\n", left + sum(shown)


def merged(office: Path, table: Path, *words: str) -> tuple[float, float]:
    """Merge a folder by the command; return the seconds of the processor and the megabytes."""
    command = [sys.executable, "-c", MEASURED, "tally", "merge", str(office), *words]
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    with table.open("wb") as out:
        done = subprocess.run(
            command, check=True, stdout=out, stderr=subprocess.PIPE, env=environment
        )
    code, seconds, megabytes = done.stderr.decode().splitlines()[-1].split()
    assert code in {"0", "1"}, done.stderr  # 1: the clock of the machine that measures
    return float(seconds), float(megabytes)


def total_of(table: Path) -> int:
    """Return how many visits a merged table holds."""
    lines = table.read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split(",") for line in lines)
    return sum(int(row[6]) for row in rows if row[4] in {"outcome", "left"})


if __name__ == "__main__":
    for row in rows():
        print(row)
