"""Lint of style: wordings to avoid are reported with an alternative."""

from dataclasses import replace

import pytest

from jknassist.core.flow.model import Action, Knowledge, Outcome
from jknassist.core.parsing.lint.all_rules import lint
from jknassist.core.parsing.lint.style import LONGEST, RULES, lint_style, wrong_in
from tests.support.changed_knowledge import with_part
from tests.support.small_knowledge import RELEASED, small_knowledge

AVOIDED = (
    ("title", "Kartu hilang atau rusak", "kartu HP"),
    ("title", "Di mana kartu itu sekarang?", "kartu HP"),
    ("hint", "kartu masih hidup", "aktif"),
    ("text", "Tanyakan apakah nomor bisa dihidupkan lagi.", "diaktifkan lagi"),
    ("text", "Cara menghidupkan nomor.", "diaktifkan lagi"),
    ("text", "Pastikan kartu yang menyala.", "aktif"),
    ("bring", "HP berisi kartu nomor baru", "HP dengan nomor"),
    ("text", "HP Anda berisi dua kartu?", "HP dengan nomor"),
    ("hint", "kartu masih bisa ditelepon", "nomornya bisa ditelepon"),
    ("text", "Di tempat ke-3 ada huruf.", "angka ke-"),
    ("text", "Nomor yang mulai dengan 08.", "diawali"),
    ("text", "Nomor keluarga yang tercatat.", "terdaftar"),
    ("text", "Minta kantor mencatat nomor itu.", "terdaftar"),
    ("text", "Baca tulisan di layar.", "di aplikasi"),
    ("text", "Bisa juga tulis e-mail.", "kirim e-mail"),
    ("text", "Sistem mungkin terganggu.", "sedang gangguan"),
    ("text", "Sudah ingat? Masuk biasa tidak perlu kode.", "login"),
    ("text", "Kata rahasia untuk masuk ke aplikasi.", "login"),
    ("text", "Kode OTP tidak datang.", "tidak masuk"),
    ("text", "Angka yang Anda pilih sendiri.", "buat sendiri"),
    ("text", "Berkas hitungan tidak bisa dibaca.", "file"),
    ("text", "Setelan kantor ini.", "pengaturan"),
    ("text", "Simpan hitungan.", "rekap"),
    ("text", "Aplikasi tidak mau berjalan.", "tidak bisa"),
    ("text", "Hapus blokirnya.", "buka blokirnya"),
    ("text", "Autentikasi gagal.", "pemeriksaan"),
    ("text", "Tanya provider Anda.", "operator"),
    ("text", "Ganti perangkat.", "HP"),
    ("text", "Server sedang sibuk.", "sistem"),
    ("text", "Kode tidak valid.", "ditolak"),
    ("text", "Kurang satu digit.", "angka"),
    ("text", "Periksa prefix nomor.", "4 angka pertama"),
    ("text", "Ketik nomer Anda.", "nomor"),
    ("text", "Pasang SIM card.", "kartu HP"),
    ("text", "Mohon tunggu.", "tanpa kata itu"),
)

PASSING = (
    ("title", "Kartu HP hilang atau rusak"),
    ("title", "Kartu Keluarga dan kartu JKN"),
    ("title", "SMS masuk ke kartu satunya"),
    ("title", "Kartu prabayar"),
    ("bring", "kartu JKN atau KIS"),
    ("meaning", "Kartu Keluarga, lembar berisi nama semua anggota keluarga."),
    ("text", "Pasang kartu itu di HP Anda."),
    ("text", "Nomornya masih aktif, dan kartunya terpasang."),
    ("text", "Matikan HP, lalu nyalakan lagi."),
    ("text", "Isi lagi mulai dari awal dengan pelan."),
    ("text", "Catat nomornya di kertas."),
    ("text", "Kode OTP masuk ke HP anak."),
    ("text", "Hitungan mundur di aplikasi sudah selesai."),
    ("text", "Muncul “server tidak merespons” di HP Anda."),
    ("text", "Ada tulisan “perangkat Anda sudah digunakan”."),
    ("text", "Baris {digit} dari {place}."),
)


@pytest.mark.parametrize(("field", "text", "instead"), AVOIDED)
def test_what_nobody_says_is_named_with_what_people_say(
    field: str, text: str, instead: str
) -> None:
    assert any(instead in said for said in wrong_in(text, field))


@pytest.mark.parametrize(("field", "text"), PASSING)
def test_what_people_say_passes(field: str, text: str) -> None:
    assert list(wrong_in(text, field)) == []


def test_a_lonely_kartu_is_only_unclear_in_a_title() -> None:
    assert list(wrong_in("Di mana kartu itu?", "title"))
    assert not list(wrong_in("Di mana kartu itu?", "text"))


def test_every_rule_has_a_text_that_it_finds() -> None:
    hit = {said.partition("lebih baik: ")[2] for f, t, _ in AVOIDED for said in wrong_in(t, f)}
    assert hit == {rule.instead for rule in RULES}


def ending(**changed: object) -> Knowledge:
    """Return the small knowledge with its first ending changed."""
    knowledge = small_knowledge()
    outcome: Outcome = replace(knowledge.outcomes[0], **changed)  # type: ignore[arg-type]
    return replace(knowledge, outcomes=(outcome, *knowledge.outcomes[1:]))


@pytest.mark.parametrize(("name", "most"), LONGEST.items())
def test_a_text_that_is_too_long_is_warned_of_at_its_place(name: str, most: int) -> None:
    def changed(length: int) -> Knowledge:
        text = "a" * length
        if name in {"stop", "come_back"}:
            small = small_knowledge()
            limit = replace(small.limits[0], **{name: text})  # type: ignore[arg-type]
            return replace(small, limits=(limit,))
        if name == "points":
            return with_part("guides", 0, points=(text,))
        done = (Action(id="a", text=text),)
        return ending(**{name: done if name == "actions" else text})

    assert not [f for f in lint_style(changed(most)) if "huruf" in f.text]
    (finding,) = [f for f in lint_style(changed(most + 1)) if "huruf" in f.text]
    assert finding.warning
    section = {"stop": "limits", "come_back": "limits", "points": "guides"}.get(name, "outcomes")
    assert finding.path[:3] == (section, 0, name)
    assert f"{most + 1} huruf, paling banyak {most}" in finding.text


def test_the_sentences_of_the_number_doctor_are_examined_too() -> None:
    knowledge = small_knowledge()
    words = replace(knowledge.number_words, unfinished="Nomor yang mulai dengan 08.")
    (found,) = lint_style(replace(knowledge, number_words=words))
    assert found.path == ("number_words", "unfinished")
    assert "diawali" in found.text


def test_only_the_editor_is_warned_and_only_in_indonesian() -> None:
    bad = ending(cause="Server terganggu.")
    assert [f for f in lint(bad, today=RELEASED) if "lebih baik" in f.text]
    assert not [f for f in lint(bad) if "lebih baik" in f.text]
    assert list(lint_style(replace(bad, language="en"))) == []
