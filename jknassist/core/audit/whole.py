"""Whether a whole knowledge holds together: every fault that one field alone does not show."""

from collections.abc import Iterator
from datetime import date

from jknassist.core.audit.facts import audit_facts
from jknassist.core.audit.flow import audit_flow
from jknassist.core.audit.reading import audit_reading
from jknassist.core.audit.search import audit_search
from jknassist.core.audit.texts import audit_texts
from jknassist.core.fault import Finding
from jknassist.core.knowledge import ContactStatus, Knowledge, Outcome

MOST_ACTIONS = 3


def audit(knowledge: Knowledge, *, today: date | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with a knowledge.

    With a date it is its keeper who asks: then also what is out of date by then or hard to read.
    """
    return (
        *audit_texts(knowledge),
        *audit_flow(knowledge),
        *_outcomes(knowledge),
        *audit_search(knowledge),
        *audit_facts(knowledge, today=today),
        *(() if today is None else audit_reading(knowledge)),
    )


def _outcomes(knowledge: Knowledge) -> Iterator[Finding]:
    for index, outcome in enumerate(knowledge.outcomes):
        path = ("outcomes", index)
        if not 1 <= len(outcome.actions) <= MOST_ACTIONS:
            text = f"harus ada 1 sampai {MOST_ACTIONS} langkah; sekarang {len(outcome.actions)}"
            yield Finding((*path, "actions"), text)
        if not outcome.contacts:
            yield Finding((*path, "contacts"), "paling sedikit satu kontak harus disebut")
        if any(minutes < 1 for minutes in outcome.wait_minutes):
            yield Finding((*path, "wait_minutes"), "menit harus 1 atau lebih")
        yield from _advised(knowledge, outcome, index)


def _advised(knowledge: Knowledge, outcome: Outcome, index: int) -> Iterator[Finding]:
    seen: set[str] = set()
    for place, contact_id in enumerate(outcome.contacts):
        path = ("outcomes", index, "contacts", place)
        contact = knowledge.contact_by_id.get(contact_id)
        if contact is None:
            yield Finding(path, f'kontak "{contact_id}" tidak ada di bagian contacts')
        elif contact.status is ContactStatus.RETIRED:
            instead = f'; pakai "{contact.replaced_by}"' if contact.replaced_by else ""
            yield Finding(path, f'kontak "{contact_id}" sudah tidak berlaku{instead}')
        if contact_id in seen:
            yield Finding(path, f'kontak "{contact_id}" disebut dua kali')
        seen.add(contact_id)
    for place, guide_id in enumerate(outcome.guides):
        if guide_id not in knowledge.guide_by_id:
            text = f'panduan "{guide_id}" tidak ada di bagian guides'
            yield Finding(("outcomes", index, "guides", place), text)
