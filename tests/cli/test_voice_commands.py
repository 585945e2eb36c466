import csv
import io
from pathlib import Path

import pytest

from jknassist.cli.main import main
from jknassist.content import voice_pack
from jknassist.core.speech.clip import Clip
from jknassist.core.speech.clip_index import ClipIndex
from tests.support.small_knowledge import small_knowledge
from tests.support.tones import tone_pack

SMALL = small_knowledge()


def test_the_recording_sheet_has_a_row_for_each_clip(
    small_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["voice", "texts", "--csv", "--knowledge", small_file]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == len(list(ClipIndex(SMALL).clips()))
    first = rows[0]
    assert (first["id"], first["text"]) == ("name", SMALL.name)
    assert first["clip"] == Clip(first["spoken"], "id").name
    assert float(first["seconds"]) > 0


def test_without_csv_it_is_a_line_for_each(
    small_file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["voice", "texts", "--knowledge", small_file]) == 0
    assert capsys.readouterr().out.splitlines()[0].split("\t")[:2] == ["name", SMALL.name]


def test_a_sound_pack_is_fine(
    small_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tone_pack(SMALL, tmp_path / "voice")
    assert main(["voice", "check", str(folder), "--knowledge", small_file]) == 0
    assert "rekaman" in capsys.readouterr().out
    assert main(["voice", "check", str(folder), "--times", "--knowledge", small_file]) == 0
    told = capsys.readouterr().out
    assert f"{SMALL.outcomes[0].id}\tending\t" in told


def test_a_missing_clip_is_reported_and_ends_with_one(
    small_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tone_pack(SMALL, tmp_path / "voice")
    next((folder / "id").iterdir()).unlink()
    assert main(["voice", "check", str(folder), "--knowledge", small_file]) == 1
    assert "belum ada rekaman" in capsys.readouterr().err


def test_no_pack_at_all_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(voice_pack, "voice_folders", lambda: (tmp_path,))
    assert main(["voice", "check"]) == 1
    assert "tidak ada suara" in capsys.readouterr().err
