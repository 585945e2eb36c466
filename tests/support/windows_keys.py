"""Sends key input to a window on Windows, as xdotool does on Linux."""

import ctypes
import sys
import time
from typing import Any

PAUSE = 0.06
"""Seconds between two keys, as of somebody who types fast."""

KEYS = {
    "ctrl": 0x11,
    "alt": 0x12,
    "shift": 0x10,
    "Return": 0x0D,
    "Escape": 0x1B,
    "Tab": 0x09,
    "space": 0x20,
    "F1": 0x70,
    "F4": 0x73,
}
"""The names of xdotool, as virtual keys."""

NO_KEY = 0xE8
"""A virtual key that no keyboard has. Alt would open the menu of the window, which takes a key."""

UP = 0x2
LONGEST_TITLE = 200


def _user32() -> Any:
    """Return the library of Windows that knows windows and keys."""
    if sys.platform != "win32":
        raise OSError("there are no windows of Windows here")
    return ctypes.WinDLL("user32")


def focus(title: str, patience: float) -> None:
    """Wait for a window by its title and give it the keyboard."""
    user32 = _user32()
    deadline = time.monotonic() + patience
    while True:
        found = _window(user32, title)
        if found and found == user32.GetForegroundWindow():
            return
        if found:
            # Only who has the last key may change the window in front.
            _press(user32, [NO_KEY])
            user32.SetForegroundWindow(found)
        assert time.monotonic() < deadline, f"no window {title!r} in front"
        time.sleep(0.2)


def _window(user32: Any, title: str) -> int:
    """Return a visible window with this in its title, or 0."""
    found = [0]

    def look(window: int, _: int) -> bool:
        text = ctypes.create_unicode_buffer(LONGEST_TITLE)
        user32.GetWindowTextW(ctypes.c_void_p(window), text, LONGEST_TITLE)
        if user32.IsWindowVisible(ctypes.c_void_p(window)) and title in text.value:
            found[0] = window
        return not found[0]

    callback: Any = vars(ctypes)["WINFUNCTYPE"]
    kind = callback(ctypes.c_bool, ctypes.c_void_p, ctypes.c_void_p)
    user32.EnumWindows(kind(look), None)
    return found[0]


def key(*names: str) -> None:
    """Press keys one after the other, named as xdotool names them."""
    user32 = _user32()
    for name in names:
        _press(user32, [_virtual_key(user32, part) for part in name.split("+")])
        time.sleep(PAUSE)


def type_text(text: str) -> None:
    """Type a text into whatever has the keyboard."""
    key(*text)


def _virtual_key(user32: Any, name: str) -> int:
    if name in KEYS:
        return KEYS[name]
    assert len(name) == 1, f"no key {name!r}"
    return int(user32.VkKeyScanW(ctypes.c_wchar(name))) & 0xFF


def _press(user32: Any, keys: list[int]) -> None:
    """Hold the keys down one by one and let them go the other way round."""
    for one in keys:
        user32.keybd_event(one, user32.MapVirtualKeyW(one, 0), 0, 0)
    for one in reversed(keys):
        user32.keybd_event(one, user32.MapVirtualKeyW(one, 0), UP, 0)
