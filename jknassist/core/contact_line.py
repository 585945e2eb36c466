"""Checks the contact line in the settings of an office."""

from collections.abc import Iterator
from dataclasses import dataclass

from jknassist.core.phone.check import diagnose
from jknassist.core.phone.dialling import dialled
from jknassist.core.phone.parse import grouped
from jknassist.core.phone.plan import PlanIndex
from jknassist.core.phone.result import Verdict


@dataclass(frozen=True)
class Note:
    """One remark; `odd` if a number may be mistyped."""

    text: str
    odd: bool = False


def notes(contact: str, plan: PlanIndex) -> Iterator[Note]:
    """Yield remarks on odd numbers in a contact line, and on parts that get no QR code."""
    found = dialled(contact)
    for number in found.numbers:
        if number.startswith("08") and diagnose(number, plan).verdict is Verdict.CHECK:
            text = f'"contact": nomor {grouped(number)} panjangnya tidak biasa; periksa lagi'
            yield Note(text, odd=True)
    for piece in found.left:
        odd = diagnose(piece, plan)
        if odd.number is not None and odd.number.startswith("08") and odd.suggestions:
            likely = grouped(odd.suggestions[0].number)
            yield Note(f'"contact": "{piece}" mungkin keliru; maksudnya {likely}?', odd=True)
        else:
            text = f'"contact": "{piece}" tidak diberi kode QR: bukan satu nomor yang pasti'
            yield Note(text)
    if not found.numbers and not found.left:
        yield Note('"contact": tidak ada nomor, jadi tidak ada kode QR')
