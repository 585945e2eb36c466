"""The restart notice."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jknassist.gui.kiosk.restart_notice import RestartNotice


def test_the_notice_counts_down_cannot_be_closed_and_ends_the_program(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    notice = RestartNotice(2)
    qtbot.addWidget(notice)
    assert "2 detik" in notice.message.text()
    assert not notice.close()
    notice.tick()
    assert "1 detik" in notice.message.text()
    assert codes == []
    notice.tick()
    assert codes == [0]
