"""Prepared messages in links: readable again, and left out if too long."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import segno

from jknassist.content import loader
from jknassist.core.flow.model import Channel, Contact, Knowledge
from jknassist.core.flow.prepared_message import (
    LONGEST_LINK,
    link_with_message,
    scanned_link,
    takes_message,
)
from tests.support.small_knowledge import small_knowledge

SHIPPED = loader.knowledge_of(None)
ENGLISH = loader.translation_of("en", None, SHIPPED)
CONTACTS = {contact.id: contact for contact in small_knowledge().contacts}
MAIL = replace(CONTACTS["pandawa"], channel=Channel.EMAIL, link="mailto:contoh@contoh.example")
SAID = "Kode “OTP” tidak masuk & pulsa ada? Tolong dicek."


@pytest.mark.parametrize("contact", [CONTACTS["pandawa"], MAIL], ids=["chat", "mail"])
def test_the_words_come_out_of_the_link_as_they_were_put_in(contact: Contact) -> None:
    parts = urlsplit(link_with_message(contact, "Kode OTP", SAID))
    told = parse_qs(parts.query)
    assert contact.link == parts._replace(query="").geturl()
    if contact.channel is Channel.EMAIL:
        assert told == {"subject": ["Kode OTP"], "body": [SAID]}
    else:
        assert told == {"text": [SAID]}
    assert "+" not in parts.query, "a mail program does not read it as a space"


def test_only_a_chat_and_an_e_mail_take_words() -> None:
    assert takes_message(CONTACTS["pandawa"])
    assert takes_message(MAIL)
    for contact_id in ("care_center", "kantor"):
        contact = CONTACTS[contact_id]
        assert not takes_message(contact)
        assert scanned_link(contact, "Kode OTP", SAID) == contact.link


def test_a_message_too_long_for_its_code_is_left_out() -> None:
    contact = CONTACTS["pandawa"]
    available = LONGEST_LINK - len(link_with_message(contact, "", ""))
    assert scanned_link(contact, "", "a" * available).endswith("a" * available)
    assert scanned_link(contact, "", "a" * (available + 1)) == contact.link
    assert scanned_link(contact, "", "") == contact.link


def test_the_longest_link_is_a_code_of_version_nine() -> None:
    assert segno.make_qr("x" * LONGEST_LINK, error="m").version == 9
    assert segno.make_qr("x" * (LONGEST_LINK + 1), error="m").version == 10


@pytest.mark.parametrize("knowledge", [SHIPPED, ENGLISH], ids=["id", "en"])
def test_every_message_of_the_shipped_content_fits_into_its_codes(knowledge: Knowledge) -> None:
    for outcome in knowledge.outcomes:
        for ref in outcome.contacts:
            contact = knowledge.contact_by_id[ref]
            link = scanned_link(contact, knowledge.words.message_subject, outcome.message)
            assert (link != contact.link) == (takes_message(contact) and not outcome.solved)


def test_no_message_holds_a_number() -> None:
    for knowledge in (SHIPPED, ENGLISH):
        for outcome in knowledge.outcomes:
            assert not any(len(word) > 3 and word.isdigit() for word in outcome.message.split())


def test_a_chat_without_an_address_takes_no_words() -> None:
    contact = replace(CONTACTS["pandawa"], link="")
    assert not takes_message(contact)
    assert scanned_link(contact, "Kode OTP", SAID) == ""


def test_plain_signs_stay_readable_in_a_link_and_others_do_not() -> None:
    chat = link_with_message(CONTACTS["pandawa"], "tidak dipakai", "A, b. c: d! e? f/g&h")
    assert chat == f"{CONTACTS['pandawa'].link}?text=A,%20b.%20c:%20d!%20e?%20f%2Fg%26h"
    mail = link_with_message(MAIL, "Kode: OTP/1", "Isi")
    assert mail == f"{MAIL.link}?subject=Kode:%20OTP%2F1&body=Isi"


def test_room_is_counted_in_bytes_with_the_subject_of_an_e_mail() -> None:
    available = LONGEST_LINK - len(link_with_message(MAIL, "Kode", ""))
    assert scanned_link(MAIL, "Kode", "a" * available).endswith("a" * available)
    assert scanned_link(MAIL, "Kodes", "a" * available) == MAIL.link
