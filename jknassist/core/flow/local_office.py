"""Puts the office that the machine stands in among the contacts that a visitor is given."""

import re
from dataclasses import replace

from jknassist.core.flow.model import (
    Channel,
    Confidence,
    Contact,
    ContactStatus,
    Knowledge,
    Outcome,
    Provenance,
    Source,
)
from jknassist.core.site import Office

OWN_OFFICE = "kantor_ini"
SITE_SOURCE = "berkas_kantor"

LAST_SHOWN = 2
"""0-based place among an ending's contacts up to which every one is shown on the screen."""

DIALLED = re.compile(r"\+?[\d ().-]{5,}", re.ASCII)


def with_office(knowledge: Knowledge, office: Office | None) -> Knowledge:
    """Return the content with this office on every ending, on paper and among the contacts."""
    if office is None:
        return knowledge
    own = own_contact(office)
    source = Source(id=SITE_SOURCE, text=knowledge.words.site_source)
    return replace(
        knowledge,
        contacts=(own, *knowledge.contacts),
        sources=(*knowledge.sources, source),
        outcomes=tuple(_with_own(knowledge, outcome) for outcome in knowledge.outcomes),
    )


def own_contact(office: Office) -> Contact:
    """Return the office as a contact; its number can be dialled if it is one."""
    digits = re.sub(r"[^\d+]", "", office.contact) if DIALLED.fullmatch(office.contact) else ""
    return Contact(
        id=OWN_OFFICE,
        channel=Channel.PHONE if digits else Channel.OFFICE,
        label=office.name,
        shown=office.contact,
        link=f"tel:{digits}" if digits else "",
        copied=digits or office.contact,
        hours=office.hours,
        note=office.address,
        status=ContactStatus.CURRENT,
        provenance=Provenance(
            sources=(SITE_SOURCE,), checked_on=office.checked_on, confidence=Confidence.SINGLE
        ),
    )


def _with_own(knowledge: Knowledge, outcome: Outcome) -> Outcome:
    """Let this office take the place of "the nearest office", else the last place on the screen."""
    refs = outcome.contacts
    general = [ref for ref in refs if knowledge.contact_by_id[ref].channel is Channel.OFFICE]
    kept = tuple(ref for ref in refs if ref not in general)
    place = min(refs.index(general[0]) if general else len(kept), LAST_SHOWN, len(kept))
    return replace(outcome, contacts=(*kept[:place], OWN_OFFICE, *kept[place:]))
