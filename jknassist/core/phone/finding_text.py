"""The sentences of the content file for the findings in a number or a comparison."""

from collections.abc import Iterator, Sequence

from jknassist.core.phone.result import Comparison, Edit, Fact, Finding, Kind, Side
from jknassist.core.words import NumberWords

PAIR = 2

TOLD_TWICE = frozenset(
    {
        *("lost_zero", "doubled_zero", "doubled_prefix", "country_code_and_zero"),
        *("letter_for_digit", "too_long_for_start", "too_short_for_start", "beside", "masked"),
    }
)
"""Sentences whose short form leaves out what was done or counted: the whole one follows it."""

MOST_RUNS = 2
"""Most positions of a partly hidden number that are named; more are only counted."""


def describe(finding: Finding, words: NumberWords) -> str:
    """Return the sentence about a finding for the owner of the number."""
    return _fill(finding.sentence, words, dict(finding.facts))


def headline(findings: Sequence[Finding], words: NumberWords) -> tuple[str, tuple[Finding, ...]]:
    """Return the heading of a page about some findings, and the findings it leaves to say.

    A finding at some digits comes first. One without a short sentence is said whole.
    """
    if not findings:
        return "", ()
    main = next((finding for finding in findings if finding.at is not None), findings[0])
    rest = tuple(finding for finding in findings if finding is not main)
    if not hasattr(words, f"short_{main.sentence}"):
        return describe(main, words), rest
    kept = (*rest, main) if main.sentence in TOLD_TWICE else rest
    return _fill(f"short_{main.sentence}", words, dict(main.facts)), kept


def describe_for_volunteer(finding: Finding, words: NumberWords, *, private: bool = False) -> str:
    """Return the sentence about a finding in a member's number, for a volunteer.

    A `private` one is without the digits that were found, for they may be of a card.
    """
    forms = ("private_", "member_") if private else ("member_",)
    named = (form + finding.sentence for form in forms)
    template = next((name for name in named if hasattr(words, name)), finding.sentence)
    return _fill(template, words, dict(finding.facts))


def describe_comparison(comparison: Comparison, words: NumberWords) -> tuple[str, ...]:
    """Return the sentences about a comparison: each difference, and which side is wrong."""
    return tuple(_about(comparison, words))


def _about(comparison: Comparison, words: NumberWords) -> Iterator[str]:
    if comparison.same:
        yield words.compared_same
        return
    if comparison.visible is not None:
        yield from _about_visible(comparison, words)
        return
    if not comparison.edits:
        yield words.compared_unreadable
        return
    if len(comparison.edits) > 1:
        yield words.compared_several.format(count=len(comparison.differing))
    typed = "".join(cell.typed for cell in comparison.cells)
    sim = "".join(cell.sim for cell in comparison.cells)
    told = (_difference(edit, typed, sim) for edit in comparison.edits)
    said = (_fill(sentence, words, differing) for sentence, differing in told)
    yield from dict.fromkeys(said)  # a digit written three times is one sentence
    sides = {Side.TYPED: words.likely_typed, Side.SIM: words.likely_sim, None: words.likely_unknown}
    yield sides[comparison.likely_wrong]


def _about_visible(comparison: Comparison, words: NumberWords) -> Iterator[str]:
    """Return the sentences about a partly hidden number: agreement, positions, hidden digits."""
    facts: dict[str, Fact] = {
        "visible": comparison.visible or 0,
        "hidden": comparison.hidden or 0,
        "differing": len(comparison.differing),
    }
    if comparison.visible_agree:
        yield _fill("compared_visible_same", words, facts)
    elif not comparison.differing:
        yield _fill("compared_visible_differs", words, facts)
    else:
        yield _fill("compared_visible_count", words, facts)
        for start, stop in _runs(comparison.differing)[:MOST_RUNS]:
            cells = comparison.cells[start:stop]
            both = {
                "typed": "".join(cell.typed for cell in cells),
                "sim": "".join(cell.sim for cell in cells),
            }
            sentence = "compared_place" if stop == start + 1 else "compared_places"
            yield _fill(sentence, words, {"place": start + 1, "last": stop, **both})
    if comparison.hidden:
        yield _fill("compared_hidden", words, facts)


def _runs(positions: tuple[int, ...]) -> list[tuple[int, int]]:
    """Group adjacent positions into ranges."""
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and runs[-1][1] == position:
            runs[-1] = (runs[-1][0], position + 1)
        else:
            runs.append((position, position + 1))
    return runs


def _difference(edit: Edit, typed: str, sim: str) -> tuple[str, dict[str, Fact]]:
    """Return the name of the sentence for an edit, and its values with 1-based positions."""
    at, sim_at = edit.at, edit.sim_at
    sentence, position = f"compared_{edit.kind}", at.start + 1
    here, there = typed[at.start : at.stop], sim[sim_at.start : sim_at.stop]
    match edit.kind:
        case Kind.MISSING_DIGIT:
            sentence = sentence if len(there) == 1 else "compared_missing_in_run"
            return sentence, {"digit": there[0], "place": sim_at.start + 1}
        case Kind.SWAPPED_DIGITS:
            return sentence, {"first": here[0], "second": here[1], "place": position}
        case Kind.DOUBLED_DIGIT if len(here) > PAIR:
            counts: dict[str, Fact] = {"count": len(here), "other": len(there)}
            return "compared_doubled_in_run", {"digit": here[0], "place": position, **counts}
        case Kind.WRONG_DIGIT:
            return sentence, {"digit": here, "place": position, "instead": there}
    return sentence, {"digit": here[0], "place": position}


def _fill(sentence: str, words: NumberWords, facts: dict[str, Fact]) -> str:
    template: str = getattr(words, sentence)
    return template.format(**{name: _spell(fact, words) for name, fact in facts.items()})


def _spell(fact: Fact, words: NumberWords) -> str:
    """Format a value for a sentence; a list of lengths ends with "or"."""
    if not isinstance(fact, tuple):
        return str(fact)
    *before, last = map(str, fact)
    return f"{', '.join(before)} {words.list_or} {last}" if before else last
