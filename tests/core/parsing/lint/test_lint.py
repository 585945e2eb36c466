from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import (
    DONT_KNOW,
    Action,
    Channel,
    ChoiceStep,
    Contact,
    ContactStatus,
    Guide,
    Knowledge,
    NumberResult,
    NumberStep,
    Option,
    Source,
    Step,
    Term,
)
from jknassist.core.flow.way import count_ways
from jknassist.core.parsing.lint.lint import lint
from tests.support.small_knowledge import CHECKED, RELEASED, provenance, small_knowledge

Path = tuple[str | int, ...]
START, NUMBER, SECOND, CHECKLIST, WAIT = range(5)


def with_part(section: str, index: int, **values: Any) -> Knowledge:
    """Return the small knowledge with one part of a section changed."""
    knowledge = small_knowledge()
    parts = list(getattr(knowledge, section))
    parts[index] = replace(parts[index], **values)
    changes: dict[str, Any] = {section: tuple(parts)}
    return replace(knowledge, **changes)


def with_more(section: str, *more: object) -> Knowledge:
    """Return the small knowledge with parts added to a section."""
    knowledge = small_knowledge()
    changes: dict[str, Any] = {section: (*getattr(knowledge, section), *more)}
    return replace(knowledge, **changes)


def with_answers(index: int, *answers: tuple[str, str]) -> Knowledge:
    """Return the small knowledge with other answers, each an id and where it goes, at a step."""
    new = tuple(Option(id=key, text="Ya", goes_to=goes_to) for key, goes_to in answers)
    return with_part("steps", index, answers=new)


def choice(step_id: str, *targets: str) -> Step:
    """Return a question whose answers lead to these places, the last one for who does not know."""
    keys = [*(f"jawab{i}" for i in range(len(targets) - 1)), DONT_KNOW]
    pairs = zip(keys, targets, strict=True)
    answers = tuple(Option(id=key, text="Ya", goes_to=target) for key, target in pairs)
    return ChoiceStep(kind="choice", id=step_id, title="Bagaimana?", answers=answers)


def paths(knowledge: Knowledge, today: date | None = None) -> list[Path]:
    return [finding.path for finding in lint(knowledge, today=today)]


def only(knowledge: Knowledge, today: date | None = None) -> Issue:
    (finding,) = lint(knowledge, today=today)
    return finding


def test_a_sound_knowledge_has_no_findings_but_an_unused_source() -> None:
    assert lint(small_knowledge(), today=RELEASED) == ()


# Ids and texts.


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


# Steps and links.


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


def test_a_comparison_that_is_never_reached_is_told_once() -> None:
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


# Outcomes and contacts.


@pytest.mark.parametrize("count", [0, 4])
def test_an_ending_has_one_to_three_things_to_do(count: int) -> None:
    finding = only(
        with_part(
            "outcomes", 0, actions=tuple(Action(id=f"a{n}", text="Tunggu.") for n in range(count))
        )
    )
    assert finding.path == ("outcomes", 0, "actions")
    assert f"sekarang {count}" in finding.text


def test_an_ending_names_somebody_to_ask() -> None:
    assert only(with_part("outcomes", 0, contacts=())).path == ("outcomes", 0, "contacts")


@pytest.mark.parametrize(
    ("contacts", "part"),
    [
        (("care_center", "nirwana"), "tidak ada"),
        (("care_center", "telepon_lama"), 'pakai "care_center"'),
        (("care_center", "care_center"), "dua kali"),
    ],
)
def test_an_ending_advises_current_contacts_once(contacts: tuple[str, ...], part: str) -> None:
    finding = only(with_part("outcomes", 0, contacts=contacts))
    assert finding.path == ("outcomes", 0, "contacts", 1)
    assert part in finding.text


def test_an_ending_points_to_guides_that_exist() -> None:
    finding = only(with_part("outcomes", 0, guides=("tes_kartu", "nirwana")))
    assert finding.path == ("outcomes", 0, "guides", 1)


def test_a_plan_for_waiting_has_minutes() -> None:
    knowledge = with_part("outcomes", 2, wait_minutes=(0, 60))
    assert only(knowledge).path == ("outcomes", 2, "wait_minutes")


@pytest.mark.parametrize("replaced_by", ["", "nirwana", "telepon_lama"])
def test_a_retired_contact_names_a_current_one(replaced_by: str) -> None:
    knowledge = with_part("contacts", 3, replaced_by=replaced_by)
    assert only(knowledge).path == ("contacts", 3, "replaced_by")


def test_a_retired_contact_without_successor_is_not_advised() -> None:
    knowledge = with_part("contacts", 3, replaced_by="")
    outcome = replace(knowledge.outcomes[0], contacts=("telepon_lama",))
    found = lint(replace(knowledge, outcomes=(outcome, *knowledge.outcomes[1:])))
    assert [finding.path[:2] for finding in found] == [("outcomes", 0), ("contacts", 3)]
    assert found[0].text.endswith("sudah tidak berlaku")


def test_a_current_contact_is_not_replaced() -> None:
    knowledge = with_part("contacts", 0, replaced_by="pandawa")
    assert only(knowledge).path == ("contacts", 0, "replaced_by")


def contact(channel: Channel, copied: str, link: str, **values: Any) -> Knowledge:
    """Return the small knowledge with one more contact."""
    return with_more(
        "contacts",
        Contact(
            id="lain",
            channel=channel,
            label="Lain",
            shown=values.pop("shown", copied),
            link=link,
            copied=copied,
            status=ContactStatus.CURRENT,
            provenance=provenance(),
            **values,
        ),
    )


@pytest.mark.parametrize(
    "knowledge",
    [
        contact(Channel.PHONE, "165", "tel:165"),
        contact(Channel.PHONE, "0211234567", "tel:0211234567", shown="(021) 123-4567"),
        contact(Channel.SMS, "081234567890", "sms:081234567890"),
        contact(Channel.WHATSAPP, "6281234567890", "https://wa.me/6281234567890"),
        contact(Channel.EMAIL, "tanya@contoh.id", "mailto:tanya@contoh.id"),
        contact(Channel.WEB, "contoh.id", "https://contoh.id/bantuan"),
        contact(Channel.SOCIAL, "@contoh", "https://contoh.id/@contoh"),
        contact(Channel.APP, "Contoh", "https://contoh.id/app"),
        contact(Channel.OFFICE, "Jalan Contoh 1", ""),
        contact(Channel.OFFICE, "", "https://contoh.id/kantor", shown="Kantor"),
    ],
)
def test_ways_that_agree_are_sound(knowledge: Knowledge) -> None:
    assert lint(knowledge) == ()


@pytest.mark.parametrize(
    ("knowledge", "field"),
    [
        (contact(Channel.PHONE, "165", "tel:156"), "link"),
        (contact(Channel.PHONE, "165", ""), "link"),
        (contact(Channel.PHONE, "165", "tel:165", shown="156"), "shown"),
        (contact(Channel.SMS, "081234567890", "tel:081234567890"), "link"),
        (contact(Channel.WHATSAPP, "081234567890", "https://wa.me/081234567890"), "link"),
        (contact(Channel.WHATSAPP, "081234567890", "https://wa.me.contoh/6281234567890"), "link"),
        (contact(Channel.EMAIL, "tanya@contoh.id", "mailto:lain@contoh.id"), "link"),
        (contact(Channel.WEB, "contoh.id", "http://contoh.id"), "link"),
        (contact(Channel.WEB, "contoh.id", "file:///etc/passwd"), "link"),
        (contact(Channel.WEB, "contoh.id", ""), "link"),
        (contact(Channel.WEB, "", "https://contoh.id", shown="contoh.id"), "copied"),
        (contact(Channel.OFFICE, "Kantor", "javascript:alert(1)"), "link"),
    ],
)
def test_ways_that_disagree_are_named(knowledge: Knowledge, field: str) -> None:
    assert only(knowledge).path == ("contacts", 4, field)


def test_a_retired_contact_may_have_lost_its_link() -> None:
    assert lint(with_part("contacts", 3, link="")) == ()


def test_a_guide_has_points_or_lists_the_operators() -> None:
    guide = Guide(id="lain", title="Lain", points=(), provenance=provenance())
    assert only(with_more("guides", guide)).path == ("guides", 1, "points")
    assert lint(with_more("guides", replace(guide, lists_operators=True))) == ()


# Sources and dates.


def test_a_fact_names_sources_that_exist() -> None:
    finding = only(with_part("contacts", 0, provenance=provenance("s1", "s9")))
    assert finding.path == ("contacts", 0, "provenance", "sources", 1)


def test_a_fact_has_a_source() -> None:
    bare = replace(provenance(), sources=())
    finding = only(with_part("contacts", 0, provenance=bare))
    assert finding.path == ("contacts", 0, "provenance", "sources")


def test_a_source_that_nothing_names_is_a_warning() -> None:
    finding = only(with_more("sources", Source(id="s3", text="Tidak dipakai.")))
    assert finding.path == ("sources", 2, "id")
    assert finding.warning


def test_a_fact_is_fresh_for_half_a_year() -> None:
    assert lint(small_knowledge(), today=CHECKED + timedelta(days=180)) == ()
    findings = lint(small_knowledge(), today=CHECKED + timedelta(days=181))
    assert {finding.warning for finding in findings} == {True}
    named = {str(finding.path[:-2]): finding.text for finding in findings}
    assert named["('contacts', 1)"].startswith('"pandawa"')
    assert named["('safety',)"].startswith('"safety"')


def test_a_fact_was_not_checked_tomorrow() -> None:
    tomorrow = replace(provenance(), checked_on=RELEASED + timedelta(days=1))
    knowledge = with_part("guides", 0, provenance=tomorrow)
    finding = only(knowledge, RELEASED)
    assert (finding.path, finding.warning) == (("guides", 0, "provenance", "checked_on"), True)
    assert lint(knowledge) == ()


def test_a_release_to_come_is_a_warning() -> None:
    finding = only(small_knowledge(), CHECKED)
    assert (finding.path, finding.warning) == (("released",), True)


def test_more_ways_than_a_sheet_number_can_hold_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = small_knowledge()
    count = count_ways(knowledge)
    monkeypatch.setattr("jknassist.core.flow.sheet.MOST_WAYS", count)
    assert not lint(knowledge)
    monkeypatch.setattr("jknassist.core.flow.sheet.MOST_WAYS", count - 1)
    (finding,) = lint(knowledge)
    assert finding.warning
    assert finding.path == ("steps",)
    assert f"ada {count} jalan; nomor lembar hanya cukup untuk {count - 1}" in finding.text
