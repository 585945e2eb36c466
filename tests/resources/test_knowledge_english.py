"""The English overlay says the same as the Indonesian content, by the same rules of wording."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import fmean

import pytest

from jknassist.core.flow.model import DONT_KNOW, Knowledge, Outcome, Step
from jknassist.core.parsing.load import load_knowledge, load_overlay
from jknassist.core.parsing.overlay import Word, words_of
from tests.resources import test_knowledge as rules

RESOURCES = Path(__file__).parent.parent.parent / "resources"

SAME = frozenset(
    {
        "WhatsApp",
        "APK",
        "BPJS Keliling",
        "Captcha",
        "Care Center",
        "Facebook",
        "Instagram",
        "KK",
        "KTP",
    }
    | {"Mal Pelayanan Publik", "Mobile JKN", "NIK", "Operator", "PANDAWA", "PDF", "PIN", "Spam"}
    | {"TikTok", "A4", "Desktop", "Printer", "{number}", "Roaming", "eSIM"}
)
"""Names and words that are the same in both languages; no sentence is among them."""

INDONESIAN = re.compile(
    r"\b(yang|dan|tidak|untuk|atau|dengan|anda|nomor|kode|ini|itu|dari|pada|sudah|belum|jangan"
    r"|pakai|lalu|kalau|bisa|masih|juga|saja|akan|oleh|sebagai|karena|kami|petugas|kartu|kantor"
    r"|gerai|hangus|aplikasi|sandi|pesawat|wajah|prabayar|pascabayar|tenggang|aktif)\b",
    re.IGNORECASE,
)

KEPT = re.compile(
    r"“[^”]*”|\([^)]*\)|Kartu Halo|Kartu Keluarga"
    r"|\b(kantor|gerai|hangus|masa aktif|masa tenggang|kode verifikasi|kode referral)\b",
    re.IGNORECASE,
)
"""What stands on a screen or over a door: quoted, in brackets, or told with its meaning beside."""

MEANINGS = (
    (r"\bhangus\b", r"hangus \(expired\)"),
    (r"\bgerai\b", r"gerai \((operator )?shop\)"),
    (
        r"\bmasa aktif\b",
        r"masa aktif \(active period\)|masa aktif is the active period|masa aktif$",
    ),
    (r"\bmasa tenggang\b", r"masa tenggang \(grace period\)"),
    (r"\bkuota\b", r"kuota \(internet data\)"),
    (r"\bpulsa\b", r"pulsa \(phone credit\)|pulsa is phone credit"),
    (r"\bcalo\b", r"calo \((paid )?go-between\)"),
)
"""A kept word, and how its meaning is told on each ending that uses it."""

AVOIDED = (
    r"authenticat\w*|token|provider|device|server|valid\w*|prefix|invalid|verify|gadget",
    r"please|sorry|kindly|unfortunately|simply|error",
    r"cell ?phone|handphone|handset|mobile number|smartphone|telephone credit|airtime",
    r"e-mail|log-?on|sign in",
)
"""Words that people stumble over, that beg, or that name a thing in a second way."""

UNCONFIRMED = (
    r"(?<!first )\b([3-8]|three|four|five|six|seven|eight)[- ](digit|letter|character)(?!s at a)",
    r"\bcodes? [^.?!]*\b(expires?|is valid|lasts?)\b",
    r"\bRp ?\d|\brupiah\b",
    r"\bfree\b|\bno charge\b|\btoll\b",
    r"\b(limit|at most|up to) \d+ (times|codes)\b|\b(codes?|times) (per|a|each) day\b",
    r"\b(work|business|office) (days?|hours?)\b|\bmonday\b|\bfriday\b",
    r"\b\d{1,2}[.:]\d{2}\b|24/7",
    r"\bcode (by|from|via|through|to|over) (WhatsApp|a call|phone)\b",
    r"\bchika\b|(?<!forms on )\btelegram\b|\bmessenger\b|\byoutube\b",
    r"bpjs-kesehatan\.co\.id|0811875400",
    r"\b(change|switch|another) operator\b",
)
"""What no source settles is no more stated in English than in Indonesian."""

NOT_OTP = "This is not about the OTP code."


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return _english()


@pytest.fixture(scope="module")
def indonesian() -> Knowledge:
    return rules._shipped()


@cache
def _english() -> Knowledge:
    file = RESOURCES / "knowledge.en.yaml"
    base, _ = load_knowledge((RESOURCES / "knowledge.yaml").read_bytes(), "knowledge.yaml")
    assert base is not None
    loaded, faults = load_overlay(file.read_bytes(), file.name, base)
    assert not faults, "\n".join(map(str, faults))
    assert loaded is not None
    return loaded


def _texts(word: Word, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text below some words with its place."""
    match word:
        case dict():
            for key, inner in word.items():
                yield from _texts(inner, f"{place}/{key}")
        case tuple():
            for index, text in enumerate(word):
                yield f"{place}/{index}", text
        case str():
            yield place, word


def _pairs(indonesian: Knowledge, knowledge: Knowledge) -> list[tuple[str, str, str]]:
    """Return the place of every text, the Indonesian and the English."""
    before, after = dict(_texts(words_of(indonesian))), dict(_texts(words_of(knowledge)))
    assert before.keys() == after.keys()
    return [(place, before[place], after[place]) for place in before]


# The rules of the Indonesian that hold in any language.

test_no_sentence_is_too_long = rules.test_no_sentence_has_more_than_20_words
test_no_arrows_and_no_markup = rules.test_no_arrows_and_no_markup
test_headings_and_answers_fit = rules.test_headings_and_answers_fit_their_places
test_an_action_is_short = rules.test_an_action_is_one_or_two_sentences
test_a_message_has_its_ending = rules.test_a_message_on_the_screen_has_its_ending
test_retired_contacts_are_never_advised = rules.test_retired_contacts_are_never_advised


def test_only_acronyms_are_in_capitals(knowledge: Knowledge) -> None:
    prose = [text for _, text in rules._prose(knowledge)]
    in_capitals = {word for text in prose for word in re.findall(r"\b[A-Z]{2,}\b", text)}
    allowed = {"CSV", "ID", "SIM"}
    assert not {word for word in in_capitals - allowed if not rules.ACRONYMS.fullmatch(word)}


def test_sentences_have_11_words_at_most_on_average(knowledge: Knowledge) -> None:
    told = (*knowledge.outcomes, *knowledge.guides, *knowledge.glossary, knowledge.safety)
    prose = rules._prose(told)
    texts = [text for place, text in prose if not place.endswith((".title", ".term"))]
    counts = [rules._words_in(s) for text in texts for s in rules._sentences(text)]
    assert fmean(counts) <= 11


@pytest.mark.parametrize("pattern", AVOIDED)
def test_no_word_that_people_stumble_over(knowledge: Knowledge, pattern: str) -> None:
    assert not rules._matches(knowledge, rf"\b({pattern})\b")


@pytest.mark.parametrize("pattern", UNCONFIRMED)
def test_nothing_unconfirmed_is_stated(knowledge: Knowledge, pattern: str) -> None:
    assert not rules._matches(knowledge, pattern)


def test_a_page_says_otp_code_before_it_says_code(knowledge: Knowledge) -> None:
    for place in knowledge.places.values():
        page = re.sub(r"“[^”]*”", "", rules._page(place))
        short = re.search(r"(?<!OTP )(?<!email )(?<!referral )\bcodes?\b", page, re.IGNORECASE)
        if short:
            full = re.search(r"\bOTP codes?\b|\bSMS OTP\b", page, re.IGNORECASE)
            assert full is not None, place.id
            assert full.start() < short.start(), place.id


def test_a_cause_is_one_sentence(knowledge: Knowledge) -> None:
    for outcome in knowledge.outcomes:
        cause = outcome.cause.removeprefix(NOT_OTP).strip()
        assert len(rules._sentences(cause)) == 1, outcome.id


def test_a_code_is_only_ever_asked_for_once(knowledge: Knowledge) -> None:
    for outcome in knowledge.outcomes:
        for sentence in (s for text in rules._todo(outcome) for s in rules._sentences(text)):
            if re.search(r"\bask(ing)? for (the|a|codes?)\b[^.]*\bcodes?\b", sentence.lower()):
                assert re.search(r"\bonce\b|^Do not|^Stop", sentence), outcome.id


# The same as in Indonesian.


def test_nothing_is_left_untranslated(indonesian: Knowledge, knowledge: Knowledge) -> None:
    same = {text for _, text, other in _pairs(indonesian, knowledge) if text == other}
    assert not {text for text in same if text not in SAME and not _only_quoted(text)}


def _only_quoted(text: str) -> bool:
    """Tell whether a text is nothing but messages as they stand on the phone."""
    return not re.sub(r"“[^”]*”|[ ,]", "", text)


def test_no_indonesian_sentence_is_left_in_a_text(knowledge: Knowledge) -> None:
    read = [
        (place, text) for place, text in _texts(words_of(knowledge)) if "/sources/" not in place
    ]
    found = [(place, INDONESIAN.findall(KEPT.sub("", text))) for place, text in read]
    assert not [(place, words) for place, words in found if words]


def test_every_number_is_the_same(indonesian: Knowledge, knowledge: Knowledge) -> None:
    def numbers(text: str) -> list[str]:
        plain = re.sub(r"“[^”]*”|(?<=\d)[.,](?=\d{3}\b)", "", text)
        return sorted(re.findall(r"\d+", plain))

    differing = [
        (place, text, other)
        for place, text, other in _pairs(indonesian, knowledge)
        if numbers(text) != numbers(other)
    ]
    assert not differing


def test_every_quoted_message_is_kept(indonesian: Knowledge, knowledge: Knowledge) -> None:
    lost = [
        (place, quote)
        for place, text, other in _pairs(indonesian, knowledge)
        for quote in re.findall(r"“[^”]*”", text)
        if quote not in other
    ]
    assert not [
        (place, quote) for place, quote in lost if quote[1:-1] not in _around(knowledge, place)
    ]


def _around(knowledge: Knowledge, place: str) -> str:
    """Return the other texts of the part that a text belongs to."""
    part = place.rpartition("/")[0]
    return " ".join(text for other, text in _texts(words_of(knowledge)) if other.startswith(part))


def test_names_and_acronyms_are_kept(indonesian: Knowledge, knowledge: Knowledge) -> None:
    names = re.compile(
        r"\b(165|KTP|KK|NIK|PANDAWA|WhatsApp|Care Center|PIN|APK|BPJS Keliling"
        r"|Mal Pelayanan Publik|Play Store|App Store|VIKA|GraPARI)\b"
    )
    lost = [
        (place, set(names.findall(text)) - set(names.findall(other)))
        for place, text, other in _pairs(indonesian, knowledge)
    ]
    assert not [(place, words) for place, words in lost if words]


@pytest.mark.parametrize(("word", "told"), MEANINGS)
def test_an_ending_tells_what_a_kept_word_means(knowledge: Knowledge, word: str, told: str) -> None:
    for outcome in knowledge.outcomes:
        page = rules._page(outcome)
        if re.search(word, page, re.IGNORECASE):
            assert re.search(told, page, re.IGNORECASE), outcome.id


def test_what_is_contradicted_is_called_not_certain(knowledge: Knowledge) -> None:
    assert knowledge.contact_by_id["care_center"].cost.startswith("not certain")
    assert knowledge.contact_by_id["pandawa"].hours == "not certain"
    assert "not certain" in knowledge.guide_by_id["ganti_nomor"].text
    assert "not certain" in knowledge.guide_by_id["hidupkan_nomor"].points[0]


def test_endings_that_are_not_about_the_code_say_so(
    indonesian: Knowledge, knowledge: Knowledge
) -> None:
    def saying(content: Knowledge, sentence: str) -> set[str]:
        return {o.id for o in content.outcomes if o.cause.startswith(sentence)}

    assert saying(knowledge, NOT_OTP) == saying(indonesian, rules.NOT_OTP)


def test_every_question_ends_with_dont_know(knowledge: Knowledge) -> None:
    for place in knowledge.places.values():
        if not isinstance(place, Outcome):
            _ends_with_dont_know(place)


def _ends_with_dont_know(step: Step) -> None:
    assert step.answers[-1].id == DONT_KNOW, step.id
    assert step.answers[-1].text == "I don't know", step.id
