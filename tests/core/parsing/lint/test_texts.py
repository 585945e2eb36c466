"""Ids, texts and placeholders of the content."""

from dataclasses import replace

import pytest

from jknassist.core.flow.model import (
    DONT_KNOW,
    Action,
    Knowledge,
    Term,
)
from jknassist.core.parsing.lint.all_rules import lint
from tests.support.changed_knowledge import (
    CHECKLIST,
    START,
    WAIT,
    Path,
    only,
    paths,
    with_answers,
    with_more,
    with_part,
)
from tests.support.small_knowledge import small_knowledge


@pytest.mark.parametrize(
    ("section", "path"),
    [
        ("steps", ("steps", 5, "id")),
        ("outcomes", ("outcomes", 4, "id")),
        ("contacts", ("contacts", 4, "id")),
        ("guides", ("guides", 1, "id")),
        ("operators", ("operators", 1, "id")),
        ("glossary", ("glossary", 2, "id")),
        ("sources", ("sources", 2, "id")),
    ],
)
def test_an_id_is_used_once(section: str, path: Path) -> None:
    part = getattr(small_knowledge(), section)[0]
    finding = lint(with_more(section, part))[0]
    assert finding.path == path
    assert "sudah dipakai" in finding.text


def test_a_step_and_an_outcome_do_not_share_an_id() -> None:
    assert ("outcomes", 0, "id") in paths(with_part("outcomes", 0, id="mulai"))


def test_a_question_has_each_answer_once() -> None:
    knowledge = with_answers(CHECKLIST, ("a", "tunggu"), ("a", "gangguan"), (DONT_KNOW, "tunggu"))
    assert only(knowledge).path == ("steps", CHECKLIST, "answers", 1, "id")


def test_a_word_is_explained_once() -> None:
    knowledge = with_more("glossary", Term(id="lain", term="PULSA", meaning="Uang."))
    assert only(knowledge).path == ("glossary", 2, "term")


@pytest.mark.parametrize("name", ["Pulsa", "pulsa-habis", "../pulsa", "1pulsa", "a" * 61, "púlsa"])
def test_names_are_lower_snake(name: str) -> None:
    assert only(with_part("glossary", 0, id=name)).path == ("glossary", 0, "id")
    assert only(with_part("steps", START, picture=name)).path == ("steps", START, "picture")


@pytest.mark.parametrize(
    ("knowledge", "path"),
    [
        (replace(small_knowledge(), name=" "), ("name",)),
        (replace(small_knowledge(), about=("Satu.", "")), ("about", 1)),
        (with_part("steps", WAIT, title=""), ("steps", WAIT, "title")),
        (with_part("outcomes", 0, cause=""), ("outcomes", 0, "cause")),
        (
            with_part("outcomes", 0, actions=(Action(id="a", text=""),)),
            ("outcomes", 0, "actions", 0, "text"),
        ),
        (with_part("operators", 0, app=""), ("operators", 0, "app")),
        (with_part("sources", 0, text=""), ("sources", 0, "text")),
        (with_part("contacts", 0, label=""), ("contacts", 0, "label")),
    ],
)
def test_a_text_that_is_needed_is_there(knowledge: Knowledge, path: Path) -> None:
    finding = only(knowledge)
    assert finding.path == path
    assert "kosong" in finding.text


def test_a_text_that_may_be_left_out_may_be_empty() -> None:
    assert lint(with_part("steps", START, hint="", text="", picture="")) == ()


@pytest.mark.parametrize("title", [" Tunggu", "Tunggu ", "Tunggu\n"])
def test_a_text_has_no_blank_ends(title: str) -> None:
    assert only(with_part("steps", WAIT, title=title)).path == ("steps", WAIT, "title")


def test_words_may_have_blank_ends() -> None:
    knowledge = small_knowledge()
    words = replace(knowledge.words, next=" lanjut ")
    assert lint(replace(knowledge, words=words)) == ()
    number_words = replace(knowledge.number_words, empty=" kosong")
    assert lint(replace(knowledge, number_words=number_words)) == ()


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("langkah", "belum ada {number}"),
        ("langkah {number", "kurung kurawal"),
        ("langkah {number}}", "kurung kurawal"),
        ("langkah {angka} {number}", "{angka} tidak dikenal; yang ada: {number}"),
        ("langkah {number:>99999999}", "hanya boleh nama"),
        ("langkah {number!r}", "hanya boleh nama"),
        ("langkah {number.__class__} {number}", "tidak dikenal"),
        ("langkah {} {number}", "{} tidak dikenal"),
    ],
)
def test_a_sentence_has_exactly_its_holes(sentence: str, part: str) -> None:
    knowledge = small_knowledge()
    words = replace(knowledge.words, step_count=sentence)
    finding = only(replace(knowledge, words=words))
    assert finding.path == ("words", "step_count")
    assert part in finding.text


def test_a_sentence_without_holes_has_none() -> None:
    knowledge = small_knowledge()
    words = replace(knowledge.number_words, empty="kosong {angka}")
    finding = only(replace(knowledge, number_words=words))
    assert finding.path == ("number_words", "empty")
    assert "di sini tidak ada isian" in finding.text


def test_braces_that_stand_for_themselves_are_no_holes() -> None:
    knowledge = small_knowledge()
    words = replace(knowledge.words, step_count="{{langkah}} {number}")
    assert lint(replace(knowledge, words=words)) == ()


def test_there_are_twelve_months() -> None:
    knowledge = small_knowledge()
    words = replace(knowledge.words, months="Januari Februari")
    assert only(replace(knowledge, words=words)).path == ("words", "months")


@pytest.mark.parametrize("language", ["", "Indonesia", "ID"])
def test_the_language_is_a_code(language: str) -> None:
    assert set(paths(replace(small_knowledge(), language=language))) == {("language",)}


def test_editions_count_from_one() -> None:
    assert only(replace(small_knowledge(), edition=0)).path == ("edition",)
