"""The answers of one visit by question, and the way through the flow that they lead to."""

from collections.abc import Iterator
from dataclasses import field, replace
from typing import TYPE_CHECKING

from jknassist.core.flow.model import Knowledge, NumberStep, Outcome, Step, links
from jknassist.core.frozen_value import FrozenValue, frozen_value

if TYPE_CHECKING:
    # Not needed by the first question: the number page makes one.
    from jknassist.core.phone.result import Diagnosis


class SessionError(Exception):
    """An answer does not fit the flow."""


class UnknownAnswerError(SessionError):
    """A step has no answer with this key."""

    def __init__(self, step_id: str, key: str) -> None:
        super().__init__(f"step {step_id!r} has no answer {key!r}")
        self.step_id = step_id
        self.key = key


@frozen_value
class Answer(FrozenValue):
    """The answer to one step: the key of the link, and on a number page the number.

    `found` is the diagnosis of the typed text, made once on the page and used from then on;
    `number` is the national form that the visitor decided on. Both are left out of `repr`, so that
    they never reach a log. `assumed` marks an answer that nobody gave: it was filled in when a
    place was found by the search.
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


@frozen_value
class Session(FrozenValue):
    """All answers so far, at most one per step; answers off the present way are kept too.

    `unsolved` lists the ids of the outcomes that did not help, in order, beginning with the one the
    answers lead to. `earlier` lists those known from a sheet; they count on every way.
    """

    answers: tuple[Answer, ...] = ()
    unsolved: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()


def with_answer(knowledge: Knowledge, session: Session, given: Answer) -> Session:
    """Store an answer in place of an earlier one at the same step; raise UnknownAnswerError.

    A changed number removes the comparisons made with it: they are about another number.
    """
    place = knowledge.places.get(given.step_id)
    if place is None or isinstance(place, Outcome) or given.key not in links(place):
        raise UnknownAnswerError(given.step_id, given.key)
    kept = (other for other in session.answers if other.step_id != given.step_id)
    if answer_at(session, given.step_id) != given:
        kept = (other for other in kept if not _compares(knowledge, other, given.step_id))
    return replace(session, answers=(*kept, given))


def answer_at(session: Session, step_id: str) -> Answer | None:
    """Return the stored answer of a step, also if it is off the present way, or None."""
    return next((given for given in session.answers if given.step_id == step_id), None)


def trail(knowledge: Knowledge, session: Session) -> Iterator[Step | Outcome]:
    """Replay the session: every place from the first step to the first one left unanswered.

    The last place is an outcome exactly if all questions on the way are answered; the outcomes that
    did not help come before it.
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
    for outcome_id in row[1 : 1 + _passed(knowledge, session, row)]:
        yield knowledge.places[outcome_id]


def causes(knowledge: Knowledge, first: Outcome) -> tuple[str, ...]:
    """Return the ids of the outcomes to try in order, from `first` to `hand_over`.

    Outcomes without a cause (solved, final, fraud warning) are followed by none.
    """
    if not has_causes(knowledge, first):
        return (first.id,)
    row = (first.id, *first.next)
    return row if knowledge.hand_over in {"", *row} else (*row, knowledge.hand_over)


def has_causes(knowledge: Knowledge, outcome: Outcome) -> bool:
    """Return whether an outcome names a cause; solved, final and the fraud warning do not."""
    return not (outcome.solved or outcome.final or outcome.id == knowledge.safety.goes_to)


def earlier_outcomes(knowledge: Knowledge, session: Session) -> tuple[Outcome, ...]:
    """Return the outcomes that did not help according to a sheet."""
    places = (knowledge.places[outcome_id] for outcome_id in session.earlier)
    return tuple(place for place in places if isinstance(place, Outcome))


def next_cause(knowledge: Knowledge, session: Session, outcome_id: str) -> str | None:
    """Return the id of the outcome to try after one on the way, or None after the last."""
    if outcome_id not in _row_of(knowledge, session):
        return None
    *_, following = trail(knowledge, with_unsolved(knowledge, session, outcome_id))
    known = {outcome_id, *session.earlier}
    return None if following.id in known else following.id


def with_unsolved(knowledge: Knowledge, session: Session, outcome_id: str) -> Session:
    """Store that an outcome on the way did not help; those stored after it are removed."""
    row = _row_of(knowledge, session)
    return replace(session, unsolved=row[: row.index(outcome_id) + 1])


def _row_of(knowledge: Knowledge, session: Session) -> tuple[str, ...]:
    outcomes = (place for place in trail(knowledge, session) if isinstance(place, Outcome))
    first = next(outcomes, None)
    return () if first is None else causes(knowledge, first)


def _passed(knowledge: Knowledge, session: Session, row: tuple[str, ...]) -> int:
    """Return how many outcomes of a sequence are skipped; never the last one.

    Skipped are those that did not help, and after a sheet those without a new action.
    """
    done = {action.id for one in earlier_outcomes(knowledge, session) for action in one.actions}
    for count, outcome_id in enumerate(row[:-1]):
        ending = knowledge.places[outcome_id]
        actions = {action.id for action in ending.actions} if isinstance(ending, Outcome) else set()
        said = session.unsolved[count : count + 1] == (outcome_id,)
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
    """Return the outcome that the answers lead to, or None while a question is open."""
    *_, last = trail(knowledge, session)
    return last if isinstance(last, Outcome) else None


def _compares(knowledge: Knowledge, given: Answer, step_id: str) -> bool:
    step = knowledge.places[given.step_id]
    return isinstance(step, NumberStep) and step.compare_with == step_id
