"""Lint of facts: links of contacts, sources, and the age of each fact."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Channel, Contact, ContactStatus, Knowledge, Provenance

FRESH = timedelta(days=180)

Path = tuple[str | int, ...]


def lint_facts(knowledge: Knowledge, *, today: date | None) -> Iterator[Issue]:
    """Check contacts, sources and, if a date is given, the age of facts."""
    for index, contact in enumerate(knowledge.contacts):
        yield from _status(knowledge, contact, ("contacts", index))
        yield from _address(contact, ("contacts", index))
    for index, guide in enumerate(knowledge.guides):
        if not guide.points and not guide.lists_operators:
            yield Issue(("guides", index, "points"), "panduan ini belum punya isi")
    facts = tuple(_facts(knowledge, ()))
    yield from _sources(knowledge, facts)
    if today is not None:
        yield from _ages(knowledge, facts, today)


def _status(knowledge: Knowledge, contact: Contact, path: Path) -> Iterator[Issue]:
    here = (*path, "replaced_by")
    if contact.status is ContactStatus.CURRENT:
        if contact.replaced_by:
            yield Issue(here, "kontak yang masih berlaku tidak punya pengganti; kosongkan")
        return
    instead = knowledge.contact_by_id.get(contact.replaced_by)
    if instead is None or instead.status is not ContactStatus.CURRENT:
        text = f'kontak lama "{contact.id}" harus menyebut pengganti yang masih berlaku'
        yield Issue(here, text)


def _address(contact: Contact, path: Path) -> Iterator[Issue]:
    """Check that the shown, copied and linked form of a contact agree."""
    dialled = contact.channel in {Channel.PHONE, Channel.WHATSAPP, Channel.SMS}
    if not contact.copied.strip() and contact.channel is not Channel.OFFICE:
        yield Issue((*path, "copied"), '"copied" masih kosong')
    if dialled and _digits(contact.shown) != _digits(contact.copied):
        text = f'angka di "shown" dan "copied" berbeda: {contact.shown}, {contact.copied}'
        yield Issue((*path, "shown"), text)
    wanted = _link(contact)
    if contact.link == "" and (
        contact.channel is Channel.OFFICE or contact.status is ContactStatus.RETIRED
    ):
        return
    exact = dialled or contact.channel is Channel.EMAIL
    if contact.link != wanted if exact else not contact.link.startswith(wanted):
        kind = "harus" if exact else "harus dimulai dengan"
        yield Issue((*path, "link"), f'"link" {kind} {wanted}; tertulis "{contact.link}"')


def _link(contact: Contact) -> str:
    """Return the link that belongs to a copied text, or the prefix of such links."""
    digits = _digits(contact.copied)
    match contact.channel:
        case Channel.PHONE:
            return f"tel:{digits}"
        case Channel.SMS:
            return f"sms:{digits}"
        case Channel.WHATSAPP:
            return f"https://wa.me/{f'62{digits[1:]}' if digits.startswith('0') else digits}"
        case Channel.EMAIL:
            return f"mailto:{contact.copied}"
        case _:
            return "https://"


def _digits(text: str) -> str:
    return "".join(c for c in text if c in "0123456789")


def _facts(value: object, path: Path) -> Iterator[tuple[Path, Provenance]]:
    """Yield every provenance in a value with its path."""
    if isinstance(value, Provenance):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _facts(item, (*path, index))
    elif is_dataclass(value):
        for f in fields(value):
            yield from _facts(getattr(value, f.name), (*path, f.name))


def _sources(knowledge: Knowledge, facts: tuple[tuple[Path, Provenance], ...]) -> Iterator[Issue]:
    known = {source.id for source in knowledge.sources}
    used: set[str] = set()
    for path, fact in facts:
        used.update(fact.sources)
        if not fact.sources:
            yield Issue((*path, "sources"), "paling sedikit satu sumber harus disebut")
        for index, source in enumerate(fact.sources):
            if source not in known:
                text = f'sumber "{source}" tidak ada di bagian sources'
                yield Issue((*path, "sources", index), text)
    for index, known_source in enumerate(knowledge.sources):
        if known_source.id not in used:
            text = f'sumber "{known_source.id}" tidak dipakai; hapus, atau sebut di sebuah fakta'
            yield Issue(("sources", index, "id"), text, warning=True)


def _ages(
    knowledge: Knowledge, facts: tuple[tuple[Path, Provenance], ...], today: date
) -> Iterator[Issue]:
    if knowledge.released > today:
        text = f"tanggal terbit {knowledge.released} masih di depan"
        yield Issue(("released",), text, warning=True)
    for path, fact in facts:
        here = (*path, "checked_on")
        if fact.checked_on > today:
            text = f"tanggal periksa {fact.checked_on} masih di depan"
            yield Issue(here, text, warning=True)
        elif today - fact.checked_on > FRESH:
            text = f"{_fact_name(knowledge, path)} terakhir diperiksa {fact.checked_on}"
            yield Issue(here, f"{text}; periksa lagi", warning=True)


def _fact_name(knowledge: Knowledge, path: Path) -> str:
    """Return the id of the item that a fact belongs to, or the name of its section."""
    section = getattr(knowledge, str(path[0]))
    return f'"{section[path[1]].id}"' if isinstance(path[1], int) else f'"{path[0]}"'
