"""Writes the figures of a run into docs/benchmarks.md, between the marks of each bench.

What stands outside of the marks is written by hand and stays as it is.
"""

import os
import platform
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from tests.bench.table import HEAD, WORDS, Row, cells

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"

BEGIN, END = "<!-- bench {name}: written by dev.py bench --markdown -->", "<!-- end of {name} -->"


def machine_class() -> str:
    """Tell on what kind of machine the figures were measured, and how busy it was; no name."""
    told = [
        f"{os.cpu_count()} processors ({platform.machine()})",
        platform.system(),
        f"Python {platform.python_version()}",
    ]
    if hasattr(os, "getloadavg"):
        told.append(f"{os.getloadavg()[1]:.1f} programs at work (mean of five minutes)")
    return ", ".join(told)


def table(rows: Sequence[Row]) -> str:
    """Return rows as a table in Markdown."""
    rules = ("---" if place in WORDS else "---:" for place in range(len(HEAD)))
    lines = [HEAD, tuple(rules), *(cells(row) for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def updated(text: str, found: Mapping[str, Sequence[Row]], day: date, machine: str) -> str:
    """Return a document with the tables of a run in place of the ones between their marks.

    A bench that has no place yet gets one at the end.
    """
    for name, rows in found.items():
        begin, end = BEGIN.format(name=name), END.format(name=name)
        new = f"{begin}\nRun of {day}: {machine}.\n\n{table(rows)}\n{end}"
        marked = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
        if marked.search(text):
            text = marked.sub(lambda _, new=new: new, text, count=1)  # type: ignore[misc]
        else:
            text = f"{text.rstrip()}\n\n## {name}\n\n{new}\n"
    return text
