"""The flow as a directed graph: topological order, longest path, shortest route, dominators."""

from collections import deque
from collections.abc import Mapping
from typing import NamedTuple

from jknassist.core.flow.model import DONT_KNOW, Knowledge, NumberStep, Outcome, links

Link = tuple[str, str]
"""The id of a step and the key of one of its answers or number results."""


class FlowMeasures(NamedTuple):
    """Reachable places in topological order, and the back edges; without these it is acyclic."""

    order: tuple[str, ...]
    back_edges: tuple[Link, ...]


def measure_flow(knowledge: Knowledge) -> FlowMeasures:
    """Search the flow depth first from its start; links to unknown places are ignored."""
    left: list[str] = []
    back: list[Link] = []
    seen, on_path = {knowledge.start}, {knowledge.start}
    stack = [(knowledge.start, iter(_onward(knowledge, knowledge.start).items()))]
    while stack:
        place, onward = stack[-1]
        for key, target in onward:
            if target in on_path:
                back.append((place, key))
            elif target not in seen:
                seen.add(target)
                on_path.add(target)
                stack.append((target, iter(_onward(knowledge, target).items())))
                break
        else:
            stack.pop()
            on_path.remove(place)
            left.append(place)
    return FlowMeasures(tuple(reversed(left)), tuple(back))


def longest_path(knowledge: Knowledge) -> int:
    """Return the maximum number of questions of one visit; back edges are not followed."""
    return questions_from(knowledge)[knowledge.start]


def questions_from(knowledge: Knowledge) -> dict[str, int]:
    """Return the maximum number of questions from each place on, that place included.

    Back edges are not followed. On the way the number falls by one at least with each question, so
    what is still to come never grows.
    """
    questions: dict[str, int] = {}
    for place in reversed(measure_flow(knowledge).order):
        onward = _onward(knowledge, place).values()
        after = max((questions.get(target, 0) for target in onward), default=0)
        questions[place] = after + (not isinstance(knowledge.places[place], Outcome))
    return questions


def route_to(knowledge: Knowledge, outcome_id: str) -> tuple[Link, ...]:
    """Return the links of a shortest route to a place; raise KeyError if it is unreachable."""
    came_by = _first_links(knowledge)
    route: list[Link] = []
    link = came_by[outcome_id]
    while link is not None:
        route.append(link)
        link = came_by[link[0]]
    return tuple(reversed(route))


def always_after(
    knowledge: Knowledge, flow: FlowMeasures, earlier: Mapping[str, str]
) -> frozenset[str]:
    """Return the keys of `earlier` that cannot be reached without passing their value.

    `flow` is the result of `measure_flow` for the same content and has no back edges.
    """
    bits = {place: 1 << index for index, place in enumerate(sorted({*earlier.values()}))}
    passed = dict.fromkeys(flow.order, -1)
    passed[knowledge.start] = 0
    for place in flow.order:
        here = passed[place] | bits.get(place, 0)
        for target in _onward(knowledge, place).values():
            passed[target] &= here
    return frozenset(
        place for place, before in earlier.items() if passed.get(place, 0) & bits[before]
    )


def _first_links(knowledge: Knowledge) -> dict[str, Link | None]:
    """Return the breadth-first tree: the link by which each place is first reached."""
    came_by: dict[str, Link | None] = {knowledge.start: None}
    waiting = deque([knowledge.start])
    while waiting:
        place = waiting.popleft()
        for key, target in _onward(knowledge, place).items():
            if target not in came_by:
                came_by[target] = (place, key)
                waiting.append(target)
    return came_by


def _onward(knowledge: Knowledge, place_id: str) -> dict[str, str]:
    """Return the links of a place to known places; an outcome has none."""
    place = knowledge.places.get(place_id)
    if place is None or isinstance(place, Outcome):
        return {}
    return {key: target for key, target in links(place).items() if target in knowledge.places}


def situation_of(knowledge: Knowledge, place_id: str) -> str:
    """Return in which situation a place helps, in one line that tells it from other places.

    Of an outcome this is its cause; of a step the hint of the first answer that leads to it, since
    steps that come after a choice often have the same title; else what it explains.
    """
    place = knowledge.places[place_id]
    if isinstance(place, Outcome):
        return place.cause
    leading = (
        answer.hint
        for step in knowledge.steps
        for answer in step.answers
        if answer.goes_to == place_id and answer.id != DONT_KNOW and answer.hint
    )
    return next(leading, place.text)


def first_number_step(knowledge: Knowledge) -> str:
    """Return the id of the first step at which a single number is typed, or ""."""
    steps = (step for step in knowledge.steps if isinstance(step, NumberStep))
    return next((step.id for step in steps if not step.compare_with), "")
