"""Windows over ours on X11; a real display is in tests/end_to_end/test_kiosk_attacks.py."""

from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from jknassist.gui.qt import x11_stacking
from jknassist.gui.qt.x11_stacking import INPUT_ONLY, INPUT_OUTPUT, lies_over, overlap


@pytest.mark.usefixtures("qtbot")
def test_without_x11_nothing_is_connected() -> None:
    assert QGuiApplication.platformName() == "offscreen"
    assert x11_stacking.connect(QObject()) is None


def test_without_the_library_nothing_is_connected(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert qtbot

    def missing(_name: str) -> Any:
        raise OSError

    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    assert x11_stacking.connect(QObject(), missing) is None


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ((0, 0, 10, 10), True),
        ((9, 9, 1, 1), True),
        ((10, 0, 5, 5), False),
        ((0, -5, 5, 5), False),
        ((-5, -5, 100, 100), True),
    ],
)
def test_two_windows_overlap_where_they_have_a_pixel_in_common(
    other: tuple[int, int, int, int],
    expected: bool,  # noqa: FBT001  a parameter of the test
) -> None:
    assert overlap((0, 0, 10, 10), other) is expected
    assert overlap(other, (0, 0, 10, 10)) is expected


@pytest.mark.parametrize(
    ("other", "kind", "expected"),
    [
        ((0, 0, 1, 1), INPUT_OUTPUT, True),
        ((0, 0, 1, 100), INPUT_ONLY, False),  # an edge of the screen, of a window manager
        ((-50, 0, 100, 100), INPUT_ONLY, True),
        ((0, 0, 100, 100), 0, False),  # not shown
        ((100, 0, 100, 100), INPUT_ONLY, False),
    ],
)
def test_an_invisible_window_counts_where_it_takes_a_good_part(
    other: tuple[int, int, int, int],
    kind: int,
    expected: bool,  # noqa: FBT001  a parameter of the test
) -> None:
    assert lies_over((0, 0, 100, 100), other, kind) is expected
