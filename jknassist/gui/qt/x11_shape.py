"""The shape of a window on X11: another program can cut it, down to nothing, without telling Qt.

Any client may set the shape of any window (X Shape extension). A window cut to nothing is mapped,
full screen and active, yet shows what lies below it; one whose input is cut shows itself and passes
each touch on.
"""

import ctypes
from collections.abc import Callable, Iterable
from ctypes import POINTER, Structure, c_int16, c_uint8, c_uint16, c_uint32
from typing import Any

LIBRARY = "libxcb-shape.so.0"
"""A library that Qt's plugin for X11 itself needs."""

SET, NO_PIXMAP = 0, 0
BOUNDING, CLIP, INPUT = 0, 1, 2
"""Constants of the extension, as in shape.h of libxcb."""

HEAD = (("response", c_uint8), ("detail", c_uint8), ("sequence", c_uint16), ("length", c_uint32))


class _Cookie(Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Extension(Structure):
    _fields_ = (*HEAD, ("present", c_uint8))


class _Extents(Structure):
    _fields_ = (*HEAD, ("bounding_shaped", c_uint8), ("clip_shaped", c_uint8))


class _Rectangle(Structure):
    _fields_ = (("x", c_int16), ("y", c_int16), ("width", c_uint16), ("height", c_uint16))


class _Rectangles(Structure):
    _fields_ = (*HEAD, ("count", c_uint32))


class WindowShape:
    """Tells whether windows are cut, and makes them whole again, over one connection."""

    def __init__(self, shape: Any, connection: ctypes.c_void_p) -> None:
        self._shape, self._connection = shape, connection
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [ctypes.c_void_p]

    def watch(self, window: int) -> None:
        """Have the server report each change of a window's shape to this connection."""
        self._shape.xcb_shape_select_input(self._connection, c_uint32(window), c_uint8(1))

    def is_cut(self, window: int, width: int, height: int) -> bool:
        """Return whether a window, of a size in pixels, is not whole for the eye or for touches."""
        asked = self._shape.xcb_shape_query_extents(self._connection, c_uint32(window))
        got = self._shape.xcb_shape_query_extents_reply(self._connection, asked, None)
        if not got:
            return False  # gone by now
        shaped = got.contents.bounding_shaped or got.contents.clip_shaped
        self._free(got)
        return bool(shaped) or not self._takes_touches(window, width, height)

    def _takes_touches(self, window: int, width: int, height: int) -> bool:
        """Return whether touches everywhere on a window reach it."""
        shape, connection = self._shape, self._connection
        asked = shape.xcb_shape_get_rectangles(connection, c_uint32(window), c_uint8(INPUT))
        got = shape.xcb_shape_get_rectangles_reply(connection, asked, None)
        if not got:
            return True
        first = shape.xcb_shape_get_rectangles_rectangles(got)
        boxes = [first[index] for index in range(got.contents.count)]
        whole = any(
            box.x <= 0
            and box.y <= 0
            and box.x + box.width >= width
            and box.y + box.height >= height
            for box in boxes
        )
        self._free(got)
        return whole

    def make_whole(self, windows: Iterable[int]) -> None:
        """Remove every shape that was set for windows."""
        for window in windows:
            for kind in (BOUNDING, CLIP, INPUT):
                self._shape.xcb_shape_mask(
                    self._connection,
                    c_uint8(SET),
                    c_uint8(kind),
                    c_uint32(window),
                    c_int16(0),
                    c_int16(0),
                    c_uint32(NO_PIXMAP),
                )


def of_connection(
    xcb: Any, connection: ctypes.c_void_p, load: Callable[[str], Any] = ctypes.CDLL
) -> WindowShape | None:
    """Return what tells of shapes; None without the library, or if the server has no shapes."""
    try:
        shape = load(LIBRARY)
        extension = ctypes.c_char.in_dll(shape, "xcb_shape_id")
        _declare(shape)
    except (OSError, AttributeError, ValueError):
        return None
    # Asked for a missing extension, libxcb would close the connection.
    xcb.xcb_get_extension_data.restype = POINTER(_Extension)
    known = xcb.xcb_get_extension_data(connection, ctypes.byref(extension))
    return WindowShape(shape, connection) if known and known.contents.present else None


def _declare(shape: Any) -> None:
    for name, reply in (
        ("xcb_shape_query_extents", _Extents),
        ("xcb_shape_get_rectangles", _Rectangles),
    ):
        getattr(shape, name).restype = _Cookie
        getattr(shape, f"{name}_reply").restype = POINTER(reply)
    shape.xcb_shape_get_rectangles_rectangles.restype = POINTER(_Rectangle)
    for name in ("xcb_shape_mask", "xcb_shape_select_input"):
        getattr(shape, name).restype = _Cookie
