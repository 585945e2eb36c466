"""Lint of `next`: every outcome is followed by other causes, and no advice is given twice."""

from collections.abc import Iterator

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Knowledge, Outcome
from jknassist.core.flow.session import has_causes

MOST_FOLLOWING = 2
"""With the outcome itself three causes; after that a person should be asked."""

OWED = {
    "next": "sebab berikutnya kalau belum berhasil",
    "tried": "nama pendek saran ini, misalnya “isi pulsa”",
    "limit": "kapan berhenti dan kapan kembali",
}
"""Fields that an outcome with a cause should have, and what each is for."""

Path = tuple[str | int, ...]


def lint_following(knowledge: Knowledge, *, for_editor: bool) -> Iterator[Issue]:
    """Check the outcomes that follow each outcome.

    With `for_editor`, as in the content check, missing fields are reported as well.
    """
    away = knowledge.safety.goes_to
    if away and not isinstance(knowledge.places.get(away), Outcome):
        yield Issue(("safety", "goes_to"), f'"{away}" tidak ada di bagian outcomes')
    person = knowledge.hand_over
    if person and not isinstance(knowledge.places.get(person), Outcome):
        yield Issue(("hand_over",), f'"{person}" tidak ada di bagian outcomes')
    for index, outcome in enumerate(knowledge.outcomes):
        path = ("outcomes", index, "next")
        if len(outcome.next) > MOST_FOLLOWING:
            text = f"paling banyak {MOST_FOLLOWING} sebab berikutnya; sekarang {len(outcome.next)}"
            yield Issue(path, text)
        if outcome.next and not has_causes(knowledge, outcome):
            yield Issue(
                path, f"akhir yang {_kind(outcome)} tidak punya sebab berikutnya; kosongkan"
            )
        yield from _following(knowledge, outcome, path)
        if outcome.limit and outcome.limit not in knowledge.limit_by_id:
            said = f'"{outcome.limit}" tidak ada di bagian limits'
            yield Issue(("outcomes", index, "limit"), said)
    if for_editor:
        yield from _lacking(knowledge)


def _lacking(knowledge: Knowledge) -> Iterator[Issue]:
    """Yield one warning for each field that outcomes with a cause lack, with their number."""
    open_ends = [
        (index, outcome)
        for index, outcome in enumerate(knowledge.outcomes)
        if has_causes(knowledge, outcome) and outcome.id != knowledge.hand_over
    ]
    for name, meaning in OWED.items():
        lacking = [index for index, outcome in open_ends if not getattr(outcome, name)]
        for index in lacking[:1]:
            text = f'{len(lacking)} akhir belum punya "{name}", yaitu {meaning}'
            yield Issue(("outcomes", index), text, warning=True)
    if open_ends and not knowledge.hand_over:
        text = 'belum ada "hand_over", yaitu akhir yang menuju petugas kalau semua belum berhasil'
        yield Issue(("start",), text, warning=True)


def _kind(outcome: Outcome) -> str:
    """Return what an outcome without a cause is, as in "an ending that …"."""
    if outcome.solved:
        return "berarti sudah beres"
    return "selesai di situ (final)" if outcome.final else "untuk yang dimintai kode"


def _following(knowledge: Knowledge, outcome: Outcome, path: Path) -> Iterator[Issue]:
    """Check the following outcomes in order: each exists, is new, and has a new action."""
    seen = {outcome.id}
    done = {action.id for action in outcome.actions}
    for index, name in enumerate(outcome.next):
        here = (*path, index)
        following = knowledge.places.get(name)
        if not isinstance(following, Outcome):
            yield Issue(here, f'"{name}" tidak ada di bagian outcomes')
            continue
        actions = {action.id for action in following.actions}
        if name in seen:
            yield Issue(here, f'"{name}" sudah dilalui; pilih sebab yang lain')
        elif following.solved or following.final:
            yield Issue(here, f'"{name}" {_kind(following)}; pilih sebab yang lain')
        elif actions and actions <= done:
            yield Issue(here, f'semua langkah "{name}" sudah disebut sebelumnya')
        elif name == knowledge.hand_over and index + 1 < len(outcome.next):
            yield Issue(here, f'"{name}" menuju petugas; taruh paling akhir')
        seen.add(name)
        done |= actions
    if outcome.next and knowledge.hand_over not in seen:
        yield from _handing_over(knowledge, done, path)


def _handing_over(knowledge: Knowledge, done: set[str], path: Path) -> Iterator[Issue]:
    person = knowledge.places.get(knowledge.hand_over)
    if not isinstance(person, Outcome):
        return
    if {action.id for action in person.actions} <= done:
        yield Issue(path, f'semua langkah "{person.id}" sudah disebut sebelumnya')
