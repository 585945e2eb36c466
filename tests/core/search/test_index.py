"""Finding by words: what fits best comes first, says why, and leads there."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.flow.model import SameWord, Sayings, SearchWords
from jknassist.core.flow.session import Session, answered_steps, reached_outcome, with_answer
from jknassist.core.flow.summary import answered_questions
from jknassist.core.search.index import SearchIndex, answers_to
from jknassist.core.search.tokenizer import Vocabulary, deletions, one_apart, sound_of
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
def test_peoples_own_words_find_the_place(query: str, place: str) -> None:
    assert first(query) == place


def test_a_word_that_means_several_is_the_reason_as_it_was_typed() -> None:
    assert INDEX.find("typo")[0].why == ("typo",)
    assert INDEX.find("typo")[0].score == INDEX.find("salah ketik")[0].score
    assert INDEX.find("nomor salah tulis")[0].why == ("nomor", "salah tulis")


def test_what_comes_after_although_counts_less() -> None:
    (with_aside, *_), (without, *_) = (
        INDEX.find("padahal angka dobel, pulsa habis"),
        INDEX.find("angka dobel, pulsa"),
    )
    assert with_aside.place_id == "pulsa_habis"
    assert without.place_id == "salah_ketik"


def test_a_match_says_which_words_made_it() -> None:
    (match, *_) = INDEX.find("kok pulsanya kosong sih")
    assert match.why == ("pulsanya", "kosong")


def test_several_words_that_are_one_are_told_as_they_were_typed() -> None:
    (match, *_) = INDEX.find("salah no hp")
    assert match.why == ("salah", "no hp")


@pytest.mark.parametrize("query", ["", "   ", "???", "saya ya", "xylophone wqzt", "0812"])
def test_nothing_known_finds_nothing(query: str) -> None:
    assert INDEX.find(query) == ()


def test_the_start_is_never_found() -> None:
    assert all(match.place_id != "mulai" for match in INDEX.find("apa yang anda alami"))


def test_no_more_than_asked_for_and_the_best_first() -> None:
    found = INDEX.find("tidak habis masuk nomor angka kartu", most=3)
    assert len(found) == 3
    assert [match.score for match in found] == sorted((m.score for m in found), reverse=True)


@given(st.text(max_size=2 * LONGEST_QUERY))
def test_any_text_is_answered(query: str) -> None:
    for match in INDEX.find(query):
        assert match.place_id in KNOWLEDGE.places
        assert match.why
        assert match.score > 0


def test_the_texts_of_the_flow_are_found_without_any_search_words() -> None:
    assert SearchIndex(small_knowledge()).find("Pulsa habis")[0].place_id == "pulsa_habis"


def test_the_way_to_a_place_leads_there_and_says_that_nobody_was_asked() -> None:
    for place_id in set(KNOWLEDGE.places) - {KNOWLEDGE.start}:
        session = Session()
        for assumed in answers_to(KNOWLEDGE, place_id):
            session = with_answer(KNOWLEDGE, session, assumed)
        way = answered_steps(KNOWLEDGE, session)
        assert way
        assert all(one.assumed for _, one in way)
        done = reached_outcome(KNOWLEDGE, session)
        assert done is None or done.id == place_id
        told = answered_questions(KNOWLEDGE, session)
        assert all(row.answer != "" for row in told)


def test_an_assumed_answer_is_told_apart_from_a_given_one() -> None:
    (assumed,) = answers_to(KNOWLEDGE, "pulsa_habis")
    session = with_answer(KNOWLEDGE, Session(), assumed)
    given_one = with_answer(KNOWLEDGE, Session(), replace(assumed, assumed=False))
    (said,), (meant,) = (
        answered_questions(KNOWLEDGE, given_one),
        answered_questions(KNOWLEDGE, session),
    )
    assert said.answer == "Pulsa habis"
    assert meant.answer == KNOWLEDGE.words.answer_assumed.format(answer="Pulsa habis")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("verifikasi", "Verivikasi"),
        ("verifikasi", "feripikasi"),
        ("captcha", "captchaaa"),
        ("nomor", "nommor"),
        ("kode", "kodé"),
        ("pulsa", "PULSA"),
    ],
)
def test_words_that_sound_alike_are_one(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("pulsa", "plsa", True),
        ("pulsa", "pulsya", True),
        ("pulsa", "pulja", True),
        ("pulsa", "pusla", True),
        ("pulsa", "pulsa", False),
        ("pulsa", "palsu", False),
        ("pulsa", "pul", False),
        ("a", "", True),
    ],
)
def test_one_slip_parts_two_words(one: str, other: str, *, near: bool) -> None:
    assert (one_apart(one, other) and one != other) is near
    if near:
        assert deletions(one) & deletions(other) or sorted(one) == sorted(other)


def test_reading_joins_the_longest_variant() -> None:
    words = SearchWords(
        same_words=(
            SameWord(word="nomor", variants=("no", "no hp")),
            SameWord(word="hp", variants=("hape",)),
        )
    )
    keys = [piece.key for piece in Vocabulary(words).pieces("hape no hp no, hp")]
    assert keys == ["hp", "nomor", "hp"]
