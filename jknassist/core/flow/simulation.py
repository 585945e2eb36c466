"""Simulate one visit through the flow without a window, for scripts and content editors."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from jknassist.core.flow.graph import route_to
from jknassist.core.flow.model import Knowledge, Outcome, Step, links
from jknassist.core.flow.session import (
    Answer,
    Session,
    UnknownAnswerError,
    next_cause,
    reached_outcome,
    trail,
    with_answer,
    with_unsolved,
)
from jknassist.core.flow.sheet_codec import decode_sheet_number, fault_text
from jknassist.core.flow.sheet_number import SheetNumberError
from jknassist.core.flow.summary import Summary, answer_text, answered_questions, summarise
from jknassist.core.flow.way import session_of

NOT_SOLVED = "belum"
"""Input after an outcome instead of an answer: it did not help, try the next cause."""


class WalkError(Exception):
    """The input does not fit the flow; the message is for the user of the command line."""


@dataclass(frozen=True, kw_only=True)
class Walk:
    """Result of a simulated visit: the open question, or the summary of its ending."""

    session: Session
    place: Step | Outcome
    open_answers: tuple[tuple[str, str], ...]
    summary: Summary | None
    answered: tuple[str, ...] = ()
    """The answers known from a sheet whose way stops at a question."""


def follow(
    knowledge: Knowledge,
    answers: Iterable[str],
    *,
    outcome: str | None = None,
    sheet: str | None = None,
    now: datetime | None = None,
) -> Walk:
    """Follow answers written STEP=ANSWER, or a shortest way to an outcome; raise WalkError.

    After an outcome, also after `outcome`, `belum` goes on to the next possible cause. If a moment
    is given, a waiting plan names times of the clock.
    """
    written = tuple(answers)
    if sheet is not None:
        if written or outcome is not None:
            raise WalkError("tulis nomor lembar saja, tanpa jawaban dan tanpa --outcome")
        return _of_sheet(knowledge, sheet, now)
    session = Session()
    if outcome is not None:
        if any(answer != NOT_SOLVED for answer in written):
            raise WalkError("tulis jawaban atau --outcome, jangan keduanya")
        for step_id, key in _route(knowledge, outcome):
            session = _answer(knowledge, session, step_id, key)
    for answer in written:
        session = _said(knowledge, session, answer)
    return _walk(knowledge, session, now)


def _said(knowledge: Knowledge, session: Session, written: str) -> Session:
    if written == NOT_SOLVED:
        return _go_on(knowledge, session)
    return _answer(knowledge, session, *_pair(written))


def _pair(written: str) -> tuple[str, str]:
    step_id, separator, key = written.partition("=")
    if not separator:
        raise WalkError(f"{written!r} bukan LANGKAH=JAWABAN, misalnya mulai=tidak_tahu")
    return step_id, key


def _route(knowledge: Knowledge, outcome: str) -> tuple[tuple[str, str], ...]:
    if not isinstance(knowledge.places.get(outcome), Outcome):
        raise WalkError(f"tidak ada akhir {outcome!r}; 'jknassist walk --list' menyebut semuanya")
    return route_to(knowledge, outcome)


def _of_sheet(knowledge: Knowledge, sheet: str, now: datetime | None) -> Walk:
    try:
        session = session_of(knowledge, decode_sheet_number(knowledge, sheet))
    except SheetNumberError as error:
        raise WalkError(fault_text(knowledge.words, error)) from error
    walk = _walk(knowledge, session, now)
    rows = answered_questions(knowledge, session) if walk.summary is None else ()
    return replace(walk, answered=tuple(row.line for row in rows))


def _answer(knowledge: Knowledge, session: Session, step_id: str, key: str) -> Session:
    """Answer the open question; the answers must be in the order in which they are asked."""
    *_, now = trail(knowledge, session)
    if now.id != step_id or isinstance(now, Outcome):
        raise WalkError(f"sekarang giliran {now.id!r}, bukan {step_id!r}")
    try:
        return with_answer(knowledge, session, Answer(step_id=step_id, key=key))
    except UnknownAnswerError as error:
        known = ", ".join(links(now))
        raise WalkError(f"{step_id!r} tidak punya jawaban {key!r}; yang ada: {known}") from error


def _go_on(knowledge: Knowledge, session: Session) -> Session:
    """Store that the current outcome did not help."""
    *_, place = trail(knowledge, session)
    if not isinstance(place, Outcome):
        raise WalkError(f"{NOT_SOLVED!r} baru bisa di sebuah akhir; sekarang giliran {place.id!r}")
    if next_cause(knowledge, session, place.id) is None:
        raise WalkError(f"{place.id!r} tidak punya sebab berikutnya; sekarang giliran petugas")
    return with_unsolved(knowledge, session, place.id)


def _walk(knowledge: Knowledge, session: Session, now: datetime | None) -> Walk:
    *_, place = trail(knowledge, session)
    outcome = reached_outcome(knowledge, session)
    return Walk(
        session=session,
        place=place,
        open_answers=() if isinstance(place, Outcome) else _open_answers(knowledge, place),
        summary=summarise(knowledge, outcome, session, now) if outcome else None,
    )


def _open_answers(knowledge: Knowledge, step: Step) -> tuple[tuple[str, str], ...]:
    given = (Answer(step_id=step.id, key=key) for key in links(step))
    return tuple((each.key, answer_text(knowledge.words, step, each)) for each in given)
