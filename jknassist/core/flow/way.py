"""The way of one visit as a single integer: where it began, the answers, what was tried.

A content has a fixed number of ways. Each has a rank, its 0-based index in the list of all ways in
depth-first order (`rank_of`, `way_at`: combinatorial ranking and unranking), and the rank is all
that a sheet number needs to hold. Nothing is stored, and no phone number is part of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from jknassist.core.flow.graph import measure_flow, route_to
from jknassist.core.flow.model import Knowledge, NumberStep, Outcome, Step, links
from jknassist.core.flow.session import Answer, Session, answered_steps, causes, trail, with_answer


@dataclass(frozen=True, kw_only=True)
class Way:
    """Where a visit began, the keys of the answers from there, and the number of endings tried.

    `entry` is the first step, or a place that was found by words: the answers before it are
    assumed. `further` counts the outcomes that did not help, from the first one on.
    """

    entry: str
    keys: tuple[str, ...] = ()
    further: int = 0


def way_of(knowledge: Knowledge, session: Session) -> Way:
    """Return the way of a visit.

    Its entry is the place up to which all answers are assumed, if they are those that `route_to`
    assumes for that place. Otherwise the way begins at the first step, with every answer as given.
    """
    given = [answer for _, answer in answered_steps(knowledge, session)]
    assumed = max((count for count, answer in enumerate(given, 1) if answer.assumed), default=0)
    entry = knowledge.start
    if assumed:
        found = _follow(knowledge, given[:assumed])
        steps = [(answer.step_id, answer.key) for answer in given[:assumed]]
        explained = steps == list(route_to(knowledge, found))
        entry, assumed = (found, assumed) if explained else (entry, 0)
    endings = sum(isinstance(place, Outcome) for place in trail(knowledge, session))
    return Way(
        entry=entry,
        keys=tuple(answer.key for answer in given[assumed:]),
        further=max(0, endings - 1),
    )


def session_of(knowledge: Knowledge, way: Way) -> Session:
    """Return the answers of a way; raise KeyError or UnknownAnswerError for other content."""
    session = Session()
    for step_id, key in route_to(knowledge, way.entry):
        session = with_answer(knowledge, session, Answer(step_id=step_id, key=key, assumed=True))
    place = knowledge.places[way.entry]
    for key in way.keys:
        session = with_answer(knowledge, session, Answer(step_id=place.id, key=key))
        place = knowledge.places[_links(place)[key]]
    row = causes(knowledge, place) if isinstance(place, Outcome) else ()
    return replace(session, unsolved=row[: way.further])


def lasting_answers(knowledge: Knowledge, session: Session) -> Session:
    """Return the answers still valid on another day: no number, none of a step that `changes`."""
    asked_anew = {
        step.id for step in knowledge.steps if step.changes or isinstance(step, NumberStep)
    }
    kept = tuple(given for given in session.answers if given.step_id not in asked_anew)
    return replace(session, answers=kept)


def count_ways(knowledge: Knowledge) -> int:
    """Return the number of ways, including those that stop at a question."""
    return sum(_sizes(knowledge).values())


def rank_of(knowledge: Knowledge, way: Way) -> int:
    """Return the 0-based rank of a way among all ways; raise KeyError if it is none of them."""
    sizes = _sizes(knowledge)
    rank = sum(_before(sizes, way.entry))
    place = knowledge.places[way.entry]
    for key in way.keys:
        rank += 1 + sum(_before(_behind(sizes, place), key))
        place = knowledge.places[_links(place)[key]]
    if not 0 <= way.further < _stops(knowledge, place):
        raise KeyError(way.further)
    return rank + way.further


def way_at(knowledge: Knowledge, rank: int) -> Way:
    """Return the way of a rank; raise IndexError if it is negative or not below `count_ways`."""
    sizes = _sizes(knowledge)
    if rank < 0:
        raise IndexError(rank)
    entry, rank = _found(sizes, rank)
    place, keys = knowledge.places[entry], list[str]()
    while rank >= _stops(knowledge, place):
        key, rank = _found(_behind(sizes, place), rank - _stops(knowledge, place))
        keys.append(key)
        place = knowledge.places[_links(place)[key]]
    return Way(entry=entry, keys=tuple(keys), further=rank)


def structure(knowledge: Knowledge) -> str:
    """Return the ids and links on which the ranks of the ways depend, as one text."""
    rows = (
        f"{step.id}:" + ",".join(f"{key}>{target}" for key, target in links(step).items())
        for step in knowledge.steps
    )
    endings = (
        f"{outcome.id}:{','.join(causes(knowledge, outcome)[1:])}" for outcome in knowledge.outcomes
    )
    return "\n".join((knowledge.start, *rows, "", *endings))


def _follow(knowledge: Knowledge, given: list[Answer]) -> str:
    place = knowledge.start
    for answer in given:
        place = _links(knowledge.places[place])[answer.key]
    return place


def _sizes(knowledge: Knowledge) -> dict[str, int]:
    """Return the number of ways from each place on, in the order of the ranks."""
    sizes: dict[str, int] = {}
    order = measure_flow(knowledge).order
    for place_id in reversed(order):
        place = knowledge.places[place_id]
        sizes[place_id] = _stops(knowledge, place) + sum(_behind(sizes, place).values())
    return {place_id: sizes[place_id] for place_id in order}


def _found(sizes: Mapping[str, int], rank: int) -> tuple[str, int]:
    """Return which of several adjacent blocks contains a rank, and the rank within it."""
    for name, size in sizes.items():
        if rank < size:
            return name, rank
        rank -= size
    raise IndexError(rank)


def _stops(knowledge: Knowledge, place: Step | Outcome) -> int:
    """Return how many ways end at a place; an outcome may be followed by others."""
    return len(causes(knowledge, place)) if isinstance(place, Outcome) else 1


def _links(place: Step | Outcome) -> dict[str, str]:
    return {} if isinstance(place, Outcome) else links(place)


def _behind(sizes: Mapping[str, int], place: Step | Outcome) -> dict[str, int]:
    """Return the number of ways behind each answer of a place."""
    return {key: sizes[target] for key, target in _links(place).items()}


def _before(sizes: Mapping[str, int], name: str) -> Iterator[int]:
    """Yield the sizes before a named one; raise KeyError if there is no such name."""
    for other, size in sizes.items():
        if other == name:
            return
        yield size
    raise KeyError(name)
