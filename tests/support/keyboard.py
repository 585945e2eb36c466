"""Names keys for xdotool so that the key itself is pressed, whatever layout the system has."""

PLACES = {f"F{row}": str(66 + row) for row in range(1, 11)} | {"F11": "95", "F12": "96"}
"""The function keys, as X11 numbers the keys of an evdev keyboard."""


def by_place(keys: str) -> str:
    """Return a key, or keys pressed together, with each function key by its place.

    The xkb-data of 2026 lists F1 to F12 on two levels of their keys. xdotool takes the higher one,
    and presses Alt with them.
    """
    return "+".join(PLACES.get(key, key) for key in keys.split("+"))
