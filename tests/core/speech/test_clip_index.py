from dataclasses import replace

import pytest

from jknassist.content.loader import OVERLAYS, knowledge_of, shipped_plan, translation_of
from jknassist.core.flow.model import SpokenText
from jknassist.core.phone.check import diagnose
from jknassist.core.phone.finding_text import describe
from jknassist.core.speech import clip_index
from jknassist.core.speech.clip import Clip, Pause, Sound
from jknassist.core.speech.clip_index import AFTER_GROUP, PRIVATE_FORM, PRIVATE_HOLES, ClipIndex
from jknassist.core.speech.language import INDONESIAN
from jknassist.core.words import NumberWords, declared_placeholders
from tests.support.small_knowledge import small_knowledge

SHIPPED = knowledge_of(None)
INDEX = ClipIndex(SHIPPED)
UNHEARD = "member_"
"""Beginning of what only a volunteer reads in a list of numbers."""


def heard(sounds: tuple[Sound, ...]) -> str:
    return " ".join("|" if isinstance(sound, Pause) else sound.spoken for sound in sounds)


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("Kode OTP tidak masuk", "Kode o te pe tidak masuk"),
        ("Langkah 3", "Langkah tiga"),
        ("Halaman 2 dari 3", "Halaman dua dari tiga"),
        (
            "Hari ini pukul 15.05: buka aplikasi, coba satu kali.",
            "Hari ini pukul lima belas lewat lima menit buka aplikasi, coba satu kali",
        ),
        ("Hari ini pukul 15.00: buka aplikasi, coba satu kali.", None),
        ("Jam layanan: 24 jam. Biaya: pulsa", "Jam layanan dua puluh empat jam | Biaya pulsa"),
        ("Lembar ini dibuat 22 November 2026", None),
        (
            "Nomor lembar (bukan kode OTP): K7M-4QX",
            "Nomor lembar, bukan kode o te pe ka tujuh em | empat ki eks",
        ),
        ("Kantor Cabang Contoh", "Kantor Cabang Contoh"),
        ("0811-8165-165", "nol delapan satu satu, delapan satu enam lima, satu enam lima"),
        ("Sudah dicoba: isi pulsa, cek nomor aktif.", "Sudah dicoba | isi pulsa | cek nomor aktif"),
        ("15.00", "lima belas"),
        ("...", ""),
    ],
)
def test_what_was_filled_in_is_found_again(shown: str, said: str | None) -> None:
    sounds = INDEX.sounds(shown)
    assert "{" not in heard(sounds)
    assert said is None or heard(sounds) == said


def test_a_date_is_said_by_its_parts() -> None:
    told = heard(INDEX.sounds("Lembar ini dibuat 22 November 2026"))
    assert told == "Lembar ini dibuat dua puluh dua November dua ribu dua puluh enam"


@pytest.mark.parametrize(
    ("shown", "hidden", "aloud"),
    [
        (
            "0812-3456-7890",
            "Lihat nomornya | Angkanya tidak diucapkan",
            "nol delapan satu dua | tiga empat lima enam | tujuh delapan sembilan nol",
        ),
        (
            "Mulai angka ke-7, angka 5 tertulis dua kali.",
            "Mulai angka ke tujuh ada angka yang tertulis dua kali",
            "Mulai angka ke tujuh angka lima tertulis dua kali",
        ),
        (
            "Pakai nomor ini: 0812 3456 7890",
            "Pakai nomor yang kami tulis di sini",
            (
                "Pakai nomor ini nol delapan satu dua | tiga empat lima enam |"
                " tujuh delapan sembilan nol"
            ),
        ),
        (
            "Kami belum mengenal nomor yang diawali 0812.",
            "Kami belum mengenal awal nomor ini",
            "Kami belum mengenal nomor yang diawali nol delapan satu dua",
        ),
    ],
)
def test_digits_of_a_number_are_said_only_aloud(shown: str, hidden: str, aloud: str) -> None:
    """S8 and S14: by loudspeaker what was found is said with its place, without the digits."""
    assert heard(INDEX.sounds(shown)) == hidden
    assert heard(INDEX.sounds(shown, with_digits=True)) == aloud


def test_a_number_before_its_count_is_left_out_unless_it_is_said_aloud() -> None:
    """S8: by loudspeaker only how many digits."""
    shown = "0812-3456-7890   12 angka"
    assert heard(INDEX.sounds(shown)) == "dua belas angka"
    assert heard(INDEX.sounds(shown, with_digits=True)).endswith("sembilan nol | dua belas angka")


def test_whether_digits_are_left_out_can_be_told() -> None:
    assert INDEX.hides_digits("Pakai nomor ini: 0812 3456 7890")
    assert not INDEX.hides_digits("Ketik nomor HP Anda.")
    assert not INDEX.hides_digits("0811-8165-165"), "a number of the content is nobody's own"


def test_each_finding_with_digits_has_a_sentence_without_them() -> None:
    """S14: what was found is said with its place, though not the digits."""
    declared = declared_placeholders(NumberWords)
    own = {name: holes for name, holes in declared.items() if not name.startswith(UNHEARD)}
    for name, holes in own.items():
        if name.startswith(PRIVATE_FORM):
            base = name.removeprefix(PRIVATE_FORM)
            assert own[base] & PRIVATE_HOLES, name
            assert holes <= own[base] - PRIVATE_HOLES, name
        elif holes & PRIVATE_HOLES:
            assert PRIVATE_FORM + name in own, name


def test_without_such_a_sentence_the_place_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clip_index, "PRIVATE_FORM", "none_")
    plain = ClipIndex(SHIPPED)
    shown = "Mulai angka ke-7, angka 5 tertulis dua kali."
    assert heard(plain.sounds(shown)) == "Lihat angka ke tujuh yang ditandai"
    shown = "Kami belum mengenal nomor yang diawali 0812."
    assert heard(plain.sounds(shown)) == "Lihat nomornya | Angkanya tidak diucapkan"


def test_no_finding_of_the_number_doctor_gives_digits_away() -> None:
    plan = shipped_plan()
    digits = set(INDONESIAN.digits)
    for typed in ("0812345678", "081345667788901", "08134567", "0999123456", "0211234567"):
        for finding in diagnose(typed, plan).findings:
            said = heard(INDEX.sounds(describe(finding, SHIPPED.number_words))).split()
            rows = "".join("x" if word in digits else " " for word in said).split()
            assert max(map(len, rows), default=0) < 3, finding


def test_a_number_has_a_longer_pause_after_each_group() -> None:
    sounds = INDEX.number("081234567890")
    assert [isinstance(sound, Pause) for sound in sounds] == ([False] * 4 + [True]) * 2 + [
        False
    ] * 4
    assert AFTER_GROUP.milliseconds > 250


def test_a_complete_pack_has_every_clip_once() -> None:
    clips = [clip for _, clip in INDEX.clips()]
    assert len({clip.name for clip in clips}) == len(clips)
    assert all(any(map(str.isalnum, clip.spoken)) for clip in clips)
    assert not [clip for clip in clips if "{" in clip.spoken]


@pytest.mark.parametrize("language", ["id", *OVERLAYS])
def test_every_text_of_the_content_is_in_the_pack(language: str) -> None:
    index = ClipIndex(translation_of(language, None, SHIPPED))
    names = {clip.name for _, clip in index.clips()}
    for text in index.texts:
        if "{" not in text.shown:
            for sound in index.sounds(text.shown):
                assert not isinstance(sound, Clip) or sound.name in names, text


def test_a_text_with_a_spoken_form_of_its_own_is_one_clip() -> None:
    small = replace(
        small_knowledge(),
        name="A. B.",
        about=("Ini {x}. Itu.",),
        spoken=(
            SpokenText(id="nama", text="A. B.", spoken="a dan b"),
            SpokenText(id="tentang", text="Ini {x}. Itu.", spoken="itu dan {x}"),
        ),
    )
    index = ClipIndex(small)
    assert heard(index.sounds("A. B.")) == "a dan b"
    assert index.sentences("A. B.") == ("A. B.",), "it cannot be parted"
    assert index.sentences("Satu. Dua?") == ("Satu.", "Dua?")
    assert heard(index.sounds("Ini 5. Itu.")) == "itu dan lima"


def test_a_language_without_rules_is_spoken_too() -> None:
    index = ClipIndex(replace(small_knowledge(), language="jv"))
    assert {clip.language for _, clip in index.clips()} == {"jv"}
    assert index.sounds("Piye?") == (Clip("Piye?", "jv"),)


def test_a_hole_that_comes_twice_holds_the_same() -> None:
    small = replace(small_knowledge(), name="Dari {a} ke {a}")
    index = ClipIndex(small)
    assert heard(index.sounds("Dari 5 ke 5")) == "Dari lima ke lima"
