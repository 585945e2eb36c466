"""Lint of the flow: dead ends, cycles, comparisons without a first number."""

from dataclasses import replace

import pytest

from jknassist.core.flow.model import (
    DONT_KNOW,
    NumberResult,
    NumberStep,
)
from jknassist.core.flow.way import count_ways
from jknassist.core.parsing.lint.all_rules import lint
from tests.support.changed_knowledge import (
    CHECKLIST,
    NUMBER,
    SECOND,
    START,
    WAIT,
    choice,
    only,
    paths,
    with_answers,
    with_more,
    with_part,
)
from tests.support.small_knowledge import small_knowledge


@pytest.mark.parametrize("start", ["nirwana", "gangguan"])
def test_the_start_is_a_question(start: str) -> None:
    assert only(replace(small_knowledge(), start=start)).path == ("start",)


def test_an_answer_leads_somewhere() -> None:
    knowledge = with_answers(WAIT, ("masuk", "kode_masuk"), (DONT_KNOW, "nirwana"))
    finding = only(knowledge)
    assert finding.path == ("steps", WAIT, "answers", 1, "goes_to")
    assert "nirwana" in finding.text


def test_a_number_result_leads_somewhere() -> None:
    knowledge = small_knowledge()
    step = knowledge.steps[NUMBER]
    assert isinstance(step, NumberStep)
    findings = {**step.findings, NumberResult.WRONG: "nirwana"}
    finding = only(with_part("steps", NUMBER, findings=findings))
    assert finding.path == ("steps", NUMBER, "findings", "wrong")


def test_every_question_can_be_answered_with_dont_know() -> None:
    knowledge = with_answers(WAIT, ("masuk", "kode_masuk"), ("belum", "gangguan"))
    assert only(knowledge).path == ("steps", WAIT, "answers")


def test_a_question_without_answers_leads_nowhere() -> None:
    found = paths(with_part("steps", WAIT, answers=()))
    assert found == [("steps", WAIT, "answers"), ("outcomes", 3, "id")]


def test_a_question_decides_something() -> None:
    knowledge = with_answers(CHECKLIST, ("sudah", "tunggu"), (DONT_KNOW, "tunggu"))
    finding = only(knowledge)
    assert finding.path == ("steps", CHECKLIST, "answers")
    assert '"tunggu"' in finding.text


def test_an_answer_is_not_named_like_a_number_result() -> None:
    knowledge = with_answers(NUMBER, ("same", "tunggu"), (DONT_KNOW, "periksa"))
    assert only(knowledge).path == ("steps", NUMBER, "answers", 0, "id")
    assert lint(with_answers(WAIT, ("ok", "kode_masuk"), (DONT_KNOW, "gangguan"))) == ()


@pytest.mark.parametrize(
    ("index", "left", "missing"),
    [
        (NUMBER, {NumberResult.OK: "nomor_kartu"}, "check, corrected, wrong, not_mobile"),
        (SECOND, {NumberResult.DIFFERS: "salah_ketik"}, "same, other_number"),
    ],
)
def test_every_number_result_is_linked(
    index: int, left: dict[NumberResult, str], missing: str
) -> None:
    finding = only(with_part("steps", index, findings=left))
    assert finding.path == ("steps", index, "findings")
    assert finding.text.endswith(f": {missing}")


def test_a_result_that_cannot_be_is_refused() -> None:
    step = small_knowledge().steps[SECOND]
    assert isinstance(step, NumberStep)
    findings = {**step.findings, NumberResult.OK: "periksa"}
    finding = only(with_part("steps", SECOND, findings=findings))
    assert finding.path == ("steps", SECOND, "findings", "ok")
    assert "same, differs, other_number" in finding.text


def test_a_step_points_to_a_guide_that_exists() -> None:
    assert only(with_part("steps", WAIT, guide="nirwana")).path == ("steps", WAIT, "guide")


def test_a_checklist_has_something_to_check() -> None:
    assert only(with_part("steps", CHECKLIST, items=())).path == ("steps", CHECKLIST, "items")


def test_waiting_takes_time() -> None:
    assert only(with_part("steps", WAIT, minutes=0)).path == ("steps", WAIT, "minutes")


def test_what_no_way_leads_to_is_named() -> None:
    knowledge = with_more("steps", choice("sendiri", "gangguan", "pulsa_habis"))
    assert only(knowledge).path == ("steps", 5, "id")
    outcome = replace(knowledge.outcomes[0], id="lain")
    assert only(with_more("outcomes", outcome)).path == ("outcomes", 4, "id")


def test_a_circle_is_named_by_the_link_that_closes_it() -> None:
    knowledge = with_answers(WAIT, ("masuk", "kode_masuk"), (DONT_KNOW, "mulai"))
    finding = only(knowledge)
    assert finding.path == ("steps", WAIT, "answers", 1, "goes_to")
    assert '"tunggu" kembali ke "mulai"' in finding.text


def test_a_step_that_leads_to_itself_is_a_circle() -> None:
    step = small_knowledge().steps[SECOND]
    assert isinstance(step, NumberStep)
    findings = {**step.findings, NumberResult.SAME: "nomor_kartu"}
    finding = only(with_part("steps", SECOND, findings=findings))
    assert finding.path == ("steps", SECOND, "findings", "same")


def test_a_comparison_names_a_number_page() -> None:
    assert only(with_part("steps", SECOND, compare_with="periksa")).path == (
        "steps",
        SECOND,
        "compare_with",
    )


def test_the_number_to_compare_with_was_asked_on_every_way() -> None:
    knowledge = with_answers(
        START, ("a", "nomor"), ("b", "nomor_kartu"), ("c", "pulsa_habis"), (DONT_KNOW, "periksa")
    )
    finding = only(knowledge)
    assert finding.path == ("steps", SECOND, "compare_with")
    assert "tidak selalu" in finding.text


def test_a_number_is_not_compared_with_itself() -> None:
    knowledge = with_part("steps", SECOND, compare_with="nomor_kartu")
    assert only(knowledge).path == ("steps", SECOND, "compare_with")


def test_a_comparison_that_is_never_reached_is_reported_once() -> None:
    lonely = replace(small_knowledge().steps[SECOND], id="sendiri")
    assert only(with_more("steps", lonely)).path == ("steps", 5, "id")


def test_nobody_is_asked_more_than_seven_questions() -> None:
    chain = [choice(f"lagi{i}", f"lagi{i + 1}", "gangguan") for i in range(3)]
    knowledge = with_more("steps", *chain[:-1], choice("lagi2", "kode_masuk", "gangguan"))
    steps = list(knowledge.steps)
    steps[WAIT] = replace(choice("tunggu", "lagi0", "gangguan"))
    finding = only(replace(knowledge, steps=tuple(steps)))
    assert finding.path == ("steps",)
    assert "8 pertanyaan" in finding.text


def test_two_thousand_steps_are_proved_without_deep_recursion() -> None:
    many = 2000
    chain = [choice(f"lagi{i}", f"lagi{i + 1}", "gangguan") for i in range(many - 1)]
    knowledge = with_more("steps", *chain, choice(f"lagi{many - 1}", "kode_masuk", "gangguan"))
    steps = list(knowledge.steps)
    steps[WAIT] = choice("tunggu", "lagi0", "gangguan")
    assert f"{many + 5} pertanyaan" in only(replace(knowledge, steps=tuple(steps))).text


def test_more_ways_than_a_sheet_number_can_hold_are_reported(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    knowledge = small_knowledge()
    count = count_ways(knowledge)
    monkeypatch.setattr("jknassist.core.flow.sheet_codec.MOST_WAYS", count)
    assert not lint(knowledge)
    monkeypatch.setattr("jknassist.core.flow.sheet_codec.MOST_WAYS", count - 1)
    (finding,) = lint(knowledge)
    assert finding.warning
    assert finding.path == ("steps",)
    assert f"ada {count} jalan; nomor lembar hanya cukup untuk {count - 1}" in finding.text
