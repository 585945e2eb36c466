"""Size-limited error log with rotation: type and location of each error, never its message.

The message of an error may quote what somebody typed; a line number of our program cannot.
"""

import re
import sys
from collections import deque
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from types import CodeType, FrameType, TracebackType

from jknassist.system import regular_file
from jknassist.system.local_time import local_now

MOST_BYTES = 128 * 1024
KEPT = 2
"""Rotated files that are kept beside the current one."""

LONGEST_LINE = 400
MOST_FRAMES = 6
"""Traceback frames that are logged, the innermost ones."""

CHAIN = 3
"""Errors of an exception chain that are logged: the last one and its causes."""

REMEMBERED = 50
"""Lines kept in memory, for a report where no file can be written."""

PACKAGE = "jknassist"
QT_FUNCTION = r"(Q[A-Z][A-Za-z]{1,40}(?:::~?[A-Za-z]{1,40})?)(?=[:(])"
"""The function or class that Qt names at the beginning of most of its messages."""

FAULT = r"(?:Fatal Python error|Windows fatal exception): ([A-Za-z0-9_ ]{1,60})"
FAULT_LINE = r'  File "(.*)", line (\d+) in (\S+)$'


class ErrorLog:
    """Appends lines to a file; while that fails, `works` is False and the program goes on.

    Lines that could not be written are written with the first one that can be. Without a folder
    they are only kept in memory.
    """

    def __init__(self, folder: Path | None, name: str) -> None:
        self.path = folder / name if folder is not None else None
        self.works = folder is not None
        self._recent: deque[str] = deque(maxlen=REMEMBERED)
        self._unwritten: deque[str] = deque(maxlen=REMEMBERED)

    def write(self, text: str) -> None:
        """Append one line with a time stamp; never raises."""
        now = f"{local_now():%Y-%m-%d %H:%M:%S}"
        line = f"{now} {' '.join(text.split())[:LONGEST_LINE]}"
        self._recent.append(line)
        self._unwritten.append(f"{line}\n")
        self._append()

    def probe(self) -> bool:
        """Return whether the file can be written, by opening it."""
        self._append()
        return self.works

    def _append(self) -> None:
        if self.path is None:
            return
        data = "".join(self._unwritten).encode(errors="replace")
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._make_room(self.path, len(data))
            regular_file.append(self.path, data)
        except (OSError, ValueError):
            self.works = False
        else:
            self.works = True
            self._unwritten.clear()

    def _make_room(self, path: Path, needed: int) -> None:
        """Rotate the files if the next line would exceed the size limit."""
        if not path.exists() or path.lstat().st_size + needed <= MOST_BYTES:
            return
        names = [path, *(path.with_name(f"{path.name}.{age}") for age in range(1, KEPT + 1))]
        for newer, older in reversed(list(pairwise(names))):
            if newer.exists():
                newer.replace(older)

    def count(self) -> int:
        """Return the number of lines in the current file."""
        return len(self._read().splitlines())

    def last(self, count: int) -> tuple[str, ...]:
        """Return the last `count` lines, of earlier runs too; from memory if there is no file."""
        return tuple((self._read().splitlines() or list(self._recent))[-count:])

    def _read(self) -> str:
        try:
            return regular_file.read_text(self.path) if self.path else ""
        except (OSError, ValueError):
            return ""


def describe(error: BaseException) -> str:
    """Return type and traceback frames of an error and of its causes, without messages."""
    chain: list[str] = []
    seen: BaseException | None = error
    while seen is not None and len(chain) < CHAIN:
        chain.append(describe_one(type(seen), seen.__traceback__))
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    return " <- ".join(chain)


def describe_one(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return type and traceback frames of one error, the innermost frame first."""
    frames = list(_frames(trace))[-MOST_FRAMES:]
    return f"{kind.__name__} at " + " < ".join(reversed(frames))


def describe_message(kind: str, category: str, message: str) -> str:
    """Return severity and category of a Qt message, the Qt function it names, and our frame.

    `category` is a name from Qt's or our source; nothing else of the message is kept.
    """
    function = re.match(QT_FUNCTION, message)
    # Frame 1 is the message handler itself, which is skipped.
    handler = sys._getframe(1)  # noqa: SLF001  the module traceback would read source files
    frames = islice(_callers(handler.f_back), MOST_FRAMES)
    callers = " < ".join(location(frame.f_code, frame.f_lineno) for frame in frames)
    named = function[1] if function else "unnamed function"
    return f"{kind} {category} {named} at {callers or 'no place in Python'}"


def describe_fault(text: str) -> str:
    """Return the kind and the frames of a faulthandler dump; empty for an empty one."""
    lines = text.splitlines()
    kinds = [found[1] for line in lines if (found := re.match(FAULT, line))]
    if not lines:
        return ""
    at = next((n for n, line in enumerate(lines) if line.startswith("Current thread")), len(lines))
    frames: list[str] = []
    for line in lines[at + 1 :]:
        found = re.match(FAULT_LINE, line)
        if found is None:
            break
        frames.append(f"{short_path(found[1])}:{found[2]} {found[3]}")
    kind = kinds[0].strip() if kinds else "unknown fault"
    return f"{kind} at {' < '.join(frames[:MOST_FRAMES]) or 'no place in Python'}"


def standard_traceback(error: BaseException) -> str:
    """Return a Python traceback without the error message and without source lines."""
    lines = [f"  at {at}\n" for at in _frames(error.__traceback__)]
    return f"Traceback (most recent call last):\n{''.join(lines)}{type(error).__name__}\n"


def location(code: CodeType, line: int) -> str:
    """Return file, line and function of a frame; the path is relative to our package."""
    return f"{short_path(code.co_filename)}:{line} {code.co_qualname}"


def short_path(name: str) -> str:
    """Return a path relative to our package, or the file name: home folders contain names."""
    context = name.replace("\\", "/").split("/")
    if PACKAGE in context[:-1]:
        within = context[len(context) - context[::-1].index(PACKAGE) :]
        # A checkout folder often has the name of the package; its other folders are not part of it.
        if len(within) == 1 or f"{PACKAGE}.{within[0]}" in sys.modules:
            return "/".join(within)
    return context[-1]


def _frames(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        yield location(trace.tb_frame.f_code, trace.tb_lineno)
        trace = trace.tb_next


def _callers(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back
