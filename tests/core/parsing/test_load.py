import pickle
from datetime import date, timedelta

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.diagnostic import Diagnostic
from jknassist.core.flow.model import Confidence, Knowledge, NumberResult, NumberStep
from jknassist.core.parsing import load
from jknassist.core.parsing.tree_builder import MOST_DEPTH, MOST_VALUES
from tests.support.small_knowledge import CHECKED, small_knowledge, small_yaml

NAME = "isi.yaml"


def faults_of(text: str) -> tuple[Diagnostic, ...]:
    """Return the faults of a text that must not load."""
    knowledge, faults = load.load_knowledge(text.encode(), NAME)
    assert knowledge is None
    return faults


def only_fault(text: str) -> Diagnostic:
    faults = faults_of(text)
    assert len(faults) == 1, faults
    return faults[0]


def line_of(part: str, text: str) -> int:
    """Return the line in which a text has a part for the first time."""
    return text[: text.index(part)].count("\n") + 1


def changed(old: str, new: str) -> str:
    """Return the small file with its first such part replaced."""
    assert old in small_yaml()
    return small_yaml().replace(old, new, 1)


def test_a_sound_file_becomes_the_same_knowledge() -> None:
    knowledge, faults = load.load_knowledge(small_yaml().encode(), NAME)
    assert faults == ()
    assert knowledge == small_knowledge()


def test_lists_are_tuples_and_codes_are_codes() -> None:
    knowledge, _ = load.load_knowledge(small_yaml().encode(), NAME)
    assert knowledge is not None
    assert isinstance(knowledge.outcomes[0].actions, tuple)
    assert type(knowledge.outcomes[0].provenance.confidence) is Confidence
    number = knowledge.steps[1]
    assert isinstance(number, NumberStep)
    assert {type(key) for key in number.findings} == {NumberResult}


def test_what_is_loaded_names_no_room_that_needs_pydantic() -> None:
    knowledge, _ = load.load_knowledge(small_yaml().encode(), NAME)
    assert type(knowledge) is Knowledge
    assert b"loading" not in pickle.dumps(knowledge)


def test_a_fault_is_written_as_file_line_and_text() -> None:
    assert str(Diagnostic("isi.yaml", 7, "salah")) == "isi.yaml:7: salah"
    assert str(Diagnostic("isi.yaml", 7, "lama", warning=True)) == "isi.yaml:7: peringatan: lama"


# What a file may look like.


def test_a_byte_order_mark_is_accepted() -> None:
    knowledge, faults = load.load_knowledge(small_yaml().encode("utf-8-sig"), NAME)
    assert (knowledge, faults) == (small_knowledge(), ())


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_of_other_systems_are_accepted_and_counted(line_end: str) -> None:
    text = changed('shown: "165"', "shown: 165")
    expected = only_fault(text)
    assert only_fault(text.replace("\n", line_end)) == expected
    assert expected.line == line_of("shown: 165", text)


def test_a_text_block_ends_without_its_line_end() -> None:
    text = changed('text: "Tunggu dulu sebentar."', "text: >\n      Tunggu dulu\n      sebentar.")
    knowledge, faults = load.load_knowledge(text.encode(), NAME)
    assert (knowledge, faults) == (small_knowledge(), ())


def test_a_space_that_does_not_break_is_accepted() -> None:
    text = changed("Sudah semua", "Sudah\u00a0semua")
    assert load.load_knowledge(text.encode(), NAME)[1] == ()


@pytest.mark.parametrize(
    ("data", "line", "part"),
    [
        (b"", 1, "kosong"),
        (b"# hanya catatan\n", 1, "kosong"),
        (b"---\n", 1, "kosong"),
        (b"a: b\nc: \xff\n", 2, "UTF-8"),
        ("a: b".encode("utf-16"), 1, "UTF-16"),
        (b"a" * (2 * 1024 * 1024 + 1), 1, "2 MiB"),
        (b"a: b\n---\nc: d\n", 2, "satu dokumen"),
        (b"- a\n- b\n", 1, "tidak dapat berisi daftar"),
        (b"halo", 1, "bukan kumpulan kunci"),
    ],
)
def test_a_file_that_is_no_knowledge_at_all(data: bytes, line: int, part: str) -> None:
    knowledge, faults = load.load_knowledge(data, NAME)
    assert knowledge is None
    assert [fault.line for fault in faults] == [line]
    assert part in faults[0].text


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


# What YAML can do and a content file may not.


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ('name: "Bantuan Kecil"', "name: &nama Bantuan", "jangkar"),
        ('name: "Bantuan Kecil"', "name: *nama", "alias"),
        ('name: "Bantuan Kecil"', "name: !!str Bantuan", "tanda seru"),
        ('name: "Bantuan Kecil"', "name: !python/object:os.system ls", "tanda seru"),
        ('name: "Bantuan Kecil"', 'name: "Bantuan"\n<<: {name: "Lain"}', "<<"),
        ('name: "Bantuan Kecil"', "name: <<", "tanda kutip"),
        ('name: "Bantuan Kecil"', "name: =", "tanda kutip"),
        ('name: "Bantuan Kecil"', 'name: "Bantuan"\nno: "Tidak"', 'kunci ini: "no"'),
        ('name: "Bantuan Kecil"', 'name: "Bantuan"\n[a, b]: c', "kunci harus satu kata"),
        ('name: "Bantuan Kecil"', 'name: "Ban\\u200Btuan"', "U+200B"),
        ('name: "Bantuan Kecil"', 'name: "Ban\\0tuan"', "U+0000"),
        ('name: "Bantuan Kecil"', 'name: "Ban\\ttuan"', "U+0009"),
        ('name: "Bantuan Kecil"', 'name: "Ban\u202etuan"', "U+202E"),
        ('name: "Bantuan Kecil"', 'name: "Ban\x00tuan"', "U+0000"),
        ('name: "Bantuan Kecil"', 'name: "Bantuan <b>Kecil</b>"', "teks biasa"),
        ('name: "Bantuan Kecil"', f'name: "{"a" * 2001}"', "paling banyak 2000"),
    ],
)
def test_what_a_content_file_may_not_have(old: str, new: str, part: str) -> None:
    text = changed(old, new)
    told = [fault for fault in faults_of(text) if part in fault.text]
    assert [fault.line for fault in told] == [line_of(new.rpartition("\n")[2], text)]


def test_a_mark_that_is_not_markup_is_accepted() -> None:
    text = changed("Bantuan Kecil", "Nomor < 10 angka & lebih")
    assert load.load_knowledge(text.encode(), NAME)[1] == ()


def test_a_key_given_twice_names_both_lines() -> None:
    text = changed("edition: 1\n", 'edition: 1\nname: "Lain"\n')
    fault = only_fault(text)
    assert fault.line == text[: text.rindex("\nname:")].count("\n") + 2
    assert f"baris {line_of('name:', text)}" in fault.text


def test_lists_in_lists_end_somewhere() -> None:
    assert only_fault("[" * (MOST_DEPTH + 1)).text.startswith("isi bersarang")
    assert "bersarang" in only_fault("- " * (MOST_DEPTH + 1)).text
    assert "bersarang" not in faults_of("[" * MOST_DEPTH)[0].text


def test_a_file_of_too_many_values_is_not_read_to_its_end() -> None:
    fault = only_fault("- a\n" * (MOST_VALUES + 10))
    assert fault.line == MOST_VALUES
    assert str(MOST_VALUES) in fault.text


def test_aliases_that_multiply_are_never_followed() -> None:
    levels = "".join(f"a{i + 1}: &a{i + 1} [{', '.join([f'*a{i}'] * 9)}]\n" for i in range(20))
    faults = faults_of(f"a0: &a0 lol\n{levels}")
    assert {"alias" in fault.text for fault in faults} == {True}


def test_a_file_with_thousands_of_faults_is_given_up() -> None:
    faults = faults_of("- &a b\n" * 50_000)
    assert len(faults) == load.MOST_REPORTED + 1
    assert faults[0].line == 1
    assert "lagi atau lebih" in faults[-1].text


def with_sources(more: str) -> str:
    """Return the small file with more lines at the head of its sources."""
    return small_yaml().replace("\nsources:\n", f"\nsources:\n{more}")


def test_a_thousand_values_that_do_not_suit_are_not_all_told() -> None:
    more = "".join(f"  - id: lagi{i}\n    text: {i}\n" for i in range(1_000))
    faults = faults_of(with_sources(more))
    assert len(faults) == load.MOST_REPORTED + 1
    assert "lagi atau lebih" in faults[-1].text


def test_what_is_wrong_everywhere_is_not_guessed_at(monkeypatch: pytest.MonkeyPatch) -> None:
    guessed: list[object] = []
    monkeypatch.setattr(load, "recover", lambda _tree, wrong: guessed.append(wrong))
    assert faults_of(with_sources("  - id: 5\n    text: 5\n" * 200))
    assert guessed == []
    assert faults_of(with_sources("  - id: 5\n    text: 5\n"))
    assert guessed


# Whether the values suit the models.


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


def test_a_step_without_a_kind_is_told_which_there_are() -> None:
    fault = only_fault(changed('    kind: "choice"\n', ""))
    assert fault.line == line_of('- id: "mulai"', small_yaml())
    assert '"kind" belum ada; isinya salah satu dari: choice, number' in fault.text


def test_a_step_that_is_no_group_of_keys() -> None:
    text = changed("steps:\n", 'steps:\n  - "mulai"\n')
    assert 'butir ke-1 dari "steps" tidak dapat berisi "mulai"' in only_fault(text).text


def test_a_quoted_date_is_a_date() -> None:
    text = changed("released: 2026-11-22", 'released: "2026-11-22"')
    assert load.load_knowledge(text.encode(), NAME)[0] == small_knowledge()


def test_all_faults_come_at_once_and_in_the_order_of_lines() -> None:
    text = small_yaml().replace('shown: "165"', "shown: 165").replace("minutes: 5", "minutes: lima")
    text = text.replace('name: "Bantuan Kecil"', "nama: <b>")
    faults = faults_of(text)
    assert [fault.line for fault in faults] == [
        line_of("nama: <b>", text),
        line_of("minutes: lima", text),
        line_of("shown: 165", text),
    ]


def test_other_faults_are_found_behind_those_whose_meaning_is_clear() -> None:
    text = changed("edition: 1", "edisi: 1").replace('kind: "wait"', 'kind: "wat"')
    text = text.replace("minutes: 5", 'minutes: "5"').replace('"kode_masuk"', '"kode_masok"', 1)
    text = text.replace('shown: "165"', "shown: 165").replace(
        "checked_on: 2026", "checked_on: 20", 1
    )
    assert [(fault.line, fault.text.split(";")[0]) for fault in faults_of(text)] == [
        (1, 'kunci "edisi" tidak dikenal di sini'),
        (line_of("checked_on: 20-", text), '"checked_on" tidak dapat berisi "20-11-01"'),
        (line_of('"kode_masok"', text), '"kode_masok" tidak ada di bagian steps atau outcomes'),
        (line_of('"wat"', text), '"kind" tidak dapat berisi "wat"'),
        (line_of('minutes: "5"', text), '"minutes" tidak dapat berisi "5"'),
        (line_of('- id: "kode_masuk"', text), 'tidak ada jalan dari "mulai" ke "kode_masuk"'),
        (line_of("shown: 165", text), '"shown" harus teks: beri tanda kutip, jadi "165"'),
    ]


def test_faults_below_a_misspelled_key_have_their_lines() -> None:
    text = changed("steps:", "stps:").replace("minutes: 5", 'minutes: "5"')
    text = text.replace('goes_to: "tunggu"', 'goes_to: "tungu"').replace(
        'kind: "wait"', 'kind: "w"'
    )
    assert [(fault.line, fault.text.split(";")[0]) for fault in faults_of(text)] == [
        (line_of("stps", text), 'kunci "stps" tidak dikenal di sini'),
        (line_of('kind: "w"', text), '"kind" tidak dapat berisi "w"'),
    ]
    text = text.replace('kind: "w"', 'kind: "wat"')
    assert [fault.line for fault in faults_of(text)] == [
        line_of("stps", text),
        line_of("tungu", text),
        line_of('- id: "tunggu"', text),
        line_of('kind: "wat"', text),
        line_of('minutes: "5"', text),
        line_of('- id: "kode_masuk"', text),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('- id: "tunggu"', "- id: [tunggu]"),
        ('kind: "wait"', 'kind: "entah"'),
        ('start: "mulai"\n', ""),
        ('    bring:\n      - "KTP"', '    bring: "KTP"\n    warna: "merah"'),
    ],
)
def test_nothing_is_said_that_would_only_follow_from_another_fault(old: str, new: str) -> None:
    faults = faults_of(changed(old, new))
    assert len(faults) == 1 + new.count("warna"), faults


def test_a_group_that_is_missing_is_told_once() -> None:
    start = small_yaml().index("safety:")
    text = small_yaml()[:start] + small_yaml()[small_yaml().index("steps:") :]
    fault = only_fault(text)
    assert (fault.line, 'kunci "safety" belum ada' in fault.text) == (1, True)


def test_links_and_holes_are_proved_with_their_lines() -> None:
    text = changed('goes_to: "nomor"', 'goes_to: "nomer"')
    text = text.replace('step_count: "step count {number}"', 'step_count: "langkah {angka}"')
    told = {(fault.line, fault.text[:9]) for fault in faults_of(text)}
    assert (line_of('"nomer"', text), '"nomer" t') in told
    assert (line_of("step_count", text), "belum ada") in told


def test_only_faults_keep_a_file_out_and_only_a_check_warns() -> None:
    data = changed('text: "Balasan', 'text: "Balasan lama').encode()
    text = data.decode().replace('- "s2"', '- "s1"')
    assert load.load_knowledge(text.encode(), NAME)[1] == ()
    warnings = load.check(text.encode(), NAME, today=CHECKED)
    assert [(w.line, w.warning) for w in warnings if "s2" in w.text] == [
        (line_of('- id: "s2"', text), True)
    ]


def test_many_warnings_keep_no_file_out() -> None:
    text = with_sources("".join(f'  - id: "lagi{i}"\n    text: "Lagi."\n' for i in range(300)))
    assert load.load_knowledge(text.encode(), NAME)[1] == ()
    told = load.check(text.encode(), NAME, today=CHECKED)
    assert {fault.warning for fault in told} == {True}
    assert len(told) > load.MOST_REPORTED


def test_a_check_with_a_date_names_old_facts_by_line() -> None:
    later = CHECKED + timedelta(days=181)
    told = load.check(small_yaml().encode(), NAME, today=later)
    assert len(told) == small_yaml().count("checked_on")
    assert {fault.warning for fault in told} == {True}
    assert told[0].line == line_of("checked_on", small_yaml())


# Whatever comes, the gate answers.


@pytest.mark.parametrize(
    "text",
    [
        "[" * 2_000_000,
        "{" * 2_000_000,
        "- " * 1_000_000,
        "? " * 1_000_000,
        "[" + "[]," * 600_000 + "]",
        "a: b\n" * 400_000,
        "\0\n" * 1_000_000,
        "\u200b\n" * 500_000,
        "?\n" * 500_000,
        f"name: {'x' * 2_000_000}",
        f"{'x' * 2_000_000}: a",
        f"edition: {'9' * 2_000_000}",
        "words:\n" + "".join(f"  nexr{i}: b\n" for i in range(40_000)),
        "steps:\n" + "- {kind: choice}\n" * 30_000,
        "'" * 2_000_000,
        " " * 2_000_000,
    ],
    ids=lambda text: text[:8].strip(),
)
def test_hostile_files_are_refused(text: str) -> None:
    assert 0 < len(faults_of(text)) <= load.MOST_REPORTED + 1


@st.composite
def damaged_files(draw: st.DrawFn) -> bytes:
    """Draw the small file with a few of its bytes replaced, doubled or taken out."""
    data = bytearray(small_yaml().encode())
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 12)))
        pieces = st.one_of(
            st.binary(max_size=6), st.sampled_from([b"\n", b"- ", b": ", b"{", b"[", b'"', b"&a "])
        )
        data[start:end] = draw(pieces)
    return bytes(data)


@st.composite
def badly_edited_files(draw: st.DrawFn) -> bytes:
    """Draw the small file after somebody lost, doubled, moved or changed some of its lines."""
    lines = small_yaml().splitlines()
    for _ in range(draw(st.integers(1, 6))):
        line = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["lose", "double", "move", "retype", "key", "value"])):
            case "lose":
                lines.pop(line)
            case "double":
                lines.insert(line, lines[line])
            case "move":
                lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(line))
            case "key":
                lines[line] = lines[line].replace(":", "x:", 1)
            case "value":
                lines[line] = lines[draw(st.integers(0, len(lines) - 1))].replace("- ", "  ", 1)
            case _:
                words = st.sampled_from(["5", "ya", "null", "[]", "{}", '""', "[a, {b: c}]", "|"])
                lines[line] = f"{lines[line].partition(':')[0]}: {draw(words)}"
    return "\n".join(lines).encode()


@given(st.one_of(damaged_files(), badly_edited_files()))
def test_any_damage_gives_a_knowledge_or_faults(data: bytes) -> None:
    knowledge, faults = load.load_knowledge(data, NAME)
    assert (knowledge is None) == bool(faults)
    lines = data.count(b"\n") + data.count(b"\r") + 1
    assert all(1 <= fault.line <= lines + 1 for fault in faults)
    assert list(faults) == sorted(faults)


@given(st.binary(max_size=200))
def test_any_bytes_give_faults(data: bytes) -> None:
    assert load.load_knowledge(data, NAME)[0] is None


def test_the_settings_of_an_office_are_recognised_and_checked() -> None:
    faults = load.check(b"office:\n  nama: Contoh\n", "site.yaml", today=date(2026, 11, 22))
    assert faults
    assert str(faults[0]).startswith("site.yaml:")
