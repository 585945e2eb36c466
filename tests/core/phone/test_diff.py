import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.phone.diff import compare
from jknassist.core.phone.result import Comparison, Edit, Kind, Side, Span
from tests.support.phone_plan import index

NUMBERS = st.text("0123456789", min_size=2, max_size=14).map(lambda rest: "0" + rest)


def compared(typed: str | None, sim: str | None) -> Comparison:
    return compare(typed, sim, index())


def run(number: str, place: int) -> Span:
    """Return the run of equal digits at a place, found by looking at every range."""
    ranges = [
        Span(start, stop)
        for start in range(place + 1)
        for stop in range(place + 1, len(number) + 1)
        if len(set(number[start:stop])) == 1
    ]
    return max(ranges, key=lambda span: span.stop - span.start)


def test_equal_numbers_are_the_same() -> None:
    comparison = compared("081324567890", "081324567890")

    assert comparison.same
    assert comparison.edits == ()
    assert [cell.typed for cell in comparison.cells] == list("081324567890")


def test_the_example_of_the_contract() -> None:
    comparison = compared("0813245677890", "081324567890")

    assert comparison.edits == (Edit(Kind.DOUBLED_DIGIT, Span(8, 10), Span(8, 9)),)
    assert comparison.likely_wrong is Side.TYPED


@given(NUMBERS, st.data())
def test_a_doubled_digit_is_seen_with_its_run(number: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(number) - 1))
    typed = number[:place] + number[place] + number[place:]

    [edit] = compared(typed, number).edits
    assert edit == Edit(Kind.DOUBLED_DIGIT, run(typed, place), run(number, place))


@given(NUMBERS, st.data())
def test_a_missing_digit_is_seen_with_its_run(number: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(number) - 1))
    typed = number[:place] + number[place + 1 :]
    whole = run(number, place)

    [edit] = compared(typed, number).edits
    assert edit == Edit(Kind.MISSING_DIGIT, Span(whole.start, whole.stop - 1), whole)


@given(NUMBERS, st.data())
def test_a_digit_too_many_is_seen_with_its_place(number: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(number)))
    beside = set(number[max(place - 1, 0) : place + 1])
    digit = data.draw(st.sampled_from(sorted(set("0123456789") - beside)))
    typed = number[:place] + digit + number[place:]

    [edit] = compared(typed, number).edits
    assert edit == Edit(Kind.EXTRA_DIGIT, Span(place, place + 1), Span(place, place))


@given(NUMBERS, st.data())
def test_a_wrong_digit_is_seen_with_its_place(number: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(number) - 1))
    digit = data.draw(st.sampled_from(sorted(set("0123456789") - {number[place]})))
    typed = number[:place] + digit + number[place + 1 :]
    at = Span(place, place + 1)

    assert compared(typed, number).edits == (Edit(Kind.WRONG_DIGIT, at, at),)


@given(NUMBERS.filter(lambda number: len(set(number)) > 1), st.data())
def test_swapped_digits_are_seen_with_their_place(number: str, data: st.DataObject) -> None:
    places = [i for i in range(len(number) - 1) if number[i] != number[i + 1]]
    place = data.draw(st.sampled_from(places))
    typed = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    at = Span(place, place + 2)

    assert compared(typed, number).edits == (Edit(Kind.SWAPPED_DIGITS, at, at),)


def test_several_slips_are_shown_as_several() -> None:
    comparison = compared("0813224568790", "081324567891")

    assert [edit.kind for edit in comparison.edits] == [
        Kind.DOUBLED_DIGIT,
        Kind.SWAPPED_DIGITS,
        Kind.WRONG_DIGIT,
    ]


def test_a_doubled_and_a_missing_digit_are_not_taken_for_many_wrong_ones() -> None:
    comparison = compared("081332456789", "081324567890")

    assert [edit.kind for edit in comparison.edits] == [Kind.DOUBLED_DIGIT, Kind.MISSING_DIGIT]


@pytest.mark.parametrize(
    ("typed", "sim", "edits"),
    [
        # A digit typed twice and a swap are likelier than a wrong digit and another too many.
        (
            "08135044756",
            "0813507456",
            [
                Edit(Kind.EXTRA_DIGIT, Span(6, 7), Span(6, 6)),
                Edit(Kind.SWAPPED_DIGITS, Span(7, 9), Span(6, 8)),
            ],
        ),
        # A digit too many is told with its place in both numbers, which another slip has shifted.
        (
            "0894543602",
            "08454602",
            [
                Edit(Kind.EXTRA_DIGIT, Span(2, 3), Span(2, 2)),
                Edit(Kind.EXTRA_DIGIT, Span(6, 7), Span(5, 5)),
            ],
        ),
        # A wrong digit and a missing one are as likely as a missing one and a swap, and simpler.
        (
            "08185264",
            "081852846",
            [
                Edit(Kind.WRONG_DIGIT, Span(6, 7), Span(6, 7)),
                Edit(Kind.MISSING_DIGIT, Span(8, 8), Span(8, 9)),
            ],
        ),
    ],
)
def test_the_likelier_story_is_reported(typed: str, sim: str, edits: list[Edit]) -> None:
    assert list(compared(typed, sim).edits) == edits


@pytest.mark.parametrize(
    ("typed", "sim", "columns"),
    [
        ("08132477", "0813247", "00 88 11 33 22 44 77 7-*"),
        ("0813247", "08132477", "00 88 11 33 22 44 77 -7*"),
        ("08132427", "0813247", "00 88 11 33 22 44 2-* 77"),
        ("0813242", "0813240", "00 88 11 33 22 44 20*"),
        ("08135044756", "0813507456", "00 88 11 33 55 00 4-* 47* 74* 55 66"),
        ("0803200030322", "08032000322", "00 88 00 33 22 00 00 0-* 3-* 00 33 22 22"),
        ("08823952", "0882723952", "00 88 88 22 -7* -2* 33 99 55 22"),
    ],
)
def test_just_the_columns_that_differ_are_marked(typed: str, sim: str, columns: str) -> None:
    cells = compared(typed, sim).cells

    assert columns == " ".join(
        (cell.typed or "-") + (cell.sim or "-") + ("*" if cell.mark else "") for cell in cells
    )


def test_a_pair_that_the_other_number_has_not_at_all_is_not_doubled() -> None:
    comparison = compared("08132774567890", "081324567890")

    assert [edit.kind for edit in comparison.edits] == [Kind.EXTRA_DIGIT, Kind.EXTRA_DIGIT]


@given(NUMBERS, NUMBERS)
def test_the_columns_hold_both_numbers_and_mark_every_difference(typed: str, sim: str) -> None:
    comparison = compared(typed, sim)

    assert "".join(cell.typed for cell in comparison.cells) == typed
    assert "".join(cell.sim for cell in comparison.cells) == sim
    for cell in comparison.cells:
        assert cell.typed or cell.sim
        assert (cell.mark is None) == (cell.typed == cell.sim)
    assert comparison.same == (typed == sim) == (not comparison.edits)
    for edit in comparison.edits:
        assert 0 <= edit.at.start <= edit.at.stop <= len(typed)
        assert 0 <= edit.sim_at.start <= edit.sim_at.stop <= len(sim)


@given(NUMBERS, NUMBERS)
def test_never_more_differences_than_digits(typed: str, sim: str) -> None:
    assert len(compared(typed, sim).edits) <= max(len(typed), len(sim))


@pytest.mark.parametrize(
    ("typed", "sim", "side"),
    [
        ("0813245677890", "081324567890", Side.TYPED),
        ("081324567890", "0813245677890", Side.SIM),
        ("08132456789", "081324567890", Side.TYPED),
        ("084324567890", "081324567890", Side.TYPED),
        ("082724567890", "081324567890", Side.TYPED),
        ("081324567890", "08132456789012", Side.SIM),
        ("081113456789", "0811134567", Side.TYPED),
        ("0881012345678", "0881012345", Side.SIM),
        ("081224567890", "08122456789", None),
        ("081324567890", "081324567809", None),
        ("084924567890", "084924567980", None),
    ],
)
def test_a_side_is_called_wrong_only_where_the_plan_decides(
    typed: str, sim: str, side: Side | None
) -> None:
    assert compared(typed, sim).likely_wrong is side


def test_an_unread_number_is_not_compared() -> None:
    assert compared("081324567890", None) == Comparison(same=False, likely_wrong=Side.SIM)
    assert compared(None, "081324567890") == Comparison(same=False, likely_wrong=Side.TYPED)
    assert compared(None, None) == Comparison(same=False)


def test_a_repr_shows_no_digit_of_either_number() -> None:
    shown = repr(compared("0813245677890", "081324567890"))

    assert "'" not in shown.replace("'doubled_digit'", "").replace("'typed'", "")
