"""Code 39 barcodes for sheet numbers; every scanner that works as a keyboard reads them."""

WIDE = frozenset("1")
NARROW_UNITS, WIDE_UNITS = 2, 5
"""Widths of narrow and wide bars and spaces in units: a ratio of 2.5."""

EDGE = "*"
"""Start and stop character, which scanners do not send."""

# The wide ones (1) among the bars and spaces of each character; the first is a bar.
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
    """Return offset and width of each bar of a text in units; raise KeyError if it has no code."""
    found: list[tuple[int, int]] = []
    at = 0
    for letter in f"{EDGE}{text}{EDGE}":
        for index, mark in enumerate(PATTERNS[letter]):
            width = WIDE_UNITS if mark in WIDE else NARROW_UNITS
            if index % 2 == 0:
                found.append((at, width))
            at += width
        at += NARROW_UNITS
    return tuple(found)


def width_of(text: str) -> int:
    """Return the width of the barcode of a text in units, without quiet zone."""
    start, width = bars(text)[-1]
    return start + width
