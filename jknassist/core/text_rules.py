"""Rules for the encoding and the characters of texts in content files."""

import re
from collections.abc import Iterator
from itertools import islice

from jknassist.core.diagnostic import UnreadableError

MOST_BYTES = 2 * 1024 * 1024
MOST_CHARACTERS = 2_000

LONGEST_QUERY = 200
"""Maximum characters of a search query; the rest is ignored."""

MOST_SHOWN = 40
MOST_FAULTS = 1_000

MARKUP = re.compile(r"<[/!?]?[a-z]|<!--", re.IGNORECASE)
REPLACEMENT = "\ufffd"


def decode(data: bytes) -> str:
    """Return a file's text with line breaks as LF; raise UnreadableError."""
    if len(data) > MOST_BYTES:
        raise UnreadableError(1, f"berkas lebih besar dari {MOST_BYTES // 1024 // 1024} MiB")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableError(1, "berkas ini UTF-16; simpan sebagai UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableError(line, "huruf di sini bukan UTF-8; simpan sebagai UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def replace_unseen(text: str) -> tuple[str, list[tuple[int, str]]]:
    """Replace invisible characters in a text; return it and a fault for each line that had some."""
    unseen = {letter for letter in set(text) if not _is_seen(letter)}
    if not unseen:
        return text, []
    lines = enumerate(text.split("\n"), start=1)
    hit = ((line, letters) for line, letters in lines if not unseen.isdisjoint(letters))
    faults = [(line, _fault_text(letters)) for line, letters in islice(hit, MOST_FAULTS)]
    return text.translate({ord(letter): REPLACEMENT for letter in unseen}), faults


def wrong_in_text(text: str) -> Iterator[str]:
    """Yield the faults of a text: invisible characters, length, markup."""
    if not text.isprintable() and ("\t" in text or not all(map(_is_seen, set(text)))):
        yield _fault_text(text)
    if len(text) > MOST_CHARACTERS:
        yield f"teks ini {len(text)} huruf; paling banyak {MOST_CHARACTERS}"
    if found := MARKUP.search(text):
        yield f'tulis teks biasa saja, tanpa tanda seperti "{found[0]}"'


def quoted(text: str) -> str:
    """Return a text in double quotes, shortened to MOST_SHOWN characters."""
    short = text if len(text) <= MOST_SHOWN else f"{text[: MOST_SHOWN - 1]}…"
    return f'"{" ".join(short.split())}"'


def _is_seen(letter: str) -> bool:
    """Return whether a character is allowed: printable, tab, line feed or no-break space."""
    return letter.isprintable() or letter in "\t\n\u00a0"


def _fault_text(text: str) -> str:
    unseen = next((letter for letter in text if not _is_seen(letter)), "\t")
    return f"ada karakter yang tidak terlihat (U+{ord(unseen):04X}); hapus atau ketik ulang"
