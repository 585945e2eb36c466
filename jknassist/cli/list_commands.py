"""The command `list`: check every phone number of a spreadsheet, text or vCard file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jknassist.cli.content_commands import spoken
from jknassist.content.loader import shipped_plan
from jknassist.system.exit_codes import FINE, FOUND, WRONG_USE
from jknassist.system.standard_streams import complain, say

if TYPE_CHECKING:
    import argparse

    from jknassist.content.number_files.reader import NumberList


def examine_list(asked: "argparse.Namespace") -> int:
    """Run `list`: check every number of a list; return the exit code."""
    from jknassist.content.number_files.decoding import NoTextError
    from jknassist.content.number_files.workbooks import WorkbookError

    try:
        with _open_list(asked.file) as numbers:
            return _examine(numbers, asked)
    except LookupError as error:
        complain([f'kolom "{error.args[0]}" tidak ada di daftar itu'])
    except (NoTextError, WorkbookError):
        complain([f"{asked.file}: tidak bisa dibaca sebagai daftar; simpan sebagai CSV dulu"])
    except FileNotFoundError:
        complain([f"{asked.file}: berkas tidak ada; periksa namanya"])
    return WRONG_USE


def _open_list(name: str) -> "NumberList":
    from jknassist.content.number_files import reader

    return reader.open_stream(sys.stdin.buffer) if name == "-" else reader.open_list(Path(name))


def _examine(numbers: "NumberList", asked: "argparse.Namespace") -> int:
    """Write the entries one by one, then the summary; return 1 if anything was found, else 0."""
    from jknassist.content.number_files import listing
    from jknassist.content.number_files.results import ResultFile
    from jknassist.core.phone.number_list import Class, Examiner

    if asked.column:
        numbers.take(asked.column)
    content = spoken(asked)
    examiner = Examiner(shipped_plan(), content.number_words)
    examiner.summary.columns = tuple(column.name for column in numbers.taken)
    with ResultFile(content.words) as result:
        for number in listing.examined(numbers, examiner):
            if asked.json:
                say(listing.json_line(number, content.number_words))
            elif number.doubtful:
                say(listing.text_line(number, content.words))
            if asked.csv is not None:
                result.add(number)
        if asked.csv is not None:
            result.save(asked.csv)
    summary = examiner.summary
    if asked.json:
        say(listing.summary_line(summary))
    else:
        say(listing.summary_text(summary, content.words))
    return FINE if summary.classes[Class.OK] == summary.numbers else FOUND


def read_spreadsheet(asked: "argparse.Namespace") -> int:
    """Run the hidden subprocess command: write the rows of a spreadsheet to the parent process."""
    from jknassist.content.number_files import sheet_process

    return sheet_process.main(asked.file)
