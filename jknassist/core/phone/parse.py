"""Parse a free text: return the one mobile number in it, or what it contains instead."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jknassist.core.phone import mask, scientific_notation, surroundings
from jknassist.core.phone.digit_groups import LIKE_DIGITS, MARKS, Apart, DigitGroup, digit_groups_of
from jknassist.core.phone.encoded import decoded, is_chat_id, without_addresses
from jknassist.core.phone.normalize import FEWEST_DIALLED, Normalized, instead, normalize
from jknassist.core.phone.result import Finding, Kind, Span, Verdict
from jknassist.core.phone.unicode_fold import fold

GROUP = 4
WHOLE_NUMBER = 10
"""Digits of the shortest mobile number; after as many a second number may begin."""

LABEL_DIGITS = 3
"""Most digits beside a word that count as part of a label: "HP 2"."""

MOST_GROUPS = 100
"""Most groups of digits in which a number is looked for; with more it is a running text."""

MOST_BESIDE = 3
"""Most leftover digit groups that are quoted in a finding."""

LABELLED = "labelled"
"""Sentence of a finding about a word that names another kind of number: "rek 0812"."""

BESIDE_CARD = "beside_card"
"""Sentence of a finding about digits that may be of a card or a NIK, and are not quoted."""

# Unambiguous notations, matched directly; all others are split into groups.
_PLAIN = re.compile(r"\+?((?:62 ?|0)8\d{1,2}([ .-])\d{3,4}\2\d{3,5})", re.ASCII)
_IN_BRACKETS = re.compile(r"(62[\s.-]{0,3})\(\s?0\s?\)")
TAX_NUMBER = re.compile(r"(?<![\d.])\d\d\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}(?![\d.]*\d)")
"""An NPWP in its groups; its digits alone may look like a phone number."""

_AN_IDENTITY = "9" * 15
"""Digits as many as an NPWP has, which no reading takes for a phone number."""

_USSD = re.compile(
    r"(?<![\w*#])[*#]{1,2}(?:[1-9]\d{0,2}|0\d)(?:[*#]\d{1,8}){0,4}#(?![^\W\d]|[*#])", re.ASCII
)
"""A code of an operator, *888# or *123*1#; its own digits are no part of a mobile number."""

_USSD_APART = r" kode \g<0> kode "
"""Replacement of such a code: between words its digits join no number beside it."""

_FOOTNOTE = re.compile("(?<=[0-9])([¹²³⁰⁴-⁹]+)(?![^\\W_])")
"""A raised digit behind plain ones, which is the mark of a footnote."""

_NOT_DIGITS = re.compile(r"[ .-]")


def grouped(number: str) -> str:
    """Return a number in groups of four, as people write it: 0812-3456-7890."""
    groups = (number[:GROUP], number[GROUP : 2 * GROUP], number[2 * GROUP :])
    return "-".join(group for group in groups if group)


def parse(text: str) -> Normalized:
    """Parse the one mobile number in a text. Never raises; linear in the length of the text."""
    if text.isdecimal() and text.isascii():
        return normalize(text, plus=False)
    plain = _PLAIN.fullmatch(text)
    if plain is not None:
        # A + changes nothing where 62 or 0 follows.
        return normalize(_NOT_DIGITS.sub("", plain[1]), plus=False)
    if "@" in text:
        if is_chat_id(text):
            finding = Finding(Kind.IDENTITY_NUMBER, "chat_id")
            return Normalized(None, Verdict.NOT_MOBILE, (finding,))
        without = without_addresses(text)
        if without != text and not any(map(str.isdigit, without)):
            return instead(Kind.LETTERS, Verdict.UNREADABLE)
        text = without
    folded = _known_notations(fold(_FOOTNOTE.sub(r" kode \1 ", decoded(text))))
    return _from_table(folded) or _service_code(folded) or _masked(folded) or _read_groups(folded)


def _known_notations(text: str) -> str:
    """Return a text with brackets, tax numbers and codes of operators made plain."""
    if "(" in text:
        text = _IN_BRACKETS.sub(r"\1", text)
    if "." in text:
        text = TAX_NUMBER.sub(_AN_IDENTITY, text)
    return _codes_apart(text) if "#" in text else text


def _codes_apart(text: str) -> str:
    """Put USSD codes between words, if the other digits are enough for a number of their own."""
    others = sum(map(str.isdigit, _USSD.sub(" ", text)))
    return _USSD.sub(_USSD_APART, text) if others >= FEWEST_DIALLED else text


def _service_code(text: str) -> Normalized | None:
    """Name a USSD code such as *888#, if all digits of the text belong to one."""
    if "#" not in text:
        return None
    rest, codes = _USSD.subn(" ", text)
    if not codes or any(map(str.isdigit, rest)):
        return None
    return instead(Kind.SHORT_CODE, Verdict.NOT_MOBILE)


def _from_table(text: str) -> Normalized | None:
    """Parse scientific notation of a spreadsheet, or report that digits were lost."""
    cell = scientific_notation.scientific(text)
    if cell is None or _read_groups(text).number is not None:
        return None
    if cell.digits is None:
        return instead(Kind.SPREADSHEET, Verdict.UNREADABLE)
    reading = normalize(cell.digits, plus=False)
    finding = Finding(Kind.SPREADSHEET, "spreadsheet_read")
    return replace(reading, findings=(finding, *reading.findings))


def _masked(text: str) -> Normalized | None:
    """Parse a number with hidden digits into a pattern."""
    pattern = mask.pattern_of(text)
    if pattern is None:
        return None
    facts = (("visible", mask.visible(pattern)), ("hidden", mask.hidden(pattern)))
    finding = Finding(Kind.MASKED, Kind.MASKED.value, facts=facts)
    return Normalized(None, Verdict.CHECK, (finding,), pattern=pattern)


def _read_groups(text: str) -> Normalized:
    groups = digit_groups_of(text)
    if not groups:
        if any(sign.isalpha() for sign in text):
            return Normalized(None, Verdict.UNREADABLE, (Finding(Kind.LETTERS, "letters_only"),))
        return instead(Kind.EMPTY, Verdict.UNREADABLE)
    found = surroundings.find(groups) if len(groups) <= MOST_GROUPS else None
    if found is None:
        return _incomplete(groups)
    if found.two:
        return _two(found)
    if len(found.spans) > 1:
        return _several(groups, found)
    return _with_tail(_complete(groups, found), groups[found.spans[0].stop - 1].tail, text)


def _with_tail(reading: Normalized, tail: str, text: str) -> Normalized:
    """Ask about what follows a number and may be one of its digits: "0812345678SO", "… lima".

    A mark that stands elsewhere too is no hidden digit: "*0812345678*" is bold in a chat.
    """
    if not tail or reading.number is None or (tail in MARKS and text.count(tail) > 1):
        return reading
    return _doubted(reading, _beside([tail]))


def _two(found: surroundings.Found) -> Normalized:
    possible = tuple(dict.fromkeys(span.number for span in found.spans))
    return replace(instead(Kind.TWO_NUMBERS, Verdict.UNREADABLE), possible=possible)


def _several(groups: Sequence[DigitGroup], found: surroundings.Found) -> Normalized:
    """Return a reading with several possible numbers, none of them chosen."""
    widest = surroundings.joined(found.spans)
    if surroundings.has_another(groups, widest):
        return _two(found)
    possible = tuple(dict.fromkeys(span.number for span in found.spans))
    finding = Finding(Kind.BESIDE, "beside_or_part")
    return Normalized(None, Verdict.CHECK, (finding,), possible)


def _complete(groups: Sequence[DigitGroup], found: surroundings.Found) -> Normalized:
    """Return the reading of a complete number, with a finding for digits left out beside it."""
    (span,) = found.spans
    if _touches(groups, span):
        return instead(Kind.LETTERS, Verdict.UNREADABLE)
    if not found.repeated and surroundings.has_another(groups, span):
        return instead(Kind.TWO_NUMBERS, Verdict.UNREADABLE)
    own = groups[span.start : span.stop]
    reading = _spelled("".join([group.written for group in own]), plus=own[0].plus)
    if own[0].label and reading.number is not None:
        reading = _doubted(reading, _labelled_other(own[0].label))
    if found.repeated:
        return reading
    finding = _left_out(groups, span)
    if not found.sure:
        return _doubted(reading, finding or Finding(Kind.BESIDE, "beside_or_part"))
    return reading if finding is None else replace(reading, findings=(*reading.findings, finding))


def _left_out(groups: Sequence[DigitGroup], span: surroundings.NumberSpan) -> Finding | None:
    """Return the finding about digits beside a number; those of a card are not quoted."""
    beside = surroundings.left_out(groups, span)
    if not beside:
        return None
    card = surroundings.has_card(groups[: span.start]) or surroundings.has_card(groups[span.stop :])
    return Finding(Kind.BESIDE, BESIDE_CARD) if card else _beside(beside)


def _labelled_other(label: str) -> Finding:
    return Finding(Kind.BESIDE, LABELLED, facts=(("label", label),))


def _doubted(reading: Normalized, finding: Finding) -> Normalized:
    """Return a reading that may be of another kind of number, with the finding that says so."""
    possible = () if reading.number is None else (reading.number,)
    return Normalized(reading.number, Verdict.CHECK, (*reading.findings, finding), possible)


def _touches(groups: Sequence[DigitGroup], span: surroundings.NumberSpan) -> bool:
    """Return whether only loose signs separate a word with digits from the number."""
    before = span.start > 0 and groups[span.start - 1].stuck
    behind = span.stop < len(groups) and groups[span.stop].stuck
    near = Apart.JOINED
    return (before and groups[span.start].apart is near) or (
        behind and groups[span.stop].apart is near
    )


def _beside(digits: Sequence[str]) -> Finding:
    some = ", ".join(digits[:MOST_BESIDE]) + (" …" if len(digits) > MOST_BESIDE else "")
    return Finding(Kind.BESIDE, Kind.BESIDE.value, facts=(("left", some),))


def _incomplete(groups: Sequence[DigitGroup]) -> Normalized:
    """Parse what is no complete mobile number: too short, too long, or another kind of number."""
    if any(group.stuck for group in groups):
        return instead(Kind.LETTERS, Verdict.UNREADABLE)
    start = _without_list_number(groups)
    reading = _one_of(groups[start:])
    if groups[0].label and reading.number is not None:
        return Normalized(None, Verdict.NOT_MOBILE, (_labelled_other(groups[0].label),))
    if not start or reading.number is None:
        return reading
    finding = _beside([group.digits for group in groups[:start]])
    return replace(reading, findings=(*reading.findings, finding))


def _without_list_number(groups: Sequence[DigitGroup]) -> int:
    """Return how many groups before a number are the number of a list item: "1. 0812"."""
    for index, group in enumerate(groups):
        if group.plus or group.digits.startswith(("0", "62")):
            return index if index and len(group.digits) > 1 else 0
        if len(group.digits) > LABEL_DIGITS or group.digits.startswith("8"):
            return 0
    return 0


def _one_of(groups: Sequence[DigitGroup]) -> Normalized:
    """Choose the group that is the number, or join its parts; otherwise return the reason."""
    numbers = [group for group in groups if len(group.written) >= FEWEST_DIALLED]
    if len(numbers) > 1:
        return _same_or_two(numbers)
    if len(groups) == 1:
        return _spelled(groups[0].written, plus=groups[0].plus)
    apart = max(group.apart for group in groups[1:])
    if apart is Apart.WORD:
        return _labelled(numbers, groups)
    if apart is Apart.MARK and any(len(group.written) >= WHOLE_NUMBER for group in groups):
        return instead(Kind.TWO_NUMBERS, Verdict.UNREADABLE)
    return _spelled("".join(group.written for group in groups), plus=groups[0].plus)


def _same_or_two(numbers: Sequence[DigitGroup]) -> Normalized:
    first = _spelled(numbers[0].written, plus=numbers[0].plus)
    for other in numbers[1:]:
        if _spelled(other.written, plus=other.plus).number != first.number:
            return instead(Kind.TWO_NUMBERS, Verdict.UNREADABLE)
    return first


def _labelled(numbers: Sequence[DigitGroup], groups: Sequence[DigitGroup]) -> Normalized:
    """Parse the one number among words, if the other digits cannot belong to it."""
    others = [group for group in groups if group not in numbers]
    if not numbers or any(len(group.written) > LABEL_DIGITS for group in others):
        return instead(Kind.LETTERS, Verdict.UNREADABLE)
    return _spelled(numbers[0].written, plus=numbers[0].plus)


def _spelled(written: str, *, plus: bool) -> Normalized:
    """Return the digits of a group, and a finding for each letter read as a digit."""
    if written.isdigit():
        return normalize(written, plus=plus)
    reading = normalize("".join(LIKE_DIGITS.get(sign, sign) for sign in written), plus=plus)
    if reading.number is None:
        return reading
    # Only the start of a number is ever changed, so positions are counted from its end.
    shift = len(reading.number) - len(written)
    letters = tuple(
        _letter(sign, max(index + shift, 0)) for index, sign in enumerate(written) if sign.isalpha()
    )
    verdict = Verdict.CHECK if reading.verdict is Verdict.OK else reading.verdict
    return replace(reading, verdict=verdict, findings=(*reading.findings, *letters))


def _letter(letter: str, index: int) -> Finding:
    facts = (("letter", letter), ("digit", LIKE_DIGITS[letter]), ("place", index + 1))
    at = Span(index, index + 1)
    return Finding(Kind.LETTER_FOR_DIGIT, Kind.LETTER_FOR_DIGIT.value, at, facts)
