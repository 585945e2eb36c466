"""The lines of `jknassist list`: what to look at, and nothing of a card number."""

import json

from jknassist.content.number_files.listing import json_line, left_out_text, text_line
from jknassist.content.number_files.reader import LeftOut
from jknassist.core.phone.number_list import Examiner, ListedNumber, ListRow
from tests.support.phone_plan import index, words
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
WORDS = KNOWLEDGE.words


def listed(written: str) -> ListedNumber:
    return Examiner(index(), words()).examine(ListRow(row=3, column="HP", written=written))


def test_a_line_of_json_has_the_promised_keys() -> None:
    line = json.loads(json_line(listed("0813-2456-77890"), words()))
    keys = ["row", "column", "typed", "number", "verdict", "findings", "suggestions"]
    assert list(line) == keys
    assert (line["row"], line["column"], line["verdict"]) == (3, "HP", "check")
    assert line["suggestions"]


def test_a_card_number_is_in_no_line() -> None:
    one = listed("3201234567890128")
    assert json.loads(json_line(one, words()))["typed"] == ""
    assert "3201234567890128" not in json_line(one, words()) + text_line(one, WORDS)


def test_nothing_of_a_card_number_beside_a_number_is_in_a_line() -> None:
    one = listed("3201.2345.6789.0128 081324567890")
    lines = json_line(one, words()) + text_line(one, WORDS)
    assert not any(part in lines for part in ("3201", "2345", "6789", "0128"))


def test_a_terminal_gets_place_number_and_what_to_do() -> None:
    line = text_line(listed("0813-2456-77890"), WORDS)
    assert line.startswith("3 HP: 0813-2456-77890 ")
    assert "  " not in line


def test_rows_without_a_number_are_counted_and_some_named() -> None:
    assert left_out_text(LeftOut(), KNOWLEDGE) == ""
    text = left_out_text(LeftOut(titles=1, empty=3, row_numbers=[4, 9]), KNOWLEDGE)
    assert "4, 9, ..." in text
    assert WORDS.list_left_titles.format(count=1, places="4, 9, ...") in text


def test_counts_have_their_thousands_apart_and_numbers_of_rows_have_not() -> None:
    text = left_out_text(LeftOut(titles=1, empty=1200, row_numbers=[4096, 5001]), KNOWLEDGE)
    assert WORDS.list_left_empty.format(count="1.200", places="4096, 5001, ...") in text
