"""The flow of a visit without a toolkit: moving, changing answers, and the summary."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.content import loader
from jknassist.core.flow.controller import FlowController
from jknassist.core.flow.graph import route_to
from jknassist.core.flow.model import DONT_KNOW, Outcome, links
from jknassist.core.flow.session import (
    Answer,
    Session,
    UnknownAnswerError,
    causes,
    with_answer,
)
from jknassist.core.flow.sheet_codec import decode_sheet_number
from jknassist.core.flow.summary import Summary
from jknassist.core.flow.way import Way, session_of
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


def test_a_summary_bears_the_date_of_the_clock() -> None:
    summary = go(controller(), "pulsa").summary()
    assert summary is not None
    assert "26 Nov 2026" in summary.made_line


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
    assert [step.id for step in flow.trail[:1]] == ["mulai"]


def test_back_from_a_jump_returns_to_what_was_shown_before() -> None:
    flow = go(controller(), "tidak_masuk", DONT_KNOW)
    before = flow.session
    flow.jump("tunggu")
    go(flow, DONT_KNOW)
    assert flow.place.id == "gangguan"
    assert flow.back()
    assert flow.place.id == "tunggu"
    assert flow.back()
    assert (flow.place.id, flow.position, flow.session) == ("periksa", 2, before)
    assert flow.back()
    assert flow.place.id == "nomor"


def test_back_leads_through_several_jumps_in_turn() -> None:
    flow = controller()
    for place_id in ("nomor", "gangguan"):
        flow.jump(place_id)
    assert flow.back()
    assert flow.place.id == "nomor"
    assert flow.back()
    assert (flow.place.id, flow.session.answers) == ("mulai", ())
    assert not flow.back()


def test_an_outcome_found_by_words_does_not_claim_to_follow_from_answers() -> None:
    words = KNOWLEDGE.words
    flow = controller()
    flow.jump("gangguan")
    found = flow.summary()
    flow.jump("tunggu")
    answered = go(flow, DONT_KNOW).summary()
    assert found is not None
    assert answered is not None
    assert found.heading == words.outcome_label_found
    assert (answered.outcome_id, answered.heading) == ("gangguan", words.outcome_label)


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


def test_after_a_return_what_was_answered_is_not_asked_behind_a_new_question_either() -> None:
    flow = go(controller(), DONT_KNOW, "sudah", DONT_KNOW)
    flow.return_to("mulai")
    go(flow, "tidak_masuk")
    assert flow.place.id == "nomor", "this is new"
    go(flow, DONT_KNOW)
    assert place_ids(flow) == ["mulai", "nomor", "periksa", "tunggu", "gangguan"]
    assert flow.place.id == "gangguan", "the rest was answered before"


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
        st.tuples(st.sampled_from(["next", "back", "restart", "try_next_cause"]), st.just(0)),
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
            case "next" | "back" | "restart" | "try_next_cause":
                getattr(flow, move)()
            case "jump":
                flow.jump(places[number])
            case "return_to":
                flow.return_to(places[number])
        assert flow.trail[flow.position] == flow.place
        assert (flow.summary() is None) == (flow.outcome is None)


def at_pulsa_habis() -> FlowController:
    """Return a visit at its first ending; its row is pulsa_habis, salah_ketik, gangguan."""
    return go(controller(), "pulsa")


def place_ids(flow: FlowController) -> list[str]:
    return [place.id for place in flow.trail]


def test_what_did_not_help_leads_to_the_next_cause_and_at_last_to_a_person() -> None:
    flow = at_pulsa_habis()
    shown = [flow.place.id]
    while flow.try_next_cause():
        shown.append(flow.place.id)
    assert shown == ["pulsa_habis", "salah_ketik", "gangguan"]
    assert flow.next_cause is None
    assert place_ids(flow) == ["mulai", *shown]
    assert flow.session.unsolved == ("pulsa_habis", "salah_ketik")


def test_a_person_is_added_where_the_row_does_not_name_one() -> None:
    flow = FlowController(replace(KNOWLEDGE, hand_over="kode_masuk"))
    go(flow, "pulsa")
    assert flow.try_next_cause()
    assert flow.try_next_cause()
    assert flow.place.id == "gangguan"
    assert flow.next_cause is not None
    assert flow.next_cause.id == "kode_masuk"
    assert not FlowController(replace(KNOWLEDGE, hand_over="")).try_next_cause()


def test_nothing_is_tried_next_on_a_question_nor_where_all_is_well() -> None:
    flow = controller()
    assert (flow.next_cause, flow.try_next_cause(), flow.asks_if_solved) == (None, False, False)
    flow.jump("kode_masuk")
    assert (flow.next_cause, flow.try_next_cause(), flow.asks_if_solved) == (None, False, False)
    assert flow.place.id == "kode_masuk"
    assert at_pulsa_habis().asks_if_solved


def test_what_was_advised_already_is_not_advised_again_and_told() -> None:
    pulsa, typed, *others = KNOWLEDGE.outcomes
    typed = replace(typed, actions=(*typed.actions, pulsa.actions[0]))
    flow = FlowController(replace(KNOWLEDGE, outcomes=(pulsa, typed, *others)))
    go(flow, "pulsa")
    first = flow.summary()
    assert first is not None
    assert (first.already_tried, first.tried_line) == ((), "")
    flow.try_next_cause()
    second = flow.summary()
    assert second is not None
    assert second.heading == KNOWLEDGE.words.other_cause_label
    assert second.actions == ("Ketik ulang nomornya.",)
    assert [one.tried for one in second.already_tried] == ["isi pulsa"]
    flow.try_next_cause()
    third = flow.summary()
    assert third is not None
    assert third.tried_line == f"{KNOWLEDGE.words.already_tried} isi pulsa, ketik ulang nomor."


def test_back_leads_through_the_causes_and_tells_less_each_time() -> None:
    flow = at_pulsa_habis()
    flow.try_next_cause()
    flow.try_next_cause()
    told = []
    while flow.outcome is not None:
        summary = flow.summary()
        assert summary is not None
        told.append((flow.place.id, len(summary.already_tried), len(flow.unsolved)))
        flow.back()
    assert told == [("gangguan", 2, 2), ("salah_ketik", 1, 1), ("pulsa_habis", 0, 0)]
    assert flow.place.id == "mulai"


def test_from_an_ending_gone_back_to_the_row_is_gone_again() -> None:
    flow = at_pulsa_habis()
    flow.try_next_cause()
    flow.try_next_cause()
    flow.back()
    flow.back()
    assert flow.try_next_cause()
    assert flow.place.id == "salah_ketik"
    assert flow.session.unsolved == ("pulsa_habis",)


def test_another_answer_forgets_what_did_not_help_on_the_other_way() -> None:
    flow = at_pulsa_habis()
    flow.try_next_cause()
    flow.return_to("mulai")
    go(flow, DONT_KNOW, DONT_KNOW)
    assert flow.place.id == "gangguan"
    assert flow.unsolved == ()
    summary = flow.summary()
    assert summary is not None
    assert summary.already_tried == ()
    assert summary.heading == KNOWLEDGE.words.outcome_label


def test_a_restart_and_a_jump_forget_what_did_not_help() -> None:
    for leave in (FlowController.restart, lambda flow: flow.jump("periksa")):
        flow = at_pulsa_habis()
        flow.try_next_cause()
        leave(flow)
        assert flow.session.unsolved == ()


def test_the_sheet_number_of_an_ending_gone_back_to_is_that_of_this_ending() -> None:
    flow = at_pulsa_habis()
    numbers = []
    for _ in range(2):
        summary = flow.summary()
        assert summary is not None
        numbers.append(summary.sheet_number)
        flow.try_next_cause()
    assert len(set(numbers)) == 2
    flow.back()
    flow.back()
    summary = flow.summary()
    assert summary is not None
    assert summary.sheet_number == numbers[0]
    way = decode_sheet_number(KNOWLEDGE, numbers[1])
    assert session_of(KNOWLEDGE, way).unsolved == ("pulsa_habis",)


def in_danger() -> FlowController:
    """Return a visit of two answers whose content has an ending for whom the code is asked for."""
    safety = replace(KNOWLEDGE.safety, goes_to="gangguan")
    flow = FlowController(replace(KNOWLEDGE, safety=safety, hand_over=""))
    return go(flow, "tidak_masuk", DONT_KNOW)


def test_a_warning_leads_there_from_everywhere_and_back_again() -> None:
    flow = in_danger()
    before = flow.session
    assert flow.show_fraud_warning()
    assert flow.place.id == "gangguan"
    assert not flow.show_fraud_warning()
    assert flow.back()
    assert (flow.place.id, flow.position, flow.session) == ("periksa", 2, before)
    assert flow.back()
    assert flow.place.id == "nomor"


def test_nobody_in_danger_is_asked_whether_it_helped() -> None:
    flow = in_danger()
    flow.show_fraud_warning()
    assert not flow.asks_if_solved
    assert flow.next_cause is None
    assert flow.summary() is not None


def test_a_final_ending_is_not_asked_about_and_leads_nowhere() -> None:
    pulsa, *others = KNOWLEDGE.outcomes
    flow = FlowController(replace(KNOWLEDGE, outcomes=(replace(pulsa, final=True), *others)))
    go(flow, "pulsa")
    assert flow.place.id == pulsa.id
    assert (flow.asks_if_solved, flow.next_cause, flow.try_next_cause()) == (False, None, False)
    flow.answer_helped(helped=True)
    assert flow.helped == {}


def test_without_such_an_ending_there_is_no_warning() -> None:
    flow = go(controller(), "tidak_masuk")
    assert not flow.show_fraud_warning()
    assert (flow.place.id, flow.position) == ("nomor", 1)


@pytest.mark.parametrize("leave", ["restart", "return_to"])
def test_what_is_done_at_a_warning_forgets_where_it_was_come_from(leave: str) -> None:
    flow = in_danger()
    flow.show_fraud_warning()
    match leave:
        case "restart":
            flow.restart()
        case _:
            flow.return_to("mulai")
    assert flow.place.id == "mulai"
    assert not flow.back()


def test_a_sheet_is_taken_up_where_something_may_have_changed() -> None:
    steps = tuple(replace(step, changes=step.id == "mulai") for step in KNOWLEDGE.steps)
    flow = FlowController(replace(KNOWLEDGE, steps=steps))
    flow.resume(Way(entry="mulai", keys=("tidak_tahu", "sudah", "tidak_tahu")))
    assert flow.place.id == "mulai"
    flow.answer(Answer(step_id="mulai", key="tidak_tahu"))
    assert flow.next()
    assert flow.place.id == "gangguan"
    assert flow.back()
    assert flow.place.id == "tunggu"


def test_another_answer_leads_to_what_was_not_asked_then() -> None:
    steps = tuple(replace(step, changes=step.id == "mulai") for step in KNOWLEDGE.steps)
    flow = FlowController(replace(KNOWLEDGE, steps=steps))
    flow.resume(Way(entry="mulai", keys=("tidak_tahu", "sudah", "tidak_tahu")))
    flow.answer(Answer(step_id="mulai", key="tidak_masuk"))
    assert flow.next()
    assert flow.place.id == "nomor"


def test_a_sheet_on_which_nothing_changes_leads_to_its_ending() -> None:
    flow = FlowController(KNOWLEDGE)
    flow.resume(Way(entry="mulai", keys=("pulsa",)))
    assert flow.place.id == "pulsa_habis"
    flow.restart()
    assert (flow.place.id, flow.session) == ("mulai", Session())


def come_back_with(*outcomes: Outcome) -> FlowController:
    """Return a visit with a sheet of "pulsa_habis" that did not help, at its question anew."""
    steps = tuple(replace(step, changes=step.id == "mulai") for step in KNOWLEDGE.steps)
    content = replace(KNOWLEDGE, steps=steps, outcomes=outcomes or KNOWLEDGE.outcomes)
    flow = FlowController(content, clock=lambda: NOON)
    flow.resume(Way(entry="mulai", keys=("pulsa",), further=1))
    assert flow.place.id == "mulai"
    return flow


def test_what_did_not_help_by_a_sheet_does_not_come_again_on_another_way() -> None:
    flow = go(come_back_with(), "tidak_masuk", "corrected")
    assert flow.place.id == "salah_ketik"
    summary = flow.summary()
    assert summary is not None
    assert summary.tried_line == f"{KNOWLEDGE.words.already_tried} isi pulsa."
    assert summary.heading == KNOWLEDGE.words.other_cause_label
    assert flow.next_cause is KNOWLEDGE.places["gangguan"]
    assert flow.try_next_cause()
    assert flow.place.id == "gangguan"
    last = flow.summary()
    assert last is not None
    assert last.tried_line == f"{KNOWLEDGE.words.already_tried} ketik ulang nomor, isi pulsa."


def test_an_action_of_the_sheet_is_not_advised_by_another_ending() -> None:
    pulsa, typed, *others = KNOWLEDGE.outcomes
    typed = replace(typed, actions=(*typed.actions, pulsa.actions[1]))
    flow = go(come_back_with(pulsa, typed, *others), "tidak_masuk", "corrected")
    summary = flow.summary()
    assert summary is not None
    assert summary.actions == ("Ketik ulang nomornya.",)


def test_an_ending_with_nothing_new_after_a_sheet_is_passed_over() -> None:
    pulsa, typed, *others = KNOWLEDGE.outcomes
    typed = replace(typed, actions=pulsa.actions[1:])
    flow = go(come_back_with(pulsa, typed, *others), "tidak_masuk", "corrected")
    assert flow.place.id == "gangguan"
    assert flow.next_cause is None


def test_a_person_is_asked_also_if_there_is_nothing_new_to_do() -> None:
    pulsa, typed, person, *others = KNOWLEDGE.outcomes
    person = replace(person, actions=pulsa.actions)
    flow = go(come_back_with(pulsa, typed, person, *others), "tidak_masuk", "corrected")
    assert flow.try_next_cause()
    assert flow.place.id == "gangguan"
    summary = flow.summary()
    assert summary is not None
    assert summary.actions == tuple(action.text for action in pulsa.actions)


def test_the_same_answers_lead_to_where_the_sheet_was() -> None:
    flow = go(come_back_with(), "pulsa")
    assert (flow.place.id, flow.unsolved) == ("salah_ketik", ("pulsa_habis",))
    summary = flow.summary()
    assert summary is not None
    assert [one.outcome_id for one in summary.already_tried] == ["pulsa_habis"]
    way = decode_sheet_number(flow.knowledge, summary.sheet_number)
    assert way == Way(entry="mulai", keys=("pulsa",), further=1)


def test_a_good_end_tells_nothing_of_what_the_sheet_said() -> None:
    flow = go(come_back_with(), "tidak_tahu", "sudah", "masuk")
    summary = flow.summary()
    assert summary is not None
    assert (summary.already_tried, summary.heading) == ((), KNOWLEDGE.words.outcome_label_solved)


def test_a_new_beginning_forgets_the_sheet() -> None:
    flow = come_back_with()
    flow.restart()
    assert flow.session.earlier == ()


def endings_from(flow: FlowController) -> list[tuple[str, frozenset[str]]]:
    """Return each ending from the one shown on, with the ids of the actions it advises."""
    found = []
    while True:
        summary, outcome = flow.summary(), flow.outcome
        assert summary is not None
        assert outcome is not None
        advised = (action.id for action in outcome.actions if action.text in summary.actions)
        found.append((outcome.id, frozenset(advised)))
        if not flow.try_next_cause():
            return found


def test_no_remedy_of_a_sheet_comes_twice_in_the_shipped_content() -> None:
    content = loader.knowledge_of(None)
    causes_of = [one for one in content.outcomes if one.next]
    for tried, first in product(causes_of, causes_of):
        done = {action.id for action in tried.actions}
        row = [one for one in content.outcomes if one.id in causes(content, first)]
        if all(done.isdisjoint(action.id for action in one.actions) for one in row):
            continue
        session = Session(earlier=(tried.id,))
        for step_id, key in route_to(content, first.id):
            session = with_answer(content, session, Answer(step_id=step_id, key=key))
        flow = FlowController(content, session)
        assert flow.next()
        for ending, advised in endings_from(flow):
            assert ending == content.hand_over or done.isdisjoint(advised), (tried.id, ending)


def test_a_jump_and_a_restart_end_what_a_sheet_began() -> None:
    steps = tuple(replace(step, changes=step.id == "mulai") for step in KNOWLEDGE.steps)
    for leave in (FlowController.restart, lambda flow: flow.jump("mulai")):
        flow = FlowController(replace(KNOWLEDGE, steps=steps))
        flow.resume(Way(entry="mulai", keys=(DONT_KNOW, "sudah", DONT_KNOW)))
        leave(flow)
        go(flow, DONT_KNOW)
        assert flow.place.id == "periksa"
        flow.answer(Answer(step_id="periksa", key="sudah"))
        flow.back()
        assert flow.next()
        assert flow.place.id == "periksa", "one step at a time"


def test_returning_to_the_step_that_is_shown_begins_with_the_first() -> None:
    flow = go(controller(), DONT_KNOW)
    flow.return_to("periksa")
    assert (flow.place.id, flow.position) == ("mulai", 0)


def test_a_return_passes_over_answered_steps_once() -> None:
    flow = go(controller(), DONT_KNOW, "sudah", DONT_KNOW)
    flow.return_to("mulai")
    assert flow.next()
    while flow.back():
        pass
    assert flow.next()
    assert flow.place.id == "periksa"


def test_an_answer_elsewhere_makes_the_summary_anew() -> None:
    flow = go(controller(), DONT_KNOW, "sudah", DONT_KNOW)
    before = flow.summary()
    assert before is not None
    flow.answer(Answer(step_id="mulai", key=DONT_KNOW))
    again = flow.summary()
    assert again is not before
    assert again == before


def test_the_clock_is_read_once_on_arrival() -> None:
    read: list[datetime] = []

    def clock() -> datetime:
        read.append(NOON)
        return NOON

    flow = go(FlowController(KNOWLEDGE, clock=clock), "pulsa")
    assert read == []
    flow.summary()
    flow.summary()
    assert read == [NOON]
    flow.try_next_cause()
    flow.summary()
    assert read == [NOON, NOON]


def test_back_from_a_warning_at_an_ending_shows_the_summary_of_that_ending() -> None:
    safety = replace(KNOWLEDGE.safety, goes_to="gangguan")
    flow = go(FlowController(replace(KNOWLEDGE, safety=safety, hand_over="")), "pulsa")
    assert flow.show_fraud_warning()
    warned = flow.summary()
    assert warned is not None
    assert warned.outcome_id == "gangguan"
    assert flow.back()
    summary = flow.summary()
    assert summary is not None
    assert summary.outcome_id == "pulsa_habis"


def test_what_is_said_to_follow_is_true_on_every_way_and_never_grows() -> None:
    knowledge = loader.knowledge_of(None)
    flow = FlowController(knowledge)
    asked = {flow.place.id: flow.questions_left}
    for outcome in knowledge.outcomes:
        flow.restart()
        most = flow.questions_left
        for at, (step_id, key) in enumerate(route_to(knowledge, outcome.id), 1):
            flow.answer(Answer(step_id=step_id, key=key))
            assert flow.next()
            if flow.outcome is None:
                assert flow.questions_left < most
                most = flow.questions_left
                assert at <= asked[knowledge.start]
    assert flow.questions_left == 0


def test_whether_an_outcome_helped_is_stored_until_the_next_visit() -> None:
    flow = go(controller(), "pulsa")
    assert flow.helped == {}
    flow.answer_helped(helped=False)
    assert flow.try_next_cause()
    flow.answer_helped(helped=True)
    assert flow.helped == {"pulsa_habis": False, "salah_ketik": True}
    flow.restart()
    flow.answer_helped(helped=True)
    assert flow.helped == {}, "there is no such question on a step"


def test_a_controller_in_another_language_goes_on_with_a_sheet() -> None:
    before = come_back_with()
    flow = go(FlowController(before.knowledge, before.session), "pulsa")
    assert (flow.place.id, flow.unsolved) == ("salah_ketik", ("pulsa_habis",))


def test_a_wait_has_a_sheet_that_leads_back_to_it() -> None:
    flow = FlowController(KNOWLEDGE)
    assert flow.sheet_summary() is None
    for step_id, key in (("mulai", DONT_KNOW), ("periksa", "sudah")):
        flow.answer(Answer(step_id=step_id, key=key))
        flow.next()
    sheet = flow.sheet_summary()
    assert sheet is not None
    assert sheet is flow.sheet_summary()
    assert flow.summary() is None
    assert [row.step_id for row in sheet.tried] == ["mulai", "periksa"]
    assert sheet.come_back == KNOWLEDGE.words.wait_sheet_back.format(minutes=5)
    assert sheet.sheet_number in sheet.sheet_line
    # An answer given to the wait, and gone back from, is not part of the sheet.
    flow.answer(Answer(step_id="tunggu", key="masuk"))
    flow.next()
    flow.back()
    again = flow.sheet_summary()
    assert again is not None
    assert again.sheet_number == sheet.sheet_number
    flow.restart()
    flow.resume(decode_sheet_number(KNOWLEDGE, sheet.sheet_number))
    assert flow.place.id == "tunggu"


def test_the_sheet_of_a_wait_bears_the_date_of_the_clock() -> None:
    flow = go(controller(), DONT_KNOW, "sudah")
    sheet = flow.sheet_summary()
    assert sheet is not None
    assert "26 Nov 2026" in sheet.made_line
    bare = go(FlowController(KNOWLEDGE), DONT_KNOW, "sudah").sheet_summary()
    assert bare is not None
    assert bare.made_line == ""


def test_the_sheet_of_a_wait_is_made_anew_after_a_return_and_in_a_new_visit() -> None:
    """The step is shown without a step forward, which would forget the summary before it."""
    flow = FlowController(replace(KNOWLEDGE, start="tunggu"))
    assert isinstance(flow.sheet_summary(), Summary)
    go(flow, DONT_KNOW)
    for return_there in (lambda: flow.return_to("tunggu"), flow.restart, flow.back):
        assert flow.summary() is not None
        return_there()
        sheet = flow.sheet_summary()
        assert isinstance(sheet, Summary)
        assert sheet.outcome_id == "tunggu"
        go(flow, DONT_KNOW)
