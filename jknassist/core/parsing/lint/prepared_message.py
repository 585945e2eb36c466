"""Lint of prepared messages: each must fit into the QR codes of its contacts."""

from collections.abc import Iterator

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Knowledge, Outcome
from jknassist.core.flow.prepared_message import LONGEST_LINK, link_with_message, takes_message


def lint_prepared_messages(knowledge: Knowledge, *, for_editor: bool) -> Iterator[Issue]:
    """Yield a warning for each message that is too long for a QR code.

    With `for_editor`, as in the content check, outcomes without a message are reported as well.
    """
    for index, outcome in enumerate(knowledge.outcomes):
        path = ("outcomes", index, "message")
        if surplus := _surplus(knowledge, outcome):
            text = (
                f"pesan ini terlalu panjang untuk kode QR, kira-kira {surplus} huruf; "
                "pendekkan, kalau tidak kode QR dicetak tanpa pesan"
            )
            yield Issue(path, text, warning=True)
    if for_editor:
        yield from _lacking(knowledge)


def _surplus(knowledge: Knowledge, outcome: Outcome) -> int:
    """Return the number of characters by which a message is too long for its contacts."""
    contacts = (knowledge.contact_by_id.get(ref) for ref in outcome.contacts)
    subject = knowledge.words.message_subject
    links = (
        link_with_message(contact, subject, outcome.message)
        for contact in contacts
        if outcome.message and contact is not None and takes_message(contact)
    )
    return max(0, max((len(link.encode()) for link in links), default=0) - LONGEST_LINK)


def _lacking(knowledge: Knowledge) -> Iterator[Issue]:
    lacking = [
        index
        for index, outcome in enumerate(knowledge.outcomes)
        if not outcome.solved and not outcome.message and _has_writing(knowledge, outcome)
    ]
    for index in lacking[:1]:
        text = f'{len(lacking)} akhir belum punya "message", yaitu pesan untuk WhatsApp atau e-mail'
        yield Issue(("outcomes", index), text, warning=True)


def _has_writing(knowledge: Knowledge, outcome: Outcome) -> bool:
    contacts = (knowledge.contact_by_id.get(ref) for ref in outcome.contacts)
    return any(contact is not None and takes_message(contact) for contact in contacts)
