"""Text files in the encodings of spreadsheets."""

import io

import pytest

from jknassist.content.number_files.decoding import LONGEST_LINE
from jknassist.content.number_files.problems import ListFileError, Problem
from jknassist.content.number_files.reader import (
    open_stream,
    open_text,
)
from tests.support.workbooks import read


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_every_encoding_of_spreadsheets_is_read(encoding: str) -> None:
    data = "Nama;HP\r\nIbu Café;081234567890\r\n".encode(encoding)

    assert read(open_stream(io.BytesIO(data))) == [(2, "081234567890")]


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(ListFileError, match=Problem.NO_LIST):
        open_stream(io.BytesIO(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 9))


def test_a_line_without_end_is_cut_at_a_gap() -> None:
    text = "081234567890, " * (3 * LONGEST_LINE // 14)
    found = {written for _, written in read(open_text(text))}

    assert found == {"081234567890"}
