from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.content import loader
from jknassist.core.flow.graph import (
    always_after,
    first_number_step,
    longest_path,
    measure_flow,
    questions_from,
    route_to,
    situation_of,
)
from jknassist.core.flow.model import (
    DONT_KNOW,
    ChoiceStep,
    Knowledge,
    NumberStep,
    Option,
    Step,
    links,
)
from tests.support.small_knowledge import small_knowledge


def flow_of(ways: dict[str, tuple[str, ...]], start: str = "q0") -> Knowledge:
    """Return a knowledge with these questions and where their answers lead."""
    return replace(small_knowledge(), start=start, steps=tuple(map(question, ways, ways.values())))


def question(step_id: str, targets: tuple[str, ...]) -> Step:
    answers = (Option(id=f"a{i}", text="Ya", goes_to=target) for i, target in enumerate(targets))
    return ChoiceStep(kind="choice", id=step_id, title="Apa?", answers=tuple(answers))


def all_walks(knowledge: Knowledge, place: str) -> list[list[str]]:
    """Return every walk from a place, by trying them all."""
    targets = [
        target
        for step in knowledge.steps
        if step.id == place
        for target in links(step).values()
        if target in knowledge.places
    ]
    return [[place, *walk] for to in targets for walk in all_walks(knowledge, to)] or [[place]]


@st.composite
def flows(draw: st.DrawFn) -> Knowledge:
    """Draw a flow without circles: each question leads only to later ones or to an outcome."""
    count = draw(st.integers(1, 6))
    ends = [outcome.id for outcome in small_knowledge().outcomes]
    ways = {}
    for index in range(count):
        later = [f"q{i}" for i in range(index + 1, count)]
        targets = draw(st.lists(st.sampled_from(later + ends), min_size=1, max_size=3))
        ways[f"q{index}"] = tuple(targets)
    return flow_of(ways)


def test_the_ways_of_the_small_knowledge() -> None:
    knowledge = small_knowledge()
    assert longest_path(knowledge) == 5
    fewest = {end.id: len(route_to(knowledge, end.id)) for end in knowledge.outcomes}
    assert fewest == {"pulsa_habis": 1, "salah_ketik": 2, "gangguan": 2, "kode_masuk": 3}
    assert route_to(knowledge, "salah_ketik") == (
        ("mulai", "tidak_masuk"),
        ("nomor", "corrected"),
    )
    assert route_to(knowledge, "kode_masuk") == (
        ("mulai", DONT_KNOW),
        ("periksa", "sudah"),
        ("tunggu", "masuk"),
    )


def test_no_way_leads_to_what_is_not_there() -> None:
    with pytest.raises(KeyError):
        route_to(small_knowledge(), "nirwana")


def test_links_that_turn_back_are_named_and_not_followed() -> None:
    knowledge = flow_of({"q0": ("q1", "gangguan"), "q1": ("q0", "q1", "q2"), "q2": ("gangguan",)})
    assert set(measure_flow(knowledge).back_edges) == {("q1", "a0"), ("q1", "a1")}
    assert longest_path(knowledge) == 3
    assert longest_path(flow_of({"q0": ("q1",), "q1": ("q0",)})) == 2


def test_links_to_nowhere_are_passed_over() -> None:
    assert measure_flow(flow_of({"q0": ("nirwana", "gangguan")})).order == ("q0", "gangguan")
    assert measure_flow(flow_of({"q0": ()}, start="nirwana")).order == ("nirwana",)


@given(flows())
def test_ways_agree_with_trying_them_all(knowledge: Knowledge) -> None:
    walks = all_walks(knowledge, knowledge.start)
    assert longest_path(knowledge) == max(len(walk) - 1 for walk in walks)
    for end in {walk[-1] for walk in walks}:
        route = route_to(knowledge, end)
        assert len(route) == min(len(walk) - 1 for walk in walks if walk[-1] == end)
        places = [step_id for step_id, _ in route]
        assert [*places, end] in walks


@given(flows())
def test_what_always_comes_before_agrees_with_trying_all_ways(
    knowledge: Knowledge,
) -> None:
    flow = measure_flow(knowledge)
    assert flow.back_edges == ()
    for walk in (walks := all_walks(knowledge, knowledge.start)):
        assert [flow.order.index(place) for place in walk] == sorted(map(flow.order.index, walk))
    for before in flow.order:
        earlier = dict.fromkeys(flow.order, before)
        expected = {
            place
            for place in flow.order
            if all(before in walk[: walk.index(place)] for walk in walks if place in walk)
        }
        assert always_after(knowledge, flow, earlier) == expected


def test_each_place_is_asked_about_its_own_predecessor() -> None:
    """Of a place that no way leads to nothing is said."""
    ways = {"q0": ("q1", "q2"), "q1": ("q3",), "q2": ("q4",), "q3": ("q4",), "q4": ("gangguan",)}
    knowledge = flow_of({**ways, "island": ("gangguan",)})
    earlier = {"q3": "q1", "q4": "q2", "gangguan": "q4", "q2": "q0", "island": "q0"}
    assert always_after(knowledge, measure_flow(knowledge), earlier) == {"q3", "gangguan", "q2"}
    for before in ("q0", "q1", "q2", "q3", "q4"):
        assert not always_after(knowledge, measure_flow(knowledge), {"island": before})


def test_a_found_number_is_examined_at_the_first_step_that_takes_one() -> None:
    knowledge = small_knowledge()
    step = knowledge.places[first_number_step(knowledge)]
    assert isinstance(step, NumberStep)
    assert not step.compare_with
    assert first_number_step(flow_of({"q0": ("q1",), "q1": ()})) == ""


def test_the_questions_still_to_come_fall_with_each_answer() -> None:
    knowledge = loader.knowledge_of(None)
    still = questions_from(knowledge)
    assert still[knowledge.start] == longest_path(knowledge)
    for step in knowledge.steps:
        following = [still[target] for target in links(step).values()]
        assert still[step.id] == 1 + max(following), "some way is as long as is said"
        assert all(each < still[step.id] for each in following)
    assert {still[outcome.id] for outcome in knowledge.outcomes if outcome.id in still} == {0}


def test_a_place_is_told_from_others_by_its_cause_or_by_what_leads_to_it() -> None:
    asks, last = question("q0", ("q1", "q1", "q2")), question("q1", ("q2",))
    first, second, third = asks.answers
    answers = (
        replace(first, id=DONT_KNOW, hint="nobody knows"),
        replace(second, hint="what leads there"),
        third,
    )
    steps = (replace(asks, answers=answers), last, replace(question("q2", ()), text="explained"))
    knowledge = replace(small_knowledge(), steps=steps)
    assert situation_of(knowledge, "q1") == "what leads there"
    assert situation_of(knowledge, "q2") == "explained", "nothing that leads there has a hint"
    outcome = knowledge.outcomes[0]
    assert situation_of(knowledge, outcome.id) == outcome.cause


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_two_places_of_one_title_have_the_same_line(language: str) -> None:
    knowledge = loader.shipped_of("" if language == "id" else language)
    assert knowledge is not None
    told = [(place.title, situation_of(knowledge, place.id)) for place in knowledge.places.values()]
    assert len({*told}) == len(told)
    assert all(line for _, line in told)
