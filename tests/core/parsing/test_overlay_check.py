"""Mismatches of an overlay are reported with their line."""

import pytest

from jknassist.core.diagnostic import Diagnostic
from jknassist.core.flow.model import Knowledge
from jknassist.core.parsing import load as loading
from tests.support.small_knowledge import small_knowledge
from tests.support.small_overlay import small_overlay, small_overlay_yaml

NAME = "isi.en.yaml"


def load(text: str | bytes) -> tuple[Knowledge | None, tuple[Diagnostic, ...]]:
    data = text.encode() if isinstance(text, str) else text
    return loading.load_overlay(data, NAME, small_knowledge())


def faults_of(text: str | bytes) -> tuple[Diagnostic, ...]:
    """Return the faults of an overlay that must not load."""
    knowledge, faults = load(text)
    assert knowledge is None
    assert not [fault for fault in faults if fault.warning]
    return faults


def only_fault(text: str) -> Diagnostic:
    faults = faults_of(text)
    assert len(faults) == 1, faults
    return faults[0]


def changed(old: str, new: str) -> str:
    """Return the small overlay with its first such part replaced."""
    assert old in small_overlay_yaml()
    return small_overlay_yaml().replace(old, new, 1)


def line_of(part: str, text: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "where", "part"),
    [
        ('      hint: "En: Bukan kuota"\n', "", "pulsa:", 'kunci "hint" belum ada'),
        ('        hint: "En: Bukan kuota"\n', "", "pulsa:", 'kunci "hint" belum ada'),
        ("      tidak_masuk:", "      tidak_masukk:", "tidak_masukk:", '"tidak_masuk"'),
        ("  nomor:", "  asing:", "asing:", 'kunci "asing" tidak dikenal'),
        ('title: "En: Pulsa habis"', "title: 5", "title: 5", "harus teks"),
        ('title: "En: Pulsa habis"', "title:", "title:\n", "masih kosong"),
        ('title: "En: Pulsa habis"', 'title: " "', 'title: " "', '"title" masih kosong'),
        ('title: "En: Pulsa habis"', "title: [a]", "title: [a]", "tidak dapat berisi daftar"),
        ("En: Isi pulsa.", "", 'text: ""', '"text" masih kosong'),
        ('text: "En: Isi pulsa."', "text: 7", "text: 7", "harus teks"),
        ('- "En: Tidak ada yang disimpan."', "- 7", "- 7", "harus teks"),
        (
            '  - "En: Ini bantuan percobaan."\n',
            "",
            "about:\n  - ",
            "berisi 1 butir; berkas asalnya 2",
        ),
        ("  gangguan:\n", "  gangguan: tidak\n  lain:\n", "gangguan: tidak", "tidak dapat berisi"),
        ("step count {number}", "step count", "step_count", "belum ada {number}"),
        ("En: next", "En: {next}", "next:", "{next} tidak dikenal"),
        ("En: next", "En: {", "next:", "kurung kurawal"),
        ("JAN FEB", "JANFEB", "months", "dua belas nama bulan"),
        ("En: Pulsa habis", "En: Pulsa habis ", "Pulsa habis ", "spasi"),
        (
            "En: Kode OTP",
            "En: Pulsa",
            'term: "En: Pulsa"\n    meaning: "En: Angka',
            "sudah dipakai di atas",
        ),
        ("En: Pulsa habis", "En: <b>Pulsa", "<b>", "teks biasa"),
        ("En: Pulsa habis", "En: Pul\u200bsa", "Pul\u200b", "U+200B"),
        ('"En: Pulsa habis"', '&a "En: Pulsa"', "&a", "jangkar"),
        ('overlay_of: "id"', 'overlay_of: "su"', "overlay_of", '"overlay_of" harus id'),
        ("edition: 1", "edition: 2", "edition", '"edition" harus 1'),
        ("edition: 1", 'edition: "1"', "edition", "angka bulat"),
        ('language: "en"', 'language: "id"', "language", "bahasa berkas asalnya"),
        ('language: "en"', 'language: "English"', "language", "kode bahasa"),
        ('language: "en"\n', "", "overlay_of", 'kunci "language" belum ada'),
    ],
)
def test_a_fault_has_its_line(old: str, new: str, where: str, part: str) -> None:
    text = changed(old, new)
    told = {fault.line: fault.text for fault in faults_of(text)}
    assert part in told.get(line_of(where, text), ""), told


def test_a_misspelled_id_is_reported_once() -> None:
    fault = only_fault(changed("      tidak_masuk:", "      tidak_masukk:"))
    assert 'mungkin maksudnya "tidak_masuk"' in fault.text


def test_all_faults_come_at_once_and_in_the_order_of_lines() -> None:
    text = changed('name: "En: Bantuan Kecil"\n', "").replace("En: Isi pulsa.", "En: <i>")
    text = text.replace("{number}", "{angka}", 1).replace("  nomor:", "  nomr:", 1)
    faults = faults_of(text)
    assert list(faults) == sorted(faults)
    lines = {fault.line for fault in faults}
    assert lines >= {1, line_of("<i>", text), line_of("{angka}", text), line_of("nomr:", text)}


def test_a_file_that_is_no_overlay_at_all() -> None:
    for data in (b"", b"halo", b"- a\n- b\n", b"a: \xff\n", b"a: b\n---\nc: d\n"):
        faults = faults_of(data)
        assert {fault.file for fault in faults} == {NAME}
    assert len(faults_of(b"{}")) == len(small_overlay())
