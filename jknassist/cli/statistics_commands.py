"""The command `tally merge`: the statistics files of many machines in one table or page."""

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from jknassist.cli.console import NO_ROOM, may_write
from jknassist.cli.content_commands import spoken
from jknassist.system.exit_codes import FINE, FOUND, WRONG_USE
from jknassist.system.local_time import local_now
from jknassist.system.standard_streams import complain

if TYPE_CHECKING:
    import argparse

    from jknassist.core.statistics import Statistics

MOST_FAULTS = 3
"""Maximum faults that are named of one file; a hostile one can have a million."""


class Merge:
    """Merges statistics files one by one and reports their faults."""

    def __init__(self) -> None:
        from jknassist.core.statistics import EMPTY, CsvReader

        self.statistics = EMPTY
        self.faulty = False
        self._reader = CsvReader()

    def add_all(self, names: Sequence[str]) -> None:
        """Merge the files and the files in the folders of these names."""
        from jknassist.core.statistics import merged

        self.statistics = merged(self._all(names))

    def _all(self, names: Sequence[str]) -> "Iterator[Statistics]":
        from jknassist.system.statistics_store import statistics_files

        for name in names:
            none = True
            for path in statistics_files(Path(name)):
                none = False
                yield self._read(path)
            if none:
                self._say(f"{name}:0: tidak ada berkas .csv di folder itu")

    def _read(self, path: Path) -> "Statistics":
        from jknassist.core.statistics import EMPTY
        from jknassist.system.statistics_store import StatisticsStoreError, read_leniently

        try:
            reading = read_leniently(path, self._reader)
        except StatisticsStoreError as error:
            self._say(str(error))
            return EMPTY
        problems = reading.problems
        for problem in problems[:MOST_FAULTS]:
            self._say(f"{path}:{problem.line}: {problem.text}")
        if len(problems) > MOST_FAULTS:
            self._say(f"{path}:0: {len(problems) - MOST_FAULTS} baris lain juga dilewati")
        return reading.statistics

    def _say(self, text: str) -> None:
        self.faulty = True
        complain([text])


def merge(asked: "argparse.Namespace") -> int:
    """Run `tally merge`; return 1 if a file has a fault or a machine a wrong clock, else 0.

    What can be read is merged all the same: one bad file of a hundred loses nothing else.
    """
    from jknassist.core.statistics import csv_lines, implausible_days

    if asked.html is not None and not _may_write_html(asked):
        return WRONG_USE
    merging = Merge()
    merging.add_all(asked.files)
    today = local_now().date()
    odd = implausible_days(merging.statistics, today)
    for source in odd:
        complain(
            [f"{source.machine}: tanggal {source.day} tidak mungkin; betulkan jam komputer itu"]
        )
    if asked.html is not None and not _save_html(merging.statistics, asked):
        return WRONG_USE
    if asked.csv or asked.html is None:
        sys.stdout.writelines(csv_lines(merging.statistics))
    return FOUND if merging.faulty or odd else FINE


def _may_write_html(asked: "argparse.Namespace") -> bool:
    from jknassist.system.statistics_store import statistics_files

    sources = chain.from_iterable(map(statistics_files, map(Path, asked.files)))
    return may_write(asked.html, force=asked.force, sources=chain([asked.knowledge], sources))


def _save_html(statistics: "Statistics", asked: "argparse.Namespace") -> bool:
    """Write the page; report an error and return False if that fails."""
    from jknassist.core.export.statistics_html import statistics_html
    from jknassist.system.atomic_file import write_atomically

    today = local_now().date()
    page = statistics_html(statistics, spoken(asked), today)
    try:
        write_atomically(asked.html, page.encode())
    except OSError as error:
        if error.errno in NO_ROOM:
            raise
        complain([f"{asked.html}: halaman tidak bisa ditulis ({error.strerror})"])
        return False
    return True
