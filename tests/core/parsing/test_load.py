import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jknassist.core.flow.model import FactConfidence, Knowledge, NumberResult, NumberStep
from jknassist.core.parsing import load
from tests.support.parse_faults import NAME, changed, faults_of, line_of, only_fault, with_sources
from tests.support.small_knowledge import CHECKED, small_knowledge, small_yaml


def test_a_sound_file_becomes_the_same_knowledge() -> None:
    knowledge, faults = load.load_knowledge(small_yaml().encode(), NAME)
    assert faults == ()
    assert knowledge == small_knowledge()


def test_lists_are_tuples_and_codes_are_codes() -> None:
    knowledge, _ = load.load_knowledge(small_yaml().encode(), NAME)
    assert knowledge is not None
    assert isinstance(knowledge.outcomes[0].actions, tuple)
    assert type(knowledge.outcomes[0].provenance.confidence) is FactConfidence
    number = knowledge.steps[1]
    assert isinstance(number, NumberStep)
    assert {type(key) for key in number.findings} == {NumberResult}


def test_loaded_content_refers_to_no_module_that_needs_pydantic() -> None:
    knowledge, _ = load.load_knowledge(small_yaml().encode(), NAME)
    assert type(knowledge) is Knowledge
    assert b"loading" not in pickle.dumps(knowledge)


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


def test_a_file_with_thousands_of_faults_is_given_up() -> None:
    faults = faults_of("- &a b\n" * 50_000)
    assert len(faults) == load.MOST_REPORTED + 1
    assert faults[0].line == 1
    assert "lagi atau lebih" in faults[-1].text


def test_a_thousand_values_that_do_not_suit_are_not_all_told() -> None:
    more = "".join(f"  - id: lagi{i}\n    text: {i}\n" for i in range(1_000))
    faults = faults_of(with_sources(more))
    assert len(faults) == load.MOST_REPORTED + 1
    assert "lagi atau lebih" in faults[-1].text


# Whether the values suit the models.


def test_all_faults_come_at_once_and_in_the_order_of_lines() -> None:
    text = small_yaml().replace('shown: "165"', "shown: 165").replace("minutes: 5", "minutes: lima")
    text = text.replace('name: "Bantuan Kecil"', "nama: <b>")
    faults = faults_of(text)
    assert [fault.line for fault in faults] == [
        line_of("nama: <b>", text),
        line_of("minutes: lima", text),
        line_of("shown: 165", text),
    ]


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


# Fuzzing: the parser never raises.


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
