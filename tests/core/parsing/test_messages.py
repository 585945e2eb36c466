"""What YAML says of a broken file becomes a sentence, with the line to look at."""

import pytest

from jknassist.core.parsing.messages import explain_syntax

CLOSED = "tanda kutip yang dibuka di sini belum ditutup"
COMMA = "kurung belum ditutup, atau koma belum ada"
DASH = 'tanda "-" tidak pada tempatnya; periksa spasi di depannya'
ODD = "susunan baris ini salah; periksa spasi di depannya, beri tanda kutip pada teksnya"


@pytest.mark.parametrize(
    ("problem", "line", "began", "told"),
    [
        ("expected ',' or ']'", 5, 3, (5, f"{COMMA} (bagian ini dimulai di baris 3)")),
        ("expected ',' or ']'", 5, 5, (5, COMMA)),
        ("block sequence entries are not allowed", 4, None, (4, DASH)),
        ("found unexpected end of stream", 9, 2, (2, CLOSED)),
        ("found unexpected end of stream", 9, None, (9, CLOSED)),
        ("something new", None, 7, (7, ODD)),
        ("something new", None, None, (1, ODD)),
    ],
)
def test_a_broken_file_is_explained(
    problem: str, line: int | None, began: int | None, told: tuple[int, str]
) -> None:
    assert explain_syntax(problem, line, began) == told
