"""The command `jknassist list`: JSON lines, the summary, the result file, exit codes."""

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from jknassist.cli import content_commands, list_commands, main
from tests.support.phone_plan import index, words
from tests.support.small_knowledge import small_knowledge

Said = pytest.CaptureFixture[str]

LIST = """Daftar peserta;;;
Nama;No Kartu;NIK;No HP
Ibu A;0001234567890;3201234567890123;0813-2456-7890
Ibu B;0001234567891;3201234567890124;81324567890
Ibu C;0001234567892;3201234567890125;0813-2456-77890
Ibu D;0001234567893;3201234567890126;
Ibu E;0001234567894;3201234567890127;0849-2456-7890
Ibu F;0001234567895;3201234567890128;3201234567890128
Total;6;;
"""


@pytest.fixture(autouse=True)
def small_content(monkeypatch: pytest.MonkeyPatch) -> None:
    knowledge = replace(small_knowledge(), number_words=words())
    monkeypatch.setattr(list_commands, "shipped_plan", index)
    monkeypatch.setattr(content_commands, "knowledge_of", lambda _: knowledge)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "daftar.csv"
    path.write_text(LIST, encoding="cp1252")
    return path


def test_each_number_is_a_line_and_the_summary_is_the_last(listed: Path, capsys: Said) -> None:
    assert main.main(["list", str(listed), "--json"]) == 1
    *entries, last = map(json.loads, capsys.readouterr().out.splitlines())

    assert [list(entry) for entry in entries[:1]] == [
        ["row", "column", "typed", "number", "verdict", "findings", "suggestions"]
    ]
    assert [(one["row"], one["verdict"]) for one in entries] == [
        *((3, "ok"), (4, "check"), (5, "check"), (7, "wrong"), (8, "not_mobile"))
    ]
    assert last == {
        "summary": {
            "rows": 9,
            "numbers": 5,
            "ok": 1,
            "repaired": 1,
            "check": 1,
            "wrong": 1,
            "not_mobile": 1,
            "unreadable": 0,
            "duplicates": 1,
            "without_number": 4,
            "columns": ["No HP"],
        }
    }


@pytest.mark.parametrize("shape", [[], ["--json"]])
def test_no_card_number_is_said(listed: Path, capsys: Said, shape: list[str]) -> None:
    main.main(["list", str(listed), *shape, "--csv", str(listed.with_name("hasil.csv"))])
    said = capsys.readouterr().out + listed.with_name("hasil.csv").read_text(encoding="utf-8")

    assert "3201" not in said
    assert "000123" not in said


def test_the_result_file_has_the_wrong_ones_first(listed: Path, capsys: Said) -> None:
    result = listed.with_name("hasil.csv")
    main.main(["list", str(listed), "--csv", str(result)])
    capsys.readouterr()
    heading, *rows = result.read_bytes().decode("utf-8-sig").splitlines()

    assert heading.count(";") == 7
    assert [row.split(";")[0] for row in rows] == ['"7"', '"8"', '"5"', '"4"', '"3"']
    assert '"\'81324567890";"0813-2456-7890"' in rows[3]


def test_a_result_is_replaced_only_by_force(listed: Path, capsys: Said) -> None:
    result = listed.with_name("hasil.csv")
    result.write_text("lama")
    assert main.main(["list", str(listed), "--csv", str(result)]) == 2
    assert "--force" in capsys.readouterr().err
    assert result.read_text() == "lama"
    assert main.main(["list", str(listed), "--force", "--csv", str(result)]) != 2
    assert result.read_text(encoding="utf-8") != "lama"


def test_the_list_itself_is_no_place_for_the_result(listed: Path, capsys: Said) -> None:
    before = listed.read_bytes()

    assert main.main(["list", str(listed), "--csv", str(listed)]) == 2
    assert listed.read_bytes() == before
    assert str(listed) in capsys.readouterr().err


def test_a_result_that_cannot_be_written_is_reported(listed: Path, capsys: Said) -> None:
    result = listed.with_name("tidak-ada") / "hasil.csv"

    assert main.main(["list", str(listed), "--csv", str(result)]) == 2
    assert str(result) in capsys.readouterr().err


def test_repairs_are_reported_by_kind(tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "a.txt"
    path.write_text("813 2456 7890\n813 2456 7891\n00813 2456 7892\n")
    main.main(["list", str(path)])

    assert "list repair lost zero: 2, list repair doubled zero: 1" in capsys.readouterr().out


def test_a_list_without_anything_odd_is_fine(tmp_path: Path, capsys: Said) -> None:
    path = tmp_path / "a.txt"
    path.write_text("0813 2456 7890\n")

    assert main.main(["list", str(path)]) == 0
    assert capsys.readouterr().out


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    piped = io.TextIOWrapper(io.BytesIO(LIST.encode("utf-16")))
    monkeypatch.setattr(sys, "stdin", piped)

    assert main.main(["list", "-", "--json"]) == 1
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["summary"]["numbers"] == 5


def test_columns_can_be_named(listed: Path, capsys: Said) -> None:
    main.main(["list", str(listed), "--json", "--column", "D", "--column", "Nama"])
    summary = json.loads(capsys.readouterr().out.splitlines()[-1])["summary"]

    assert summary["columns"] == ["No HP", "Nama"]
    assert main.main(["list", str(listed), "--column", "Fax"]) == 2
    assert "Fax" in capsys.readouterr().err


def test_what_is_no_list_is_wrong_use(tmp_path: Path, capsys: Said) -> None:
    picture = tmp_path / "a.txt"
    picture.write_bytes(b"\x89PNG\0\0\0\0\1\2\3")
    broken = tmp_path / "a.xlsx"
    broken.write_bytes(b"PK\3\4")

    for name in (picture, broken, tmp_path / "tidak-ada.csv"):
        assert main.main(["list", str(name)]) == 2
        assert str(name) in capsys.readouterr().err
