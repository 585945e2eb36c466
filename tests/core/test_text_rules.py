"""Bytes, characters and marks that a content file may not have."""

import pytest

from jknassist.core.diagnostic import UnreadableError
from jknassist.core.text_rules import (
    MOST_BYTES,
    MOST_CHARACTERS,
    MOST_SHOWN,
    REPLACEMENT,
    decode,
    quoted,
    replace_unseen,
    wrong_in_text,
)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_text_has_plain_line_ends_and_no_byte_order_mark(ends: str, mark: bytes) -> None:
    assert decode(mark + f"satu{ends}dua".encode()) == "satu\ndua"


@pytest.mark.parametrize(
    ("data", "line", "part"),
    [
        (b"x" * (MOST_BYTES + 1), 1, "2 MiB"),
        ("satu".encode("utf-16"), 1, "UTF-16"),
        (b"satu\ndua\xff", 2, "bukan UTF-8"),
    ],
)
def test_bytes_that_are_no_text_are_named_by_line(data: bytes, line: int, part: str) -> None:
    with pytest.raises(UnreadableError) as error:
        decode(data)
    assert error.value.line == line
    assert part in error.value.text


def test_unseen_characters_are_replaced_and_named_once_a_line() -> None:
    text, faults = replace_unseen("baik\nte\u200bks\u200b\nbaik")
    assert text == f"baik\nte{REPLACEMENT}ks{REPLACEMENT}\nbaik"
    assert [line for line, _ in faults] == [2]
    assert "U+200B" in faults[0][1]


def test_a_text_without_any_is_left_as_it_is() -> None:
    assert replace_unseen("satu\tdua\u00a0tiga\n") == ("satu\tdua\u00a0tiga\n", [])


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("satu\tdua", "U+0009"),
        ("te\u200bks", "U+200B"),
        ("x" * (MOST_CHARACTERS + 1), "2001 huruf"),
        ("<b>tebal</b>", '"<b"'),
        ("<!-- catatan", '"<!--"'),
    ],
)
def test_what_no_text_may_have_is_named(text: str, part: str) -> None:
    (fault,) = wrong_in_text(text)
    assert part in fault


@pytest.mark.parametrize("text", ["", "3 < 4 dan 5 > 4", "<3", "x" * MOST_CHARACTERS])
def test_an_ordinary_text_has_no_fault(text: str) -> None:
    assert list(wrong_in_text(text)) == []


def test_a_quoted_text_is_one_short_line() -> None:
    assert quoted("satu\n  dua") == '"satu dua"'
    assert quoted("x" * MOST_SHOWN) == f'"{"x" * MOST_SHOWN}"'
    assert quoted("x" * (MOST_SHOWN + 1)) == f'"{"x" * (MOST_SHOWN - 1)}…"'
