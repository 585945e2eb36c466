"""Tests of the flow bench: counts, completeness of the table, and no worse results."""

import pytest

from tests.bench import flow
from tests.bench.flow import Cause, Flow, Truth

TINY = Flow(
    "one",
    {"one": "choice", "two": "number"},
    {
        "one": {"a": "two", "b": "wrong", "tidak_tahu": "staff"},
        "two": {"ok": "good", "tidak_tahu": "staff"},
    },
    {"good": (), "wrong": ("good",), "staff": ()},
)
CAUSE = Cause("c", 1, 1, frozenset({"good"}), {"one": {"a": 1.0}, "two": {"ok": 1.0}})
TABLE = Truth((CAUSE,), frozenset({"staff"}), frozenset({"wrong"}))

RIGHT_AT_5 = {1: 0.883, 2: 0.865}
IN_TWO_AT_5 = {1: 0.934, 2: 0.910}
QUESTIONS_AT_5 = {1: 3.44, 2: 3.42}
"""What the content of edition 2 had, by the causes of which edition; renewed when it is mended."""

LEAST_RIGHT, MOST_QUESTIONS = 0.005, 0.1
"""By how much a change of the content may be worse, as shares and as questions."""


def test_who_makes_no_slip_goes_the_way_of_the_table() -> None:
    visits = flow.walked(TINY, CAUSE, 0, 0)
    assert dict(visits.ends) == {"good": 1.0}
    assert (visits.questions, visits.cost) == (2, 3)


def test_slips_and_not_knowing_are_counted_twice_where_a_number_is_typed() -> None:
    ends = flow.walked(TINY, CAUSE, 0.1, 0.1).ends
    on = 0.8
    assert ends["good"] == pytest.approx(on * (1 - 0.4))
    assert ends["wrong"] == pytest.approx(0.1 / 2)
    assert ends["staff"] == pytest.approx(0.1 / 2 + 0.1 + on * 0.4)
    score = flow.score(TINY, TABLE, 0.1, 0.1)
    assert score.within_two == pytest.approx(score.right + 0.05)
    assert score.staff == pytest.approx(ends["staff"])


def test_erring_at_one_question_leaves_the_others_alone() -> None:
    ends = flow.walked(TINY, CAUSE, 0.1, 0, only="two").ends
    assert ends["good"] == pytest.approx(0.8)
    assert "wrong" not in ends


def test_an_answer_that_the_flow_lacks_is_left_out() -> None:
    cause = Cause("c", 1, 1, frozenset({"good"}), {**CAUSE.sees, "one": {"new": 0.5, "a": 0.5}})
    assert flow.walked(TINY, cause, 0, 0).ends["good"] == 1


def test_nothing_is_better_than_the_best_possible() -> None:
    assert flow.best_possible(TINY, TABLE, 0.1, 0.1) == pytest.approx(1)
    table = flow.truth()
    for one in flow.editions().values():
        assert (
            flow.best_possible(one, table, 0.05, 0.05) >= flow.score(one, table, 0.05, 0.05).right
        )


def test_an_ending_can_mend_since_an_edition() -> None:
    assert TINY.mending(frozenset({"good@2", "wrong@1", "staff"})) == {"good", "staff"}


def test_an_act_counts_for_each_cause_that_needs_it() -> None:
    replaced = {cause.name: cause.mends for cause in flow.truth().causes}
    assert replaced["pemilik_meninggal"] < replaced["nomor_keluarga"]
    assert replaced["nomor_pendaftar"] == replaced["nomor_tidak_dikenal"]


def test_two_readers_count_half_each_and_the_first_says_what_mends() -> None:
    other = Cause("c", 1, 1, frozenset({"wrong"}), {"one": {"b": 0.9, "_": 0.1}, "two": {"ok": 1}})
    (both,) = flow.joint(TABLE, Truth((other,), frozenset(), frozenset())).causes
    assert both.mends == CAUSE.mends
    assert both.sees == {"one": {"a": 0.5, "b": 0.5}, "two": {"ok": 1}}


@pytest.mark.parametrize("edition", [1, 2])
@pytest.mark.parametrize("name", ["first", "second", "joint"])
def test_the_tables_have_all_that_the_flow_asks(edition: int, name: str) -> None:
    assert sorted(flow.faults(flow.editions()[edition], flow.tables()[name])) == []


@pytest.mark.parametrize(
    ("cause", "fault"),
    [
        (
            Cause("c", 1, 1, frozenset({"good"}), {"one": {"a": 0.9}, "two": {"ok": 1}}),
            "c: one does",
        ),
        (Cause("c", 1, 1, frozenset({"good"}), {"one": {"a": 1}}), "no row for two"),
        (
            Cause("c", 1, 1, frozenset({"good"}), {"one": {"a": 0.9, "x": 0.1}, "two": {"ok": 1}}),
            "c: one has no answer x",
        ),
        (Cause("c", 1, 1, frozenset(), CAUSE.sees), "no cause ends at good"),
    ],
)
def test_a_table_with_a_fault_is_named(cause: Cause, fault: str) -> None:
    (told,) = flow.faults(TINY, Truth((cause,), TABLE.fallback, TABLE.neither))
    assert fault in told


@pytest.mark.parametrize("known", [1, 2])
def test_a_change_of_the_content_makes_the_flow_no_worse(known: int) -> None:
    score = flow.score(flow.editions()[2], flow.truth().of_table(known), 0.05, 0.05)
    assert score.right >= RIGHT_AT_5[known] - LEAST_RIGHT
    assert score.within_two >= IN_TWO_AT_5[known] - LEAST_RIGHT
    assert score.questions <= QUESTIONS_AT_5[known] + MOST_QUESTIONS


@pytest.mark.parametrize("known", [1, 2])
@pytest.mark.parametrize("name", ["first", "second", "joint"])
@pytest.mark.parametrize("err", flow.ERRORS[:3])
def test_edition_2_is_better_than_edition_1_by_either_table(
    known: int, name: str, err: tuple[float, float]
) -> None:
    table, both = flow.tables()[name].of_table(known), flow.editions()
    old, new = (flow.score(both[edition], table, *err) for edition in (1, 2))
    assert new.right > old.right
    assert new.within_two > old.within_two + 0.05


def test_advice_comes_soon() -> None:
    for known in (1, 2):
        for err in flow.ERRORS:
            score = flow.score(flow.editions()[2], flow.truth().of_table(known), *err)
            assert score.questions <= 3.8
            assert score.early >= 0.5, "half of all have the first advice by question 3"
