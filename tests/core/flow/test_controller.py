"""The flow of a visit without a toolkit: moving, changing answers, and the summary."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.flow.controller import FlowController
from jknassist.core.flow.model import DONT_KNOW, Outcome, links
from jknassist.core.flow.session import Answer, UnknownAnswerError
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
NOON = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)


def controller() -> FlowController:
    return FlowController(KNOWLEDGE, clock=lambda: NOON)


def go(flow: FlowController, *keys: str) -> FlowController:
    """Answer the places shown, one after the other, moving on each time."""
    for key in keys:
        flow.answer(Answer(step_id=flow.place.id, key=key))
        assert flow.next()
    return flow


def test_a_visit_begins_at_the_first_step_without_a_way_back_or_on() -> None:
    flow = controller()
    assert (flow.place.id, flow.position) == ("mulai", 0)
    assert not flow.back()
    assert not flow.next()
    assert flow.summary() is None


def test_an_answer_alone_changes_nothing_that_is_shown() -> None:
    flow = controller()
    flow.answer(Answer(step_id="mulai", key="pulsa"))
    assert flow.place.id == "mulai"
    assert flow.next()
    assert flow.place.id == "pulsa_habis"


def test_an_unknown_answer_is_refused_and_forgets_nothing() -> None:
    flow = go(controller(), "tidak_masuk")
    with pytest.raises(UnknownAnswerError):
        flow.answer(Answer(step_id="nomor", key="bukan_jawaban"))
    assert flow.place.id == "nomor"
    assert [answer.step_id for answer in flow.session.answers] == ["mulai"]


def test_nothing_follows_an_outcome() -> None:
    flow = go(controller(), "pulsa")
    assert not flow.next()
    assert flow.outcome is not None


def test_back_keeps_the_answers_and_next_shows_them_again() -> None:
    flow = go(controller(), DONT_KNOW, "sudah")
    assert flow.place.id == "tunggu"
    assert flow.back()
    assert flow.back()
    assert flow.place.id == "mulai"
    assert flow.answer_at("periksa") is not None
    assert flow.next()
    assert flow.place.id == "periksa"


def test_another_answer_leads_another_way() -> None:
    flow = go(controller(), DONT_KNOW, "sudah")
    flow.back()
    go(flow, DONT_KNOW)
    assert flow.place.id == "gangguan"


def test_the_summary_is_made_once_and_anew_after_a_change() -> None:
    flow = go(controller(), "pulsa")
    summary = flow.summary()
    assert summary is not None
    assert summary.outcome_id == "pulsa_habis"
    assert flow.summary() is summary
    flow.back()
    assert flow.summary() is None
    go(flow, "pulsa")
    assert flow.summary() is not summary


def test_without_a_clock_a_summary_bears_no_date() -> None:
    flow = go(FlowController(KNOWLEDGE), "pulsa")
    summary = flow.summary()
    assert summary is not None
    assert summary.made_line == ""


@pytest.mark.parametrize("place_id", [place for place in KNOWLEDGE.places if place != "mulai"])
def test_a_jump_assumes_the_answers_on_the_way(place_id: str) -> None:
    flow = go(controller(), "pulsa")
    flow.jump(place_id)
    assert flow.place.id == place_id
    assert flow.session.answers
    assert all(answer.assumed for answer in flow.session.answers)
    steps = 0
    while flow.back():
        steps += 1
    assert steps == len(flow.session.answers)
    assert flow.place.id == "mulai"


def test_returning_to_a_step_asks_only_what_became_new() -> None:
    flow = go(controller(), DONT_KNOW, "sudah", DONT_KNOW)
    assert flow.place.id == "gangguan"
    flow.return_to("mulai")
    assert flow.place.id == "mulai"
    assert flow.next()
    assert flow.place.id == "gangguan"
    flow.return_to("mulai")
    flow.answer(Answer(step_id="mulai", key="tidak_masuk"))
    assert flow.next()
    assert flow.place.id == "nomor"


def test_going_back_ends_the_return() -> None:
    flow = go(controller(), DONT_KNOW, "sudah", DONT_KNOW)
    flow.return_to("periksa")
    assert flow.back()
    assert flow.next()
    assert flow.place.id == "periksa"


def test_returning_to_a_step_that_is_not_on_the_way_shows_the_first() -> None:
    flow = go(controller(), "pulsa")
    flow.return_to("nomor")
    assert flow.place.id == "mulai"


def test_a_restart_forgets_everything() -> None:
    flow = go(controller(), DONT_KNOW, "sudah")
    flow.restart()
    assert (flow.place.id, flow.position, flow.session.answers) == ("mulai", 0, ())


def test_a_controller_in_another_language_takes_the_answers_over() -> None:
    flow = go(controller(), DONT_KNOW, "sudah")
    other = FlowController(KNOWLEDGE, flow.session)
    assert other.position == 0
    assert other.next()
    assert other.place.id == "periksa"


moves = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.integers(0, 9)),
        st.tuples(st.sampled_from(["next", "back", "restart"]), st.just(0)),
        st.tuples(st.just("jump"), st.integers(0, len(KNOWLEDGE.places) - 1)),
        st.tuples(st.just("return_to"), st.integers(0, len(KNOWLEDGE.places) - 1)),
    ),
    max_size=20,
)


@given(moves)
def test_whatever_is_pressed_what_is_shown_lies_on_the_way(chosen: list[tuple[str, int]]) -> None:
    flow = controller()
    places = tuple(KNOWLEDGE.places)
    for move, number in chosen:
        place = flow.place
        match move:
            case "answer" if not isinstance(place, Outcome):
                keys = tuple(links(place))
                flow.answer(Answer(step_id=place.id, key=keys[number % len(keys)]))
            case "next":
                flow.next()
            case "back":
                flow.back()
            case "restart":
                flow.restart()
            case "jump":
                flow.jump(places[number])
            case "return_to":
                flow.return_to(places[number])
        assert flow.way[flow.position] == flow.place
        assert (flow.summary() is None) == (flow.outcome is None)
