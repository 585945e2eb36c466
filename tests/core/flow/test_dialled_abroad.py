"""Contacts as they are dialled from another country."""

from dataclasses import replace

import pytest

from jknassist.core.flow.dialled_abroad import from_abroad, has_form_abroad
from jknassist.core.flow.model import Channel, Contact
from tests.support.small_knowledge import small_contacts

CARE_CENTER, PANDAWA, OFFICE, _ = small_contacts()


def test_a_chat_keeps_its_link_and_is_shown_with_the_country() -> None:
    abroad = from_abroad(PANDAWA)
    assert (abroad.shown, abroad.copied) == ("+62 812-3456-7890", "+6281234567890")
    assert abroad.link == PANDAWA.link


def test_a_telephone_is_dialled_with_the_country() -> None:
    phone = replace(CARE_CENTER, shown="(0271) 123456", copied="0271123456", link="tel:0271123456")
    assert from_abroad(replace(phone, shown="0271-123456")).link == "tel:+62271123456"
    assert from_abroad(phone) == phone, "how to write it with brackets is not known"


@pytest.mark.parametrize("contact", [CARE_CENTER, OFFICE], ids=["165", "office"])
def test_what_has_no_such_form_stays(contact: Contact) -> None:
    assert from_abroad(contact) == contact


def test_a_short_number_cannot_be_dialled_from_abroad() -> None:
    assert not has_form_abroad(CARE_CENTER)
    assert has_form_abroad(PANDAWA)
    assert has_form_abroad(OFFICE)
    assert has_form_abroad(replace(OFFICE, channel=Channel.EMAIL))
