"""What each reader of the program guarantees for any input; a failed check is an error."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from jknassist.core.diagnostic import Diagnostic
from jknassist.core.export import walk_report
from jknassist.core.export.diagram import mermaid
from jknassist.core.flow import simulation
from jknassist.core.flow.model import Knowledge
from jknassist.core.parsing import load
from jknassist.core.parsing.overlay import lint_overlay, overlay_type
from jknassist.core.phone import report
from jknassist.core.phone.check import diagnose
from jknassist.core.phone.plan import NumberingPlan, PlanIndex, build
from jknassist.core.phone.result import Diagnosis, Verdict
from jknassist.core.search.index import SearchIndex
from jknassist.core.site import Site, lint_site, safe_defaults
from jknassist.core.statistics import EventKind, as_csv, by_day, from_csv, total_of
from jknassist.core.words import NumberWords
from jknassist.system.statistics_store import StatisticsStoreError, read_statistics

FileCheck = Callable[[bytes], bool]
"""Proves it for the bytes of a file; tells whether the file was sound."""

TODAY = date(2026, 11, 22)
NAME = "isi.yaml"
ORDINARY = 300 * 1024
"""Bytes of a file that somebody may really have written."""

A_NUMBER = "0812-3456-77890"


def knowledge_check(data: bytes) -> bool:
    """A knowledge file loads and works, or every fault has its line; tell whether it loaded."""
    knowledge, faults = load.load_knowledge(data, NAME)
    _prove_faults(faults, data)
    assert (knowledge is None) == bool(faults)
    if knowledge is None:
        # One reading is what is timed; the second one only where it takes no time.
        assert len(data) > ORDINARY or load.check(data, NAME, today=TODAY)
        return False
    _prove_use(knowledge)
    return True


def overlay_check(below: Knowledge) -> FileCheck:
    """Return the same check for a translation of a knowledge."""

    def prove(data: bytes) -> bool:
        load.is_overlay(data)
        translated, faults = load.load_overlay(data, NAME, below)
        _prove_faults(faults, data)
        assert (translated is None) == bool(faults)
        if translated is not None:
            words = {**overlay_type(translated), "overlay_of": below.language}
            assert not list(lint_overlay(below, words))
            _prove_use(translated)
        return translated is not None

    return prove


def plan_check(data: bytes) -> bool:
    """A numbering plan loads and reads numbers, or every fault has its line."""
    plan, faults = load.load_plan(data, NAME)
    _prove_faults(faults, data)
    assert (plan is None) == bool(faults)
    if plan is not None:
        _prove_plan(plan)
    return plan is not None


def site_check(data: bytes) -> bool:
    """The settings of an office load, or they are safe defaults and every fault has its line."""
    site, faults = load.load_site(data, NAME)
    _prove_faults(faults, data)
    if faults:
        assert site == safe_defaults(site)
    assert isinstance(site, Site)
    assert not list(lint_site(site))
    assert site.inches is None or site.inches > 0
    return not faults


def tally_check(folder: Path) -> FileCheck:
    """Return the check for a tally in a folder: it is read whole, or named with a line."""
    path = folder / "tally.csv"

    def prove(data: bytes) -> bool:
        path.write_bytes(data)
        try:
            tally = read_statistics(path)
        except StatisticsStoreError:
            return False
        assert from_csv(as_csv(tally)) == tally
        ends = total_of(tally, EventKind.OUTCOME) + total_of(tally, EventKind.LEFT)
        assert ends == tally.total
        assert sum(count for _, count in by_day(tally)) == tally.total
        return True

    return prove


class NumberCheck(Protocol):
    """Proves it for a text, if wanted beside a second one, if wanted in words too."""

    def __call__(self, text: str, sim: str | None = None, *, told: bool = True) -> bool:
        """Tell whether there is nothing to say about the number."""


def number_check(index: PlanIndex, words: NumberWords) -> NumberCheck:
    """Return the check for numbers: any text gives a diagnosis that can be told."""

    def prove(text: str, sim: str | None = None, *, told: bool = True) -> bool:
        found = diagnose(text, index, sim=sim)
        _prove_diagnosis(found)
        if told:
            assert report.json_line(found, words).isascii()
            assert all(report.text_lines(found, words))
        return found.verdict is Verdict.OK

    return prove


def search_check(knowledge: Knowledge) -> Callable[[str], bool]:
    """Return the check for searching: at most some places, the best first, each with reasons."""
    index = SearchIndex(knowledge)

    def prove(query: str) -> bool:
        found = index.find(query)
        assert all(match.place_id in knowledge.places and match.why for match in found)
        assert all(match.score > 0 for match in found)
        assert [match.score for match in found] == sorted((m.score for m in found), reverse=True)
        return bool(found)

    return prove


def words_of(knowledge: Knowledge) -> tuple[str, ...]:
    """Return the words that a search knows."""
    texts = (saying for place in knowledge.search.places for saying in place.sayings)
    titles = (outcome.title for outcome in knowledge.outcomes)
    return tuple(word for text in (*texts, *titles) for word in text.split())


def _prove_faults(faults: tuple[Diagnostic, ...], data: bytes) -> None:
    lines = data.count(b"\n") + data.count(b"\r") + 2
    assert all(1 <= fault.line <= lines for fault in faults), faults
    assert list(faults) == sorted(faults)
    assert len(faults) <= load.MOST_REPORTED + 1
    assert all(fault.text and len(fault.text) < 1_000 for fault in faults)


def _prove_use(knowledge: Knowledge) -> None:
    """What was let in serves from the first page to each ending."""
    for outcome in knowledge.outcomes:
        walk = simulation.follow(knowledge, (), outcome=outcome.id)
        assert walk_report.as_plain_text(walk)
        assert walk_report.as_json(walk)
    assert mermaid(knowledge)
    search_check(knowledge)("kode otp tidak masuk")


def _prove_plan(plan: NumberingPlan) -> None:
    index = build(plan)
    for length in range(8, 16):
        _prove_diagnosis(diagnose("0812345667890123"[:length], index))
    _prove_diagnosis(diagnose(A_NUMBER, index, sim=A_NUMBER[:-1], stated_length=12))


def _prove_diagnosis(found: Diagnosis) -> None:
    length = len(found.number or "")
    assert found.verdict is not Verdict.OK or found.number is not None
    assert length == 0 or (found.number or "").isascii()
    assert all(f.at is None or 0 <= f.at.start <= f.at.stop <= length for f in found.findings)
    for suggestion in found.suggestions:
        assert suggestion.number.isascii()
        assert suggestion.number.isdigit()
        assert suggestion.number.startswith("08")
