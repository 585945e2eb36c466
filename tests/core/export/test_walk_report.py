"""A simulated walk as JSON."""

import json

from jknassist.core.export.walk_report import as_json, as_plain_text
from jknassist.core.flow.simulation import follow
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
