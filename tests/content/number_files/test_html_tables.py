"""Tables in HTML, which many programs save under the name of a spreadsheet."""

from pathlib import Path

import pytest

from jknassist.content.number_files.html_tables import is_html
from jknassist.content.number_files.reader import open_list
from tests.support.workbooks import read

HEAD = "<html><head><style>td {color: red}</style></head><table border=1>"
ROWS = (
    "<tr><th>Nama</th><th>NIK</th><th>No HP</th></tr>",
    "<tr><td>Bu A &amp; B</td><td>3201234567890001</td><td style='x'>0812&nbsp;3456 7890</td></tr>",
    "<tr><td>Pak B</td><td>3201234567890002</td><td>81234567891<br>081234567892</td></tr>",
    "<tr><td>Bu C<td>3201234567890003<td>081234567893",
)


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_table_is_read_by_its_columns_however_its_lines_break(tmp_path: Path, end: str) -> None:
    path = tmp_path / "daftar.xls"
    path.write_text(end.join((HEAD, *ROWS)) + "</table></html>", encoding="utf-8")
    numbers = open_list(path)
    assert [column.name for column in numbers.taken] == ["No HP"]
    assert read(numbers) == [
        (2, "0812 3456 7890"),
        (3, "81234567891"),
        (3, "081234567892"),
        (4, "081234567893"),
    ]


def test_every_tag_on_a_line_of_its_own_is_the_same_table(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xls"
    path.write_text((HEAD + "".join(ROWS)).replace(">", ">\n").replace("<", "\n<"))
    assert [row for row, _ in read(open_list(path))] == [2, 3, 3, 4]


@pytest.mark.parametrize("text", ["<3 0812 3456 7890", "Nama;HP\n<table>;0812", ""])
def test_other_text_is_no_html(text: str) -> None:
    assert not is_html(text.splitlines())
