"""Telephone contacts in the form that is dialled from another country: +62 in place of the 0."""

from dataclasses import replace

from jknassist.core.flow.model import Channel, Contact

TRUNK, COUNTRY = "0", "+62"

DIALLED = frozenset({Channel.PHONE, Channel.WHATSAPP, Channel.SMS})


def from_abroad(contact: Contact) -> Contact:
    """Return a contact with its number in international form; unchanged if it has none."""
    if not has_form_abroad(contact) or not contact.shown.startswith(TRUNK):
        return contact
    copied = COUNTRY + contact.copied.removeprefix(TRUNK)
    return replace(
        contact,
        shown=f"{COUNTRY} {contact.shown.removeprefix(TRUNK)}",
        copied=copied,
        link=contact.link.replace(f":{contact.copied}", f":{copied}"),
    )


def has_form_abroad(contact: Contact) -> bool:
    """Return whether a contact can be reached from abroad; a short number such as 165 cannot."""
    return contact.channel not in DIALLED or contact.copied.startswith(TRUNK)
