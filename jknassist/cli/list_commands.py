"""The command `list`: check every phone number of a spreadsheet, text or vCard file."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jknassist.cli.console import NO_ROOM, may_write
from jknassist.cli.content_commands import spoken
from jknassist.content.loader import shipped_plan
from jknassist.system.exit_codes import FINE, FOUND, WRONG_USE
from jknassist.system.standard_streams import complain, say

if TYPE_CHECKING:
    import argparse

    from jknassist.content.number_files.reader import NumberList
    from jknassist.content.number_files.results import ResultFile
    from jknassist.core.flow.model import Knowledge


def examine_list(asked: "argparse.Namespace") -> int:
    """Run `list`: check every number of a list; return the exit code."""
    from jknassist.content.number_files.problems import ListFileError, problem_text

    content = spoken(asked)
    sources = (asked.file, asked.knowledge)
    if asked.csv is not None and not may_write(asked.csv, force=asked.force, sources=sources):
        return WRONG_USE
    try:
        with _open_list(asked.file) as numbers:
            return _told(numbers, asked, content)
    except LookupError as error:
        complain([f'kolom "{error.args[0]}" tidak ada di daftar itu'])
    except ListFileError as error:
        complain([problem_text(error.problem, asked.file, content.words)])
    return WRONG_USE


def _open_list(name: str) -> "NumberList":
    from jknassist.content.number_files import reader

    if name != "-":
        return reader.open_list(Path(name))
    return reader.open_stream(sys.stdin.buffer if sys.stdin is not None else io.BytesIO())


def _told(numbers: "NumberList", asked: "argparse.Namespace", content: "Knowledge") -> int:
    """Write the entries one by one, then the summary; return 1 if anything was found, else 0."""
    from jknassist.content.number_files import examination, listing
    from jknassist.content.number_files.results import ResultFile
    from jknassist.core.phone.number_list import EntryClass, Examiner

    if asked.column:
        numbers.take(asked.column)
    examiner = Examiner(shipped_plan(), content.number_words)
    result = ResultFile(content.words)
    for listed in examination.examined(numbers, examiner):
        if asked.json:
            say(listing.json_line(listed, content.number_words))
        elif listed.doubtful:
            say(listing.text_line(listed, content.words))
        if asked.csv is not None:
            result.add(listed)
    summary = examiner.summary
    if asked.json:
        say(listing.summary_line(summary))
    else:
        say(listing.summary_text(summary, content))
    if asked.csv is not None and not _saved(result, asked.csv):
        return WRONG_USE
    return FINE if summary.classes[EntryClass.OK] == summary.numbers else FOUND


def _saved(result: "ResultFile", path: Path) -> bool:
    """Write the result file; report an error and return False if that fails."""
    try:
        result.save(path)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise
        complain([f"{path}: hasil tidak bisa ditulis ({error.strerror})"])
        return False
    return True


def read_spreadsheet(asked: "argparse.Namespace") -> int:
    """Run the hidden subprocess command: write the rows of a spreadsheet to the parent process."""
    from jknassist.content.number_files import workbook_process

    return workbook_process.main(asked.file)
