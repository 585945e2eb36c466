"""A CSV file is saved into a chosen folder under an unused name."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jknassist.gui.panels.save_locations import SaveRow, free_path
from tests.support.small_context import small_context


@pytest.fixture
def row(qtbot: QtBot) -> SaveRow:
    made = SaveRow("Simpan", "Rekap", lambda: "a,b\n", small_context())
    qtbot.addWidget(made)
    return made


def test_a_table_is_written_for_spreadsheets_and_said(row: SaveRow, tmp_path: Path) -> None:
    row.save_into(tmp_path, "Dokumen")
    (file,) = tmp_path.iterdir()
    assert file.read_bytes() == b"\xef\xbb\xbfa,b\n"
    words = small_context().words
    assert row.message.text() == words.save_done.format(name=file.name, place="Dokumen")


def test_the_name_of_the_file_is_not_divided_where_the_line_has_room(
    row: SaveRow, tmp_path: Path
) -> None:
    row.save_into(tmp_path, "Folder dengan nama yang panjang")
    row.message.resize(1200, 60)
    assert len(row.message.lines_of(row.message.text())) == 1


def test_what_cannot_be_written_is_said(row: SaveRow, tmp_path: Path) -> None:
    row.save_into(tmp_path / "none", "Dokumen")
    assert row.message.text() == small_context().words.save_failed.format(place="Dokumen")
    assert not row.message.isHidden()


def test_no_earlier_file_is_overwritten(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = free_path(tmp_path, "Rekap-2026-11-27")
        path.touch()
        names.append(path.name)
    assert names == ["Rekap-2026-11-27.csv", "Rekap-2026-11-27-2.csv", "Rekap-2026-11-27-3.csv"]
