import io
import json
from itertools import islice

import pytest

from jknassist.core.phone.check import diagnose
from jknassist.core.phone.report import (
    LONGEST_LINE,
    as_json,
    bounded_lines,
    examine_lines,
    json_line,
    something_found,
    text_lines,
)
from tests.support.phone_plan import index, words


def test_the_shape_is_the_one_promised_to_scripts() -> None:
    found = diagnose("0813 2456 77890", index(), sim="0813 2456 7890")

    assert json.loads(json_line(found, words())) == {
        "typed": "0813 2456 77890",
        "number": "0813245677890",
        "shown": "0813-2456-77890",
        "operator": "Contohsel",
        "verdict": "check",
        "findings": [
            {
                "kind": "too_long",
                "at": None,
                "says": "too_long_for_start extra=1 length=13 start=0813 usual=12",
            },
            {"kind": "doubled_digit", "at": [8, 10], "says": "doubled_digit digit=7 place=9"},
        ],
        "suggestions": [
            {
                "number": "081324567890",
                "shown": "0813-2456-7890",
                "kind": "doubled_digit",
                "at": [8, 10],
            }
        ],
        "comparison": {
            "same": False,
            "edits": [{"kind": "doubled_digit", "at": [8, 10], "sim_at": [8, 9]}],
            "likely_wrong": "typed",
        },
        "ask_length": True,
        "pattern": None,
    }


def test_the_keys_come_in_the_promised_order() -> None:
    found = as_json(diagnose("Budi", index()), words())

    assert list(found) == [
        "typed",
        "number",
        "shown",
        "operator",
        "verdict",
        "findings",
        "suggestions",
        "comparison",
        "ask_length",
        "pattern",
    ]
    assert found["number"] is found["shown"] is found["operator"] is found["comparison"] is None


def test_a_masked_number_is_compared_by_what_can_be_seen() -> None:
    found = as_json(diagnose("0813****7890", index(), sim="081324567890"), words())

    assert (found["number"], found["verdict"]) == (None, "check")
    assert found["pattern"] == "0813****7890"
    assert found["comparison"] == {
        "same": None,
        "visible_agree": True,
        "visible": 8,
        "hidden": 4,
    }


def test_what_is_no_text_is_no_half_sign_in_json() -> None:
    assert as_json(diagnose("0813\udcff", index()), words())["typed"] == "0813\ufffd"


def test_an_undecided_comparison_names_no_side() -> None:
    found = as_json(diagnose("081324567890", index(), sim="081324567891"), words())

    comparison = found["comparison"]
    assert isinstance(comparison, dict)
    assert comparison["likely_wrong"] is None


@pytest.mark.parametrize(
    ("text", "sim", "found"),
    [
        ("0813 2456 7890", None, False),
        ("0813 2456 7890", "+62 813 2456 7890", False),
        ("0813 2456 7890", "0813 2456 7891", True),
        ("813 2456 7890", None, True),
        ("", None, True),
    ],
)
def test_something_is_found_when_there_is_something_to_say(
    text: str, sim: str | None, *, found: bool
) -> None:
    assert something_found(diagnose(text, index(), sim=sim)) is found


@pytest.mark.parametrize(
    ("text", "sim", "lines"),
    [
        ("0813 2456 7890", None, ["0813-2456-7890 (Contohsel)", "looks_fine"]),
        (
            "0849 2456 7890",
            None,
            ["0849-2456-7890", "unknown_prefix start=0849"],
        ),
        ("Budi", None, ["letters_only"]),
        ("0812 2456 7890", None, ["0812-2456-7890 (Contohsel)", "looks_fine", "ask_length"]),
        (
            "00813 2456 7890",
            None,
            ["0813-2456-7890 (Contohsel)", "doubled_zero", "perhaps number=0813-2456-7890"],
        ),
        ("0813****7890", None, ["0813-****-7890", "masked hidden=4 visible=8"]),
        (
            "0813 2456 77890",
            "0813 2456 77890",
            [
                "0813-2456-77890 (Contohsel)",
                "too_long_for_start extra=1 length=13 start=0813 usual=12",
                "doubled_digit digit=7 place=9",
                "ask_length",
                "perhaps number=0813-2456-7890",
                "compared_same",
            ],
        ),
    ],
)
def test_a_terminal_gets_sentences(text: str, sim: str | None, lines: list[str]) -> None:
    assert list(text_lines(diagnose(text, index(), sim=sim), words())) == lines


def test_many_numbers_are_answered_as_they_come() -> None:
    taken = []

    def come() -> str:
        taken.append("0813 2456 7890")
        return taken[-1]

    answers = examine_lines(iter(come, None), index())

    assert [found.number for found in islice(answers, 2)] == ["081324567890"] * 2
    assert len(taken) == 2
    assert list(examine_lines([], index())) == []


def test_lines_come_without_their_ends() -> None:
    assert list(bounded_lines(io.StringIO("a\r\n\nb"))) == ["a", "", "b"]
    assert list(bounded_lines(io.StringIO("HP \nX\r\n"))) == ["HP ", "X"]


class Listened:
    """A stream that remembers the longest piece it was asked for."""

    def __init__(self, text: str) -> None:
        self.stream = io.StringIO(text)
        self.longest = 0

    def readline(self, size: int, /) -> str:
        assert size > 0
        piece = self.stream.readline(size)
        self.longest = max(self.longest, len(piece))
        return piece


def test_an_endless_line_is_never_held_whole() -> None:
    stream = Listened("9" * (3 * LONGEST_LINE) + "\n" + "0813 2456 7890\n" + "8" * LONGEST_LINE)

    assert [len(line) for line in bounded_lines(stream)] == [LONGEST_LINE, 14, LONGEST_LINE]
    assert stream.longest == LONGEST_LINE
