"""Sessions: answers are kept, going back loses nothing, and every walk ends."""

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
    causes,
    next_cause,
    next_place,
    reached_outcome,
    trail,
    with_answer,
    with_unsolved,
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
    session = Session(answers=(Answer(step_id=place_id, key="x"),))
    assert next_place(KNOWLEDGE, session, place_id) is None


@pytest.mark.parametrize(
    ("step_id", "key"), [("mulai", "tidak_ada"), ("nirgendwo", "x"), ("pulsa_habis", "x")]
)
def test_an_answer_the_flow_does_not_have_is_refused(step_id: str, key: str) -> None:
    with pytest.raises(UnknownAnswerError) as refused:
        with_answer(KNOWLEDGE, Session(), Answer(step_id=step_id, key=key))
    assert str(refused.value) == f"step {step_id!r} has no answer {key!r}"
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
def test_each_place_of_the_trail_follows_from_the_one_before(choices: list[int]) -> None:
    session = walked(KNOWLEDGE, choices)
    first, *others = [place.id for place in trail(KNOWLEDGE, session)]
    steps = [step.id for step, _ in answered_steps(KNOWLEDGE, session)]
    assert first == KNOWLEDGE.start
    assert [next_place(KNOWLEDGE, session, step) for step in steps] == others[: len(steps)]


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


ROW = ("pulsa_habis", "salah_ketik", "gangguan")
SAFE = replace(KNOWLEDGE, safety=replace(KNOWLEDGE.safety, goes_to="salah_ketik"))
ALONE = replace(KNOWLEDGE, hand_over="")


def ending(outcome_id: str, knowledge: Knowledge = KNOWLEDGE) -> Outcome:
    place = knowledge.places[outcome_id]
    assert isinstance(place, Outcome)
    return place


def way_of(session: Session, knowledge: Knowledge = KNOWLEDGE) -> list[str]:
    return [place.id for place in trail(knowledge, session)]


def unsolved(*outcome_ids: str) -> Session:
    """Return a visit that came to the first cause, where these endings did not help."""
    return replace(given_all(("mulai", "pulsa")), unsolved=outcome_ids)


@pytest.mark.parametrize(
    ("first", "row"),
    [
        ("pulsa_habis", ROW),
        ("salah_ketik", ("salah_ketik", "pulsa_habis", "gangguan")),
        ("gangguan", ("gangguan",)),
        ("kode_masuk", ("kode_masuk",)),
    ],
)
def test_the_causes_are_tried_in_turn_and_a_person_comes_last_once(
    first: str, row: tuple[str, ...]
) -> None:
    assert causes(KNOWLEDGE, ending(first)) == row


def test_without_a_person_to_go_to_the_causes_end_with_the_last_one() -> None:
    assert causes(ALONE, ending("salah_ketik")) == ("salah_ketik", "pulsa_habis")


def test_whoever_is_asked_for_the_code_tries_no_other_cause() -> None:
    assert causes(SAFE, ending("salah_ketik", SAFE)) == ("salah_ketik",)
    assert causes(SAFE, ending("pulsa_habis", SAFE)) == ROW


def test_after_an_ending_that_did_not_help_comes_the_next_cause() -> None:
    session = given_all(("mulai", "pulsa"))
    for count, outcome_id in enumerate(ROW[:-1], start=1):
        session = with_unsolved(KNOWLEDGE, session, outcome_id)
        assert session.unsolved == ROW[:count]
        assert way_of(session) == ["mulai", *ROW[: count + 1]]
        assert reached_outcome(KNOWLEDGE, session) == ending(ROW[count])
    session = with_unsolved(KNOWLEDGE, session, ROW[-1])
    assert session.unsolved == ROW
    assert way_of(session) == ["mulai", *ROW], "nothing follows the person"


def test_to_say_again_that_an_ending_did_not_help_forgets_the_later_ones() -> None:
    assert with_unsolved(KNOWLEDGE, unsolved(*ROW), "pulsa_habis") == unsolved("pulsa_habis")


def test_an_ending_that_did_not_help_changes_no_answer() -> None:
    before = given_all(("mulai", "pulsa"))
    after = with_unsolved(KNOWLEDGE, before, "pulsa_habis")
    assert after.answers == before.answers
    assert [step.id for step, _ in answered_steps(KNOWLEDGE, after)] == ["mulai"]


def test_an_ending_off_the_way_cannot_be_said_not_to_help() -> None:
    with pytest.raises(ValueError, match="index"):
        with_unsolved(KNOWLEDGE, given_all(("mulai", "pulsa")), "kode_masuk")


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (("salah_ketik",), 1),
        (("gangguan", "salah_ketik"), 1),
        (("pulsa_habis", "gangguan"), 2),
        (("pulsa_habis", "salah_ketik", "gangguan", "kode_masuk"), 3),
    ],
)
def test_only_what_was_said_in_the_order_of_the_causes_leads_on(
    said: tuple[str, ...], shown: int
) -> None:
    assert way_of(unsolved(*said)) == ["mulai", *ROW[:shown]]


def test_what_did_not_help_is_kept_through_a_change_of_answers_and_back() -> None:
    session = unsolved("pulsa_habis")
    there = with_answer(KNOWLEDGE, session, Answer(step_id="mulai", key="tidak_tahu"))
    assert way_of(there) == ["mulai", "periksa"]
    assert there.unsolved == ("pulsa_habis",)
    back = with_answer(KNOWLEDGE, there, Answer(step_id="mulai", key="pulsa"))
    assert way_of(back) == ["mulai", "pulsa_habis", "salah_ketik"]


def test_the_next_cause_is_reported_for_each_ending_of_the_row() -> None:
    for session in (unsolved(), unsolved("pulsa_habis"), unsolved(*ROW)):
        told = [next_cause(KNOWLEDGE, session, outcome_id) for outcome_id in ROW]
        assert told == ["salah_ketik", "gangguan", None]


def test_no_cause_comes_next_off_the_way_or_before_the_first_ending() -> None:
    assert next_cause(KNOWLEDGE, unsolved(), "kode_masuk") is None
    assert next_cause(KNOWLEDGE, Session(), "pulsa_habis") is None


def test_the_endings_that_did_not_help_lie_before_the_next_cause() -> None:
    session = unsolved("pulsa_habis", "salah_ketik")
    assert [place.id for place in trail(KNOWLEDGE, session)] == ["mulai", *ROW]


def test_a_number_that_is_not_compared_forgets_no_other_number() -> None:
    card = Answer(step_id="nomor_kartu", key=NumberResult.SAME, number="081234567890")
    listed = Answer(step_id="nomor", key=NumberResult.OK, number="081234567890")
    session = with_answer(KNOWLEDGE, with_answer(KNOWLEDGE, Session(), listed), card)
    changed = with_answer(KNOWLEDGE, session, replace(card, number="081234567899"))
    assert answer_at(changed, "nomor") == listed


def test_one_answer_is_kept_for_each_step() -> None:
    session = given_all(("mulai", "pulsa"), ("periksa", "sudah"), ("mulai", "tidak_tahu"))
    assert [(kept.step_id, kept.key) for kept in session.answers] == [
        ("periksa", "sudah"),
        ("mulai", "tidak_tahu"),
    ]


def test_nothing_was_typed_where_only_an_answer_was_chosen() -> None:
    chosen = Answer(step_id="mulai", key="pulsa")
    assert (chosen.typed, chosen.number, chosen.assumed) == ("", "", False)


def test_after_a_sheet_an_ending_that_did_not_help_is_passed_over_but_not_the_last() -> None:
    session = Session(answers=(Answer(step_id="mulai", key="pulsa"),))
    everything = tuple(outcome.id for outcome in KNOWLEDGE.outcomes)
    for earlier, last in (
        ((), "pulsa_habis"),
        (("salah_ketik",), "pulsa_habis"),
        (("pulsa_habis",), "salah_ketik"),
        (("pulsa_habis", "salah_ketik"), "gangguan"),
        (everything, "gangguan"),
    ):
        *_, place = trail(KNOWLEDGE, replace(session, earlier=earlier))
        assert place.id == last
