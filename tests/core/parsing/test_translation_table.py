"""A translation as a table: every text once, back without loss, every fault with its row."""

from collections.abc import Sequence

import pytest

from jknassist.core.flow.model import Knowledge
from jknassist.core.parsing import load
from jknassist.core.parsing.translation_table import (
    HEADINGS,
    Fault,
    TextRow,
    import_table,
    longest,
    overlay_text,
    table_of,
)
from tests.support.small_knowledge import small_knowledge
from tests.support.small_overlay import small_overlay_yaml

SMALL = small_knowledge()
Numbered = list[tuple[int, Sequence[str]]]


def translated() -> Knowledge:
    knowledge, faults = load.load_overlay(small_overlay_yaml().encode(), "isi.en.yaml", SMALL)
    assert knowledge is not None, faults
    return knowledge


def numbered(rows: Sequence[TextRow]) -> Numbered:
    cells = [[str(cell) for cell in row.cells] for row in rows]
    return list(enumerate([list(HEADINGS), *cells], 1))


def whole() -> Numbered:
    return numbered(table_of(SMALL, translated()))


def changed(text_id: str, column: int, text: str) -> Numbered:
    """Return the whole table with one cell changed."""
    rows = whole()
    for _, cells in rows:
        if cells[0] == text_id:
            assert isinstance(cells, list)
            cells[column] = text
    return rows


def test_what_is_exported_is_the_overlay_when_imported() -> None:
    imported = import_table(whole(), SMALL)
    assert imported.complete
    text = overlay_text(SMALL, "en", imported.texts)
    again, faults = load.load_overlay(text.encode(), "isi.en.yaml", SMALL)
    assert (again, faults) == (translated(), ())


def test_without_a_translation_the_column_is_empty_and_every_text_is_there() -> None:
    rows = table_of(SMALL)
    assert {row.translation for row in rows} == {""}
    assert len({row.id for row in rows}) == len(rows)
    assert {"name", "steps/mulai/title", "about/1"} <= {row.id for row in rows}


def test_a_row_says_where_its_text_stands_and_what_must_stay() -> None:
    notes = {row.id: row.note for row in table_of(SMALL)}
    assert notes["steps/mulai/title"] == "pertanyaan: Apa yang Anda alami?"
    held = [row for row in table_of(SMALL) if "{" in row.source]
    assert held
    assert all("jangan ubah {" in row.note for row in held)


@pytest.mark.parametrize(
    ("text_id", "text", "most"),
    [
        ("outcomes/a/title", "Pulsa habis", 34),
        ("outcomes/a/actions/isi/text", "Isi pulsa.", 72),
        ("words/next", "Lanjut", 18),
        ("words/long", "x" * 100, 150),
    ],
)
def test_a_text_may_be_as_long_as_the_page_has_room(text_id: str, text: str, most: int) -> None:
    assert longest(text_id, text) == most


FIRST = "steps/mulai/title"


@pytest.mark.parametrize(
    ("column", "text", "says", "warning"),
    [
        (2, "", f'terjemahan "{FIRST}" kosong', 0),
        (2, "x" * 200, "200 huruf, paling banyak", 1),
        (2, "What {count}?", "harus: tidak ada", 0),
        (1, "Apa?", "sudah berubah sejak tabel ini dibuat", 1),
        (0, "steps/mulai/judul", "tidak ada di isi ini", 0),
    ],
)
def test_a_fault_names_its_row(column: int, text: str, says: str, warning: int) -> None:
    rows = changed(FIRST, column, text)
    row = next(
        number
        for number, cells in rows
        if cells[column] == text and (column == 0 or cells[0] == FIRST)
    )
    fault = import_table(rows, SMALL).faults[0]
    assert fault.row == row
    assert says in fault.text
    assert fault.warning is bool(warning)


def test_warnings_alone_do_not_prevent_an_import() -> None:
    assert import_table(changed(FIRST, 2, "x" * 200), SMALL).complete
    assert not import_table(changed(FIRST, 2, ""), SMALL).complete


def test_a_text_that_is_not_in_the_table_is_named() -> None:
    rows = [row for row in whole() if row[1][0] != FIRST]
    assert import_table(rows, SMALL).faults == (
        Fault(0, f'terjemahan "{FIRST}" tidak ada di tabel'),
    )


def test_a_text_that_is_there_twice_is_named_with_both_rows() -> None:
    rows = whole()
    twice = next(cells for _, cells in rows if cells[0] == FIRST)
    at = next(number for number, cells in rows if cells[0] == FIRST)
    faults = import_table([*rows, (999, twice)], SMALL).faults
    assert faults == (Fault(999, f'id "{FIRST}" sudah ada di baris {at}'),)


def test_columns_may_stand_in_another_order_and_others_beside_them() -> None:
    rows = [
        (number, ["", cells[2], cells[0].upper() if number == 1 else cells[0], cells[1]])
        for number, cells in whole()
    ]
    assert import_table(rows, SMALL).complete


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([], "tabelnya kosong"),
        ([(1, ["id", "Indonesia"])], 'kolom "terjemahan" tidak ada'),
        ([(3, ["a"])], 'kolom "id" tidak ada'),
    ],
)
def test_what_is_no_table_is_said(rows: Numbered, says: str) -> None:
    (fault,) = import_table(rows, SMALL).faults
    assert says in fault.text
    assert fault.row == (rows[0][0] if rows else 0)


def test_empty_rows_and_short_ones_do_no_harm() -> None:
    rows = whole()
    assert import_table([*rows, (997, []), (998, [""]), (999, ["", "catatan"])], SMALL).complete


def test_quotes_backslashes_and_breaks_survive() -> None:
    text = 'A "quoted" \\ text: # {no}'.replace("{no}", "") + "\nsecond “line”"
    rows = changed("about/1", 2, text)
    imported = import_table(rows, SMALL)
    out = overlay_text(SMALL, "en", imported.texts)
    again, _ = load.load_overlay(out.encode(), "isi.en.yaml", SMALL)
    assert again is None or again.about[0] == text
    assert '\\"quoted\\" \\\\ text: #' in out
