from dataclasses import fields

import pytest

from jknassist.core.phone.check import diagnose
from jknassist.core.phone.finding_text import (
    describe,
    describe_comparison,
    describe_for_volunteer,
    headline,
)
from jknassist.core.phone.result import Finding, Kind
from jknassist.core.words import NumberWords, declared_placeholders
from tests.support.phone_plan import index, words

TEXTS = (
    "rek 0813 2456 7890",
    "",
    "Budi",
    "0812E4567890",
    "0812-3456-7890/91",
    "0812-3456-7890 (3201234567890123)",
    "0215551234",
    "165",
    "+6581234567",
    "3201234567890123",
    "9" * 17,
    "+6",
    "812 3456 7890",
    "00812 3456 7890",
    "6262812 3456 7890",
    "+62 0812 3456 7890",
    "O812 3456 7890",
    "0849 2456 7890",
    "0827 2456 7890",
    "0828 2456 7890",
    "0868 2456 7890",
    "08492456789012",
    "08",
    "0813 2456 78901",
    "0813 2456 789",
    "0813 2456 77890",
    "0813 2456 77789",
    "0813 2456 777890",
    "0132 4567 890",
    "0113 2456 7890",
    "0183 2456 7890",
    "1. 0813 2456 7890",
    "0813 2456 7890 1",
    "0813****7890",
    "8,13E+10",
    "8.1324567890E+10",
    "628132456789012@lid",
    "08132455677890",
    "08132455567890",
)

# Sentences that the page and the command say by themselves.
SAID_ELSEWHERE = {"looks_fine", "ask_length", "list_or", "perhaps"}


def headings() -> set[str]:
    """Return the names of the short sentences; short_code is a finding of its own."""
    names = {f.name for f in fields(NumberWords)}
    return {name for name in names if name.startswith("short_")} - {"short_code"}


def test_every_sentence_of_the_words_is_said_by_some_number() -> None:
    findings = [finding for text in TEXTS for finding in diagnose(text, index()).findings]
    findings += diagnose("081324567890", index(), stated_length=11).findings
    findings += diagnose("081324567890", index(), stated_length=13).findings
    said = {finding.sentence for finding in findings}
    about_one = {
        f.name
        for f in fields(NumberWords)
        if not f.name.startswith(("compared_", "likely_", "member_", "private_"))
        and f.name not in SAID_ELSEWHERE | headings()
    }

    assert said == about_one


@pytest.mark.parametrize("text", TEXTS)
def test_every_hole_of_a_sentence_gets_its_fact(text: str) -> None:
    for finding in diagnose(text, index()).findings:
        sentence = describe(finding, words())

        assert sentence.startswith(finding.sentence)
        assert "{" not in sentence
        assert not sentence.endswith("=")


def test_a_volunteer_is_reported_about_the_member() -> None:
    [landline] = diagnose("0215551234", index()).findings
    [doubled] = [f for f in diagnose("0813 2456 77890", index()).findings if f.at is not None]

    assert describe_for_volunteer(landline, words()) == "member_landline"
    assert describe_for_volunteer(doubled, words()) == describe(doubled, words()), (
        "nothing else to say there"
    )
    declared = declared_placeholders(NumberWords)
    for name in declared:
        if name.startswith("member_"):
            assert declared[name] == declared[name.removeprefix("member_")]


@pytest.mark.parametrize(
    ("typed", "sim", "sentences"),
    [
        ("0813****7890", "081324567890", ("compared_visible_same visible=8",)),
        ("0813 2456 7890", "+62 813•••890", ("compared_visible_same visible=7",)),
        ("0813****7890", "0813 2***7890", ("compared_visible_same visible=8",)),
        (
            "0813****7891",
            "081324567890",
            ("compared_visible_count differing=1", "compared_place place=12 sim=0 typed=1"),
        ),
        (
            "0813****7890",
            "0814 2***7890",
            ("compared_visible_count differing=1", "compared_place place=4 sim=4 typed=3"),
        ),
        (
            "0813****2257",
            "081324562275",
            (
                "compared_visible_count differing=2",
                "compared_places last=12 place=11 sim=75 typed=57",
            ),
        ),
        (
            "0813****2257",
            "0856245679757",
            (
                "compared_visible_count differing=4",
                "compared_places last=4 place=3 sim=56 typed=13",
                "compared_places last=11 place=10 sim=97 typed=22",
            ),
        ),
        ("0813**4**890", "081324567890", ("compared_visible_same visible=8",)),
        ("08**2**7890", "0812345678901", ("compared_visible_differs visible=7",)),
        ("0812****", "****7890", ("compared_visible_same visible=0",)),
    ],
)
def test_hidden_digits_are_compared_as_far_as_they_can_be_seen(
    typed: str, sim: str, sentences: tuple[str, ...]
) -> None:
    comparison = diagnose(typed, index(), sim=sim).comparison

    assert comparison is not None
    *said, hidden = describe_comparison(comparison, words())
    assert tuple(said) == sentences
    assert hidden == f"compared_hidden hidden={comparison.hidden}"


def test_nothing_is_said_of_hidden_digits_where_the_other_number_has_no_room_for_any() -> None:
    comparison = diagnose("0813**2457890", index(), sim="0813245678").comparison

    assert comparison is not None
    assert describe_comparison(comparison, words()) == ("compared_visible_differs visible=11",)


def test_several_lengths_are_listed_with_a_word_before_the_last() -> None:
    finding = Finding(
        Kind.TOO_LONG,
        "too_long_for_start",
        facts=(("start", "0811"), ("usual", (10, 11, 12)), ("length", 13), ("extra", (1, 2))),
    )

    assert describe(finding, words()) == (
        "too_long_for_start extra=1 atau 2 length=13 start=0811 usual=10, 11 atau 12"
    )


SIM = "081324567890"


@pytest.mark.parametrize(
    ("typed", "sim", "sentences"),
    [
        (SIM, SIM, ["compared_same"]),
        ("Budi", SIM, ["compared_unreadable"]),
        (
            "0813245677890",
            SIM,
            ["compared_doubled_digit digit=7 place=9", "likely_typed"],
        ),
        (
            SIM,
            "0813245677890",
            ["compared_missing_in_run digit=7 place=9", "likely_sim"],
        ),
        (
            "08132456789",
            SIM,
            ["compared_missing_digit digit=0 place=12", "likely_typed"],
        ),
        (
            "0813245677790",
            "081324567790",
            ["compared_doubled_in_run count=3 digit=7 other=2 place=9", "likely_typed"],
        ),
        (
            "0813924567890",
            SIM,
            ["compared_extra_digit digit=9 place=5", "likely_typed"],
        ),
        (
            "081324567891",
            SIM,
            ["compared_wrong_digit digit=1 instead=0 place=12", "likely_unknown"],
        ),
        (
            "081324567809",
            SIM,
            ["compared_swapped_digits first=0 place=11 second=9", "likely_unknown"],
        ),
        (
            "081394567809",
            SIM,
            [
                "compared_several count=3",
                "compared_wrong_digit digit=9 instead=2 place=5",
                "compared_swapped_digits first=0 place=11 second=9",
                "likely_unknown",
            ],
        ),
    ],
)
def test_a_difference_is_reported_with_its_place(
    typed: str, sim: str, sentences: list[str]
) -> None:
    comparison = diagnose(typed, index(), sim=sim).comparison

    assert comparison is not None
    assert list(describe_comparison(comparison, words())) == sentences


@pytest.mark.parametrize("text", TEXTS)
def test_a_heading_leaves_nothing_unsaid(text: str) -> None:
    findings = diagnose(text, index()).findings
    heading, rest = headline(findings, words())

    main = next((one for one in findings if one.at is not None), findings[0])
    assert heading.startswith((f"short {main.sentence}".replace("_", " "), main.sentence, "short"))
    assert set(findings) - set(rest) <= {main}


def test_every_short_sentence_belongs_to_a_finding() -> None:
    names = {f.name for f in fields(NumberWords)}

    assert {name.removeprefix("short_") for name in headings()} - {"compared"} <= names


@pytest.mark.parametrize(
    ("text", "heading", "rest"),
    [
        ("0813 2456 77890", "short_doubled_digit digit=7", ["too_long_for_start"]),
        (
            "0813 2456 78901",
            "short_too_long_for_start extra=1",
            ["extra_digit", "too_long_for_start"],
        ),
        ("813 2456 7890", "short_lost_zero", ["lost_zero"]),
    ],
)
def test_a_heading_is_short_and_what_it_leaves_out_follows(
    text: str, heading: str, rest: list[str]
) -> None:
    told, left = headline(diagnose(text, index()).findings, words())
    assert (told, [finding.sentence for finding in left]) == (heading, rest)


def test_the_differences_that_are_counted_are_those_that_are_seen() -> None:
    for typed in ("0813245678891", "081324568790", "08132456781", "0813255678901"):
        comparison = diagnose(typed, index(), sim="081324567890").comparison
        assert comparison is not None
        seen = [cell for cell in comparison.cells if cell.typed != cell.sim]
        assert len(comparison.differing) == len(seen)
        if len(comparison.edits) > 1:
            [first, *_] = describe_comparison(comparison, words())
            assert first == f"compared_several count={len(seen)}"


def test_a_digit_written_three_times_is_told_once() -> None:
    comparison = diagnose("08132456777890", index(), sim="081324567890").comparison

    assert comparison is not None
    said = describe_comparison(comparison, words())
    assert len(comparison.edits) == 2
    assert len(said) == len({*said}) == 3


def test_without_findings_there_is_no_heading() -> None:
    assert headline((), words()) == ("", ())
