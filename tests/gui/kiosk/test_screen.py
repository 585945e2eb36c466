"""The reported diagonal of a screen is used only if it is plausible."""

import math

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QGuiApplication

from jknassist.gui.kiosk import screen


class Told:
    """A screen that tells how large it is."""

    def __init__(self, inches: float) -> None:
        side = inches * 25.4 / math.sqrt(2)
        self._size = QSizeF(side, side)

    def physicalSize(self) -> QSizeF:  # noqa: N802  Qt's name
        return self._size


@pytest.mark.parametrize(
    ("inches", "believed"), [(0.0, False), (14.9, False), (15.1, True), (74.9, True), (200, False)]
)
def test_nonsense_is_not_believed(
    monkeypatch: pytest.MonkeyPatch, inches: float, *, believed: bool
) -> None:
    monkeypatch.setattr(QGuiApplication, "primaryScreen", lambda: Told(inches))
    measured = screen.measured_inches()
    assert (measured is not None) is believed
    assert measured is None or measured == pytest.approx(inches)


@pytest.mark.usefixtures("qapp")
def test_the_size_is_that_of_the_first_screen() -> None:
    size = QGuiApplication.primaryScreen().size()
    assert screen.size() == (size.width(), size.height())
