"""Error recovery: one fault hides no other, and only clear cases are guessed."""

import pytest

from jknassist.core.parsing import load
from tests.support.parse_faults import changed, faults_of, line_of, only_fault, with_sources
from tests.support.small_knowledge import small_yaml


def test_what_is_wrong_everywhere_is_not_guessed_at(monkeypatch: pytest.MonkeyPatch) -> None:
    guessed: list[object] = []
    monkeypatch.setattr(load, "recover", lambda _tree, wrong: guessed.append(wrong))
    assert faults_of(with_sources("  - id: 5\n    text: 5\n" * 200))
    assert guessed == []
    assert faults_of(with_sources("  - id: 5\n    text: 5\n"))
    assert guessed


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


def test_a_group_that_is_missing_is_reported_once() -> None:
    start = small_yaml().index("safety:")
    text = small_yaml()[:start] + small_yaml()[small_yaml().index("steps:") :]
    fault = only_fault(text)
    assert (fault.line, 'kunci "safety" belum ada' in fault.text) == (1, True)
