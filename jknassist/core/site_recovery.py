"""What can still be read of a settings file with faults: is this a kiosk, and what is its PIN.

A slip of the pen must not turn a kiosk into the window of a laptop, which anybody can close. So the
text is looked at by itself, however little YAML can make of it, and whatever seems to say kiosk
counts as kiosk.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

KIOSK, VOLUNTEER = "kiosk", "volunteer"
MARKS = (b"\xff\xfe", b"\xfe\xff")
"""With these UTF-16 begins."""

COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)
MODE = re.compile(r"(?<![^\W_])mode[ \t\"']*[:=]?[ \t\"'\[{(]*([^\W\d_]*)", re.IGNORECASE)
ALONE = re.compile(r"(?:[^\W\d_]{1,20}[ \t\"':=]+)?([^\W\d_]{3,20})")
"""One word, or a short one before it, whatever signs stand around them."""

PIN_KEY = re.compile(r"staff_?pin", re.IGNORECASE)
ALIKE = 0.8
"""Of a word beside which no `mode` can be read: "disk" and "kios" must not be the same."""

SHORT = 80
"""Letters of a line that could set a mode."""


def text_of(data: bytes) -> str:
    """Return a file's text in whatever coding it was saved; letters beyond ASCII may be wrong."""
    if data.startswith(MARKS):
        return data.decode("utf-16", errors="replace")
    return data.replace(b"\0", b"").decode("latin-1")


def seems_kiosk(text: str) -> bool:
    """Tell whether a text says or seems to say that this is a kiosk."""
    read = COMMENT.sub("", text)
    said = [_meant(word) for word in MODE.findall(read)]
    if KIOSK in said or any(_meant(word, ALIKE) == KIOSK for word in _words_alone(read)):
        return True
    if said and set(said) == {VOLUNTEER}:
        return False
    # Only a kiosk has a PIN. Of a mode without a word, or cut, nobody knows that it is none.
    return PIN_KEY.search(read) is not None or bool(pins(text)) or "" in said


def says_volunteer(text: str) -> bool:
    """Tell whether a text sets the mode of a laptop, and no other."""
    said = MODE.findall(COMMENT.sub("", text))
    return bool(said) and {_meant(word) for word in said} == {VOLUNTEER}


def pins(text: str) -> tuple[str, ...]:
    """Return the PIN lines that are whole, each once; those of comments are old ones."""
    # Loaded for a file with faults: it brings OpenSSL, which most starts do without.
    from jknassist.core.pin import HASHED  # noqa: PLC0415

    return tuple({found[0]: None for found in HASHED.finditer(COMMENT.sub("", text))})


def _meant(word: str, alike: float = 0.6) -> str:
    """Return the mode that a word resembles, the word itself, or nothing where it may be cut."""
    small = word.casefold()
    if small != VOLUNTEER and (KIOSK.startswith(small) or VOLUNTEER.startswith(small)):
        return KIOSK if len(small) > 1 and KIOSK.startswith(small) else ""
    return next(iter(get_close_matches(small, (KIOSK, VOLUNTEER), n=1, cutoff=alike)), small)


def _words_alone(text: str) -> Iterator[str]:
    """Yield what stands as the only value of a line."""
    for line in text.splitlines():
        bare = line.strip(" \t\"'[]{}():=,;-_.|>&*!?%@`~^+/\\<") if len(line) <= SHORT else ""
        if found := ALONE.fullmatch(bare):
            yield found[1]
