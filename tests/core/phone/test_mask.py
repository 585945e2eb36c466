"""Numbers of which some digits are hidden."""

import pytest

from jknassist.core.phone import mask
from jknassist.core.phone.check import diagnose
from jknassist.core.phone.parse import parse
from jknassist.core.phone.result import Kind, Verdict
from tests.support.phone_plan import index

OK, CHECK, WRONG = Verdict.OK, Verdict.CHECK, Verdict.WRONG


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("0812****7890", "0812****7890"),
        ("+62 812 •••• 7890", "0812****7890"),
        ("0812…7890", "0812***7890"),
        ("0812....7890", "0812****7890"),
        ("0812 #### 7890", "0812****7890"),
        ("0812_____7890", "0812*****7890"),
        ("62812*****890", "0812*****890"),
        ("08••••••7890", "08******7890"),
        ("0812-____-7890", "0812****7890"),
        ("0812----7890", "0812****7890"),
        ("0812---7890", "0812***7890"),
        ("0812\N{EN DASH}\N{EN DASH}\N{EN DASH}\N{EN DASH}7890", "0812****7890"),
        ("0812\N{MIDLINE HORIZONTAL ELLIPSIS}7890", "0812***7890"),
        ("0812\N{FULL BLOCK}\N{FULL BLOCK}\N{FULL BLOCK}7890", "0812***7890"),
        ("0812 3456 ••••", "08123456****"),
        ("0812xxxx7890", "0812****7890"),
        ("081234567XXX", "081234567***"),
        ("***7890", "***7890"),
        ("xxxxxxxx7890", "********7890"),
        ("62******7890", "0******7890"),
        ("0812********7890", "0812********7890"),
        # Three digits are enough, and one mark beside a run hides a digit as well.
        ("081*****", "081*****"),
        ("0812**34#567", "0812**34*567"),
    ],
)
def test_a_number_with_hidden_digits_is_a_pattern(text: str, pattern: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict, reading.pattern) == (None, CHECK, pattern)
    assert [finding.kind for finding in reading.findings] == [Kind.MASKED]


def test_one_star_hides_a_digit_where_no_whole_number_stands_beside_it() -> None:
    assert parse("0813*2257").pattern == "0813*2257"
    assert parse("0813 4*12").pattern == "08134*12"


@pytest.mark.parametrize(
    "text",
    [
        *("*123#", "*123*456#", "0812*3456*7890", "0812__3456__7890"),
        *("08123456 78 90", "Maxx 0812 345"),
        *("0812 3456 78*", "08123456*78", "0812345678****"),
    ],
)
def test_marks_alone_hide_nothing(text: str) -> None:
    assert parse(text).pattern is None


def test_a_masked_number_is_never_called_different_for_its_hidden_digits() -> None:
    fits = diagnose("0813****7890", index(), sim="081324567890").comparison
    differs = diagnose("0813****7890", index(), sim="081324567891").comparison

    assert fits is not None
    assert differs is not None
    assert (fits.same, fits.visible_agree, fits.visible, fits.hidden) == (None, True, 8, 4)
    assert (differs.same, differs.visible_agree) == (False, False)
    assert fits.edits == differs.edits == ()
    assert fits.likely_wrong is differs.likely_wrong is None


@pytest.mark.parametrize(
    ("typed", "pattern"),
    [("0812 **", "0812**"), ("+62-8*", "628*"), ("*", "*"), ("0812 34", None), ("", None)],
)
def test_what_is_typed_so_far_is_a_pattern_from_its_first_mark_on(
    typed: str, pattern: str | None
) -> None:
    assert mask.so_far(typed) == pattern


def test_numbers_that_cannot_be_laid_one_above_the_other_have_no_cells() -> None:
    gaps = mask.fit("08*2*7890", "0812345678901")
    assert (gaps.agree, gaps.cells) == (False, ())
    longer = mask.fit("0812*34567890", "081234567")
    assert (longer.agree, longer.visible, longer.hidden, longer.cells) == (False, 12, 0, ())


def test_a_run_of_hidden_digits_is_drawn_out_to_the_length_of_the_other_number() -> None:
    fits = mask.fit("0812**7890", "081234567890")
    assert (fits.agree, fits.visible, fits.hidden) == (True, 8, 4)
    assert [cell.typed for cell in fits.cells] == list("0812****7890")
    assert {cell.mark for cell in fits.cells} == {None}


def test_a_pattern_without_its_zero_gets_it() -> None:
    assert mask.pattern_of("812****7890") == "0812****7890"
    assert mask.pattern_of("+62812****7890") == "0812****7890"


def test_of_two_masked_numbers_the_visible_ends_are_compared() -> None:
    fits = mask.fit("0812*4*7890", "0812*5*90")
    assert (fits.agree, fits.visible, fits.hidden, fits.cells) == (True, 6, 5, ())
    assert mask.fit("0812*5*90", "0812*4*7890") == fits
    assert not mask.fit("0812*4*7890", "0812*5*91").agree


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("0812*4*7890", "08*5*90", mask.Fit(agree=True, visible=4, hidden=7)),
        ("*2*7890", "0812*5*90", mask.Fit(agree=True, visible=2, hidden=7)),
        ("0812*4*", "0812*5*90", mask.Fit(agree=True, visible=4, hidden=5)),
        ("0812*4*7890", "0813*5*90", mask.Fit(agree=False, visible=2, hidden=9)),
        ("0812*4*7891", "0812*5*90", mask.Fit(agree=False, visible=4, hidden=7)),
    ],
)
def test_an_end_that_only_one_number_shows_is_not_compared(
    first: str, second: str, expected: mask.Fit
) -> None:
    assert mask.fit(first, second) == expected


def test_a_run_may_stand_for_a_single_digit() -> None:
    fits = mask.fit("0812**67890", "0812367890")
    assert [cell.typed for cell in fits.cells] == list("0812*67890")
    assert (fits.agree, fits.hidden) == (True, 1)
