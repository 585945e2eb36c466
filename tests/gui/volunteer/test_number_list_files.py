"""The list files of the folders that people use: the newest first, and no other files."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jknassist.gui.volunteer.number_list_files import FILES_SHOWN, FileOffers
from tests.support.small_context import small_context


def test_the_newest_lists_are_offered_and_one_is_chosen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _location: str(tmp_path))
    for number in range(FILES_SHOWN + 2):
        path = tmp_path / f"daftar-{number}.csv"
        path.write_text("0812")
        os.utime(path, (number, number))
    (tmp_path / "foto.png").write_text("0812")
    offers = FileOffers(small_context())
    qtbot.addWidget(offers)
    offers.offer()

    buttons = offers.findChildren(QPushButton)
    assert len(buttons) == FILES_SHOWN
    with qtbot.waitSignal(offers.chosen) as told:
        buttons[0].click()
    assert told.args == [tmp_path / f"daftar-{FILES_SHOWN + 1}.csv"]
