"""Detects windows above ours on X11, also those that bypass the window manager.

A window manager keeps a full screen window above all that it manages; a window that bypasses it
stays on top, and keeps neither Qt nor our process informed. A second connection to the display is
told by the server whenever a window of any program is mapped, moved or raised, and can lower those
that lie over ours: a request to raise our own would go to the window manager.
"""

import contextlib
import ctypes
from collections.abc import Callable, Iterator, Sequence
from ctypes import POINTER, Structure, c_char_p, c_int, c_int16, c_uint8, c_uint16, c_uint32
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal
from PySide6.QtGui import QGuiApplication

from jknassist.gui.qt import x11_shape
from jknassist.gui.qt.x11_placement import Box, WindowPlacement, common

LIBRARY = "libxcb.so.1"
EVENT_MASK, SUBSTRUCTURE_NOTIFY = 2048, 0x80000
STACK_MODE, BELOW = 64, 1
VIEWABLE = 2
INPUT_OUTPUT, INPUT_ONLY = 1, 2
"""Constants of the X protocol, as in xproto.h of libxcb."""

NOBODY = 0

LEAST_TAKEN = 0.1
"""Share of our window from which on an invisible window is one that takes its touches."""

MOST_MADE_WHOLE = 20
"""A frame that is cut again after so many times is shaped by the window manager: it is left so."""


class _Cookie(Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(Structure):
    _fields_ = (("data", POINTER(c_uint32)), ("rem", c_int), ("index", c_int))


HEAD = (("response", c_uint8), ("detail", c_uint8), ("sequence", c_uint16), ("length", c_uint32))


class _Tree(Structure):
    _fields_ = (*HEAD, ("root", c_uint32), ("parent", c_uint32), ("count", c_uint16))


class _Attributes(Structure):
    _fields_ = (
        *HEAD,
        ("visual", c_uint32),
        ("kind", c_uint16),
        ("gravities", c_uint16),
        ("backing", c_uint32 * 2),
        ("save_under", c_uint8),
        ("colours_installed", c_uint8),
        ("map_state", c_uint8),
        ("bypasses", c_uint8),
    )


class _Geometry(Structure):
    _fields_ = (
        *HEAD,
        ("root", c_uint32),
        ("x", c_int16),
        ("y", c_int16),
        ("width", c_uint16),
        ("height", c_uint16),
    )


class Stacking(QObject):
    """A connection to the display; emits `changed` when windows were moved, raised or cut."""

    changed = Signal()

    def __init__(self, xcb: Any, connection: int, parent: QObject) -> None:
        super().__init__(parent)
        self._xcb, self._connection = xcb, ctypes.c_void_p(connection)
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = [ctypes.c_void_p]
        self._root = self._root_window()
        self._shape = x11_shape.of_connection(xcb, self._connection)
        self._placement = WindowPlacement(xcb, self._connection, self._root)
        self._watched: set[int] = set()
        self._made_whole = 0
        mask = (c_uint32 * 1)(SUBSTRUCTURE_NOTIFY)
        xcb.xcb_change_window_attributes(self._connection, c_uint32(self._root), EVENT_MASK, mask)
        xcb.xcb_flush(self._connection)
        handle = xcb.xcb_get_file_descriptor(self._connection)
        self._notifier = QSocketNotifier(handle, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take_events)
        self.destroyed.connect(lambda: xcb.xcb_disconnect(ctypes.c_void_p(connection)))

    def over(self, window: int) -> list[int]:
        """Return the windows of other programs that lie over a part of ours."""
        top = self._top_of(window)
        above = self._children(self._root)
        if top not in above:
            return []
        above = above[above.index(top) + 1 :]
        ours, *boxes = self._boxes((top, *above))
        return [
            other
            for other, box, kind in zip(above, boxes, self._kinds(above), strict=True)
            if ours is not None and box is not None and lies_over(ours, box, kind)
        ]

    def inside(self, window: int) -> list[int]:
        """Return the visible windows that another program has put into a window of ours.

        Qt makes none of its own there: all widgets share one window.
        """
        found = self._children(window)
        return [one for one, kind in zip(found, self._kinds(found), strict=True) if kind]

    def unmap(self, windows: Sequence[int]) -> None:
        """Take windows from the screen."""
        for window in windows:
            self._xcb.xcb_unmap_window(self._connection, c_uint32(window))
        self._xcb.xcb_flush(self._connection)

    def is_viewable(self, window: int) -> bool:
        """Return whether a window is mapped, and all that hold it too.

        Whoever unmaps the frame of a window manager tells neither Qt nor us.
        """
        asked = self._ask("xcb_get_window_attributes", window)
        with self._reply("xcb_get_window_attributes", asked) as got:
            return bool(got and got.contents.map_state == VIEWABLE)

    def watch(self, window: int) -> None:
        """Have `changed` emitted, too, when something is put into a window, or it is cut."""
        windows = set(self._ours(window))
        for one in windows - self._watched:
            if self._shape is not None:
                self._shape.watch(one)
            mask = (c_uint32 * 1)(SUBSTRUCTURE_NOTIFY)
            self._xcb.xcb_change_window_attributes(
                self._connection, c_uint32(one), EVENT_MASK, mask
            )
        self._watched = windows

    def seen(self, window: int) -> Box | None:
        """Return the part of the display on which a window is seen, if nothing lies over it."""
        held = [window]
        while (parent := self._parent(held[-1])) not in {self._root, NOBODY}:
            held.append(parent)
        boxes = zip(held, self._boxes(held), strict=True)
        return common(self._on_display(one, box) for one, box in boxes)

    def _on_display(self, window: int, box: Box | None) -> Box | None:
        origin = self._placement.origin(window)
        return None if box is None or origin is None else (*origin, *box[2:])

    def place(self, window: int, box: Box) -> None:
        """Ask for a place of a window on the display."""
        self._placement.place(window, box)

    def is_cut(self, window: int) -> bool:
        """Return whether a client has cut the shape of a window or of its frame."""
        if self._shape is None:
            return False
        windows = self._ours(window)
        boxes = zip(windows, self._boxes(windows), strict=True)
        return any(box and self._shape.is_cut(one, *box[2:]) for one, box in boxes)

    def make_whole(self, window: int) -> None:
        """Undo every cut in the shape of a window and of its frame."""
        if self._shape is not None:
            self._shape.make_whole(self._ours(window))
            self._made_whole += 1
            self._xcb.xcb_flush(self._connection)

    def _ours(self, window: int) -> tuple[int, ...]:
        """Return a window and, unless the window manager itself cuts it, its frame."""
        return (window, self._top_of(window)) if self._made_whole < MOST_MADE_WHOLE else (window,)

    def put_away(self, windows: Sequence[int]) -> None:
        """Lower windows below all others, and unmap those that bypass the window manager.

        A compositing window manager goes on showing such a window on top, wherever it lies.
        """
        self.unmap([window for window in windows if self._bypasses(window)])
        values = (c_uint32 * 1)(BELOW)
        for window in windows:
            one = c_uint32(window)
            self._xcb.xcb_configure_window(self._connection, one, c_uint16(STACK_MODE), values)
        self._xcb.xcb_flush(self._connection)

    def _root_window(self) -> int:
        setup = ctypes.c_void_p(self._xcb.xcb_get_setup(self._connection))
        return int(self._xcb.xcb_setup_roots_iterator(setup).data[0])

    def _top_of(self, window: int) -> int:
        """Return the window below the root that holds ours: the frame of a window manager."""
        while (parent := self._parent(window)) not in {self._root, NOBODY}:
            window = parent
        return window

    def _parent(self, window: int) -> int:
        with self._reply("xcb_query_tree", self._ask("xcb_query_tree", window)) as tree:
            return int(tree.contents.parent) if tree else NOBODY

    def _children(self, window: int) -> list[int]:
        """Return the children of a window, the lowest one first."""
        with self._reply("xcb_query_tree", self._ask("xcb_query_tree", window)) as tree:
            if not tree:
                return []
            found = self._xcb.xcb_query_tree_children(tree)
            return [int(found[index]) for index in range(tree.contents.count)]

    def _kinds(self, windows: Sequence[int]) -> list[int]:
        """Return the kind of each window, INPUT_OUTPUT or INPUT_ONLY; 0 for one not shown."""
        asked = [self._ask("xcb_get_window_attributes", window) for window in windows]
        kinds = []
        for cookie in asked:
            with self._reply("xcb_get_window_attributes", cookie) as got:
                seen = got and got.contents.map_state == VIEWABLE
                kinds.append(int(got.contents.kind) if seen else 0)
        return kinds

    def _bypasses(self, window: int) -> bool:
        asked = self._ask("xcb_get_window_attributes", window)
        with self._reply("xcb_get_window_attributes", asked) as got:
            return bool(got and got.contents.bypasses)

    def _boxes(self, windows: Sequence[int]) -> Iterator[Box | None]:
        for cookie in [self._ask("xcb_get_geometry", window) for window in windows]:
            with self._reply("xcb_get_geometry", cookie) as got:
                box = got.contents if got else None
                yield box and (box.x, box.y, box.width, box.height)

    def _ask(self, name: str, window: int) -> _Cookie:
        cookie: _Cookie = getattr(self._xcb, name)(self._connection, c_uint32(window))
        return cookie

    @contextlib.contextmanager
    def _reply(self, name: str, cookie: _Cookie) -> Iterator[Any]:
        """Give a reply, or a null pointer: the window may be gone by now."""
        got = getattr(self._xcb, f"{name}_reply")(self._connection, cookie, None)
        try:
            yield got
        finally:
            if got:
                self._free(got)

    def _take_events(self) -> None:
        if self._xcb.xcb_connection_has_error(self._connection):
            self._notifier.setEnabled(False)
            return
        seen = False
        while event := self._xcb.xcb_poll_for_event(self._connection):
            self._free(event)
            seen = True
        if seen:
            self.changed.emit()


def overlap(one: Box, other: Box) -> bool:
    """Return whether two rectangles have a pixel in common."""
    return all(
        max(one[axis], other[axis]) < min(one[axis] + one[axis + 2], other[axis] + other[axis + 2])
        for axis in (0, 1)
    )


def lies_over(ours: Box, other: Box, kind: int) -> bool:
    """Return whether a window of a kind lies over ours.

    One that only takes input counts where it takes a good part of it: window managers have narrow
    ones at the edges of the screen.
    """
    if kind == INPUT_OUTPUT:
        return overlap(ours, other)
    x, y, width, height = ours
    wide = min(x + width, other[0] + other[2]) - max(x, other[0])
    high = min(y + height, other[1] + other[3]) - max(y, other[1])
    taken = max(wide, 0) * max(high, 0)
    return kind == INPUT_ONLY and taken >= LEAST_TAKEN * width * height


def connect(parent: QObject, load: Callable[[str], Any] = ctypes.CDLL) -> Stacking | None:
    """Return a connection to the display, or None where the program does not run on X11."""
    if QGuiApplication.platformName() != "xcb":
        return None
    try:
        xcb = load(LIBRARY)
        _declare(xcb)
    except (OSError, AttributeError):
        return None
    connection = xcb.xcb_connect(None, None)
    if not connection or xcb.xcb_connection_has_error(ctypes.c_void_p(connection)):
        return None
    return Stacking(xcb, connection, parent)


def _declare(xcb: Any) -> None:
    """Declare the functions that do not return a plain int."""
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [c_char_p, POINTER(c_int)]
    xcb.xcb_get_setup.restype = ctypes.c_void_p
    xcb.xcb_setup_roots_iterator.restype = _Screens
    xcb.xcb_poll_for_event.restype = ctypes.c_void_p
    xcb.xcb_query_tree_children.restype = POINTER(c_uint32)
    for name, reply in (
        ("xcb_query_tree", _Tree),
        ("xcb_get_window_attributes", _Attributes),
        ("xcb_get_geometry", _Geometry),
    ):
        getattr(xcb, name).restype = _Cookie
        getattr(xcb, f"{name}_reply").restype = POINTER(reply)
    for name in ("xcb_change_window_attributes", "xcb_configure_window", "xcb_unmap_window"):
        getattr(xcb, name).restype = _Cookie
