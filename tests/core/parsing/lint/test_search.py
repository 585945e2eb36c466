"""Lint of search words: existing places, and no duplicates."""

from dataclasses import replace
from typing import Any

import pytest

from jknassist.core.flow.model import Meaning, SameWord, Sayings, SearchWords
from jknassist.core.parsing.lint.search import lint_search
from tests.support.small_knowledge import small_knowledge

WORDS = SearchWords(
    fillers=("saya", "yang"),
    negations=("tidak", "belum"),
    asides=("padahal",),
    same_words=(
        SameWord(word="nomor", variants=("nomer", "no hp")),
        SameWord(word="habis", variants=("abis", "kosong")),
    ),
    places=(
        Sayings(goes_to="pulsa_habis", sayings=("pulsa habis", "tidak ada pulsa")),
        Sayings(goes_to="nomor", sayings=("verifikasi tidak masuk",)),
    ),
)


def found(**words: Any) -> list[tuple[tuple[str | int, ...], str]]:
    """Return what is wrong where, when some of the words are others."""
    knowledge = replace(small_knowledge(), search=replace(WORDS, **words))
    return [(finding.path, finding.text) for finding in lint_search(knowledge)]


def test_sound_words_have_no_fault() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("goes_to", "text"),
    [
        ("nirwana", '"nirwana" tidak ada di bagian steps atau outcomes'),
        ("mulai", "pencarian ada di sini; pilih tempat sesudahnya"),
    ],
)
def test_what_is_found_is_a_place_after_the_first(goes_to: str, text: str) -> None:
    places = (*WORDS.places, Sayings(goes_to=goes_to, sayings=("a b",)))
    assert found(places=places) == [(("search", "places", 2, "goes_to"), text)]


def test_a_place_has_something_that_people_say() -> None:
    places = (Sayings(goes_to="nomor", sayings=()),)
    assert found(places=places) == [
        (("search", "places", 0, "sayings"), "paling sedikit satu ucapan")
    ]


def test_a_meaning_names_the_words_that_decide() -> None:
    meanings = (Meaning(word="masuk", beside=(), then="sampai", otherwise="login"),)
    text = "paling sedikit satu kata yang menentukan arti"
    assert found(meanings=meanings) == [(("search", "meanings", 0, "beside"), text)]


MEANING = Meaning(word="masuk", beside=("kode",), then="sampai", otherwise="login")

SAID_TWICE: list[tuple[dict[str, Any], tuple[str | int, ...], str]] = [
    ({"meanings": (MEANING, MEANING)}, ("search", "meanings", 1, "word"), "masuk"),
    ({"elsewhere": ("iuran", "yang")}, ("search", "elsewhere", 1), "yang"),
    (
        {"places": (Sayings(goes_to="nomor", sayings=("Ga  ada", "ga ada")),)},
        ("search", "places", 0, "sayings", 1),
        "ga ada",
    ),
    (
        {"places": (*WORDS.places, Sayings(goes_to="nomor", sayings=("a b",)))},
        ("search", "places", 2, "goes_to"),
        "nomor",
    ),
    (
        {"same_words": (*WORDS.same_words, SameWord(word="Nomor", variants=("x",)))},
        ("search", "same_words", 2, "word"),
        "Nomor",
    ),
    (
        {"same_words": (SameWord(word="a", variants=("x", "yang")),)},
        ("search", "same_words", 0, "variants", 1),
        "yang",
    ),
    ({"fillers": ("ya", "ya")}, ("search", "fillers", 1), "ya"),
    ({"negations": ("saya",)}, ("search", "negations", 0), "saya"),
    ({"asides": ("belum",)}, ("search", "asides", 0), "belum"),
]


@pytest.mark.parametrize(("words", "at", "text"), SAID_TWICE)
def test_everything_is_said_once(
    words: dict[str, Any], at: tuple[str | int, ...], text: str
) -> None:
    assert found(**words) == [(at, f'"{text}" sudah disebut di atas')]
