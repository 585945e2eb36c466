"""Ways through the flow: in what order, how long, and how to come to an outcome."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass

from jknassist.core.flow.model import Knowledge, Outcome, links

Link = tuple[str, str]
"""The id of a step and the key of one of its answers or number results."""


@dataclass(frozen=True)
class FlowMeasures:
    """The places that can be reached, each before those it leads to, and the links that turn back.

    Without the links that turn back the flow has no circle.
    """

    order: tuple[str, ...]
    turning_back: tuple[Link, ...]


def measure_flow(knowledge: Knowledge) -> FlowMeasures:
    """Visit every place that can be reached from the start; links to nowhere are passed over."""
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
    """Return the most questions anybody is asked; links that turn back are not followed."""
    questions: dict[str, int] = {}
    for place in reversed(measure_flow(knowledge).order):
        onward = _onward(knowledge, place).values()
        after = max((questions.get(target, 0) for target in onward), default=0)
        questions[place] = after + (not isinstance(knowledge.places[place], Outcome))
    return questions[knowledge.start]


def shortest_paths(knowledge: Knowledge) -> dict[str, int]:
    """Return for each outcome that can be reached after how few questions it can be."""
    questions: dict[str, int] = {}
    for place, came_by in _first_links(knowledge).items():
        questions[place] = 0 if came_by is None else questions[came_by[0]] + 1
    return {
        place: count
        for place, count in questions.items()
        if isinstance(knowledge.places[place], Outcome)
    }


def route_to(knowledge: Knowledge, outcome_id: str) -> tuple[Link, ...]:
    """Return a shortest way to a place; raise KeyError where no way leads there."""
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
    """Return the places on every way to which their earlier place lies; takes a flow in order."""
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
    """Return by which link each place is come to first, the nearest places first."""
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
    """Return the links of a place to places that exist; an outcome has none."""
    place = knowledge.places.get(place_id)
    if place is None or isinstance(place, Outcome):
        return {}
    return {key: target for key, target in links(place).items() if target in knowledge.places}
