"""Groups of digits as people write them."""

import pytest

from jknassist.core.phone.digit_groups import LONGEST_BETWEEN, Apart, digit_groups_of
from jknassist.core.phone.parse import parse

NUMBER = "081234567890"


@pytest.mark.parametrize(
    "text",
    [
        "0 8 1 2 3 4 5 6 7 8 9 0",
        "081 234 567 890",
        "08 12 34 56 78 90",
        "+62 812 34567 890",
        "81.234.567.890",
        "Rp81.234.567.890",
    ],
)
def test_regular_groups_are_one_number(text: str) -> None:
    assert parse(text).number == NUMBER


def test_a_long_separator_keeps_its_beginning_and_its_last_character() -> None:
    dots = "." * (LONGEST_BETWEEN - 1)
    _, second = digit_groups_of(f"0812{dots}---------+3456")
    assert (second.signs, second.plus) == (f"{dots}+", True)
    _, second = digit_groups_of(f"0812{dots}3456")
    assert second.signs == dots


@pytest.mark.parametrize(
    ("text", "plus"), [("+6281234567890Budi", True), ("+HP081234567890", False)]
)
def test_a_sign_counts_where_no_letters_stand_between(text: str, plus: bool) -> None:  # noqa: FBT001
    (group,) = digit_groups_of(text)
    assert group.plus is plus


@pytest.mark.parametrize("text", ["O 081234567890", "081234567890\nO"])
def test_a_letter_like_a_digit_counts_only_right_behind_digits(text: str) -> None:
    assert [group.digits for group in digit_groups_of(text)] == ["081234567890"]


@pytest.mark.parametrize(
    ("text", "tail"), [("0812345678 SOB", "SOB"), ("0812345678 SOBS", ""), ("0812345678 SAB", "")]
)
def test_a_few_letters_that_look_like_digits_may_be_the_last_ones(text: str, tail: str) -> None:
    (group,) = digit_groups_of(text)
    assert group.tail == tail


def test_between_groups_without_a_sign_nothing_is_carried_over() -> None:
    assert [group.signs for group in digit_groups_of("0812 3456 dan7890")] == ["", " ", ""]


def test_before_the_first_group_there_is_no_sign() -> None:
    (group,) = digit_groups_of("081234567890")
    assert group.signs == ""


def test_letters_before_a_quantity_keep_it_apart_from_the_digits_before_them() -> None:
    _, age = digit_groups_of("0812 usia28tahun")
    assert (age.digits, age.apart, age.signs, age.counts) == ("28", Apart.WORD, "", True)
