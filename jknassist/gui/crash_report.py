"""Crash report for the maintainers: versions, system and log lines; no names, nothing typed."""

import os
import platform
from itertools import count
from pathlib import Path

from PySide6.QtCore import QDate, qVersion
from PySide6.QtGui import QGuiApplication

from jknassist import __version__
from jknassist.core.flow.model import Knowledge
from jknassist.gui.error_log import ErrorLog

LINES = 8
"""Number of log lines in a report, the newest ones."""

FILE_NAME = "Laporan-gangguan-{date}{again}.txt"


def report_lines(knowledge: Knowledge, log: ErrorLog) -> tuple[str, ...]:
    """Return the report line by line: versions, system, screen, and the end of the log."""
    screen = QGuiApplication.primaryScreen()
    size, ratio = screen.size(), screen.devicePixelRatio()
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return (
        f"jknassist {__version__}, {knowledge.language} {knowledge.edition} {knowledge.released}",
        f"{system}, Python {platform.python_version()}, Qt {qVersion()}",
        f"{QGuiApplication.platformName()} {size.width()}x{size.height()} {ratio:g}",
        *log.last(LINES),
    )


def save(folder: Path, lines: tuple[str, ...]) -> Path:
    """Write a report under an unused file name and return the path; raises OSError."""
    date = QDate.currentDate().toString("yyyy-MM-dd")
    for number in count(1):
        again = "" if number == 1 else f"-{number}"
        path = folder / FILE_NAME.format(date=date, again=again)
        try:
            # Mode "x" fails if the file exists, even if it was created a moment ago.
            file = path.open("x", encoding="utf-8")
        except FileExistsError:
            continue
        try:
            with file:
                file.write("\n".join((*lines, "")))
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            path.unlink(missing_ok=True)
            raise
        return path
    raise AssertionError
