"""One visitor's answers, kept by question, and the way through the flow that follows from them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from jknassist.core.flow.model import Knowledge, NumberStep, Outcome, Step, links

if TYPE_CHECKING:
    # Not needed by the first question: the number page makes one.
    from jknassist.core.phone.result import Diagnosis


class SessionError(Exception):
    """An answer was given that the flow does not have."""


class UnknownAnswerError(SessionError):
    """A step has no answer with this key."""

    def __init__(self, step_id: str, key: str) -> None:
        super().__init__(f"step {step_id!r} has no answer {key!r}")
        self.step_id = step_id
        self.key = key


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What was answered at one step: the key of the link, and on a number page what was typed.

    `found` is the diagnosis of the text typed, made once on its page and used by all that comes
    after it; `number` is the national form the visitor decided on. Both are hidden from `repr` so
    that they never reach a log. `assumed` marks an answer nobody gave: it was filled in when a
    place was found by words.
    """

    step_id: str
    key: str
    found: "Diagnosis | None" = field(default=None, repr=False)
    number: str = field(default="", repr=False)
    assumed: bool = False

    @property
    def typed(self) -> str:
        """The text as typed; empty where no number was typed."""
        return self.found.typed if self.found else ""


@dataclass(frozen=True)
class Session:
    """All answers given so far, at most one a step; those off the present way are kept too.

    `unsolved` are the ids of the endings that did not help, in order, from that of the answers on.
    `earlier` are those of which a sheet says so; they hold on whatever way the answers lead.
    """

    answers: tuple[Answer, ...] = ()
    unsolved: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()


def with_answer(knowledge: Knowledge, session: Session, given: Answer) -> Session:
    """Store an answer in place of an earlier one at the same step; raise UnknownAnswerError.

    A changed number forgets the comparisons made with it: they speak of another number.
    """
    place = knowledge.places.get(given.step_id)
    if place is None or isinstance(place, Outcome) or given.key not in links(place):
        raise UnknownAnswerError(given.step_id, given.key)
    kept = (other for other in session.answers if other.step_id != given.step_id)
    if answer_at(session, given.step_id) != given:
        kept = (other for other in kept if not _compares(knowledge, other, given.step_id))
    return replace(session, answers=(*kept, given))


def answer_at(session: Session, step_id: str) -> Answer | None:
    """Return the answer kept for a step, also when the present way no longer visits it."""
    return next((given for given in session.answers if given.step_id == step_id), None)


def trail(knowledge: Knowledge, session: Session) -> Iterator[Step | Outcome]:
    """Replay the session: every place from the first step to the first one left unanswered.

    The last place is an outcome exactly when all questions on the way are answered. Before it lie
    the outcomes that did not help.
    """
    place = knowledge.places[knowledge.start]
    yield place
    while not isinstance(place, Outcome):
        given = answer_at(session, place.id)
        if given is None:
            return
        place = knowledge.places[links(place)[given.key]]
        yield place
    row = causes(knowledge, place)
    for ending_id in row[1 : 1 + _passed(knowledge, session, row)]:
        yield knowledge.places[ending_id]


def causes(knowledge: Knowledge, first: Outcome) -> tuple[str, ...]:
    """Return the ids of the endings to try in turn, beginning with one; a person comes last.

    The good end and the fraud warning have no other cause to try.
    """
    if not has_causes(knowledge, first):
        return (first.id,)
    row = (first.id, *first.next)
    return row if knowledge.hand_over in {"", *row} else (*row, knowledge.hand_over)


def has_causes(knowledge: Knowledge, outcome: Outcome) -> bool:
    """Return whether an ending tells a cause; not the good end, nor the fraud warning."""
    return not outcome.solved and outcome.id != knowledge.safety.goes_to


def earlier_endings(knowledge: Knowledge, session: Session) -> tuple[Outcome, ...]:
    """Return the endings of which a sheet says that they did not help."""
    places = (knowledge.places[ending_id] for ending_id in session.earlier)
    return tuple(place for place in places if isinstance(place, Outcome))


def next_cause(knowledge: Knowledge, session: Session, outcome_id: str) -> str | None:
    """Return the id of the ending to go on with after one on the way, or None after the last."""
    if outcome_id not in _row_of(knowledge, session):
        return None
    *_, following = trail(knowledge, with_unsolved(knowledge, session, outcome_id))
    known = {outcome_id, *session.earlier}
    return None if following.id in known else following.id


def with_unsolved(knowledge: Knowledge, session: Session, outcome_id: str) -> Session:
    """Keep that an ending on the way did not help; what was said of later ones is forgotten."""
    row = _row_of(knowledge, session)
    return replace(session, unsolved=row[: row.index(outcome_id) + 1])


def _row_of(knowledge: Knowledge, session: Session) -> tuple[str, ...]:
    outcomes = (place for place in trail(knowledge, session) if isinstance(place, Outcome))
    first = next(outcomes, None)
    return () if first is None else causes(knowledge, first)


def _passed(knowledge: Knowledge, session: Session, row: tuple[str, ...]) -> int:
    """Return how many endings of a row are passed over; never the last one.

    These are the ones that did not help, and after a sheet those with nothing new to do.
    """
    done = {action.id for one in earlier_endings(knowledge, session) for action in one.actions}
    for count, ending_id in enumerate(row[:-1]):
        ending = knowledge.places[ending_id]
        actions = {action.id for action in ending.actions} if isinstance(ending, Outcome) else set()
        said = session.unsolved[count : count + 1] == (ending_id,)
        if not said and not (session.earlier and actions <= done):
            return count
        done |= actions
    return len(row) - 1


def next_place(knowledge: Knowledge, session: Session, step_id: str) -> str | None:
    """Return the id of the place that follows a step, or None while it is unanswered."""
    place = knowledge.places.get(step_id)
    given = answer_at(session, step_id)
    if place is None or isinstance(place, Outcome) or given is None:
        return None
    return links(place)[given.key]


def answered_steps(knowledge: Knowledge, session: Session) -> tuple[tuple[Step, Answer], ...]:
    """Return the questions on the present way with their answers, in the order asked."""
    pairs = ((place, answer_at(session, place.id)) for place in trail(knowledge, session))
    return tuple(
        (step, given)
        for step, given in pairs
        if given is not None and not isinstance(step, Outcome)
    )


def reached_outcome(knowledge: Knowledge, session: Session) -> Outcome | None:
    """Return the outcome the answers lead to, or None while a question is open."""
    *_, last = trail(knowledge, session)
    return last if isinstance(last, Outcome) else None


def _compares(knowledge: Knowledge, given: Answer, step_id: str) -> bool:
    step = knowledge.places[given.step_id]
    return isinstance(step, NumberStep) and step.compare_with == step_id
