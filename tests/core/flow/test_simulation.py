"""Simulated visits: answers are followed, and wrong ones give a useful message."""

import json

import pytest

from jknassist.core.export.walk_report import as_json, as_plain_text
from jknassist.core.flow.sheet_codec import encode_sheet_number
from jknassist.core.flow.simulation import WalkError, follow
from jknassist.core.flow.way import way_of
from tests.support.small_knowledge import small_knowledge
from tests.support.summaries import MORNING

KNOWLEDGE = small_knowledge()


def test_the_results_of_a_number_page_are_answers_too() -> None:
    walk = follow(KNOWLEDGE, ["mulai=tidak_masuk", "nomor=corrected"])
    assert walk.place.id == "salah_ketik"


def test_what_did_not_help_leads_to_the_next_cause() -> None:
    walk = follow(KNOWLEDGE, ["mulai=pulsa", "belum", "belum"])
    assert (walk.place.id, walk.session.unsolved) == ("gangguan", ("pulsa_habis", "salah_ketik"))
    told = json.loads(as_json(walk))
    assert [each["tried"] for each in told["summary"]["already_tried"]] == [
        "isi pulsa",
        "ketik ulang nomor",
    ]
    assert follow(KNOWLEDGE, ["belum"], outcome="pulsa_habis").place.id == "salah_ketik"


def test_a_walk_that_stops_at_a_question_names_its_answers() -> None:
    walk = follow(KNOWLEDGE, ["mulai=tidak_tahu"])
    assert walk.open_answers == (("sudah", "Sudah semua"), ("tidak_tahu", "Tidak tahu"))
    assert follow(KNOWLEDGE, ["mulai=pulsa"]).open_answers == ()


def test_every_outcome_can_be_shown_by_its_id() -> None:
    for outcome in KNOWLEDGE.outcomes:
        assert follow(KNOWLEDGE, [], outcome=outcome.id).place == outcome


@pytest.mark.parametrize(
    ("answers", "outcome", "says"),
    [
        (["mulai"], None, "LANGKAH=JAWABAN"),
        (["tunggu=masuk"], None, "mulai"),
        (["mulai=tidak_ada"], None, "yang ada: tidak_masuk, pulsa, tidak_tahu"),
        (["mulai=pulsa=x"], None, "'mulai' tidak punya jawaban 'pulsa=x'"),
        (["mulai=pulsa", "mulai=pulsa"], None, "pulsa_habis"),
        ([], "mulai", "walk --list"),
        ([], "tidak_ada", "walk --list"),
        (["mulai=pulsa"], "pulsa_habis", "^tulis jawaban atau --outcome, jangan keduanya$"),
        (["belum"], None, "'belum' baru bisa di sebuah akhir; sekarang giliran 'mulai'"),
        (["mulai=pulsa", "belum", "mulai=pulsa"], None, "sekarang giliran 'salah_ketik'"),
        (["belum"], "gangguan", "giliran petugas"),
    ],
)
def test_a_path_the_flow_does_not_have_is_explained(
    answers: list[str], outcome: str | None, says: str
) -> None:
    with pytest.raises(WalkError, match=says):
        follow(KNOWLEDGE, answers, outcome=outcome)


def test_a_sheet_number_tells_the_way_and_the_ending() -> None:
    walked = follow(KNOWLEDGE, ["mulai=pulsa"])
    assert walked.summary is not None
    told = follow(KNOWLEDGE, [], sheet=f" {walked.summary.sheet_number.lower()} ")
    assert told == walked
    at_ten = follow(KNOWLEDGE, [], sheet=walked.summary.sheet_number, now=MORNING)
    assert at_ten == follow(KNOWLEDGE, ["mulai=pulsa"], now=MORNING) != walked


def test_a_sheet_of_a_way_that_stops_at_a_question_tells_the_answers() -> None:
    way = way_of(KNOWLEDGE, follow(KNOWLEDGE, ["mulai=tidak_masuk", "nomor=ok"]).session)
    told = follow(KNOWLEDGE, [], sheet=encode_sheet_number(KNOWLEDGE, way))
    assert told.place.id == "nomor_kartu"
    assert told.answered[0] == "Apa yang Anda alami? Kode tidak masuk."
    assert as_plain_text(told).startswith(f"1. {told.answered[0]}\n2. ")


@pytest.mark.parametrize("sheet", ["", "7777-7777", "0000-0000"])
def test_a_sheet_number_with_a_slip_is_reported_in_words(sheet: str) -> None:
    with pytest.raises(WalkError, match="sheet"):
        follow(KNOWLEDGE, [], sheet=sheet)


def test_a_sheet_number_stands_alone() -> None:
    for answers, outcome in ((["mulai=pulsa"], None), ([], "pulsa_habis")):
        with pytest.raises(WalkError, match=r"^tulis nomor lembar saja, .* tanpa --outcome$"):
            follow(KNOWLEDGE, answers, outcome=outcome, sheet="3333-3333")
