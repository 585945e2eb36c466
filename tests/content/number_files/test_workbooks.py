"""The lines that the process of a workbook writes, whole or cut."""

import io

from jknassist.content.number_files import workbooks


def test_a_line_that_was_cut_as_the_process_was_killed_is_left_out() -> None:
    """Somebody who cancels a list once saw an error of the program instead."""
    assert list(workbooks._read(io.StringIO('"A"\n[1, ["x"]]\n[2'))) == ["A", [1, ["x"]]]
    assert list(workbooks._read(None)) == []
