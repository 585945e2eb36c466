"""Figures are written between their marks; the text around them stays."""

import re
from datetime import date

from tests.bench.markdown import DOCUMENT, machine_class, updated
from tests.bench.run import LONG, QUICK
from tests.bench.table import Row

DAY = date(2026, 11, 27)
ROW = Row(name="shown", unit="ms", median=12.0, beside=6.0, ratio=2.0, asked="<= 1.6 x", ok=False)
TABLE = """| what | unit | median | worst | beside | ratio | asked | kept |
| --- | --- | ---: | ---: | ---: | ---: | --- | ---: |
| shown | ms | 12 | - | 6 | 2 | <= 1.6 x | NO |"""


def test_a_run_replaces_the_table_of_its_bench_alone() -> None:
    first = updated("# Figures\n\nBy hand.\n", {"start": [ROW], "idle": [ROW]}, DAY, "a machine")
    assert first.startswith("# Figures\n\nBy hand.\n\n## start\n")
    assert first.count(TABLE) == 2
    later = updated(f"{first}\nMore by hand.\n", {"start": []}, date(2026, 12, 1), r"another \1")
    assert "Run of 2026-12-01: another \\1." in later
    assert later.count(TABLE) == 1
    assert "Run of 2026-11-27: a machine." in later
    assert later.endswith("\nMore by hand.\n")


def test_the_machine_is_reported_by_its_kind_alone() -> None:
    told = machine_class()
    assert re.match(r"\d+ processors \(\w+\), \w+, Python 3\.", told)
    assert "/" not in told


def test_the_document_has_a_place_for_each_bench_that_is_run_by_default() -> None:
    marked = re.findall(r"^<!-- bench (\w+): ", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(QUICK) <= set(marked) <= {*QUICK, *LONG}
    assert len(marked) == len(set(marked))
