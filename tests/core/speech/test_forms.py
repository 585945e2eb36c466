import re

import pytest

from jknassist.content.loader import OVERLAYS, knowledge_of, translation_of
from jknassist.core.speech.forms import clock_form, digit_groups, sentences, spoken_form
from jknassist.core.speech.language import LANGUAGES
from jknassist.core.speech.texts import texts_of

SHIPPED = knowledge_of(None)


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("Telepon 165.", "Telepon satu enam lima"),
        ("1500400", "satu lima nol nol, empat nol nol"),
        (
            "PANDAWA 0811-8165-165: isi formulirnya.",
            (
                "Pandawa nol delapan satu satu, delapan satu enam lima, satu enam lima,"
                " isi formulirnya"
            ),
        ),
        (
            "0812 3456 7890",
            "nol delapan satu dua, tiga empat lima enam, tujuh delapan sembilan nol",
        ),
        ("+62 Indonesia", "plus enam dua Indonesia"),
        ("diawali 08", "diawali nol delapan"),
        ("Angka 62 dan 0 di depan.", "Angka enam dua dan nol di depan"),
        ("tunggu 5 menit", "tunggu lima menit"),
        ("Nomor KTP Anda, 16 angka.", "Nomor ka te pe Anda, enam belas angka"),
        ("sampai 175 hari", "sampai seratus tujuh puluh lima hari"),
        ("Aturan 2026", "Aturan dua ribu dua puluh enam"),
        ("Rp5.000 sampai Rp10.000", "lima ribu rupiah sampai sepuluh ribu rupiah"),
        ("angka ke-7", "angka ke tujuh"),
        ("pukul 15.05", "pukul lima belas lewat lima menit"),
        ("pukul 15.00", "pukul lima belas"),
        ("*123*30#", "bintang, satu dua tiga, bintang, tiga nol, pagar"),
        ("tombol bintang (*).", "tombol bintang, bintang"),
    ],
)
def test_digits_are_said_as_they_are_meant(shown: str, said: str) -> None:
    assert spoken_form(shown, "id") == said


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("Kode OTP", "Kode o te pe"),
        ("file APK, bukan SMS", "file a pe ka, bukan es em es"),
        ("NIK Anda", "nik Anda"),
        ("HP-nya dibawa", "ha pe-nya dibawa"),
        ("kirim e-mail", "kirim imel"),
        ("Indosat IM3, aplikasi myIM3", "Indosat i em tiga, aplikasi mai i em tiga"),
        ("Tri (3)", "tri"),
        ("Kartu Halo by.U", "Kartu Halo bai yu"),
        ("OTPX dan BPJSY", "OTPX dan BPJSY"),
    ],
)
def test_abbreviations_are_said_by_a_table(shown: str, said: str) -> None:
    assert spoken_form(shown, "id") == said


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("carecenter@contoh.invalid", "alamatnya ada di layar dan di kertas"),
        ("Buka www.contoh.invalid", "Buka alamatnya ada di layar dan di kertas"),
        ("contoh-kita.go.id", "alamatnya ada di layar dan di kertas"),
        ("Instagram: @contoh_kita", "Instagram, nama akunnya ada di layar"),
        ("memakai tanda @.", "memakai tanda et"),
    ],
)
def test_addresses_are_pointed_at(shown: str, said: str) -> None:
    assert spoken_form(shown, "id") == said


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("“error”, “gagal”", "error, gagal"),
        ("Cetak / PDF", "Cetak atau pe de ef"),
        ("Hapus & selesai", "Hapus dan selesai"),
        ("Bawa:", "Bawa"),
        ("Tunggu ...", "Tunggu"),
        ("Satu (dua) tiga", "Satu, dua, tiga"),
        ("berkali-kali", "berkali-kali"),
        ("Benar?", "Benar?"),
        ("Langkah {number} dari {count}", "Langkah {number} dari {count}"),
    ],
)
def test_signs_become_words_or_pauses_or_nothing(shown: str, said: str) -> None:
    assert spoken_form(shown, "id") == said


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("Call 165.", "Call one six five"),
        ("0811-8165-165", "zero eight one one, eight one six five, one six five"),
        ("wait 30 days", "wait thirty days"),
        ("Tomorrow at 15:05", "Tomorrow at five minutes past fifteen"),
        ("Rp5,000", "five thousand rupiah"),
        ("the OTP code", "the O T P code"),
        ("*808#", "star, eight zero eight, hash"),
        ("help@contoh.invalid", "the address is on the screen and on the paper"),
        ("don't 'press'", "don't press"),
    ],
)
def test_english(shown: str, said: str) -> None:
    assert spoken_form(shown, "en") == said


def test_a_language_without_rules_is_said_as_it_is_written() -> None:
    assert spoken_form("Kode OTP 165.", "jv") == "Kode OTP 165."


def test_each_sentence_is_a_clip_of_its_own() -> None:
    assert sentences("Ragu? Tanya 165. Rp5.000 cukup.") == ("Ragu?", "Tanya 165.", "Rp5.000 cukup.")
    assert sentences("“Gagal.” Coba lagi!") == ("“Gagal.", "Coba lagi!")
    assert sentences("Membuka {name} ...") == ("Membuka {name} ...",)
    assert sentences("  ") == ()


def test_a_row_is_said_in_the_groups_that_are_shown() -> None:
    assert list(digit_groups("0811-8165-165")) == ["0811", "8165", "165"]
    assert list(digit_groups("081234567890")) == ["0812", "3456", "7890"]


def test_a_full_hour_has_no_minutes() -> None:
    assert clock_form(15, 0, LANGUAGES["en"]) == "fifteen"


@pytest.mark.parametrize("language", ["id", *OVERLAYS])
def test_no_shipped_text_leaves_a_sign_digit_or_unknown_abbreviation(language: str) -> None:
    knowledge = translation_of(language, None, SHIPPED)
    spelled = set(" ".join(LANGUAGES[language].words.values()).split())
    for text in texts_of(knowledge):
        said = re.sub(r"\{[^}]*\}", "", text.spoken)
        assert not re.search(r"[^\w ,.?!'-]|\d|_", said), (text, said)
        unknown = {word for word in re.findall(r"\b[A-Z]{2,}\b", said) if word not in spelled}
        assert not unknown, text
