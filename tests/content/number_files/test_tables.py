"""CSV tables: a stray quote does not swallow the following lines."""

from jknassist.content.number_files.reader import (
    open_text,
)
from tests.support.workbooks import read


def test_a_stray_quote_swallows_nothing() -> None:
    rows = "".join(f"Bu {n};08123456{n:04}\n" for n in range(500))
    text = 'Nama;HP\n"Bu A;081234567890\n' + rows

    assert len(read(open_text(text))) == 501


def test_a_late_stray_quote_swallows_nothing() -> None:
    rows = [f"Bu {n};08123456{n:04}\n" for n in range(500)]
    rows[300] = '"' + rows[300]

    assert len(read(open_text("Nama;HP\n" + "".join(rows)))) == 500


def test_a_line_break_in_a_quoted_cell_keeps_the_table_and_both_numbers() -> None:
    text = (
        'Nama,HP1,HP 2\n"Budi, S.Pd",0812-3456-7890,\nSiti,,0813 9014 2257\n'
        'Tono,0812****7890,"081234567891\n081298765432"\n'
    )

    found = [(row.column, row.written) for row in open_text(text)]

    assert found == [
        ("HP1", "0812-3456-7890"),
        ("HP 2", "0813 9014 2257"),
        ("HP1", "0812****7890"),
        ("HP 2", "081234567891"),
        ("HP 2", "081298765432"),
    ]
