"""Adds the local office of the site settings to the contacts of every outcome."""

from collections.abc import Sequence
from dataclasses import replace

from jknassist.core.flow.model import (
    Channel,
    Contact,
    ContactStatus,
    FactConfidence,
    Knowledge,
    Outcome,
    Provenance,
    Source,
)
from jknassist.core.phone.dialling import dialled, written
from jknassist.core.site import Office

OWN_OFFICE = "kantor_ini"
SITE_SOURCE = "berkas_kantor"

LAST_SHOWN = 2
"""0-based index of the last contact of an outcome that is shown on the screen."""


def with_office(knowledge: Knowledge, office: Office | None) -> Knowledge:
    """Return the content with this office among the contacts of every outcome."""
    if office is None:
        return knowledge
    own = own_contacts(office)
    source = Source(id=SITE_SOURCE, text=knowledge.words.site_source)
    return replace(
        knowledge,
        contacts=(*own, *knowledge.contacts),
        sources=(*knowledge.sources, source),
        outcomes=tuple(_with_own(knowledge, outcome, own) for outcome in knowledge.outcomes),
    )


def own_contacts(office: Office) -> tuple[Contact, ...]:
    """Return the office as contacts, one per recognised number, or one without a link."""
    first, *others = dialled(office.contact).numbers or ("",)
    return (
        own_contact(office, OWN_OFFICE, office.contact, first),
        *(
            own_contact(office, f"{OWN_OFFICE}_{rank}", written(number), number)
            for rank, number in enumerate(others, 2)
        ),
    )


def own_contact(office: Office, contact_id: str, shown: str, digits: str) -> Contact:
    """Return one contact of the office; without digits it cannot be dialled."""
    return Contact(
        id=contact_id,
        channel=Channel.PHONE if digits else Channel.OFFICE,
        label=office.name,
        shown=shown,
        link=f"tel:{digits}" if digits else "",
        copied=digits or shown,
        hours=office.hours,
        note=office.address,
        status=ContactStatus.CURRENT,
        provenance=Provenance(
            sources=(SITE_SOURCE,), checked_on=office.checked_on, confidence=FactConfidence.SINGLE
        ),
    )


def _with_own(knowledge: Knowledge, outcome: Outcome, own: Sequence[Contact]) -> Outcome:
    """Put the office where "the nearest office" is listed, else last among the visible contacts."""
    refs = outcome.contacts
    general = [ref for ref in refs if knowledge.contact_by_id[ref].channel is Channel.OFFICE]
    kept = tuple(ref for ref in refs if ref not in general)
    index = min(refs.index(general[0]) if general else len(kept), LAST_SHOWN)
    first, *others = (contact.id for contact in own)
    return replace(outcome, contacts=(*kept[:index], first, *kept[index:], *others))
