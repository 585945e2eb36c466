"""Tests of the benches: generated content is valid, reported figures are right."""

from collections import Counter
from pathlib import Path

import pytest

from jknassist.core.flow.graph import longest_path
from jknassist.core.flow.model import NumberStep, links
from tests.bench.many_steps import CHILDREN, made_up
from tests.bench.run import BenchError, measured
from tests.bench.table import Row, against, alone, lines
from tests.bench.tally import collected, merged, total_of
from tests.support.small_knowledge import small_knowledge


def test_a_generated_content_is_valid_and_has_all_kinds_of_parts() -> None:
    knowledge = made_up(120, small_knowledge())
    assert len(knowledge.steps) == 120
    assert longest_path(knowledge) <= 7
    assert {step.kind for step in knowledge.steps} == {"choice", "number", "checklist", "wait"}
    assert any(isinstance(step, NumberStep) and step.compare_with for step in knowledge.steps)
    ways = Counter(goal for step in knowledge.steps for goal in links(step).values())
    assert any(ways[step.id] > 1 for step in knowledge.steps), "some are come to by two ways"
    assert knowledge.search.places
    answers = [len(step.answers) for step in knowledge.steps if not isinstance(step, NumberStep)]
    assert set(answers) == {CHILDREN + 1}


def test_a_figure_is_judged_by_its_median() -> None:
    assert alone("x", "ms", [1, 2, 90], most=2).ok
    assert alone("x", "ms", [1, 3, 3], most=2).ok is False
    assert alone("x", "ms", [1]).ok is None
    row = against("x", "ms", [3, 3, 9], [2, 2, 2], most=1.4)
    assert (row.ratio, row.beside, row.worst, row.ok) == (1.5, 2, 9, False)
    assert against("x", "ms", [3], [2], most=None).ok is None


def test_the_table_is_plain_and_straight() -> None:
    rows = [
        Row(name="a", unit="ms", median=12.34, worst=4321.0, asked="<= 50 ms", ok=True),
        Row(name="long name", unit="%", median=3.0, beside=9.0, ratio=0.333, ok=False),
    ]
    head, first, second = lines(rows)
    columns = ["what", "unit", "median", "worst", "beside", "ratio", "asked", "kept"]
    assert head.split() == columns
    assert first.split() == ["a", "ms", "12.3", "4321", "-", "-", "<=", "50", "ms", "yes"]
    assert second.split() == ["long", "name", "%", "3", "-", "9", "0.33", "-", "NO"]
    assert first.index("12.3") + 4 == second.index("3 ") + 1 == head.index("median") + 6


def test_a_bench_that_fails_is_no_empty_table() -> None:
    with pytest.raises(BenchError):
        list(measured("nothing_like_it"))


def test_a_merge_that_is_measured_holds_every_visit(tmp_path: Path) -> None:
    visits = collected(tmp_path / "rekap", 3)
    assert len(list(tmp_path.rglob("*.csv"))) == 3
    seconds, megabytes = merged(tmp_path / "rekap", tmp_path / "rekap.csv")
    assert total_of(tmp_path / "rekap.csv") == visits
    assert seconds > 0
    assert megabytes > 1
