"""Run all lint rules on a content: consistency checks that span several fields."""

from collections.abc import Iterator
from datetime import date

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import ContactStatus, Knowledge, Outcome
from jknassist.core.parsing.lint.facts import lint_facts
from jknassist.core.parsing.lint.flow import lint_flow
from jknassist.core.parsing.lint.following import lint_following
from jknassist.core.parsing.lint.pictures import lint_guide_pictures
from jknassist.core.parsing.lint.prepared_message import lint_prepared_messages
from jknassist.core.parsing.lint.readability import lint_readability
from jknassist.core.parsing.lint.search import lint_search
from jknassist.core.parsing.lint.speech import lint_speech
from jknassist.core.parsing.lint.style import lint_style
from jknassist.core.parsing.lint.texts import lint_texts

MOST_ACTIONS = 3


def lint(knowledge: Knowledge, *, today: date | None = None) -> tuple[Issue, ...]:
    """Return all issues of a content.

    With a date the editor asks: then warnings about outdated facts, readability and style are
    included.
    """
    return (
        *lint_texts(knowledge),
        *lint_flow(knowledge),
        *_outcomes(knowledge),
        *lint_guide_pictures(knowledge),
        *lint_following(knowledge, for_editor=today is not None),
        *lint_prepared_messages(knowledge, for_editor=today is not None),
        *lint_search(knowledge),
        *lint_speech(knowledge),
        *lint_facts(knowledge, today=today),
        *(() if today is None else lint_readability(knowledge)),
        *(() if today is None else lint_style(knowledge)),
    )


def _outcomes(knowledge: Knowledge) -> Iterator[Issue]:
    for index, outcome in enumerate(knowledge.outcomes):
        path = ("outcomes", index)
        if not 1 <= len(outcome.actions) <= MOST_ACTIONS:
            text = f"harus ada 1 sampai {MOST_ACTIONS} langkah; sekarang {len(outcome.actions)}"
            yield Issue((*path, "actions"), text)
        if not outcome.contacts:
            yield Issue((*path, "contacts"), "paling sedikit satu kontak harus disebut")
        if any(minutes < 1 for minutes in outcome.wait_minutes):
            yield Issue((*path, "wait_minutes"), "menit harus 1 atau lebih")
        yield from _advised(knowledge, outcome, index)


def _advised(knowledge: Knowledge, outcome: Outcome, index: int) -> Iterator[Issue]:
    seen: set[str] = set()
    for position, contact_id in enumerate(outcome.contacts):
        path = ("outcomes", index, "contacts", position)
        contact = knowledge.contact_by_id.get(contact_id)
        if contact is None:
            yield Issue(path, f'kontak "{contact_id}" tidak ada di bagian contacts')
        elif contact.status is ContactStatus.RETIRED:
            instead = f'; pakai "{contact.replaced_by}"' if contact.replaced_by else ""
            yield Issue(path, f'kontak "{contact_id}" sudah tidak berlaku{instead}')
        if contact_id in seen:
            yield Issue(path, f'kontak "{contact_id}" disebut dua kali')
        seen.add(contact_id)
    for position, guide_id in enumerate(outcome.guides):
        if guide_id not in knowledge.guide_by_id:
            text = f'panduan "{guide_id}" tidak ada di bagian guides'
            yield Issue(("outcomes", index, "guides", position), text)
