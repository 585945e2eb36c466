"""vCard files."""

from jknassist.content.number_files.reader import (
    open_text,
)
from tests.support.workbooks import read

CARD = """BEGIN:VCARD
VERSION:3.0
FN:Ibu Contoh
PHOTO;ENCODING=b;TYPE=JPEG:AAAA0812345678901234
 0812345678901234
TEL;TYPE=CELL,VOICE:0812-3456-7890
item1.TEL;waid=6281345678901:+62 813-4567-8901
END:VCARD
BEGIN:VCARD
FN:Pak Contoh
END:VCARD
BEGIN:VCARD
VERSION:4.0
TEL;VALUE=uri;PREF=1:tel:+62-856-1234-5678
END:VCARD
"""


def test_an_address_book_is_read_by_card() -> None:
    numbers = open_text(CARD)
    found = read(numbers)

    assert found == [(1, "0812-3456-7890"), (1, "+62 813-4567-8901"), (12, "+62-856-1234-5678")]
    assert numbers.without_number == 2, "the heading and the card without a number"
