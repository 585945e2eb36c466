"""Ranks of ways: every way has its own rank, and the rank gives the way."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from jknassist.content import loader
from jknassist.core.flow.graph import measure_flow, route_to
from jknassist.core.flow.model import DONT_KNOW, Knowledge, NumberResult, Outcome, links
from jknassist.core.flow.session import (
    Answer,
    Session,
    UnknownAnswerError,
    causes,
    reached_outcome,
    with_answer,
)
from jknassist.core.flow.way import (
    Way,
    count_ways,
    lasting_answers,
    rank_of,
    session_of,
    structure,
    way_at,
    way_of,
)
from tests.support.small_knowledge import small_knowledge

SMALL = small_knowledge()
SHIPPED = loader.knowledge_of(None)
STRUCTURE = [
    "mulai",
    "mulai:tidak_masuk>nomor,pulsa>pulsa_habis,tidak_tahu>periksa",
    (
        "nomor:tidak_tahu>periksa,ok>nomor_kartu,check>nomor_kartu,corrected>salah_ketik,"
        "wrong>nomor_kartu,not_mobile>nomor_kartu"
    ),
    "nomor_kartu:tidak_tahu>periksa,same>periksa,differs>salah_ketik,other_number>salah_ketik",
    "periksa:sudah>tunggu,tidak_tahu>gangguan",
    "tunggu:masuk>kode_masuk,tidak_tahu>gangguan",
    "",
    "pulsa_habis:salah_ketik,gangguan",
    "salah_ketik:pulsa_habis,gangguan",
    "gangguan:",
    "kode_masuk:",
]


def answered(*pairs: tuple[str, str], assumed: int = 0) -> Session:
    session = Session()
    for place, (step_id, key) in enumerate(pairs):
        given = Answer(step_id=step_id, key=key, assumed=place < assumed)
        session = with_answer(SMALL, session, given)
    return session


@pytest.mark.parametrize("knowledge", [SMALL, SHIPPED], ids=["small", "shipped"])
def test_every_place_of_the_row_is_another_way_and_leads_back(knowledge: Knowledge) -> None:
    count = count_ways(knowledge)
    ways = [way_at(knowledge, place) for place in range(count)]
    assert len(set(ways)) == count
    step = max(1, count // 400)
    for place in range(0, count, step):
        assert rank_of(knowledge, ways[place]) == place
    with pytest.raises(IndexError, match="0"):
        way_at(knowledge, count)
    with pytest.raises(IndexError, match="-1"):
        way_at(knowledge, -1)


def ways_from(knowledge: Knowledge, way: Way, place_id: str) -> Iterator[Way]:
    """Yield a way and all that continue it, by following the links."""
    place = knowledge.places[place_id]
    if isinstance(place, Outcome):
        yield from (replace(way, further=count) for count in range(len(causes(knowledge, place))))
        return
    yield way
    for key, target in links(place).items():
        yield from ways_from(knowledge, replace(way, keys=(*way.keys, key)), target)


def test_the_ranks_are_those_of_all_ways_in_depth_first_order() -> None:
    entries = measure_flow(SMALL).order
    ways = [way for entry in entries for way in ways_from(SMALL, Way(entry=entry), entry)]
    assert [way_at(SMALL, rank) for rank in range(count_ways(SMALL))] == ways


def test_the_answers_of_every_way_make_the_same_way_again() -> None:
    for place in range(count_ways(SMALL)):
        way = way_at(SMALL, place)
        assert way_of(SMALL, session_of(SMALL, way)) == way


def test_an_ending_has_a_place_for_itself_and_for_each_that_may_follow() -> None:
    way = way_of(SMALL, answered(("mulai", "pulsa")))
    places = {rank_of(SMALL, replace(way, further=count)) for count in range(3)}
    assert len(places) == 3
    with pytest.raises(KeyError, match="3"):
        rank_of(SMALL, replace(way, further=3))


def test_a_way_may_stop_at_a_question() -> None:
    session = answered(("mulai", DONT_KNOW))
    way = way_of(SMALL, session)
    assert reached_outcome(SMALL, session) is None
    assert way_at(SMALL, rank_of(SMALL, way)) == way


def test_a_place_found_by_words_keeps_what_nobody_answered_as_assumed() -> None:
    (step_id, key), *_ = route_to(SMALL, "periksa")
    session = answered((step_id, key), ("periksa", "sudah"), assumed=1)
    way = way_of(SMALL, session)
    assert way == Way(entry="periksa", keys=("sudah",))
    assert session_of(SMALL, way) == session


def test_assumed_answers_on_another_way_count_as_given() -> None:
    session = answered(("mulai", "tidak_masuk"), ("nomor", DONT_KNOW), assumed=2)
    assert way_of(SMALL, session) == Way(entry="mulai", keys=("tidak_masuk", DONT_KNOW))


def test_no_phone_number_is_part_of_a_way() -> None:
    typed = Answer(step_id="nomor", key="ok", number="081234567890")
    session = with_answer(SMALL, answered(("mulai", "tidak_masuk")), typed)
    kept = session_of(SMALL, way_of(SMALL, session))
    assert [answer.key for answer in kept.answers] == ["tidak_masuk", "ok"]
    assert not any(answer.found or answer.number for answer in kept.answers)


def test_a_way_of_other_content_is_refused() -> None:
    with pytest.raises(KeyError):
        rank_of(SMALL, Way(entry="mulai", keys=("nirwana",)))
    with pytest.raises(KeyError):
        rank_of(SMALL, Way(entry="nirwana"))
    with pytest.raises(UnknownAnswerError):
        session_of(SMALL, Way(entry="mulai", keys=("nirwana",)))


def test_words_do_not_change_the_structure_and_links_do() -> None:
    first, *others = SMALL.outcomes
    reworded = replace(SMALL, outcomes=(replace(first, title="Lain"), *others), edition=9)
    relinked = replace(SMALL, outcomes=(replace(first, next=()), *others))
    assert structure(reworded) == structure(SMALL)
    assert structure(relinked) != structure(SMALL)


def test_the_structure_is_written_in_one_fixed_form() -> None:
    """Its fingerprint is part of every sheet number: another form would void all printed sheets."""
    assert structure(SMALL).splitlines() == STRUCTURE


def test_a_place_that_no_answer_leads_to_begins_no_way() -> None:
    lonely = replace(SMALL.outcomes[0], id="terpencil")
    knowledge = replace(SMALL, outcomes=(*SMALL.outcomes, lonely))
    with pytest.raises(KeyError, match="terpencil"):
        rank_of(knowledge, Way(entry="terpencil"))


def test_the_row_begins_with_the_first_step_and_a_place_stands_before_what_follows_it() -> None:
    assert way_at(SMALL, 0) == Way(entry="mulai")
    assert way_at(SMALL, 1) == Way(entry="mulai", keys=("tidak_masuk",))
    assert rank_of(SMALL, Way(entry="mulai", keys=("tidak_masuk", NumberResult.OK))) > 1


def test_a_way_that_went_on_keeps_what_did_not_help() -> None:
    session = session_of(SMALL, Way(entry="mulai", keys=("pulsa",), further=2))
    assert session.unsolved == ("pulsa_habis", "salah_ketik")
    assert way_of(SMALL, session).further == 2
    assert session_of(SMALL, Way(entry="mulai", keys=("pulsa",))).unsolved == ()
    assert session_of(SMALL, Way(entry="mulai", keys=(DONT_KNOW,), further=1)).unsolved == ()


def test_an_assumed_answer_behind_a_given_one_counts_as_given() -> None:
    first = Answer(step_id="mulai", key=DONT_KNOW)
    second = Answer(step_id="periksa", key="sudah", assumed=True)
    session = with_answer(SMALL, with_answer(SMALL, Session(), first), second)
    assert way_of(SMALL, session) == Way(entry="tunggu")


def test_on_a_later_day_no_number_and_nothing_that_changes_is_taken_as_answered() -> None:
    steps = tuple(replace(step, changes=step.id == "periksa") for step in SMALL.steps)
    knowledge = replace(SMALL, steps=steps)
    session = answered(
        ("mulai", "tidak_masuk"), ("nomor", DONT_KNOW), ("periksa", "sudah"), ("tunggu", "masuk")
    )
    kept = lasting_answers(knowledge, replace(session, unsolved=("pulsa_habis",)))
    assert [answer.step_id for answer in kept.answers] == ["mulai", "tunggu"]
    assert kept.unsolved == ("pulsa_habis",)
