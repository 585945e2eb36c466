"""The flow of one visit without a toolkit: the answers, the place shown, and the summary.

A front end shows `place`, hands every answer to `answer`, and moves by `next`, `back`, `jump`,
`return_to`, `resume` and `restart`. On an outcome `try_next_cause` goes on to another one. The way
is never stored: it is the replay of the session, and the place shown is a position on it, so the
two cannot disagree.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from jknassist.core.flow.graph import questions_from, route_to
from jknassist.core.flow.model import Knowledge, Outcome, Step, WaitStep
from jknassist.core.flow.session import (
    Answer,
    Session,
    answer_at,
    has_causes,
    next_cause,
    next_place,
    trail,
    with_answer,
    with_unsolved,
)

if TYPE_CHECKING:
    # Not needed by the first question: imported on first use.
    from jknassist.core.flow.summary import Summary
    from jknassist.core.flow.way import Way

Clock = Callable[[], datetime]


class _Departure(NamedTuple):
    """The place that a jump left, and the position at which it arrived."""

    session: Session
    position: int
    resumes: bool
    arrived: int


class FlowController:
    """Leads through the content of one language; a new visit gets a new controller.

    `clock` gives the moment of a summary; without one its waiting plan names no times of day.
    """

    def __init__(
        self, knowledge: Knowledge, session: Session | None = None, *, clock: Clock | None = None
    ) -> None:
        self.knowledge = knowledge
        self._session = session or Session()
        self._clock = clock
        self._position = 0
        self._skips_answered = False
        self._resumes = bool(self._session.earlier)
        self._summary: Summary | None = None
        self._left: list[_Departure] = []
        self._helped: dict[str, bool] = {}
        self._questions: dict[str, int] = {}

    @property
    def session(self) -> Session:
        """All answers given so far."""
        return self._session

    @property
    def trail(self) -> tuple[Step | Outcome, ...]:
        """Every place from the first step to the first unanswered one, or to the last outcome."""
        return tuple(trail(self.knowledge, self._session))

    @property
    def place(self) -> Step | Outcome:
        """The step or outcome that is shown."""
        return self.trail[self._position]

    @property
    def position(self) -> int:
        """How many places lie before the one shown; 0 on the first step."""
        return self._position

    @property
    def questions_left(self) -> int:
        """How many questions may follow the place shown, on the longest way from it."""
        if not self._questions:
            self._questions = questions_from(self.knowledge)
        return max(self._questions.get(self.place.id, 0) - 1, 0)

    @property
    def outcome(self) -> Outcome | None:
        """The outcome that is shown, or None on a step."""
        place = self.place
        return place if isinstance(place, Outcome) else None

    @property
    def unsolved(self) -> tuple[str, ...]:
        """The ids of the outcomes before the place shown: they did not help."""
        before = self.trail[: self._position]
        return tuple(place.id for place in before if isinstance(place, Outcome))

    @property
    def next_cause(self) -> Outcome | None:
        """The outcome to go on with if the one shown did not help, or None."""
        following = next_cause(self.knowledge, self._session, self.place.id)
        place = self.knowledge.places[following] if following else None
        return place if isinstance(place, Outcome) else None

    @property
    def asks_if_solved(self) -> bool:
        """Whether to ask if the outcome shown helped: only one that names a cause."""
        return self.outcome is not None and has_causes(self.knowledge, self.outcome)

    @property
    def helped(self) -> Mapping[str, bool]:
        """The last answer to "Sudah berhasil?" of each outcome, by its id; for statistics."""
        return MappingProxyType(self._helped)

    def answer_helped(self, *, helped: bool) -> None:
        """Store whether the outcome shown helped; ignored where that is not asked."""
        if self.asks_if_solved:
            self._helped[self.place.id] = helped

    def answer_at(self, step_id: str) -> Answer | None:
        """Return the answer kept for a step, or None."""
        return answer_at(self._session, step_id)

    def answer(self, answer: Answer) -> None:
        """Store an answer in place of an earlier one; raise UnknownAnswerError.

        The position does not change. A page only answers the step that is shown; an answer to a
        later step does no harm.
        """
        self._session = with_answer(self.knowledge, self._session, answer)
        self._summary = None

    def next(self) -> bool:
        """Move to the place that the answer leads to; return False while there is no answer.

        After `return_to`, steps that are answered already are skipped, also those behind a new
        question; `back` ends that.
        """
        if not self._can_step():
            return False
        self._step()
        while self._skips_answered and self._can_step():
            self._step()
        if self._resumes:
            self._position = len(self.trail) - 1
        return True

    def try_next_cause(self) -> bool:
        """Store that the outcome shown did not help and move to the next; return False if none."""
        if self.next_cause is None:
            return False
        self._session = with_unsolved(self.knowledge, self._session, self.place.id)
        self._position = len(self.trail) - 1
        self._summary = None
        return True

    def show_fraud_warning(self) -> bool:
        """Show the fraud warning; `back` returns to the place shown now.

        Return False where the content has none, or where it is shown already.
        """
        warning = self.knowledge.safety.goes_to
        if not warning or self.place.id == warning:
            return False
        self.jump(warning)
        return True

    def back(self) -> bool:
        """Move to the place before, or to that left by a jump; return False on the first step."""
        self._skips_answered = False
        if self._left and self._left[-1].arrived == self._position:
            left = self._left.pop()
            self._session, self._position = left.session, left.position
            self._resumes, self._summary = left.resumes, None
            return True
        if self._position == 0:
            return False
        self._position -= 1
        self._summary = None
        return True

    def jump(self, place_id: str) -> None:
        """Show a place found by the search; the answers on a shortest way to it are assumed.

        `back` returns from it to the place shown now: nobody has seen the questions before it.
        """
        session = Session()
        route = route_to(self.knowledge, place_id)
        for step_id, key in route:
            answer = Answer(step_id=step_id, key=key, assumed=True)
            session = with_answer(self.knowledge, session, answer)
        arrived = len(route)
        self._left.append(_Departure(self._session, self._position, self._resumes, arrived))
        self._session, self._position = session, arrived
        self._skips_answered = self._resumes = False
        self._summary = None

    def return_to(self, step_id: str) -> None:
        """Go back to a step of the way; from there on `next` stops at new questions only."""
        places = [place.id for place in self.trail]
        self._position = places.index(step_id) if step_id in places[: self._position] else 0
        self._skips_answered = True
        self._summary = None
        self._left = []

    def resume(self, way: "Way") -> None:
        """Continue the way of a sheet: steps whose answer may have changed are asked again.

        Outcomes that did not help are kept, also if the new answers lead to another one.
        """
        from jknassist.core.flow.way import lasting_answers, session_of

        then = session_of(self.knowledge, way)
        kept = lasting_answers(self.knowledge, then)
        self._session = replace(kept, earlier=then.unsolved)
        self._position = len(self.trail) - 1
        self._skips_answered = False
        self._resumes = True
        self._summary = None
        self._left = []

    def restart(self) -> None:
        """Clear all answers and show the first step."""
        self._session = Session()
        self._position = 0
        self._skips_answered = self._resumes = False
        self._summary = None
        self._left = []
        self._helped = {}

    def summary(self) -> "Summary | None":
        """Return the summary of the outcome that is shown, made once on arrival; None on a step."""
        outcome = self.outcome
        if outcome is None:
            return None
        if self._summary is None:
            from jknassist.core.flow.summary import summarise

            now = self._clock() if self._clock else None
            self._summary = summarise(self.knowledge, outcome, self._session, now)
        return self._summary

    def sheet_summary(self) -> "Summary | None":
        """Return the summary to take along while waiting, made once; None elsewhere.

        It holds the answers before the step only, so its sheet number leads back to the step.
        """
        step = self.place
        if not isinstance(step, WaitStep):
            return None
        if self._summary is None:
            from jknassist.core.flow.summary import sheet_summary

            before = {place.id for place in self.trail[: self._position]}
            answers = tuple(one for one in self._session.answers if one.step_id in before)
            now = self._clock() if self._clock else None
            so_far = Session(answers=answers)
            self._summary = sheet_summary(self.knowledge, step, so_far, now)
        return self._summary

    def _can_step(self) -> bool:
        return next_place(self.knowledge, self._session, self.place.id) is not None

    def _step(self) -> None:
        self._position += 1
        self._summary = None
