"""Encoding of sheet numbers: every single wrong or swapped character is detected."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.flow.sheet_number import (
    _WEIGHTS,
    ALPHABET,
    BASE,
    CAPACITY,
    LENGTH,
    SheetFault,
    SheetNumberError,
    grouped,
    is_whole,
    kept,
    read,
    written,
)

CONFUSED = ("0O", "1IL", "2Z", "5S", "6G", "8B")

counts = st.integers(min_value=0, max_value=CAPACITY - 1)


def fault_of(text: str) -> SheetFault:
    with pytest.raises(SheetNumberError) as caught:
        read(text)
    return caught.value.fault


def test_the_alphabet_has_nothing_that_is_confused_and_its_size_is_a_prime() -> None:
    assert len(set(ALPHABET)) == BASE == 23
    assert not set(ALPHABET) & set("".join(CONFUSED))
    assert all(BASE % divisor for divisor in range(2, BASE))
    assert LENGTH <= 9


@given(counts)
def test_what_is_written_is_read_again(count: int) -> None:
    text = written(count)
    assert read(text) == count
    assert is_whole(text)
    assert grouped(kept(text)) == text
    assert len(kept(text)) == LENGTH


def test_the_first_and_the_last_count_have_a_number_and_no_other_has() -> None:
    assert read(written(0)) == 0
    assert read(written(CAPACITY - 1)) == CAPACITY - 1
    for outside in (-1, CAPACITY):
        with pytest.raises(ValueError, match=str(outside)):
            written(outside)


def test_no_single_wrong_character_keeps_the_sum() -> None:
    """The sum is linear: what a slip adds depends on its place and the difference alone."""
    for weight, difference in product(_WEIGHTS, range(1, BASE)):
        assert weight * difference % BASE


def test_no_two_swapped_characters_keep_the_sum() -> None:
    for (one, other), difference in product(combinations(_WEIGHTS, 2), range(1, BASE)):
        assert (one - other) * difference % BASE


@pytest.mark.parametrize("count", [0, 1, 22, 23, 4_711, 123_456_789, CAPACITY - 1])
def test_every_wrong_character_and_every_swap_of_a_number_is_noticed(count: int) -> None:
    letters = kept(written(count))
    for at, other in product(range(LENGTH), ALPHABET):
        wrong = letters[:at] + other + letters[at + 1 :]
        assert wrong == letters or fault_of(wrong) is SheetFault.SLIP
    for one, two in combinations(range(LENGTH), 2):
        swapped = list(letters)
        swapped[one], swapped[two] = letters[two], letters[one]
        assert swapped == list(letters) or fault_of("".join(swapped)) is SheetFault.SLIP


@given(counts, st.data())
def test_a_slip_in_any_number_is_noticed(count: int, data: st.DataObject) -> None:
    letters = kept(written(count))
    at = data.draw(st.integers(min_value=0, max_value=LENGTH - 1))
    other = data.draw(st.sampled_from(ALPHABET.replace(letters[at], "")))
    assert fault_of(letters[:at] + other + letters[at + 1 :]) is SheetFault.SLIP


@pytest.mark.parametrize("text", ["{}", " {} ", "{}\n"])
def test_what_people_and_scanners_put_around_it_is_passed_over(text: str) -> None:
    number = written(987_654)
    for typed in (number, number.lower(), number.replace("-", " "), number.replace("-", "")):
        assert read(text.format(typed)) == 987_654


def test_full_width_letters_are_read() -> None:
    wide = "".join(chr(ord(letter) + 0xFEE0) for letter in kept(written(42)))
    assert read(wide) == 42


@pytest.mark.parametrize("letter", "0O1IL2Z5S6G8B*?é")
def test_a_character_that_no_number_has_is_named(letter: str) -> None:
    number = kept(written(42))
    with pytest.raises(SheetNumberError) as caught:
        read(letter + number[1:])
    assert (caught.value.fault, caught.value.found) == (SheetFault.UNUSED, letter.upper())


@pytest.mark.parametrize("text", ["", "7", "7K4P-MX3", "7K4P-MX3W9"])
def test_one_too_long_or_too_short_is_reported(text: str) -> None:
    assert fault_of(text) is SheetFault.LENGTH
    assert not is_whole(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [("3333-3333", 0), ("3333-3347", 1), ("3333-343C", BASE), ("339M-A3KX", 987_654)],
)
def test_what_is_on_paper_already_keeps_its_meaning(text: str, count: int) -> None:
    assert written(count) == text
    assert read(text) == count


@pytest.mark.parametrize("sign", " -._\u2010\u2011\u2012\u2013\u2014\u2212\t\n\u200b")
def test_whatever_stands_between_the_groups_is_passed_over(sign: str) -> None:
    assert kept(f"339M{sign}A3KX") == "339MA3KX"
    assert read(f"{sign}339m{sign}{sign}a3kx") == 987_654


def test_of_several_faults_the_first_wrong_character_is_reported() -> None:
    with pytest.raises(SheetNumberError) as caught:
        read("3B0")
    assert (caught.value.fault, caught.value.found) == (SheetFault.UNUSED, "B")


@pytest.mark.parametrize(
    ("text", "fault"), [("3333-334", SheetFault.LENGTH), ("3333-3344", SheetFault.SLIP)]
)
def test_a_number_that_is_cut_or_has_a_slip_names_no_character(
    text: str, fault: SheetFault
) -> None:
    with pytest.raises(SheetNumberError, match=fault.value) as caught:
        read(text)
    assert (caught.value.fault, caught.value.found) == (fault, "")
    assert not is_whole(text)


def test_letters_are_grouped_by_four_as_far_as_they_go() -> None:
    assert [grouped("339MA3KX"[:count]) for count in (0, 3, 4, 5, 8)] == [
        "",
        "339",
        "339M",
        "339M-A",
        "339M-A3KX",
    ]
