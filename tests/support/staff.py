"""Helpers for the staff functions of a kiosk: enter a PIN, read the texts of a page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from jknassist.gui.kiosk.pin_panel import PinPanel
from tests.gui.kiosk.conftest import Hall

WRONG = "999990"


def pin_panel(hall: Hall) -> PinPanel:
    hall.window.show_pin_panel()
    assert isinstance(hall.window.page, PinPanel)
    return hall.window.page


def type_pin(at: PinPanel, pin: str) -> None:
    for digit in pin:
        keys = [key for key in at.keypad.findChildren(QPushButton) if key.text() == digit]
        QTest.mouseClick(keys[0], Qt.MouseButton.LeftButton)
    QTest.mouseClick(at.open, Qt.MouseButton.LeftButton)


def texts(hall: Hall) -> str:
    labels = [one.text() for one in hall.window.findChildren(QLabel) if one.isVisible()]
    buttons = [one.text() for one in hall.window.findChildren(QPushButton) if one.isVisible()]
    return "\n".join(labels + buttons)


def set_clock(monkeypatch: pytest.MonkeyPatch, now: float) -> None:
    """Set the clock of the wall and the one that nobody can set."""
    for clock in ("time", "monotonic"):
        monkeypatch.setattr(f"jknassist.gui.kiosk.pin_attempts.{clock}", lambda: now)
