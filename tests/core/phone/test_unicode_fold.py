"""Digits and letters of other scripts, and letters that stand for digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.phone.parse import parse
from jknassist.core.phone.result import Kind, Span, Verdict
from jknassist.core.phone.unicode_fold import fold

NUMBER = "081234567890"


NOT_MOBILE, UNREADABLE = Verdict.NOT_MOBILE, Verdict.UNREADABLE


# Signs that people, telephones and papers put into numbers and that mean nothing.
LOOSE = [
    *" .-()[]_~'\"*#\t",
    "\N{NO-BREAK SPACE}",
    "\N{IDEOGRAPHIC SPACE}",
    "\N{EN DASH}",
    "\N{NON-BREAKING HYPHEN}",
    "\N{ZERO WIDTH SPACE}",
    "\N{LEFT-TO-RIGHT MARK}",
    "\N{LEFT-TO-RIGHT OVERRIDE}",
    "\N{POP DIRECTIONAL FORMATTING}",
    "\N{FIRST STRONG ISOLATE}",
    "\N{POP DIRECTIONAL ISOLATE}",
    "\N{VARIATION SELECTOR-14}",
    "\N{COMBINING ACUTE ACCENT}",
    "\N{FULLWIDTH LEFT PARENTHESIS}",
]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("O812 3456 7890", Span(0, 1)),
        ("0812 3456 789O", Span(11, 12)),
        ("+62 812 3456 789O", Span(11, 12)),
        ("812 3456 789O", Span(11, 12)),
        ("+62 O812 3456 7890", Span(0, 1)),
        ("OO62 812 3456 7890", Span(0, 1)),
    ],
)
def test_a_letter_is_reported_with_its_place_in_the_number(text: str, at: Span) -> None:
    reading = parse(text)
    letters = [f for f in reading.findings if f.kind is Kind.LETTER_FOR_DIGIT]

    assert reading.number == NUMBER
    assert letters[-1].at == at
    assert dict(letters[-1].facts) == {"letter": "O", "digit": "0", "place": at.start + 1}


def test_every_letter_that_looks_like_a_digit_is_read_as_it() -> None:
    assert parse("0812 3456 OolI").number == "081234560011"
    assert parse("0812 345 O 7890").number == "081234507890"


def test_a_letter_in_what_is_no_mobile_number_changes_nothing_of_that() -> None:
    assert parse("O21 555 1234").verdict is NOT_MOBILE
    assert parse("l65").verdict is NOT_MOBILE


@st.composite
def dressed(draw: st.DrawFn) -> tuple[str, str]:
    """Return a number, and the same in groups with one sign before, between and behind them."""
    bare = "08" + draw(st.text("123456789", min_size=10, max_size=10))
    first, second = draw(st.tuples(st.integers(4, 5), st.integers(3, 4)))
    sign = draw(st.sampled_from(LOOSE))
    groups = (bare[:first], bare[first : first + second], bare[first + second :])
    return bare, sign + sign.join(groups) + sign


@given(dressed())
def test_formatting_never_changes_the_digits(texts: tuple[str, str]) -> None:
    bare, written = texts

    assert parse(written) == parse(bare)


@pytest.mark.parametrize("sign", ["\N{EURO SIGN}", "\N{CHECK MARK}", "\N{IDEOGRAPHIC FULL STOP}"])
def test_a_sign_that_is_no_letter_is_a_gap(sign: str) -> None:
    assert fold(f"0812{sign}3456") == "0812 3456"
