"""Sheet numbers: way to number and back; other content is told from a typing error."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from jknassist.content import loader
from jknassist.core.flow import sheet_codec
from jknassist.core.flow.model import Knowledge
from jknassist.core.flow.sheet_codec import (
    EDITIONS,
    FINGERPRINTS,
    MOST_WAYS,
    decode_sheet_number,
    encode_sheet_number,
    fault_text,
)
from jknassist.core.flow.sheet_number import (
    LENGTH,
    SheetFault,
    SheetNumberError,
    kept,
    read,
    written,
)
from jknassist.core.flow.summary import answered_questions
from jknassist.core.flow.way import Way, count_ways, session_of, way_at
from tests.support.small_knowledge import small_knowledge

SMALL = small_knowledge()
SHIPPED = loader.knowledge_of(None)
NUMBER = "334U-MAME"


def fault_of(knowledge: Knowledge, number: str) -> SheetFault:
    with pytest.raises(SheetNumberError) as caught:
        decode_sheet_number(knowledge, number)
    return caught.value.fault


def relinked(knowledge: Knowledge) -> Knowledge:
    first, *others = knowledge.outcomes
    return replace(knowledge, outcomes=(replace(first, next=()), *others))


def test_all_ways_of_the_shipped_content_fit_five_times_over() -> None:
    count = count_ways(SHIPPED)
    assert 5 * count < MOST_WAYS
    last = encode_sheet_number(SHIPPED, way_at(SHIPPED, count - 1))
    assert len(kept(last)) == LENGTH <= 9


@pytest.mark.parametrize("knowledge", [SMALL, SHIPPED], ids=["small", "shipped"])
def test_the_number_of_a_way_leads_back_to_it(knowledge: Knowledge) -> None:
    count = count_ways(knowledge)
    for place in range(0, count, max(1, count // 50)):
        way = way_at(knowledge, place)
        assert decode_sheet_number(knowledge, encode_sheet_number(knowledge, way)) == way


def test_answers_of_a_place_found_by_words_are_marked_as_assumed() -> None:
    session = session_of(SHIPPED, Way(entry="pulsa_habis"))
    told = [row.answer for row in answered_questions(SHIPPED, session)]
    assert told
    assert all("perkiraan" in answer for answer in told)


def test_another_language_reads_the_same_number() -> None:
    english = loader.translation_of("en", None, SHIPPED)
    way = way_at(SHIPPED, 1000)
    assert decode_sheet_number(english, encode_sheet_number(SHIPPED, way)) == way


@pytest.mark.parametrize(
    ("difference", "fault"),
    [(1, SheetFault.NEWER), (3, SheetFault.NEWER), (0, SheetFault.OTHER), (-1, SheetFault.OLDER)],
)
def test_a_sheet_of_another_edition_is_reported(difference: int, fault: SheetFault) -> None:
    ours = replace(SMALL, edition=EDITIONS)
    theirs = replace(relinked(SMALL), edition=EDITIONS + difference)
    number = encode_sheet_number(theirs, Way(entry="mulai", keys=("pulsa",)))
    assert fault_of(ours, number) is fault


def test_an_edition_with_other_words_alone_reads_older_sheets() -> None:
    way = Way(entry="mulai", keys=("pulsa",))
    number = encode_sheet_number(SMALL, way)
    assert decode_sheet_number(replace(SMALL, edition=SMALL.edition + 1), number) == way


def test_hardly_any_sheet_of_other_content_is_taken_for_one_of_this() -> None:
    other = relinked(SHIPPED)
    numbers = [
        encode_sheet_number(other, way_at(other, place)) for place in range(count_ways(other))
    ]
    for number in numbers[::20]:
        assert fault_of(SHIPPED, number) is SheetFault.OTHER


def test_content_with_too_many_ways_gives_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jknassist.core.flow.sheet_codec.MOST_WAYS", count_ways(SMALL) - 1)
    assert not encode_sheet_number(SMALL, Way(entry="mulai", keys=("pulsa",)))


WORDS = replace(
    SMALL.words,
    sheet_unused="Tidak ada {letter}.",
    sheet_length="Harus {count} huruf.",
    sheet_slip="Salah salin.",
    sheet_older="Lembar lama.",
    sheet_newer="Lembar baru.",
    sheet_other="Lembar lain.",
)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (SheetNumberError(SheetFault.UNUSED, "O"), "Tidak ada O."),
        (SheetNumberError(SheetFault.LENGTH), "Harus 8 huruf."),
        (SheetNumberError(SheetFault.SLIP), "Salah salin."),
        (SheetNumberError(SheetFault.OLDER), "Lembar lama."),
        (SheetNumberError(SheetFault.NEWER), "Lembar baru."),
        (SheetNumberError(SheetFault.OTHER), "Lembar lain."),
    ],
    ids=lambda value: value.fault if isinstance(value, SheetNumberError) else "",
)
def test_each_fault_of_a_sheet_number_is_reported_in_its_own_words(
    error: SheetNumberError, said: str
) -> None:
    assert fault_text(WORDS, error) == said


@pytest.mark.parametrize(
    ("slipped", "fault"),
    [
        (lambda letters: "O" + letters[1:], SheetFault.UNUSED),
        (lambda letters: letters[:-1], SheetFault.LENGTH),
        (lambda letters: letters + letters[-1], SheetFault.LENGTH),
        (lambda letters: letters[:-1] + ("4" if letters[-1] == "3" else "3"), SheetFault.SLIP),
    ],
    ids=["another letter", "too short", "too long", "a slip"],
)
def test_a_number_that_is_not_whole_leads_to_no_way(
    slipped: Callable[[str], str], fault: SheetFault
) -> None:
    letters = kept(encode_sheet_number(SMALL, Way(entry="mulai", keys=("pulsa",))))
    assert fault_of(SMALL, slipped(letters)) is fault


def test_a_place_behind_the_last_way_is_one_of_other_content() -> None:
    last = read(encode_sheet_number(SMALL, way_at(SMALL, count_ways(SMALL) - 1)))
    behind = written(last + EDITIONS * FINGERPRINTS)
    assert fault_of(SMALL, behind) is SheetFault.OTHER


@pytest.mark.parametrize(("difference", "fault"), [(4, SheetFault.OLDER), (8, SheetFault.OTHER)])
def test_half_the_editions_ahead_is_taken_for_an_older_sheet(
    difference: int, fault: SheetFault
) -> None:
    theirs = replace(relinked(SMALL), edition=SMALL.edition + difference)
    assert fault_of(SMALL, encode_sheet_number(theirs, Way(entry="mulai"))) is fault


def test_the_number_of_a_way_stays_the_same_over_versions_of_the_program() -> None:
    """Sheets that are printed must be read for years: no refactoring may change this value."""
    assert encode_sheet_number(replace(SMALL, edition=3), way_at(SMALL, 7)) == NUMBER


def test_content_with_as_many_ways_as_there_are_numbers_has_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheet_codec, "MOST_WAYS", count_ways(SMALL))
    assert encode_sheet_number(SMALL, way_at(SMALL, 0))
    monkeypatch.setattr(sheet_codec, "MOST_WAYS", count_ways(SMALL) - 1)
    assert encode_sheet_number(SMALL, way_at(SMALL, 0)) == ""


@pytest.mark.parametrize(
    ("ahead", "fault"),
    [(1, SheetFault.NEWER), (3, SheetFault.NEWER), (4, SheetFault.OLDER), (7, SheetFault.OLDER)],
)
def test_an_edition_is_newer_if_it_is_less_than_half_the_range_ahead(
    ahead: int, fault: SheetFault
) -> None:
    number = encode_sheet_number(replace(relinked(SMALL), edition=10 + ahead), way_at(SMALL, 0))
    assert fault_of(replace(SMALL, edition=10), number) is fault
