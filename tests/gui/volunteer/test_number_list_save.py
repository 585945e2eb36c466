"""Saving the result; an older file is replaced only after a question."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jknassist.gui.volunteer import number_list_save
from jknassist.gui.volunteer.number_list_save import ResultSaveRow
from tests.support.small_context import small_context


@pytest.fixture
def row(qtbot: QtBot) -> ResultSaveRow:
    made = ResultSaveRow(small_context())
    qtbot.addWidget(made)
    made.offer("hasil", lambda path: path.write_text("baru"))
    return made


def press(row: ResultSaveRow, text: str) -> None:
    (found,) = [one for one in row.findChildren(QPushButton) if one.text() == text]
    found.click()


def test_a_new_file_is_written_at_once(row: ResultSaveRow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(row.saved):
        row.save_into(tmp_path, "Dokumen")
    assert (tmp_path / "hasil.csv").read_text() == "baru"


def shown_places(row: ResultSaveRow) -> list[str]:
    named = [one for one in row.findChildren(QPushButton) if one.isVisible()]
    return [one.text() for one in named if one.text() in {"Dokumen", "Flashdisk"}]


def test_the_place_is_asked_for_and_the_question_goes_once_it_is_saved(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = (("Dokumen", tmp_path), ("Flashdisk", tmp_path / "none"))
    monkeypatch.setattr(number_list_save, "save_folders", lambda _: places)
    made = ResultSaveRow(small_context())
    qtbot.addWidget(made)
    made.offer("hasil", lambda path: path.write_text("baru"))
    made.show()
    assert shown_places(made) == []
    made.ask()
    assert shown_places(made) == ["Dokumen", "Flashdisk"]
    with qtbot.waitSignal(made.saved):
        press(made, "Dokumen")
    assert shown_places(made) == []
    assert made.message.isVisible()


def test_the_only_place_is_taken_at_once_and_offered_again_where_that_fails(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = (("Dokumen", tmp_path / "later"),)
    monkeypatch.setattr(number_list_save, "save_folders", lambda _: places)
    made = ResultSaveRow(small_context())
    qtbot.addWidget(made)
    made.offer("hasil", lambda path: path.write_text("baru"))
    made.show()
    made.ask()
    qtbot.waitUntil(lambda: shown_places(made) == ["Dokumen"])
    (tmp_path / "later").mkdir()
    with qtbot.waitSignal(made.saved):
        made.ask()
    assert (tmp_path / "later" / "hasil.csv").read_text() == "baru"


def test_an_older_file_stays_until_it_is_decided(
    row: ResultSaveRow, qtbot: QtBot, tmp_path: Path
) -> None:
    old = tmp_path / "hasil.csv"
    old.write_text("lama")
    words = small_context().words
    row.save_into(tmp_path, "Dokumen")
    assert old.read_text() == "lama"
    with qtbot.waitSignal(row.saved):
        press(row, words.list_save_other.format(name="hasil-2.csv"))
    assert (old.read_text(), (tmp_path / "hasil-2.csv").read_text()) == ("lama", "baru")
    row.save_into(tmp_path, "Dokumen")
    with qtbot.waitSignal(row.saved):
        press(row, words.list_replace)
    assert old.read_text() == "baru"


def test_what_cannot_be_written_is_said(row: ResultSaveRow, qtbot: QtBot, tmp_path: Path) -> None:
    said = small_context().words.save_failed.format(place="Dokumen")
    row.save_into(tmp_path / "none", "Dokumen")
    qtbot.waitUntil(lambda: row.message.text() == said)
