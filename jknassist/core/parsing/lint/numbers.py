"""Lint of phone numbers: each one in the content is checked by the number doctor."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.dialled_abroad import DIALLED, has_form_abroad
from jknassist.core.flow.model import Knowledge
from jknassist.core.phone.check import diagnose
from jknassist.core.phone.finding_text import describe
from jknassist.core.phone.plan import PlanIndex
from jknassist.core.phone.result import Diagnosis, Verdict

Path = tuple[str | int, ...]

_MOBILE = re.compile(r"(?<![\w+])\+?(?:0|62)[ .-]?0?8[1-9][\d .()-]{4,24}\d", re.ASCII)
_LIKE_MOBILE = re.compile(r"\+?0*(?:62)*0*8\d{5,}", re.ASCII)
_EXAMPLE = "0812 3456 7890"


def lint_numbers(knowledge: Knowledge, plan: PlanIndex) -> Iterator[Issue]:
    """Check the mobile numbers of the contacts and of all other texts.

    An unusual length is a warning, because it may be real; anything else is an error.
    """
    for index, contact in enumerate(knowledge.contacts):
        if contact.channel in DIALLED and _LIKE_MOBILE.fullmatch(contact.copied):
            path = ("contacts", index, "copied")
            yield from _odd(contact.copied, path, knowledge, plan)
    yield from _not_from_abroad(knowledge)
    sections = ("steps", "outcomes", "guides", "glossary", "operators", "safety")
    for section in sections:
        yield from _in_texts(getattr(knowledge, section, ()), (section,), knowledge, plan)


def _not_from_abroad(knowledge: Knowledge) -> Iterator[Issue]:
    """Yield numbers without an international form in outcomes for members who are abroad."""
    for index, outcome in enumerate(knowledge.outcomes):
        for place, ref in enumerate(outcome.contacts if outcome.abroad else ()):
            contact = knowledge.contact_by_id.get(ref)
            if contact is not None and not has_form_abroad(contact):
                text = f'"{contact.shown}" belum pasti tersambung dari luar negeri; hapus dari sini'
                yield Issue(("outcomes", index, "contacts", place), text)


def _in_texts(value: object, path: Path, knowledge: Knowledge, plan: PlanIndex) -> Iterator[Issue]:
    if isinstance(value, str):
        for match in _MOBILE.finditer(value):
            if match[0] != _EXAMPLE:
                yield from _odd(match[0], path, knowledge, plan)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _in_texts(item, (*path, index), knowledge, plan)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _in_texts(getattr(value, part.name), (*path, part.name), knowledge, plan)


def _odd(number: str, path: Path, knowledge: Knowledge, plan: PlanIndex) -> Iterator[Issue]:
    found = diagnose(number, plan)
    if found.verdict is Verdict.OK:
        return
    says = " ".join(describe(finding, knowledge.number_words) for finding in found.findings)
    yield Issue(path, f'nomor "{number}": {says}', warning=_may_be_real(found))


def _may_be_real(found: Diagnosis) -> bool:
    return found.verdict is Verdict.CHECK and not found.repairs and not found.suggestions
