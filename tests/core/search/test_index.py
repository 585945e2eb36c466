"""Search: ranking of matches, the words reported, and the fraud warning."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.flow.model import Meaning, SameWord, Sayings, SearchWords
from jknassist.core.search.index import SURE, SearchIndex
from jknassist.core.search.tokenizer import Vocabulary
from jknassist.core.text_rules import LONGEST_QUERY
from tests.support.small_knowledge import small_knowledge

WORDS = SearchWords(
    fillers=("saya", "yang", "ya"),
    negations=("tidak", "ga", "belum"),
    asides=("padahal",),
    same_words=(
        SameWord(word="nomor", variants=("nomer", "no hp")),
        SameWord(word="habis", variants=("abis", "kosong")),
        SameWord(word="salah ketik", variants=("typo", "salah tulis")),
    ),
    places=(
        Sayings(goes_to="pulsa_habis", sayings=("pulsa habis", "tidak ada pulsa")),
        Sayings(goes_to="salah_ketik", sayings=("salah ketik nomor", "angka dobel")),
        Sayings(goes_to="nomor", sayings=("verifikasi tidak masuk",)),
    ),
)
KNOWLEDGE = replace(small_knowledge(), search=WORDS)
INDEX = SearchIndex(KNOWLEDGE)


def first(query: str) -> str:
    return INDEX.find(query)[0].place_id


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("pulsa habis", "pulsa_habis"),
        ("PULSA ABIS!!", "pulsa_habis"),
        ("pulsanya kosong ya", "pulsa_habis"),
        ("plsa habis", "pulsa_habis"),
        ("pulssssa habisss", "pulsa_habis"),
        ("salah ketik no hp", "salah_ketik"),
        ("angka angka dobel2", "salah_ketik"),
        ("feripikasi ga masuk²", "nomor"),
        ("padahal pulsa habis tapi verivikasi ga masuk", "nomor"),
        ("puls", "pulsa_habis"),
        ("typo", "salah_ketik"),
        ("nomor salah tulis", "salah_ketik"),
    ],
)
def test_a_complaint_finds_its_place(query: str, place: str) -> None:
    assert first(query) == place


def test_a_word_replaced_by_several_is_reported_as_typed() -> None:
    assert INDEX.find("typo")[0].why == ("typo",)
    assert INDEX.find("typo")[0].score == INDEX.find("salah ketik")[0].score
    assert INDEX.find("nomor salah tulis")[0].why == ("nomor", "salah tulis")


def test_words_after_although_weigh_less() -> None:
    (with_aside, *_), (without, *_) = (
        INDEX.find("padahal angka dobel, pulsa habis"),
        INDEX.find("angka dobel, pulsa"),
    )
    assert with_aside.place_id == "pulsa_habis"
    assert without.place_id == "salah_ketik"


def test_a_match_reports_the_words_that_matched() -> None:
    (match, *_) = INDEX.find("kok pulsanya kosong sih")
    assert match.why == ("pulsanya", "kosong")


def test_a_variant_of_several_words_is_reported_as_typed() -> None:
    (match, *_) = INDEX.find("salah no hp")
    assert match.why == ("salah", "no hp")


@pytest.mark.parametrize("query", ["", "   ", "???", "saya ya", "xylophone wqzt", "0812"])
def test_a_query_without_known_words_finds_nothing(query: str) -> None:
    assert INDEX.find(query) == ()


def test_the_start_is_never_found() -> None:
    assert all(match.place_id != "mulai" for match in INDEX.find("apa yang anda alami"))


def test_matches_are_limited_and_the_best_comes_first() -> None:
    found = INDEX.find("tidak habis masuk nomor angka kartu", most=3)
    assert len(found) == 3
    assert [match.score for match in found] == sorted((m.score for m in found), reverse=True)


@given(st.text(max_size=2 * LONGEST_QUERY))
def test_any_text_gives_valid_matches(query: str) -> None:
    for match in INDEX.find(query):
        assert match.place_id in KNOWLEDGE.places
        assert match.why
        assert match.score > 0


def test_the_texts_of_the_flow_are_found_without_any_search_words() -> None:
    assert SearchIndex(small_knowledge()).find("Pulsa habis")[0].place_id == "pulsa_habis"


# Words of two meanings, good news, roots

TWO_MEANINGS = SearchWords(
    fillers=("saya", "masa"),
    negations=("tidak", "ga"),
    same_words=(
        SameWord(word="login", variants=("log in",)),
        SameWord(word="lancar", variants=("pulsa ada", "sinyal bagus")),
        SameWord(word="bagus", variants=("full",)),
        SameWord(word="sinyal", variants=("jaringan",)),
        SameWord(word="pulsa habis", variants=("tidak ada pulsa",)),
        SameWord(word="masaaktif", variants=("masa aktif",)),
    ),
    meanings=(Meaning(word="masuk", beside=("kode",), then="datang", otherwise="login"),),
)


def keys(text: str) -> list[str]:
    return [piece.key for piece in Vocabulary(TWO_MEANINGS).tokens(text)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("kode ga masuk", ["kode", "tidak", "datang"]),
        ("ga masuk kodenya", ["tidak", "datang", "kode"]),
        ("ga bisa masuk", ["tidak", "bisa", "login"]),
        ("masa ga masuk", ["tidak", "login"]),
        ("masa aktif habis", ["masaktip", "habis"]),
        ("pulsa ada", ["lancar"]),
        ("jaringan saya full", ["lancar"]),
        ("sinyal ga bagus", ["sinyal", "tidak", "bagus"]),
        ("ga ada pulsa", ["pulsa", "habis"]),
    ],
)
def test_an_ambiguous_word_is_decided_by_the_others(text: str, read: list[str]) -> None:
    assert keys(text) == read


@pytest.mark.parametrize("query", ["dihabisin pulsanya", "kehabisan pulsa"])
def test_an_unknown_word_is_matched_by_its_root(query: str) -> None:
    assert first(query) == "pulsa_habis"


# How sure a match is


def test_unknown_words_lower_the_score() -> None:
    (sure, *_), (unsure, *_) = (
        INDEX.find("pulsa habis"),
        INDEX.find("pulsa habis qwerty zxcvb plokij"),
    )
    assert sure.place_id == unsure.place_id == "pulsa_habis"
    assert sure.sure
    assert not unsure.sure
    assert unsure.score < SURE <= sure.score <= 1


@pytest.mark.parametrize("query", ["tidak", "ga", "belum tidak"])
def test_a_negation_alone_finds_nothing(query: str) -> None:
    assert INDEX.find(query) == ()


def test_a_weak_match_of_another_topic_is_dropped() -> None:
    elsewhere = SearchIndex(
        replace(KNOWLEDGE, search=replace(WORDS, elsewhere=("iuran", "dokter")))
    )
    assert INDEX.find("angka iuran naik turun terus")
    assert elsewhere.find("angka iuran naik turun terus") == ()
    assert elsewhere.find("pulsa habis sama dokter")[0].place_id == "pulsa_habis"


# Fear

AFRAID = replace(
    KNOWLEDGE,
    safety=replace(KNOWLEDGE.safety, goes_to="salah_ketik"),
    search=replace(
        WORDS,
        places=(
            Sayings(goes_to="salah_ketik", sayings=("orang minta kode", "saya")),
            Sayings(goes_to="nomor", sayings=("kode tidak masuk", "minta kode tidak masuk")),
        ),
    ),
)


INDEX_OF_FEAR = SearchIndex(AFRAID)


@pytest.mark.parametrize(
    "query",
    [
        "orang minta kode",
        "ada orang itu minta semua kode saya, kode tidak masuk",
        "kode tidak masuk, terus orang minta kode",
    ],
)
def test_a_query_about_fraud_finds_the_fraud_warning_only(query: str) -> None:
    (only,) = INDEX_OF_FEAR.find(query)
    assert only.place_id == "salah_ketik"
    assert only.sure
    assert "orang" in only.why


@pytest.mark.parametrize(
    "query",
    [
        "minta kode tidak masuk",
        "susah orang. minta kode tidak masuk",
        "orang itu siapa yang datang lalu minta kode",
    ],
)
def test_words_of_an_alarm_far_apart_are_no_alarm(query: str) -> None:
    (best, *_) = INDEX_OF_FEAR.find(query)
    assert (best.place_id, best.score) != ("salah_ketik", 1.0)


def test_the_most_frequent_place_wins_a_tie() -> None:
    usual = KNOWLEDGE.steps[0].answers[0].goes_to
    other = next(outcome.id for outcome in KNOWLEDGE.outcomes if outcome.id != usual)
    words = SearchWords(
        places=(
            Sayings(goes_to=other, sayings=("lampu merah",)),
            Sayings(goes_to=usual, sayings=("lampu hijau",)),
        )
    )
    assert SearchIndex(replace(KNOWLEDGE, search=words)).find("lampu")[0].place_id == usual
