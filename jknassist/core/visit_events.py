"""The statistics events of one visit, taken from its flow when it ends."""

from jknassist.core.flow.controller import FlowController
from jknassist.core.flow.model import Outcome
from jknassist.core.statistics import Event, EventKind, length_name


def visit_events(flow: FlowController, seconds: float) -> tuple[Event, ...]:
    """Return what a visit adds to the statistics: ids of steps and outcomes, nothing typed.

    `seconds` is the time from its first to its last page. A visit in which nothing was answered
    adds nothing. What counts is where the visit stands now: an outcome that was left again by going
    back is not counted.
    """
    if not flow.session.answers:
        return ()
    shown = flow.trail[: flow.position + 1]
    outcomes = [place.id for place in shown if isinstance(place, Outcome)]
    length = Event(EventKind.LENGTH, length_name(seconds))
    if not outcomes:
        return Event(EventKind.LEFT, flow.place.id), length
    first, *further = outcomes
    answered = (
        Event(EventKind.SOLVED if flow.helped[outcome] else EventKind.UNSOLVED, outcome)
        for outcome in outcomes
        if outcome in flow.helped
    )
    return (
        Event(EventKind.OUTCOME, first),
        *(Event(EventKind.NEXT_OUTCOME, outcome) for outcome in further),
        *answered,
        length,
    )
