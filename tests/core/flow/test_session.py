"""Answers are kept, going back loses nothing, and every walk ends."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.flow.model import Knowledge, NumberResult, Outcome, links
from jknassist.core.flow.session import (
    Answer,
    Session,
    UnknownAnswerError,
    answer_at,
    answered_steps,
    next_place,
    previous_step,
    reached_outcome,
    trail,
    with_answer,
)
from jknassist.core.phone.check import diagnose
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

KNOWLEDGE = small_knowledge()

picks = st.lists(st.integers(min_value=0, max_value=9), max_size=8)


def walked(knowledge: Knowledge, choices: list[int]) -> Session:
    """Answer the open question with the choices one after the other."""
    session = Session()
    for choice in choices:
        *_, place = trail(knowledge, session)
        if isinstance(place, Outcome):
            break
        keys = tuple(links(place))
        session = with_answer(
            knowledge, session, Answer(step_id=place.id, key=keys[choice % len(keys)])
        )
    return session


def given_all(*pairs: tuple[str, str]) -> Session:
    session = Session()
    for step_id, key in pairs:
        session = with_answer(KNOWLEDGE, session, Answer(step_id=step_id, key=key))
    return session


def test_a_visit_begins_at_the_first_question() -> None:
    assert [place.id for place in trail(KNOWLEDGE, Session())] == ["mulai"]
    assert reached_outcome(KNOWLEDGE, Session()) is None
    assert next_place(KNOWLEDGE, Session(), "mulai") is None


def test_an_answer_leads_on() -> None:
    session = given_all(("mulai", "pulsa"))
    outcome = reached_outcome(KNOWLEDGE, session)
    assert outcome is not None
    assert outcome.id == "pulsa_habis"
    assert next_place(KNOWLEDGE, session, "mulai") == "pulsa_habis"


def test_nothing_follows_an_outcome_or_a_place_that_is_not_there() -> None:
    session = given_all(("mulai", "pulsa"))
    assert next_place(KNOWLEDGE, session, "pulsa_habis") is None
    assert next_place(KNOWLEDGE, session, "nirgendwo") is None


@pytest.mark.parametrize("place_id", ["pulsa_habis", "nirgendwo"])
def test_an_answer_kept_for_a_place_without_questions_leads_nowhere(place_id: str) -> None:
    session = Session((Answer(step_id=place_id, key="x"),))
    assert next_place(KNOWLEDGE, session, place_id) is None


@pytest.mark.parametrize(
    ("step_id", "key"), [("mulai", "tidak_ada"), ("nirgendwo", "x"), ("pulsa_habis", "x")]
)
def test_an_answer_the_flow_does_not_have_is_refused(step_id: str, key: str) -> None:
    with pytest.raises(UnknownAnswerError, match=f"{step_id}.*{key}") as refused:
        with_answer(KNOWLEDGE, Session(), Answer(step_id=step_id, key=key))
    assert (refused.value.step_id, refused.value.key) == (step_id, key)


def test_changing_an_answer_keeps_those_that_still_fit() -> None:
    before = given_all(("mulai", "tidak_tahu"), ("periksa", "sudah"), ("tunggu", "masuk"))
    there = with_answer(KNOWLEDGE, before, Answer(step_id="mulai", key="tidak_masuk"))
    assert [place.id for place in trail(KNOWLEDGE, there)] == ["mulai", "nomor"]
    again = with_answer(KNOWLEDGE, there, Answer(step_id="nomor", key="tidak_tahu"))
    outcome = reached_outcome(KNOWLEDGE, again)
    assert outcome is not None, "what was answered before is not asked again"
    assert outcome.id == "kode_masuk"
    assert [step.id for step, _ in answered_steps(KNOWLEDGE, again)] == [
        "mulai",
        "nomor",
        "periksa",
        "tunggu",
    ]


def test_changing_an_answer_and_back_changes_nothing() -> None:
    before = given_all(("mulai", "tidak_tahu"), ("periksa", "sudah"), ("tunggu", "masuk"))
    there = with_answer(KNOWLEDGE, before, Answer(step_id="mulai", key="pulsa"))
    back = with_answer(KNOWLEDGE, there, Answer(step_id="mulai", key="tidak_tahu"))
    assert reached_outcome(KNOWLEDGE, back) == reached_outcome(KNOWLEDGE, before)


def test_a_changed_number_forgets_what_was_compared_with_it() -> None:
    first = Answer(step_id="nomor", key=NumberResult.OK, number="081234567890")
    session = with_answer(KNOWLEDGE, given_all(("mulai", "tidak_masuk")), first)
    session = with_answer(KNOWLEDGE, session, Answer(step_id="nomor_kartu", key=NumberResult.SAME))
    same_again = with_answer(KNOWLEDGE, session, first)
    assert answer_at(same_again, "nomor_kartu") is not None
    changed = with_answer(KNOWLEDGE, session, replace(first, number="081234567899"))
    assert answer_at(changed, "nomor_kartu") is None
    assert answer_at(changed, "mulai") is not None


def test_a_typed_number_never_shows_in_a_repr() -> None:
    found = diagnose("0812345", small_index())
    typed = Answer(step_id="nomor", key=NumberResult.OK, found=found, number="0812345")
    assert typed.typed == "0812345"
    session = with_answer(KNOWLEDGE, Session(), typed)
    assert "0812345" not in repr(session)
    assert "0812345" not in str(typed)


@given(picks)
def test_back_comes_to_the_page_one_came_from(choices: list[int]) -> None:
    session = walked(KNOWLEDGE, choices)
    for step, _ in answered_steps(KNOWLEDGE, session):
        follows = next_place(KNOWLEDGE, session, step.id)
        assert follows is not None
        assert previous_step(KNOWLEDGE, session, follows) == step.id
    assert previous_step(KNOWLEDGE, session, KNOWLEDGE.start) is None


@given(picks)
def test_back_loses_no_answer(choices: list[int]) -> None:
    session = walked(KNOWLEDGE, choices)
    for step, answer in answered_steps(KNOWLEDGE, session):
        assert answer_at(session, step.id) == answer


@given(picks)
def test_replay_is_stable(choices: list[int]) -> None:
    session = walked(KNOWLEDGE, choices)
    way = tuple(place.id for place in trail(KNOWLEDGE, session))
    for step, answer in answered_steps(KNOWLEDGE, session):
        again = with_answer(KNOWLEDGE, session, answer)
        assert tuple(place.id for place in trail(KNOWLEDGE, again)) == way, step.id


@given(st.lists(st.integers(min_value=0, max_value=9), min_size=5, max_size=5))
def test_every_walk_ends(choices: list[int]) -> None:
    assert reached_outcome(KNOWLEDGE, walked(KNOWLEDGE, choices)) is not None


def test_a_place_off_the_way_has_no_page_before_it() -> None:
    assert previous_step(KNOWLEDGE, Session(), "tunggu") is None
