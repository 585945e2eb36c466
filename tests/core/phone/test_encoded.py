"""Numbers as programs write them: links, percent-encoding, chat ids, wrong encodings."""

import pytest

from jknassist.core.phone.encoded import decoded, without_addresses
from jknassist.core.phone.parse import parse
from jknassist.core.phone.result import Finding, Kind, Verdict

NUMBER = "081234567890"


OK, CHECK, WRONG = Verdict.OK, Verdict.CHECK, Verdict.WRONG


NOT_MOBILE, UNREADABLE = Verdict.NOT_MOBILE, Verdict.UNREADABLE


@pytest.mark.parametrize(
    "text",
    [
        "https://wa.me/6281234567890?text=Halo%20saya%20pesan%202%20kg",
        "https://wa.me/6281234567890?text=no%2008123",
        "https://api.whatsapp.com/send/?phone=6281234567890&type=phone_number&app_absent=0",
        "https://api.whatsapp.com/send?phone=%2B6281234567890&text=Order%20123456",
        "0812%203456%207890",
        "%2B62 812 3456 7890",
        "&#43;62&nbsp;812&#x20;3456&ndash;7890",
        "\u00e2\u20ac\u00aa+62 812-3456-7890\u00e2\u20ac\u00ac",
        "tel:+62-812-3456-7890;ext=1234",
        "6281234567890@c.us",
        "6281234567890:12@s.whatsapp.net",
        "0812=3456=7890",
        "0812:3456:7890",
        "0812?3456?7890",
    ],
)
def test_what_programs_wrote_is_read_as_it_was_meant(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (NUMBER, OK)


@pytest.mark.parametrize("text", ["628123456789012@lid", "120363012345678901@g.us"])
def test_the_id_of_a_chat_is_no_number(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (None, NOT_MOBILE)
    assert reading.findings == (Finding(Kind.IDENTITY_NUMBER, "chat_id"),)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("0812&nirwana;3456", "0812&nirwana;3456"),
        ("0812&#1114111;3456", "0812\U0010ffff3456"),
        ("0812&#1114112;3456", "0812 3456"),
        ("0812&#x110000;3456", "0812 3456"),
        ("0812&#x2D;3456", "0812-3456"),
        ("0812 3456", "0812 3456"),
    ],
)
def test_entities_are_decoded_and_unknown_ones_stay_or_separate(text: str, plain: str) -> None:
    assert decoded(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("https://wa.me/6281234567890?text=Halo", "https://wa.me/6281234567890?"),
        ("%FF0812", "\N{REPLACEMENT CHARACTER}0812"),
        ("\u00c2\u0081 0812", "\u00c2\u0081 0812"),
    ],
)
def test_what_is_no_number_is_taken_out_or_left_as_it_is(text: str, plain: str) -> None:
    assert decoded(text) == plain


@pytest.mark.parametrize("text", ["081234567890@contoh.com", "sari0812.3456@mail.contoh.co.id"])
def test_the_digits_of_an_e_mail_address_are_no_number(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict) == (None, UNREADABLE)
    assert [finding.sentence for finding in reading.findings] == ["letters"]


@pytest.mark.parametrize(
    "text", ["sari0857@contoh.com 0812 3456 7890", "0812 3456 7890, 0857@contoh.com"]
)
def test_a_number_beside_an_e_mail_address_is_read(text: str) -> None:
    reading = parse(text)

    assert (reading.number, reading.verdict, reading.findings) == (NUMBER, OK, ())


def test_an_e_mail_address_is_one_letter_and_hides_no_digits() -> None:
    assert without_addresses("sari@contoh.com 0812 3456") == "x 0812 3456"
    assert parse("sari@contoh.com 0812 3456").pattern is None
