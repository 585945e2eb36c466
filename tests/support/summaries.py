"""Summaries of the small knowledge."""

from datetime import datetime

from jknassist.core.flow.model import NumberResult, Outcome
from jknassist.core.flow.session import Answer, Session, with_answer
from jknassist.core.flow.summary import (
    Summary,
    summarise,
)
from jknassist.core.phone.check import diagnose
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

KNOWLEDGE = small_knowledge()


TYPED = "0812 3456 77890"


MORNING = datetime(2026, 11, 22, 10, 3)  # noqa: DTZ001  the wall clock of the visitor


def outcome(outcome_id: str) -> Outcome:
    return next(one for one in KNOWLEDGE.outcomes if one.id == outcome_id)


def session_with_a_number() -> Session:
    session = with_answer(KNOWLEDGE, Session(), Answer(step_id="mulai", key="tidak_masuk"))
    found = diagnose(TYPED, small_index())
    number = "081234567890"
    typed = Answer(step_id="nomor", key=NumberResult.CORRECTED, found=found, number=number)
    return with_answer(KNOWLEDGE, session, typed)


def summary_of(outcome_id: str, session: Session | None = None) -> Summary:
    return summarise(KNOWLEDGE, outcome(outcome_id), session or Session(), MORNING)
