"""The staff PIN: what is stored, what is verified, and how many attempts there are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core import pin
from jknassist.core.pin import LOCKED_SECONDS, MOST_TRIES, Attempts

SALT = b"0123456789abcdef"
GOOD = "280417"


def tried(times: int, now: float = 1000.0) -> Attempts:
    tries = Attempts()
    for _ in range(times):
        tries = pin.after_wrong(tries, now)
    return tries


def test_the_right_pin_fits_and_no_other() -> None:
    written = pin.hashed(GOOD, SALT)
    assert pin.is_hashed(written)
    assert pin.verify(GOOD, written)
    for other in ("280418", "", "28041", "2804170", GOOD + "\0"):
        assert not pin.verify(other, written)


def test_neither_the_pin_nor_the_same_hash_twice_is_written() -> None:
    one, other = pin.hashed(GOOD, SALT), pin.hashed(GOOD, SALT[::-1])
    assert GOOD not in one
    assert one.split("$")[4] != other.split("$")[4]
    assert one.split("$")[5] != other.split("$")[5]


@pytest.mark.parametrize(
    "written",
    [
        "",
        "280417",
        "scrypt$2$1$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + 43 * "A" + "=",
        "scrypt$16384$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + 42 * "A" + "==",
        "scrypt$16384$8$1$$",
    ],
)
def test_what_is_no_hash_of_ours_lets_nobody_in(written: str) -> None:
    assert not pin.is_hashed(written)
    assert not pin.verify(GOOD, written)


NO_DIGITS = "PIN hanya berisi angka 0 sampai 9"
NO_LENGTH = "PIN terdiri dari 6 sampai 12 angka"
EASY = "PIN ini mudah ditebak; jangan angka yang sama atau yang berurutan"


@pytest.mark.parametrize(
    ("weak", "why"),
    [
        *((weak, NO_DIGITS) for weak in ("", "28041a", "²80417")),
        *((weak, NO_LENGTH) for weak in ("28041", "2804172804172")),
        *((weak, EASY) for weak in ("111111", "123456", "654321", "890123")),
    ],
)
def test_a_weak_pin_is_refused_with_a_reason(weak: str, why: str) -> None:
    assert pin.weakness_of(weak) == why


@pytest.mark.parametrize("good", [GOOD, "135791", "112233", "280417280417"])
def test_an_ordinary_pin_is_taken(good: str) -> None:
    assert pin.weakness_of(good) == ""


def test_the_third_wrong_pin_locks_the_panel_for_a_minute() -> None:
    assert [pin.tries_left(tried(times)) for times in range(4)] == [3, 2, 1, 0]
    assert pin.wait_seconds(tried(MOST_TRIES - 1), 1000.0) == 0
    locked = tried(MOST_TRIES)
    assert pin.wait_seconds(locked, 1000.0) == LOCKED_SECONDS
    assert pin.wait_seconds(locked, 1059.5) == 1
    assert pin.wait_seconds(locked, 1060.0) == 0


def test_after_the_wait_there_are_three_tries_again() -> None:
    again = pin.after_wrong(tried(MOST_TRIES), 1061.0)
    assert pin.tries_left(again) == MOST_TRIES - 1
    assert pin.wait_seconds(again, 1061.0) == 0


def test_wrong_pins_during_the_wait_make_it_longer_not_shorter() -> None:
    more = pin.after_wrong(tried(MOST_TRIES), 1030.0)
    assert pin.wait_seconds(more, 1030.0) == LOCKED_SECONDS


def test_the_count_outlives_a_restart() -> None:
    locked = tried(MOST_TRIES)
    assert pin.tries_from_text(pin.tries_as_text(locked), 1010.0) == locked


@pytest.mark.parametrize("text", ["", "drei 5", "1", "1 2 3", "1 x", "3 nan", "-1000000 1", "-1 1"])
def test_a_damaged_count_locks_rather_than_opens(text: str) -> None:
    assert pin.wait_seconds(pin.tries_from_text(text, 500.0), 500.0) == LOCKED_SECONDS


def test_a_clock_that_was_set_back_neither_opens_nor_locks_for_ever() -> None:
    text = pin.tries_as_text(tried(MOST_TRIES, now=9_000_000.0))
    back = pin.tries_from_text(text, 100.0)
    assert pin.wait_seconds(back, 100.0) == LOCKED_SECONDS
    assert pin.wait_seconds(back, 161.0) == 0


@given(st.text(max_size=40), st.floats(min_value=0, max_value=1e12))
def test_no_text_of_a_count_raises_or_locks_longer(text: str, now: float) -> None:
    assert 0 <= pin.wait_seconds(pin.tries_from_text(text, now), now) <= LOCKED_SECONDS
