"""YAML errors become understandable messages with their line."""

import pytest
import yaml

from jknassist.core.parsing.error_messages import explain_syntax
from tests.support.parse_faults import changed, faults_of, line_of, only_fault

CLOSED = "tanda kutip yang dibuka di sini belum ditutup"
COMMA = "kurung belum ditutup, atau koma belum ada"
DASH = 'tanda "-" tidak pada tempatnya; periksa spasi di depannya'
ODD = "susunan baris ini salah; periksa spasi di depannya, beri tanda kutip pada teksnya"


@pytest.mark.parametrize(
    ("problem", "line", "began", "told"),
    [
        ("expected ',' or ']'", 5, 3, (5, f"{COMMA} (bagian ini dimulai di baris 3)")),
        ("expected ',' or ']'", 5, 5, (5, COMMA)),
        ("block sequence entries are not allowed", 4, None, (4, DASH)),
        ("found unexpected end of stream", 9, 2, (2, CLOSED)),
        ("found unexpected end of stream", 9, None, (9, CLOSED)),
        ("something new", None, 7, (7, ODD)),
        ("something new", None, None, (1, ODD)),
    ],
)
def test_a_broken_file_is_explained(
    problem: str, line: int | None, began: int | None, told: tuple[int, str]
) -> None:
    assert explain_syntax(problem, line, began) == told


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("a: [b, c\nd: e\n", 2, "kurung"),
        ('a: b\nc: "d\ne: f\n', 2, "belum ditutup"),
        ("a: b: c\n", 1, "titik dua"),
        ("a:\n\t- b\n", 2, "tab"),
        ("a:\n  b: c\n d: e\n", 3, "spasi di depannya"),
        ("a:\n  - b\n  c: d\n", 3, "spasi di depannya"),
        ('a: "\\q"\n', 1, "garis miring terbalik"),
        ("a: @b\n", 1, "tanda kutip"),
        ("a: - b\n", 1, '"-"'),
        ("a: b\nc\nd: e\n", 3, "titik dua"),
    ],
)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_broken_yaml_is_explained(
    text: str, line: int, part: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml, "CSafeLoader", getattr(yaml, loader))
    fault = faults_of(text)[0]
    assert fault.line == line
    assert part in fault.text


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ('shown: "165"', "shown: 165", 'beri tanda kutip, jadi "165"'),
        ('copied: "081234567890"', "copied: 081234567890", 'jadi "081234567890"'),
        ('text: "Sudah semua"', "text: yes", 'jadi "yes"'),
        ('text: "Sudah semua"', "text: 1.5", 'jadi "1.5"'),
        ('text: "Sudah semua"', "text: 10:30", 'jadi "10:30"'),
        ('text: "Sudah semua"', "text: 2026-11-22", 'jadi "2026-11-22"'),
        ('text: "Sudah semua"', "text: null", "masih kosong"),
        ('text: "Sudah semua"', "text: ~", "masih kosong"),
        ('text: "Sudah semua"', "text: [a]", "tidak dapat berisi daftar"),
        ('text: "Sudah semua"', "text: {a: b}", "tidak dapat berisi kumpulan kunci"),
        ("minutes: 5", 'minutes: "5"', "angka bulat tanpa tanda kutip"),
        ("minutes: 5", "minutes: 5.0", "angka bulat"),
        ("minutes: 5", "minutes: 0x5", "angka bulat"),
        ("minutes: 5", "minutes: 1_000", "angka bulat"),
        ("minutes: 5", f"minutes: {'9' * 500}", "angka bulat"),
        ("minutes: 5", "minutes: true", "angka bulat"),
        ("released: 2026-11-22", "released: 22-11-2026", "2026-11-22"),
        ("released: 2026-11-22", "released: 2026-13-22", "2026-11-22"),
        ("released: 2026-11-22", "released: 2026-11-22 10:00:00", "2026-11-22"),
        ("released: 2026-11-22", "released: 20261122", "2026-11-22"),
        ("solved: true", 'solved: "ya"', "true atau false"),
        ("solved: true", "solved: yes", "true atau false"),
        ("about:", "about: satu\nabout_lain:", "daftar"),
        ('kind: "choice"', 'kind: "choise"', 'mungkin maksudnya "choice"'),
        ('kind: "choice"', "kind: [choice]", "choice, number, checklist, wait"),
        ('channel: "phone"', 'channel: "fone"', 'mungkin maksudnya "phone"'),
        ('channel: "phone"', 'channel: "merpati"', "phone, whatsapp, sms"),
        ('channel: "phone"', f'channel: "{"a" * 50}"', "…"),
        ('ok: "nomor_kartu"', 'oke: "nomor_kartu"', 'mungkin maksudnya "ok"'),
        ('ok: "nomor_kartu"', 'zzz: "nomor_kartu"', "yang ada: "),
        ('goes_to: "nomor"', 'goes_too: "nomor"', 'mungkin maksudnya "goes_to"'),
        ('goes_to: "nomor"', 'warna: "nomor"', "yang ada: id, text, hint, picture, goes_to"),
        ('line: "Jangan', 'lain: "Jangan', "kunci"),
        ('text: "Isi pulsa."', "text: 5", "harus teks"),
        ('picture: "hp_pulsa"', "picture: [a]", "tidak dapat berisi daftar"),
    ],
)
def test_a_value_that_does_not_suit_is_named_with_what_does(old: str, new: str, part: str) -> None:
    text = changed(old, new)
    told = [fault for fault in faults_of(text) if part in fault.text]
    assert line_of(new, text) in {fault.line for fault in told}


def test_a_missing_key_has_the_line_of_its_group() -> None:
    text = changed('        text: "Pulsa habis"\n', "")
    fault = only_fault(text)
    assert fault.line == line_of('- id: "pulsa"', text)
    assert 'kunci "text" belum ada' in fault.text


def test_a_misspelled_key_is_not_missing_as_well() -> None:
    text = changed('        text: "Pulsa habis"', '        tekst: "Pulsa habis"')
    assert only_fault(text).line == line_of("tekst:", text)
