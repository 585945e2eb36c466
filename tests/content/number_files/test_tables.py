"""Tables as text: quotes that do not close swallow nothing."""

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
