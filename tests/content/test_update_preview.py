"""A content file before it is taken: found, read with its translations, and refused by reason."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jknassist.content import installed_update, update_preview
from jknassist.content.override import find
from jknassist.content.update_preview import UnusableError, candidates, examine, take
from jknassist.core.flow.model import Knowledge
from jknassist.core.text_rules import MOST_BYTES
from jknassist.system import paths
from tests.support.small_knowledge import small_knowledge, to_yaml
from tests.support.small_overlay import small_overlay_yaml

NOW = small_knowledge()
NEWER = replace(NOW, contacts=(replace(NOW.contacts[0], note="0812-0000-0000"), *NOW.contacts[1:]))


@pytest.fixture(autouse=True)
def small_shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ship the small content, on a machine whose user owns the program."""
    monkeypatch.setattr(update_preview, "shipped_of", lambda _language="": NOW)
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    monkeypatch.setattr(installed_update, "_program_folder", lambda: tmp_path)
    monkeypatch.setattr(paths, "settings_folder", lambda: tmp_path / "settings")
    monkeypatch.setattr(paths, "PACKAGED_CONTENT", tmp_path / "package")


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def put(folder: Path, knowledge: Knowledge, name: str = "knowledge.yaml") -> Path:
    path = folder / name
    path.write_text(to_yaml(knowledge), encoding="utf-8")
    return path


def test_what_was_taken_runs_from_the_next_start_on(stick: Path) -> None:
    path = put(stick, NEWER, "knowledge (1).yaml")
    update = examine(path, NOW)
    assert update.knowledge == NEWER
    assert [one.label for one in update.changes.contacts] == [NOW.contacts[0].label]
    take(update)
    path.unlink()
    found = find(NOW, own=True)
    assert (found.knowledge, found.name) == (NEWER, str(installed_update.file()))
    assert find(NOW).knowledge is None, "a kiosk does not look there"


def test_translations_beside_it_come_along_and_unfit_ones_stay_behind(stick: Path) -> None:
    path = put(stick, NOW)
    path.with_name("knowledge.en.yaml").write_text(small_overlay_yaml(), encoding="utf-8")
    path.with_name("knowledge.jv.yaml").write_text("overlay_of: id\n", encoding="utf-8")
    assert sorted(examine(path, NOW).files) == ["knowledge.en.yaml", "knowledge.yaml"]


def test_the_newest_files_are_offered_and_no_translations(stick: Path) -> None:
    for age, name in enumerate(("knowledge.yaml", "knowledge-2.yaml", "knowledge.en.yaml")):
        put(stick, NOW, name)
        os.utime(stick / name, (1000 - age, 1000 - age))
    (stick / "other.yaml").write_text("a: b\n")
    (stick / "knowledge-folder.yaml").mkdir()
    assert [path.name for path in candidates(stick)] == ["knowledge.yaml", "knowledge-2.yaml"]
    assert candidates(stick / "none") == []


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"rusak: [", "kesalahan, yang pertama knowledge.yaml:"),
        (b"\x00\x01", "kesalahan"),
        (b"#" * (MOST_BYTES + 1), "lebih besar dari"),
        (small_overlay_yaml().encode(), "itu terjemahan"),
    ],
)
def test_what_cannot_be_used_is_said(stick: Path, data: bytes, says: str) -> None:
    path = stick / "knowledge.yaml"
    path.write_bytes(data)
    with pytest.raises(UnusableError, match=says):
        examine(path, NOW)


@pytest.mark.parametrize(
    "now", [replace(NOW, edition=NOW.edition + 1), replace(NOW, released=date(2030, 1, 1))]
)
def test_what_is_older_is_refused(stick: Path, now: Knowledge) -> None:
    with pytest.raises(UnusableError, match="lebih lama"):
        examine(put(stick, NOW), now)


def test_a_file_that_is_not_there_is_said(stick: Path) -> None:
    with pytest.raises(UnusableError, match="tidak bisa dibaca"):
        examine(stick / "none.yaml", NOW)
