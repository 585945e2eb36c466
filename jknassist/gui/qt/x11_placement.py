"""Where a window is seen on X11: it can be moved, cut by its parent or given a border by others.

Another client may do so at any time; a window manager does it for whoever drags the window with a
key held down. Qt follows with its geometry, and puts nothing back.
"""

import ctypes
from collections.abc import Iterable
from ctypes import POINTER, Structure, c_int16, c_uint8, c_uint16, c_uint32
from typing import Any

Box = tuple[int, int, int, int]
"""Left, top, width and height in pixels of the display."""

PLACE = 1 | 2 | 4 | 8 | 16
"""Left, top, width, height and border, as in xproto.h of libxcb."""

LEEWAY = 2
"""Pixels at each edge that may be missing: positions are rounded where the screen is scaled."""

HEAD = (("response", c_uint8), ("detail", c_uint8), ("sequence", c_uint16), ("length", c_uint32))


class _Cookie(Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Translated(Structure):
    _fields_ = (*HEAD, ("child", c_uint32), ("x", c_int16), ("y", c_int16))


class WindowPlacement:
    """Tells what is seen of a window, and puts it into its place, over one connection."""

    def __init__(self, xcb: Any, connection: ctypes.c_void_p, root: int) -> None:
        self._xcb, self._connection, self._root = xcb, connection, root
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [ctypes.c_void_p]
        xcb.xcb_translate_coordinates.restype = _Cookie
        xcb.xcb_translate_coordinates_reply.restype = POINTER(_Translated)

    def origin(self, window: int) -> tuple[int, int] | None:
        """Return where the inside of a window begins on the display; None if it is gone."""
        asked = self._xcb.xcb_translate_coordinates(
            self._connection, c_uint32(window), c_uint32(self._root), c_int16(0), c_int16(0)
        )
        got = self._xcb.xcb_translate_coordinates_reply(self._connection, asked, None)
        if not got:
            return None
        found = (int(got.contents.x), int(got.contents.y))
        self._free(got)
        return found

    def place(self, window: int, box: Box) -> None:
        """Ask for a place without a border; a window manager may refuse."""
        values = (c_uint32 * 5)(*box, 0)
        one, mask = c_uint32(window), c_uint16(PLACE)
        self._xcb.xcb_configure_window(self._connection, one, mask, values)
        self._xcb.xcb_flush(self._connection)


def common(boxes: Iterable[Box | None]) -> Box | None:
    """Return what boxes have in common; None if there is nothing, or one is not known."""
    left, top, right, bottom = -(2**31), -(2**31), 2**31, 2**31
    for box in boxes:
        if box is None:
            return None
        left, top = max(left, box[0]), max(top, box[1])
        right, bottom = min(right, box[0] + box[2]), min(bottom, box[1] + box[3])
    return (left, top, right - left, bottom - top) if left < right and top < bottom else None


def fills(seen: Box, wanted: Box) -> bool:
    """Return whether what is seen is all of a box, but for a little at its edges."""
    return (
        seen[0] <= wanted[0] + LEEWAY
        and seen[1] <= wanted[1] + LEEWAY
        and seen[0] + seen[2] >= wanted[0] + wanted[2] - LEEWAY
        and seen[1] + seen[3] >= wanted[1] + wanted[3] - LEEWAY
    )
