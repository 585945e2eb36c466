"""The local office among the contacts: its position, and what can be dialled."""

from dataclasses import replace
from datetime import date

import pytest

from jknassist.core.flow.local_office import OWN_OFFICE, own_contacts, with_office
from jknassist.core.flow.model import Channel, ContactStatus, FactConfidence
from jknassist.core.site import Office
from tests.support.small_knowledge import small_knowledge


def office(contact: str = "(021) 555-0100") -> Office:
    return Office(name="Kantor Contoh", contact=contact, checked_on=date(2026, 11, 1))


def test_without_an_office_the_content_stays_as_it_is() -> None:
    knowledge = small_knowledge()
    assert with_office(knowledge, None) is knowledge


def test_the_office_stands_on_every_ending_where_it_is_seen() -> None:
    knowledge = with_office(small_knowledge(), office())
    places = {one.id: one.contacts.index(OWN_OFFICE) for one in knowledge.outcomes}
    assert places == {"pulsa_habis": 2, "salah_ketik": 1, "gangguan": 1, "kode_masuk": 1}
    assert knowledge.contacts[0].id == OWN_OFFICE


def test_the_office_takes_the_place_of_the_nearest_one() -> None:
    outcome = with_office(small_knowledge(), office()).places["salah_ketik"]
    assert getattr(outcome, "contacts", None) == ("pandawa", OWN_OFFICE)


@pytest.mark.parametrize(
    ("contacts", "with_own"),
    [
        (("pandawa", "kantor"), ("pandawa", OWN_OFFICE)),
        (("kantor", "pandawa"), (OWN_OFFICE, "pandawa")),
        (("care_center", "pandawa"), ("care_center", "pandawa", OWN_OFFICE)),
        (
            ("care_center", "pandawa", "telepon_lama"),
            ("care_center", "pandawa", OWN_OFFICE, "telepon_lama"),
        ),
        (
            ("care_center", "pandawa", "telepon_lama", "kantor"),
            ("care_center", "pandawa", OWN_OFFICE, "telepon_lama"),
        ),
    ],
)
def test_the_office_is_among_the_contacts_that_are_always_shown(
    contacts: tuple[str, ...], with_own: tuple[str, ...]
) -> None:
    knowledge = small_knowledge()
    first, *others = knowledge.outcomes
    changed = replace(knowledge, outcomes=(replace(first, contacts=contacts), *others))
    assert with_office(changed, office()).outcomes[0].contacts == with_own


def test_all_that_the_office_wrote_of_itself_is_shown() -> None:
    whole = replace(office(), hours="Senin sampai Jumat", address="Jalan Contoh 1")
    (own,) = own_contacts(whole)
    assert (own.label, own.hours, own.note) == (whole.name, whole.hours, whole.address)
    assert (own.id, own.status) == (OWN_OFFICE, ContactStatus.CURRENT)
    assert own.provenance.confidence is FactConfidence.SINGLE


def test_the_office_says_where_it_comes_from() -> None:
    knowledge = with_office(small_knowledge(), office())
    provenance = knowledge.contact_by_id[OWN_OFFICE].provenance
    known = {source.id for source in knowledge.sources}
    assert set(provenance.sources) <= known
    assert provenance.checked_on == date(2026, 11, 1)
    assert knowledge.sources[-1].text == knowledge.words.site_source


@pytest.mark.parametrize(
    ("contact", "dialled"),
    [
        ("(021) 555-0100", "0215550100"),
        ("+62 21 555 0100", "0215550100"),
        ("Loket 3", ""),
        ("08.00-15.00", ""),
        ("00813 9014 2257", ""),
        ("021 5550100 (12)", "0215550100"),
        ("Lantai 2, loket 3-4", ""),
    ],
)
def test_a_number_can_be_dialled_and_copied_and_a_counter_is_copied_as_it_is(
    contact: str, dialled: str
) -> None:
    (own,) = own_contacts(office(contact))
    assert own.shown == contact
    if dialled:
        assert (own.link, own.copied, own.channel) == (f"tel:{dialled}", dialled, Channel.PHONE)
    else:
        assert (own.link, own.copied, own.channel) == ("", contact, Channel.OFFICE)


def test_several_numbers_are_several_contacts() -> None:
    line = "0813-9014-2257 (0812-9014-2258)"
    first, second = own_contacts(office(line))
    assert (first.id, second.id) == (OWN_OFFICE, f"{OWN_OFFICE}_2")
    assert (first.shown, first.link) == (line, "tel:081390142257")
    assert (second.shown, second.link) == ("0812-9014-2258", "tel:081290142258")
    knowledge = with_office(small_knowledge(), office(line))
    for outcome in knowledge.outcomes:
        assert {first.id, second.id} < set(outcome.contacts)
