"""The command `jknassist find`: the same ranked matches as in the search field."""

import json
from dataclasses import replace

import pytest

from jknassist.cli import content_commands, main
from jknassist.core.flow.model import Sayings, SearchWords
from jknassist.core.search.index import MOST, SearchIndex
from tests.support.small_knowledge import small_knowledge

Said = pytest.CaptureFixture[str]

WORDS = SearchWords(
    fillers=("saya",),
    negations=("tidak",),
    places=(
        Sayings(goes_to="pulsa_habis", sayings=("pulsa habis",)),
        Sayings(goes_to="nomor", sayings=("verifikasi tidak masuk",)),
    ),
)
KNOWLEDGE = replace(small_knowledge(), search=WORDS)


@pytest.fixture(autouse=True)
def small_content(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(content_commands, "knowledge_of", lambda _: KNOWLEDGE)


def test_the_rows_are_what_the_field_shows(capsys: Said) -> None:
    text = "pulsa saya habis, verifikasi tidak masuk"
    assert main.main(["find", text, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    shown = SearchIndex(KNOWLEDGE).find(text)
    assert [row["id"] for row in rows] == [match.place_id for match in shown]
    assert len(rows) <= MOST
    for row, match in zip(rows, shown, strict=True):
        assert set(row) == {"id", "kind", "title", "score"}
        assert row["title"] == KNOWLEDGE.places[row["id"]].title
        assert row["score"] == round(match.score, 2)
    assert {row["id"]: row["kind"] for row in rows} == {"pulsa_habis": "outcome", "nomor": "step"}


def test_a_weak_place_says_so(capsys: Said) -> None:
    unsure = KNOWLEDGE.words.find_unsure
    assert main.main(["find", "pulsa habis"]) == 0
    assert unsure not in capsys.readouterr().out
    assert main.main(["find", "pulsa habis qwerty zxcvb plokij"]) == 0
    assert unsure in capsys.readouterr().out


def test_each_line_has_the_words_that_matched(capsys: Said) -> None:
    assert main.main(["find", "pulsa saya habis"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert KNOWLEDGE.words.find_why.format(words="pulsa, habis") in first


def test_nothing_is_said_and_is_an_exit_code(capsys: Said) -> None:
    assert main.main(["find", "xylophone"]) == 1
    assert KNOWLEDGE.words.find_none in capsys.readouterr().out
    assert main.main(["find", "xylophone", "--json"]) == 1
    assert json.loads(capsys.readouterr().out) == []
