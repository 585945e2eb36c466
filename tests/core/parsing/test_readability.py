import pytest

from jknassist.core.parsing.readability import (
    LINES,
    Measure,
    fry_grade,
    measure,
    sentences_in,
    syllables_in,
    words_in,
)

# Each row was counted by hand.
SYLLABLES = [
    ("pulsa", 2),
    ("Anda", 2),
    ("keluar", 3),
    ("tahu", 2),
    ("baik", 2),
    ("diisi", 3),
    ("kartu", 2),
    ("yang", 1),
    ("kalau", 2),
    ("pakai", 2),
    ("amboi", 2),
    ("sampainya", 3),
    ("walaupun", 3),
    ("pelan-pelan", 4),
    ("berkali-kali", 5),
    ("OTP", 3),
    ("BPJS", 4),
    ("HP-nya", 3),
    ("PANDAWA", 3),
    ("165", 3),
    ("ke-3", 2),
    ("08118165165.", 11),
    ("Rp", 1),
    ("(spam)", 1),
]


@pytest.mark.parametrize(("word", "count"), SYLLABLES)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables_in(word) == count


def test_two_vowels_inside_a_word_are_two_syllables() -> None:
    assert syllables_in("lain") == 2
    assert syllables_in("saudara") == 4


def test_words_stand_between_blanks() -> None:
    assert words_in("Isi pulsa - sedikit saja, lalu e-mail.") == (
        *("Isi", "pulsa", "sedikit", "saja,", "lalu", "e-mail."),
    )


def test_a_sentence_ends_with_its_mark_and_a_blank() -> None:
    text = "Belum masuk? Telepon 165. Buka bpjs-kesehatan.go.id!  Tunggu"
    assert sentences_in(text) == (
        *("Belum masuk?", "Telepon 165.", "Buka bpjs-kesehatan.go.id!", "Tunggu"),
    )


def test_a_hole_counts_as_a_short_word_and_a_quoted_message_not_at_all() -> None:
    assert measure(["Sisa {count} kali."]) == Measure(sentences=1, words=3, syllables=5)
    assert measure(["Ada tulisan “gagal, coba lagi. Tunggu”?"]) == Measure(
        sentences=1, words=2, syllables=5
    )


def test_texts_are_counted_together() -> None:
    # I-si pul-sa. | Ko-de be-lum ma-suk? Te-le-pon sa-tu-e-nam-li-ma, as Fry counts: one a digit.
    measured = measure(["Isi pulsa.", "Kode belum masuk? Telepon 165."])
    assert measured == Measure(sentences=3, words=7, syllables=16)
    assert measured.words_per_sentence == pytest.approx(7 / 3)
    assert measured.weighted_syllables == pytest.approx(100 * 16 * 0.6 / 7)


def test_nothing_is_easy_to_read() -> None:
    assert measure([]) == measure(["“gagal”", "..."]) == Measure(sentences=0, words=0, syllables=0)
    assert measure([]).grade == 1


@pytest.mark.parametrize(
    ("sentences", "syllables", "grade"),
    [
        # The example that goes with the graph: 124, 141 and 158 syllables on average.
        (6.3, 141, 7),
        # A thesis from Semarang: 262 syllables times 0.6, and 7.8 sentences.
        (7.8, 262 * 0.6, 9),
        # Where the numbers of the grades are printed in the graph.
        (14.5, 114.6, 1),
        (10.6, 115.5, 2),
        (8.6, 116.8, 3),
        (7.3, 118.4, 4),
        (6.6, 119.7, 5),
        (5.7, 121.8, 6),
        (4.8, 127.2, 7),
        (4.25, 134, 8),
        (4, 140, 9),
        (3.75, 146, 10),
        (3.65, 151.3, 11),
        (3.6, 155.8, 12),
        (3.55, 161.5, 13),
        (3.48, 180.8, 13),
    ],
)
def test_a_point_of_the_graph_has_its_grade(sentences: float, syllables: float, grade: int) -> None:
    assert fry_grade(100 / sentences, syllables) == grade


def test_the_lines_of_the_graph_do_not_cross() -> None:
    for words in range(7, 31):
        along = [line.at(words) for line in LINES]
        assert along == sorted(along)


def test_longer_sentences_and_longer_words_are_harder() -> None:
    grades = [fry_grade(words, 135) for words in range(4, 40)]
    assert grades == sorted(grades)
    assert grades[0] < grades[-1]
    assert fry_grade(8, 120) < fry_grade(8, 140) < fry_grade(8, 160)


def test_the_same_said_in_short_words_has_a_lower_grade() -> None:
    plain = measure(["Isi pulsa di kartu itu. Lalu minta kode satu kali saja, dan tunggu."])
    bookish = measure(
        ["Lakukanlah pengisian pulsa pada nomor bersangkutan sebelum mengajukan permintaan kode."]
    )
    assert plain.grade < bookish.grade
