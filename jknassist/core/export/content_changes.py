"""What a new edition of the content changes for a member: contacts and numbers.

A wrong number does the most harm, so whoever takes an edition sees each one that would change.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from jknassist.core.flow.model import Contact, Knowledge

NUMBER = re.compile(r"(?<![\w/.])\+?\d(?:[\d\u2009 .-]*\d)?(?![\w/])")
FEWEST_DIGITS = 3
"""Shorter ones count things: minutes, steps, sheets."""

NOT_SHOWN = frozenset({"provenance", "sources", "search", "words", "number_words", "id", "link"})


@dataclass(frozen=True)
class ContactChange:
    """A contact as it is shown before and after; empty where it is new, or gone."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class ContentChanges:
    """The contacts that change, and the numbers in other sentences that come or go."""

    contacts: tuple[ContactChange, ...]
    numbers_added: tuple[str, ...]
    numbers_removed: tuple[str, ...]

    @property
    def any(self) -> bool:
        """Whether a contact or a number changes."""
        return bool(self.contacts or self.numbers_added or self.numbers_removed)


def content_changes(old: Knowledge, new: Knowledge) -> ContentChanges:
    """Return what differs between two editions, contacts in the order of the new one."""
    before, after = _numbers(old), _numbers(new)
    return ContentChanges(
        contacts=tuple(_contacts(old, new)),
        numbers_added=tuple(number for number in after if number not in before),
        numbers_removed=tuple(number for number in before if number not in after),
    )


def _contacts(old: Knowledge, new: Knowledge) -> Iterator[ContactChange]:
    for contact in new.contacts:
        known = old.contact_by_id.get(contact.id)
        if known is None:
            yield ContactChange(contact.label, "", _shown(contact))
        elif _all(known) != _all(contact):
            hidden = known.shown == contact.shown and known.link != contact.link
            yield ContactChange(
                contact.label, _shown(known, link=hidden), _shown(contact, link=hidden)
            )
    for contact in old.contacts:
        if contact.id not in new.contact_by_id:
            yield ContactChange(contact.label, _shown(contact), "")


def _all(contact: Contact) -> tuple[str, ...]:
    return (
        *(contact.label, contact.shown, contact.link, contact.copied, contact.hours),
        *(contact.cost, contact.note, contact.status),
    )


def _shown(contact: Contact, *, link: bool = False) -> str:
    """Return a contact as one line; with the link where only that differs."""
    parts = (
        *(contact.shown, contact.link if link else ""),
        *(contact.hours, contact.cost, contact.note),
    )
    return "; ".join(filter(None, parts))


def _numbers(knowledge: Knowledge) -> dict[str, None]:
    """Return the numbers of all sentences but those of the program, as a set in their order."""
    numbers: dict[str, None] = {}
    for text in _texts(knowledge):
        for found in NUMBER.findall(text):
            if sum(map(str.isdigit, found)) >= FEWEST_DIGITS:
                numbers[found.strip()] = None
    return numbers


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _texts(one)
    elif is_dataclass(value) and not isinstance(value, (date, Contact)):
        for part in fields(value):
            if part.name not in NOT_SHOWN:
                yield from _texts(getattr(value, part.name))
