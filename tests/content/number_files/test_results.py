"""The result file: most urgent class first, replaces an older one, touches nothing else."""

import csv
from pathlib import Path

import pytest

from jknassist.content.number_files.results import PIECE, ResultFile
from jknassist.core.export.number_list_csv import headings
from jknassist.core.phone.number_list import Examiner, ListGroup, ListRow
from tests.support.phone_plan import index, words
from tests.support.small_knowledge import small_knowledge

INTERFACE = small_knowledge().words


def collected(*written: str) -> ResultFile:
    examiner, result = Examiner(index(), words()), ResultFile(INTERFACE)
    for row, one in enumerate(written, 1):
        result.add(examiner.examine(ListRow(row, one, "HP")))
    return result


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]


def test_the_wrong_ones_come_first(tmp_path: Path) -> None:
    collected("0813 2456 7890", "813 2456 7891", "0849 2456 7890").save(tmp_path / "a.csv")

    assert [row[0] for row in rows_of(tmp_path / "a.csv")] == ["3", "2", "1"]


def test_an_older_file_is_replaced_and_more_can_be_added(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("lama\n" * 9999)
    result = collected("0813 2456 7890")
    result.save(path)
    assert len(rows_of(path)) == 1
    result.add(Examiner(index(), words()).examine(ListRow(2, "0813 2456 7891", "HP")))
    result.save(path)

    assert [row[0] for row in rows_of(path)] == ["1", "2"]
    assert list(tmp_path.iterdir()) == [path]


def test_long_results_are_written_in_pieces(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    collected(*(f"0813 2456 {n:04}" for n in range(2000))).save(path)

    assert path.stat().st_size > PIECE
    assert [row[0] for row in rows_of(path)] == [str(n) for n in range(1, 2001)]


def test_a_group_is_copied_with_its_headings_and_no_further_than_asked() -> None:
    numbers = [f"0813 2456 {n:04}" for n in range(2000)]
    copied = collected(numbers[0], "0849 2456 7890", *numbers)
    rows = [line.split("\t") for line in copied.copy_of(ListGroup.OK, 1500).split("\n")]

    assert rows[0] == list(headings(INTERFACE))
    assert [row[2] for row in rows[1:]] == [f"'{one}" for one in numbers[:1] + numbers[1:1500]]
    assert len(copied.copy_of(ListGroup.DUPLICATE, 9).split("\n")) == 2
    assert len(copied.copy_of(ListGroup.REPAIRED, 9).split("\n")) == 1


def test_what_is_no_file_is_not_written_to(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="berkas"):
        collected("0813 2456 7890").save(tmp_path)


def test_nothing_is_on_the_disk_before_it_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    collected(*(f"0813 2456 {n:04}" for n in range(500)))

    assert list(tmp_path.iterdir()) == []
