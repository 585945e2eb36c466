"""A path is followed without a window, and a wrong one is told what it should have been."""

import json

import pytest

from jknassist.core.export.walk_report import as_json, as_plain_text
from jknassist.core.flow.simulation import WalkError, follow
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()


def test_a_whole_path_ends_with_its_summary() -> None:
    walk = follow(KNOWLEDGE, ["mulai=pulsa"])
    assert walk.place.id == "pulsa_habis"
    assert "Isi pulsa." in as_plain_text(walk)
    told = json.loads(as_json(walk))
    assert told["answers"] == {"mulai": "pulsa"}
    assert told["summary"]["actions"] == ["Isi pulsa.", "Minta kode sekali lagi."]
    assert told["summary"]["guides"] == ["tes_kartu"]


def test_half_a_path_shows_the_open_question_and_its_answers() -> None:
    walk = follow(KNOWLEDGE, [])
    assert walk.summary is None
    assert "mulai=pulsa  Pulsa habis" in as_plain_text(walk)
    told = json.loads(as_json(walk))
    assert told["summary"] is None
    assert told["open_answers"]["pulsa"] == "Pulsa habis"


def test_the_results_of_a_number_page_are_answers_too() -> None:
    walk = follow(KNOWLEDGE, ["mulai=tidak_masuk", "nomor=corrected"])
    assert walk.place.id == "salah_ketik"


def test_every_outcome_can_be_shown_by_its_id() -> None:
    for outcome in KNOWLEDGE.outcomes:
        assert follow(KNOWLEDGE, [], outcome=outcome.id).place == outcome


@pytest.mark.parametrize(
    ("answers", "outcome", "says"),
    [
        (["mulai"], None, "LANGKAH=JAWABAN"),
        (["tunggu=masuk"], None, "mulai"),
        (["mulai=tidak_ada"], None, "tidak_masuk"),
        (["mulai=pulsa", "mulai=pulsa"], None, "pulsa_habis"),
        ([], "mulai", "walk --list"),
        ([], "tidak_ada", "walk --list"),
        (["mulai=pulsa"], "pulsa_habis", "--outcome"),
    ],
)
def test_a_path_the_flow_does_not_have_is_explained(
    answers: list[str], outcome: str | None, says: str
) -> None:
    with pytest.raises(WalkError, match=says):
        follow(KNOWLEDGE, answers, outcome=outcome)
