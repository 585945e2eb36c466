"""Code 39: the barcode of a sheet number, which every scanner that types like a keyboard reads."""

WIDE = frozenset("1")
NARROW_UNITS, WIDE_UNITS = 2, 5
"""Widths of bars and spaces; a wide one is two and a half times as wide as a narrow one."""

EDGE = "*"
"""Stands before and after the characters and is not read as one."""

# For each character which of its bars and spaces are wide, from the left, a bar first.
PATTERNS = {
    "3": "101100000",
    "4": "000110001",
    "7": "000100101",
    "9": "001100100",
    "A": "100001001",
    "C": "101001000",
    "D": "000011001",
    "E": "100011000",
    "F": "001011000",
    "H": "100001100",
    "J": "000011100",
    "K": "100000011",
    "M": "101000010",
    "N": "000010011",
    "P": "001010010",
    "Q": "000000111",
    "R": "100000110",
    "T": "000010110",
    "U": "110000001",
    "V": "011000001",
    "W": "111000000",
    "X": "010010001",
    "Y": "110010000",
    EDGE: "010010100",
}


def bars(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each bar of a text begins and how wide it is, in units; raise KeyError."""
    found: list[tuple[int, int]] = []
    at = 0
    for letter in f"{EDGE}{text}{EDGE}":
        for place, mark in enumerate(PATTERNS[letter]):
            width = WIDE_UNITS if mark in WIDE else NARROW_UNITS
            if place % 2 == 0:
                found.append((at, width))
            at += width
        at += NARROW_UNITS
    return tuple(found)


def width_of(text: str) -> int:
    """Return how wide the bars of a text are, in units."""
    start, width = bars(text)[-1]
    return start + width
