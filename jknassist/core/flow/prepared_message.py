"""Prepared message of an outcome as a WhatsApp or mailto link, and the link of its QR code."""

from urllib.parse import quote

from jknassist.core.flow.model import Channel, Contact

LONGEST_LINK = 180
"""Bytes of a QR code of version 9 with error correction M.

Its 53 modules with the quiet zone are 366 dots wide at 6 dots a module; a receipt printer for
58 mm has 384.
"""

PLAIN = ",.:?!"
"""Signs that stay as they are in a link."""


def takes_message(contact: Contact) -> bool:
    """Return whether the link of a contact can carry a message."""
    return bool(contact.link) and contact.channel in {Channel.WHATSAPP, Channel.EMAIL}


def link_with_message(contact: Contact, subject: str, message: str) -> str:
    """Return the link that opens a contact with a message, of any length."""
    said = quote(message, safe=PLAIN)
    if contact.channel is Channel.EMAIL:
        return f"{contact.link}?subject={quote(subject, safe=PLAIN)}&body={said}"
    return f"{contact.link}?text={said}"


def scanned_link(contact: Contact, subject: str, message: str) -> str:
    """Return the link for a QR code: with the message if it has at most LONGEST_LINK bytes."""
    if not message or not takes_message(contact):
        return contact.link
    whole = link_with_message(contact, subject, message)
    return whole if len(whole.encode()) <= LONGEST_LINK else contact.link
