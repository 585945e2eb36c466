"""The field for pasted numbers: files, long texts and short texts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from pytestqt.qtbot import QtBot

from jknassist.gui.volunteer.number_list_field import MOST_SHOWN, ListField, local_files


@pytest.fixture
def field(qtbot: QtBot) -> ListField:
    made = ListField()
    qtbot.addWidget(made)
    return made


def test_files_of_this_machine_are_reported_and_links_are_not(
    field: ListField, qtbot: QtBot, tmp_path: Path
) -> None:
    data, path = QMimeData(), tmp_path / "a.csv"
    data.setUrls([QUrl("https://contoh.id/a.csv"), QUrl.fromLocalFile(str(path))])
    assert field.canInsertFromMimeData(data)
    with qtbot.waitSignal(field.files_dropped) as told:
        field.insertFromMimeData(data)
    assert told.args == [(path,)]
    assert local_files([QUrl("https://contoh.id/a.csv")]) == ()
    assert field.toPlainText() == ""


def test_a_text_is_pasted_unless_it_is_too_long_to_be_shown(field: ListField, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("081234567890")
    with qtbot.assertNotEmitted(field.text_taken):
        field.insertFromMimeData(data)
    assert field.toPlainText() == "081234567890"
    data.setText("0" * (MOST_SHOWN + 1))
    with qtbot.waitSignal(field.text_taken):
        field.insertFromMimeData(data)
    assert field.toPlainText() == "081234567890"
