"""The command `tally merge`: files and folders of many machines, sound, cut and hostile."""

import os
from datetime import date
from pathlib import Path

import pytest

from jknassist.cli import main
from jknassist.core.statistics import HEADING, from_csv
from jknassist.system.statistics_store import StatisticsStore
from tests.support.counting import count_outcome, files_of, shown

DAY = date(2026, 11, 22)
ROW = "00000001,2026-11-22,0.2.0,2,outcome,gangguan,1\n"
POSIX = pytest.mark.skipif(os.name != "posix", reason="pipes and links are what Linux has")


def merge(*words: str | Path) -> int:
    return main.main(["tally", "merge", *map(str, words)])


def counted(folder: Path, outcome: str, times: int) -> StatisticsStore:
    store = StatisticsStore(folder)
    for _ in range(times):
        count_outcome(store, outcome, DAY)
    return store


def test_files_of_several_machines_are_merged_and_one_twice_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = counted(tmp_path / "one", "gangguan", 2)
    counted(tmp_path / "two", "gangguan", 3)
    assert merge(tmp_path, *files_of(one)) == 0
    told = capsys.readouterr()
    assert shown(from_csv(told.out)) == (("gangguan", 5),)
    assert told.err == ""


def test_a_bad_file_is_reported_and_loses_nothing_of_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut, bad = tmp_path / "cut.csv", tmp_path / "bad.csv"
    cut.write_text(f"{HEADING}\n{ROW}00000001,2026-11-22,0.2.0,2,outcome,pulsa")
    bad.write_text("nama,nomor\n" * 9)
    (tmp_path / "binary.csv").write_bytes(b"\xff\xfe")
    assert merge(tmp_path, tmp_path / "none.csv") == 1
    told = capsys.readouterr()
    assert told.out == f"{HEADING}\n{ROW}"
    lines = told.err.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        f"{bad}:1",
        f"{tmp_path / 'binary.csv'}:0",
        f"{cut}:3",
        f"{tmp_path / 'none.csv'}:0",
    ]


def test_of_a_file_with_many_faults_only_the_first_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"{HEADING}\n" + 1000 * "kacau\n" + ROW)
    assert merge(path) == 1
    told = capsys.readouterr()
    assert told.out == f"{HEADING}\n{ROW}"
    assert told.err.splitlines()[3:] == [f"{path}:0: 997 baris lain juga dilewati"]


def test_a_folder_without_files_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert merge(tmp_path) == 1
    assert capsys.readouterr().err == f"{tmp_path}:0: tidak ada berkas .csv di folder itu\n"


@POSIX
def test_a_pipe_among_the_files_does_not_hold_it_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    assert merge(tmp_path) == 1
    assert "pipe.csv:0: tidak bisa dibaca" in capsys.readouterr().err


def test_a_wrong_clock_is_reported_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.csv"
    row = "00000001,1970-01-01,0.2.0,2,outcome,gangguan,1\n"
    path.write_text(f"{HEADING}\n{row}")
    assert merge(path) == 1
    told = capsys.readouterr()
    assert told.out == f"{HEADING}\n{row}"
    assert told.err.startswith("00000001: tanggal 1970-01-01 tidak mungkin")


def test_the_page_is_written_beside_the_table_only_if_both_are_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counted(tmp_path / "one", "pulsa_habis", 2)
    page = tmp_path / "rekap.html"
    assert merge(tmp_path / "one", "--html", page) == 0
    assert capsys.readouterr().out == ""
    assert "Pulsa habis" in page.read_text()
    assert merge(tmp_path / "one", "--html", page, "--csv", "--force") == 0
    assert shown(from_csv(capsys.readouterr().out)) == (("pulsa_habis", 2),)


def test_a_page_that_is_there_is_not_replaced_unasked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counted(tmp_path / "one", "pulsa_habis", 2)
    page = tmp_path / "rekap.html"
    page.write_text("lama")
    assert merge(tmp_path / "one", "--html", page) == 2
    assert page.read_text() == "lama"
    assert "--force" in capsys.readouterr().err


def test_a_page_never_replaces_a_tally_that_is_read(tmp_path: Path) -> None:
    counted(tmp_path / "one", "pulsa_habis", 2)
    tallies = sorted((tmp_path / "one").rglob("*.csv"))
    before = [file.read_bytes() for file in tallies]
    for asked in (tallies[0], tmp_path / "one"):
        assert merge(asked, "--html", tallies[0], "--force") == 2
    assert [file.read_bytes() for file in tallies] == before


def test_a_page_that_cannot_be_written_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    counted(tmp_path / "one", "pulsa_habis", 2)
    assert merge(tmp_path / "one", "--html", tmp_path / "no" / "a.html") == 2
    assert "a.html: halaman tidak bisa ditulis" in capsys.readouterr().err
