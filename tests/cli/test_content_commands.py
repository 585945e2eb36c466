"""Commands for content editors: check, schema, graph and drafts."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from jknassist.cli import content_commands, main
from jknassist.core.export.diagram import dot
from jknassist.core.flow.model import links
from jknassist.gui.devtools import preview
from tests.support.first_edition import first_yaml
from tests.support.small_knowledge import small_knowledge, small_yaml
from tests.support.small_overlay import small_overlay_yaml

Said = pytest.CaptureFixture[str]


@pytest.fixture
def small_file(tmp_path: Path) -> Path:
    path = tmp_path / "isi.yaml"
    path.write_text(small_yaml(), encoding="utf-8")
    return path


def changed(path: Path, old: str, new: str) -> str:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return str(path)


def told(capsys: Said) -> list[dict[str, object]]:
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.count("\n") == 1
    found: list[dict[str, object]] = json.loads(said.out)
    return found


def test_an_editor_gets_an_empty_array_for_a_sound_file(
    capsys: Said, small_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(content_commands, "_today", lambda: small_knowledge().released)
    assert main.main(["check", "--format", "json", str(small_file)]) == 0
    assert told(capsys) == []


def test_an_editor_gets_every_fault_of_every_file(capsys: Said, small_file: Path) -> None:
    name = changed(small_file, "edition: 1", "edisi: 1")
    nowhere = str(small_file.with_name("tidak_ada.yaml"))
    assert main.main(["check", "--format", "json", name, nowhere]) == 1
    first, *_, last = told(capsys)
    assert (first["file"], first["line"], first["severity"]) == (name, 1, "error")
    assert "edition" in str(first["text"])
    assert (last["file"], last["line"], last["severity"]) == (nowhere, 0, "error")


@pytest.mark.parametrize(("strict", "code"), [([], 0), (["--strict"], 1)])
def test_a_warning_is_marked_and_counts_only_when_strict(
    capsys: Said, small_file: Path, strict: list[str], code: int
) -> None:
    name = changed(small_file, "checked_on: 2026-11-01", "checked_on: 2024-01-01")
    assert main.main(["check", "--format", "json", *strict, name]) == code
    (warning,) = (one for one in told(capsys) if "2024-01-01" in str(one["text"]))
    assert warning["severity"] == "warning"
    assert main.main(["check", *strict, name]) == code
    assert f":{warning['line']}: peringatan: " in capsys.readouterr().err


def test_a_file_is_known_for_what_it_is(capsys: Said, tmp_path: Path, small_file: Path) -> None:
    site = tmp_path / "kantor.yaml"
    site.write_text("mode: kiosk\nidle_seconds: 5\n", encoding="utf-8")
    overlay = small_file.with_suffix(".en.yaml")
    overlay.write_text(small_overlay_yaml().replace("edition: 1", "edition: 7"), encoding="utf-8")
    assert main.main(["check", "--format", "json", str(site), str(overlay)]) == 1
    found = told(capsys)
    assert [Path(str(one["file"])).name for one in found] == ["kantor.yaml", "isi.en.yaml"]
    assert [one["line"] for one in found] == [2, 2]


@pytest.mark.parametrize("kind", ["knowledge", "numbering", "site"])
def test_a_schema_is_said(kind: str, capsys: Said) -> None:
    assert main.main(["schema", kind]) == 0
    assert json.loads(capsys.readouterr().out)["type"] == "object"


def test_the_schema_of_an_overlay_goes_by_the_content_that_is_named(
    capsys: Said, small_file: Path
) -> None:
    assert main.main(["schema", "overlay", "--knowledge", str(small_file)]) == 0
    drawn = json.loads(capsys.readouterr().out)
    places = {step.id for step in small_knowledge().steps}
    assert set(drawn["properties"]["steps"]["properties"]) == places


@pytest.mark.skipif(not shutil.which("dot"), reason="not on this machine: dot (graphviz)")
def test_graphviz_draws_the_flow() -> None:
    knowledge = small_knowledge()
    done = subprocess.run(
        ["dot", "-Tplain"], input=dot(knowledge), check=True, capture_output=True, text=True
    )
    assert done.stderr == ""
    lines = [line.split()[0] for line in done.stdout.splitlines()]
    assert lines.count("node") == len(knowledge.places)
    assert lines.count("edge") == sum(len(links(step)) for step in knowledge.steps)


def drafts(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[preview.Draft]:
    """Return what the preview of a file shows when it opens."""
    shown: list[preview.Draft] = []

    def run(name: str, load: preview.Load) -> int:
        assert name == str(path)
        shown.append(load())
        return 0

    monkeypatch.setattr(preview, "run", run)
    assert main.main(["preview", str(path)]) == 0
    return shown


def test_a_preview_opens_on_a_draft(monkeypatch: pytest.MonkeyPatch, small_file: Path) -> None:
    (draft,) = drafts(monkeypatch, small_file)
    assert draft.loaded is not None
    assert draft.loaded.knowledge == small_knowledge()


def test_a_preview_opens_on_a_translation(
    monkeypatch: pytest.MonkeyPatch, small_file: Path
) -> None:
    overlay = small_file.with_suffix(".en.yaml")
    overlay.write_text(small_overlay_yaml(), encoding="utf-8")
    (draft,) = drafts(monkeypatch, overlay)
    assert draft.loaded is not None
    assert draft.loaded.knowledge.language == "en"
    changed(overlay, "edition: 1", "edition: 7")
    (draft,) = drafts(monkeypatch, overlay)
    assert [fault.split(":")[1] for fault in draft.faults] == ["2"]


def test_a_preview_of_a_broken_or_missing_draft_has_its_faults(
    monkeypatch: pytest.MonkeyPatch, small_file: Path
) -> None:
    changed(small_file, "edition: 1", "edisi: 1")
    (draft,) = drafts(monkeypatch, small_file)
    assert draft.loaded is None
    assert draft.faults[0].startswith(f"{small_file}:1: ")
    (draft,) = drafts(monkeypatch, small_file.with_name("tidak_ada.yaml"))
    assert "tidak bisa dibaca" in draft.faults[0]


def test_a_check_reads_the_first_edition_and_says_what_it_lacks(
    capsys: Said, tmp_path: Path
) -> None:
    for name in ("knowledge.yaml", "knowledge.en.yaml"):
        path = tmp_path / name
        path.write_text(first_yaml(name), encoding="utf-8")
        assert main.main(["check", "--format", "json", str(path)]) == 0
        found = told(capsys)
        assert {fault["severity"] for fault in found} == {"warning"}
        assert any(
            'kata belum ada di "words": already_tried, ' in str(fault["text"]) for fault in found
        )
    assert main.main(["check", "--strict", str(tmp_path / "knowledge.yaml")]) == 1
