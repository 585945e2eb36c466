"""The process that reads a spreadsheet ends together with its parent."""

import sys
from pathlib import Path

import pytest

from jknassist.content.number_files import workbooks
from jknassist.content.number_files.problems import ListFileError
from jknassist.content.number_files.reader import (
    open_list,
)
from tests.support.workbooks import cells, workbook


def test_the_reading_process_is_this_program_with_a_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert workbooks.this_program() == (sys.executable, "-m", "jknassist")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "jknassist.exe"))
    assert workbooks.this_program() == (str(tmp_path / "jknassist.exe"),)
    (tmp_path / workbooks.CONSOLE_PROGRAM).touch()
    assert workbooks.this_program() == (str(tmp_path / workbooks.CONSOLE_PROGRAM),)


def test_closing_ends_the_other_process(tmp_path: Path) -> None:
    numbers = open_list(workbook(tmp_path / "a.xlsx", *(cells(81234567890) for _ in range(9000))))
    [book] = [one for one in numbers._closing if isinstance(one, workbooks.Workbook)]
    next(iter(numbers))
    numbers.close()

    assert book._process.returncode is not None


def test_stopping_ends_the_wait_of_another_thread(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", *(cells(81234567890 + n) for n in range(60_000)))
    numbers = open_list(path)
    with numbers:
        entries = iter(numbers)
        next(entries)
        numbers.stop()
        with pytest.raises(ListFileError):
            list(entries)


def test_the_process_can_be_stopped_before_anything_was_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", cells(81234567890))

    with pytest.raises(ListFileError):
        open_list(path, started=workbooks.Workbook.kill)
