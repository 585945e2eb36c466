"""Read mode and PIN from a settings file that does not parse.

A typo must not turn a kiosk into a laptop window, which anybody can close. So the raw text is
searched, and whatever may mean kiosk counts as kiosk.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

KIOSK, VOLUNTEER = "kiosk", "volunteer"
MARKS = (b"\xff\xfe", b"\xfe\xff")
"""Byte order marks of UTF-16; UTF-32 begins alike, and has zeros between its letters."""

COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)
MODE = re.compile(r"(?<![^\W_])mode[ \t\"']*[:=]?[ \t\"'\[{(]*([^\W\d_]*)", re.IGNORECASE)
ALONE = re.compile(r"(?:[^\W\d_]{1,20}[ \t\"':=]+)?([^\W\d_]{3,20})")
"""A word, optionally after a short one, with any signs around them."""

PIN_KEY = re.compile(r"staff_?pin", re.IGNORECASE)
PIN_DIGITS = re.compile(r"staff_?pin[\"']?\s*[:=]\s*[\"']?\d", re.IGNORECASE)
PIN_WORD = re.compile(r"staff_?pin|(?<![^\W_])pin(?![^\W_])", re.IGNORECASE)
ALIKE = 0.8
"""Similarity required of a word without `mode` beside it: "disk" must not match "kiosk"."""

SHORT = 80
"""Maximum length of a line that could set the mode."""


def text_of(data: bytes) -> str:
    """Decode a file of unknown encoding; characters beyond ASCII may be wrong."""
    if data.startswith(MARKS):
        return data.decode("utf-16", errors="replace").replace("\0", "")
    return data.replace(b"\0", b"").decode("latin-1")


def seems_kiosk(text: str) -> bool:
    """Return whether a text sets, or may be meant to set, the kiosk mode."""
    read = COMMENT.sub("", text)
    said = [_meant(word) for word in MODE.findall(read)]
    if KIOSK in said or any(_meant(word, ALIKE) == KIOSK for word in _words_alone(read)):
        return True
    if said and set(said) == {VOLUNTEER}:
        return False
    # Only a kiosk has a PIN; a mode that is missing or truncated may have been kiosk.
    return PIN_KEY.search(read) is not None or bool(pins(text)) or "" in said


def says_volunteer(text: str) -> bool:
    """Return whether a text sets the volunteer mode, and no other."""
    said = MODE.findall(COMMENT.sub("", text))
    return bool(said) and {_meant(word) for word in said} == {VOLUNTEER}


def names_pin(text: str) -> bool:
    """Return whether a text sets a PIN, or may be meant to, valid or not."""
    return PIN_WORD.search(COMMENT.sub("", text)) is not None


def sets_pin(text: str) -> bool:
    """Return whether a text sets the key of the PIN to digits, in a comment too."""
    return PIN_DIGITS.search(text) is not None


def pins(text: str) -> tuple[str, ...]:
    """Return the complete PIN hashes, without duplicates; those in comments are ignored."""
    # Imported only for a file with faults: it loads OpenSSL, which most starts do not need.
    from jknassist.core.pin import HASHED  # noqa: PLC0415

    return tuple({found[0]: None for found in HASHED.finditer(COMMENT.sub("", text))})


def _meant(word: str, alike: float = 0.6) -> str:
    """Return the mode that a word resembles, else the word; empty if it may be truncated."""
    small = word.casefold()
    if small != VOLUNTEER and (KIOSK.startswith(small) or VOLUNTEER.startswith(small)):
        return KIOSK if len(small) > 1 and KIOSK.startswith(small) else ""
    return next(iter(get_close_matches(small, (KIOSK, VOLUNTEER), n=1, cutoff=alike)), small)


def _words_alone(text: str) -> Iterator[str]:
    """Yield each word that is the only value on its line."""
    for line in text.splitlines():
        bare = line.strip(" \t\"'[]{}():=,;-_.|>&*!?%@`~^+/\\<") if len(line) <= SHORT else ""
        if found := ALONE.fullmatch(bare):
            yield found[1]
