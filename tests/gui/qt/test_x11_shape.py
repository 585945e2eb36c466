"""The shape of a window on X11; a real display is in tests/end_to_end/test_kiosk_attacks.py."""

import ctypes
from typing import Any

import pytest

from jknassist.gui.qt import x11_shape

NO_CONNECTION = ctypes.c_void_p(None)


@pytest.mark.parametrize("error", [OSError, AttributeError, ValueError])
def test_without_the_library_nothing_is_told_of_shapes(error: type[Exception]) -> None:
    def missing(_name: str) -> Any:
        raise error

    assert x11_shape.of_connection(None, NO_CONNECTION, missing) is None


def test_a_server_without_shapes_is_asked_for_none() -> None:
    xcb = type("Xcb", (), {})()
    asked: list[object] = []

    def data(*words: object) -> None:
        asked.append(words)

    xcb.xcb_get_extension_data = data
    assert x11_shape.of_connection(xcb, NO_CONNECTION) is None
    assert len(asked) == 1
