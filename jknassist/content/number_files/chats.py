"""Read chats exported or copied from WhatsApp as rows: the sender and one line of a message.

A message begins with its time, written as the phone is set: "27/11/25 09.14 - Bu Sri: …" on
Android, "[27/11/25 09.14.03] Bu Sri: …" on iOS, "[09.14, 27/11/2025] Bu Sri: …" on a computer;
lines without one continue it. Times, dates, amounts, file names and links are no numbers; lines
without a number, and those that WhatsApp itself writes ("Anda bergabung"), have an empty cell.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from jknassist.content.number_files.tables import Row
from jknassist.core.phone.mask import pattern_of
from jknassist.core.phone.unicode_fold import fold

HEADINGS = ("Kontak", "Pesan WhatsApp")
"""Names of the columns of senders and of messages."""

MOST_SENDERS = 5000
"""Senders that are remembered; each number among them is a row once, not with every message."""

LONGEST_BEFORE = 30
"""Characters of a message that are kept before its first digits: a result shows only the first."""

ENOUGH = 0.5
"""Share of the first lines with a time in a text that begins in the middle of a message."""

_DAY = r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?"
_CLOCK = r"\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?: ?(?:[AaPp]\.? ?[Mm]\.?|pagi|siang|sore|malam)(?!\w))?"
_BETWEEN = r",?(?: pukul| at)? "
_BEGINS = re.compile(
    rf"(?:{_DAY}{_BETWEEN}{_CLOCK} - |\[(?:{_DAY}{_BETWEEN}{_CLOCK}|{_CLOCK}, ?{_DAY})\] )",
    re.ASCII,
)
_SENDER = re.compile(r"([^:]{1,80}):(?:\s|\Z)")
_OWN_TEXT = "\N{LEFT-TO-RIGHT MARK}"
"""WhatsApp puts this mark before what it writes itself: "file terlampir", "Anda bergabung"."""

_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_BLANKS = re.compile("[\u00a0\u202f]")

_TIME = r"[0-2]?\d[.:][0-5]\d(?:[.:][0-5]\d)?"
_NO_NUMBERS = re.compile(
    r"https?://(?!(?:wa\.me|api\.whatsapp\.com)\b)\S+"
    r"|\S{1,80}\.(?:jpe?g|png|webp|gif|heic|mp4|3gp|mov|opus|ogg|m4a|mp3|aac|pdf|vcf|docx?|xlsx?|csv|zip)\b"
    r"|(?<![\d./-])(?:[0-3]?\d[./-][01]?\d[./-](?:(?:19|20)\d\d|\d\d)"
    r"|(?:19|20)\d\d[./-][01]?\d[./-][0-3]?\d)(?![./-]?\d)"
    r"|(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
    rf"|(?<![\d.:+-]){_TIME}(?: ?- ?{_TIME})?(?![.:-]?\d)"
    r"|\bRp\.? ?\d[\d.,]*"
    r"|(?<![\d.,])[1-9]\d{0,2}(?:[.,]\d{3})*[.,]000(?![.,]?\d)",
    re.ASCII | re.IGNORECASE,
)
_NUMBER = re.compile(r"\d(?:[ .()+/-]{0,3}\d){6,}", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)


def is_chat(head: Sequence[str]) -> bool:
    """Return whether the first lines of a text are those of a chat."""
    lines = [line for line in map(_plain, head) if line]
    times = sum(_BEGINS.match(line) is not None for line in lines)
    return bool(times) and (_BEGINS.match(lines[0]) is not None or times >= ENOUGH * len(lines))


def rows_of(lines: Iterable[str]) -> Iterator[Row]:
    """Yield one row per line of a chat that is not empty, with the number of the line."""
    senders: set[str] = set()
    by_program = False
    for line_number, line in enumerate(lines, 1):
        text = _plain(line)
        if not text:
            continue
        begins = _BEGINS.match(text)
        sender, message = "", text
        if begins is not None:
            sender, message = _parted(text[begins.end() :])
            by_program = not sender or _is_own_text(line)
        if by_program:
            sender = message = ""
        yield Row(line_number, (_once(sender, senders), _with_number(message)))


def _plain(line: str) -> str:
    """Return a line without invisible characters and with ordinary blanks."""
    return _UNSEEN.sub("", _BLANKS.sub(" ", line)).strip()


def _parted(text: str) -> tuple[str, str]:
    """Return sender and message; of what WhatsApp itself writes there is no sender."""
    match = _SENDER.match(text)
    return (match[1].strip(), text[match.end() :].strip()) if match is not None else ("", "")


def _is_own_text(line: str) -> bool:
    """Return whether a message begins with the mark of what WhatsApp writes itself."""
    _, colon, message = line.partition(": ")
    return bool(colon) and message.startswith(_OWN_TEXT)


def _once(sender: str, senders: set[str]) -> str:
    """Return a sender that is a number and was not returned before, else nothing."""
    if sender in senders or len(senders) >= MOST_SENDERS or not _holds_number(fold(sender)):
        return ""
    senders.add(sender)
    return sender


def _with_number(message: str) -> str:
    """Return a message with a number, without what stands long before it, else nothing."""
    folded = fold(message)
    if not _holds_number(folded):
        return ""
    first = _DIGIT.search(message)
    start = max(first.start() - LONGEST_BEFORE, 0) if first is not None else 0
    return message[message.find(" ", start) + 1 :] if start else message


def _holds_number(folded: str) -> bool:
    """Return whether a folded text holds digits as a telephone number has them."""
    if _DIGIT.search(folded) is None:
        return False
    rest = _NO_NUMBERS.sub(" ", folded)
    return _NUMBER.search(rest) is not None or pattern_of(rest) is not None
