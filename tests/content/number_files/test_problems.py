"""Reasons why a file cannot be read as a list."""

import os
from pathlib import Path

import pytest

from jknassist.content.number_files.problems import ListFileError, Problem, problem_of
from jknassist.content.number_files.reader import (
    open_list,
)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("tidak-ada.csv", Problem.MISSING),
        ("tidak-ada.xlsx", Problem.MISSING),
        (".", Problem.NO_FILE),
        ("pipa.csv", Problem.NO_FILE),
        ("kosong.csv", Problem.EMPTY),
        ("kosong.xlsx", Problem.EMPTY),
    ],
)
def test_what_is_no_file_to_read_is_reported(tmp_path: Path, name: str, problem: Problem) -> None:
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipa.csv")
    elif name == "pipa.csv":
        problem = Problem.MISSING
    (tmp_path / "kosong.csv").touch()
    (tmp_path / "kosong.xlsx").touch()

    with pytest.raises(ListFileError, match=f"^{problem}$"):
        open_list(tmp_path / name)


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (PermissionError(13, "no"), Problem.FORBIDDEN),
        (IsADirectoryError(21, "no"), Problem.NO_FILE),
        (FileNotFoundError(2, "no"), Problem.MISSING),
        (OSError(5, "no"), Problem.DAMAGED),
        (None, Problem.DAMAGED),
    ],
)
def test_system_errors_are_reported_as_problems(error: OSError | None, problem: Problem) -> None:
    assert problem_of(error) is problem
