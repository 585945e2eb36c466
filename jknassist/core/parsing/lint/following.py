"""Whether each ending leads on to another possible cause, and tells nobody the same thing twice."""

from collections.abc import Iterator

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Knowledge, Outcome

MOST_FOLLOWING = 2
"""With the ending itself three causes in a row; then a person is to be asked."""

Path = tuple[str | int, ...]


def lint_following(knowledge: Knowledge, *, for_editor: bool) -> Iterator[Issue]:
    """Yield what is wrong with where endings go on to; to the keeper also that none does."""
    away = knowledge.safety.goes_to
    if away and not isinstance(knowledge.places.get(away), Outcome):
        yield Issue(("safety", "goes_to"), f'"{away}" tidak ada di bagian outcomes')
    for index, outcome in enumerate(knowledge.outcomes):
        path = ("outcomes", index, "next")
        if len(outcome.next) > MOST_FOLLOWING:
            text = f"paling banyak {MOST_FOLLOWING} sebab berikutnya; sekarang {len(outcome.next)}"
            yield Issue(path, text)
        if outcome.solved and outcome.next:
            yield Issue(path, "akhir yang sudah beres tidak punya sebab berikutnya; kosongkan")
        yield from _following(knowledge, outcome, path)
    if (
        for_editor
        and knowledge.outcomes
        and not any(outcome.next for outcome in knowledge.outcomes)
    ):
        text = 'belum ada akhir dengan "next", yaitu sebab berikutnya kalau belum berhasil'
        yield Issue(("outcomes",), text, warning=True)


def _following(knowledge: Knowledge, outcome: Outcome, path: Path) -> Iterator[Issue]:
    """Check one ending after the other: it is there, is new, and has something new to do."""
    seen = {outcome.id}
    done = {action.id for action in outcome.actions}
    for place, name in enumerate(outcome.next):
        here = (*path, place)
        following = knowledge.places.get(name)
        if not isinstance(following, Outcome):
            yield Issue(here, f'"{name}" tidak ada di bagian outcomes')
            continue
        actions = {action.id for action in following.actions}
        if name in seen:
            yield Issue(here, f'"{name}" sudah dilalui; pilih sebab yang lain')
        elif following.solved:
            yield Issue(here, f'"{name}" berarti sudah beres; pilih sebab yang lain')
        elif actions <= done:
            yield Issue(here, f'semua langkah "{name}" sudah disebut sebelumnya')
        seen.add(name)
        done |= actions
