"""Lint of pictures: each action has one, and no two things of a page look alike.

Pictures are for people who read little, to whom equal pictures say nothing.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Knowledge

NEAR = (
    frozenset({"telepon_hp_lain", "minta_sms"}),
    frozenset({"berhenti_minta", "minta_kode_sekali"}),
)
"""Pairs of similar pictures, which must not be on one page."""

Path = tuple[str | int, ...]

Row = Sequence[tuple[Path, str]]
"""The pictures that are seen side by side, each with the path of what it belongs to."""


def lint_pictures(
    knowledge: Knowledge, drawn: Collection[str] = (), *, shipped: bool = False
) -> Iterator[Issue]:
    """Check for missing and similar pictures: errors in the shipped content, else warnings.

    With the names of the pictures that there are, also which names lead to none.
    """
    found = (
        *_without(knowledge),
        *_alike(knowledge),
        *_otherwise(knowledge),
        *(_not_drawn(knowledge, drawn) if drawn else ()),
    )
    for issue in found:
        yield issue._replace(warning=not shipped)


def lint_guide_pictures(knowledge: Knowledge) -> Iterator[Issue]:
    """Yield guides whose pictures cannot be told apart by place: not one for each point."""
    for index, guide in enumerate(knowledge.guides):
        if guide.pictures and len(guide.pictures) != len(guide.points):
            wanted, there = len(guide.points), len(guide.pictures)
            text = f"harus {wanted} gambar, satu untuk tiap langkah; sekarang {there}"
            yield Issue(("guides", index, "pictures"), text)


def _without(knowledge: Knowledge) -> Iterator[Issue]:
    """Yield one issue, at the first action without a picture, with their number."""
    bare = [path for row in _actions(knowledge) for path, picture in row if not picture]
    for path in bare[:1]:
        yield Issue(path, f'{len(bare)} langkah belum punya gambar; tulis "picture: …"')


def _alike(knowledge: Knowledge) -> Iterator[Issue]:
    """Yield each picture that is similar to another one beside it."""
    for row in _rows(knowledge):
        counts = Counter(picture for _, picture in row if picture)
        for path, picture in row:
            if counts[picture] > 1:
                yield Issue(path, f'gambar "{picture}" dipakai dua kali di satu halaman')
            for pair in NEAR:
                if picture in pair and pair <= counts.keys():
                    (other,) = pair - {picture}
                    text = f'gambar "{picture}" mirip "{other}" di halaman yang sama; pilih lain'
                    yield Issue(path, text)


def _otherwise(knowledge: Knowledge) -> Iterator[Issue]:
    """Yield actions that have different pictures in different outcomes."""
    first: dict[str, str] = {}
    for index, outcome in enumerate(knowledge.outcomes):
        for place, action in enumerate(outcome.actions):
            usual = first.setdefault(action.id, action.picture)
            if action.picture != usual:
                text = f'langkah "{action.id}" di atas bergambar "{usual}"; pakai yang sama'
                yield Issue(("outcomes", index, "actions", place), text)


def _not_drawn(knowledge: Knowledge, drawn: Collection[str]) -> Iterator[Issue]:
    pages = [
        (((name, index), page.picture),)
        for name in ("steps", "outcomes")
        for index, page in enumerate(getattr(knowledge, name))
    ]
    for row in (*pages, *_rows(knowledge)):
        for path, picture in row:
            if picture and picture not in drawn:
                yield Issue(path, f'gambar "{picture}" tidak ada di program')


def _rows(knowledge: Knowledge) -> Iterator[Row]:
    """Yield the pictures of each page: of answers, of actions, and of the points of a guide."""
    for index, step in enumerate(knowledge.steps):
        path = ("steps", index, "answers")
        yield [((*path, place), answer.picture) for place, answer in enumerate(step.answers)]
    yield from _actions(knowledge)
    for index, guide in enumerate(knowledge.guides):
        yield [(("guides", index, "pictures", at), name) for at, name in enumerate(guide.pictures)]


def _actions(knowledge: Knowledge) -> Iterator[Row]:
    for index, outcome in enumerate(knowledge.outcomes):
        path = ("outcomes", index, "actions")
        yield [((*path, place), action.picture) for place, action in enumerate(outcome.actions)]
