"""From a text as it is shown to what is said.

espeak reads 165 as a count, OTP as a word and an address letter by letter; a person would read each
of them in yet another way. So what is said is written out here, by rule, for a voice and a person
alike. Only the language decides, so that the same text always has the same form.
"""

import re
from collections.abc import Callable, Iterator

from jknassist.core.speech.language import LANGUAGES, SpokenLanguage

LONGEST_ROW = 4
"""A longer row of digits is said in groups of four."""

LONGEST_COUNT = 2
"""A row of at most so many digits is a count, unless a zero stands before it."""

YEAR = range(1990, 2100)

HOLE = r"\{[^}]*\}"

_SENTENCE_END = re.compile(r"(?<=[.?!])[”\"]?\s+(?!\.)")
_CLEANING = (
    (re.compile(r"[“”\"]|(?<!\w)'|'(?!\w)"), ""),
    (re.compile(r"\.\.\.|…"), ""),
    (re.compile(r"\s*[();:]\s*|\s-\s"), ", "),
    (re.compile(r"-(?=\s|$)|(?<!\S)-"), " "),
    (re.compile(r"\s+"), " "),
    (re.compile(r"(?:\s*,)+\s*(?=[,.?!]|$)"), ""),
    (re.compile(r"\s+(?=[,.?!])"), ""),
    (re.compile(r"^[\s,.]+|[\s,.]+$"), ""),
)

Said = Callable[[re.Match[str], SpokenLanguage], str]


def spoken_form(text: str, language: str) -> str:
    """Return what is said for a text; a placeholder stays as it is written."""
    known = LANGUAGES.get(language)
    if known is None:
        return text
    said = _pattern(known).sub(lambda found: _said(found, known), text)
    for pattern, instead in _CLEANING:
        said = pattern.sub(instead, said)
    return said


def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a text, each of which is one clip."""
    return tuple(part for part in _SENTENCE_END.split(text) if part.strip())


def spell_digits(row: str, language: SpokenLanguage) -> str:
    """Return a row of digits digit by digit, with a comma after each group that is shown."""
    return ", ".join(
        " ".join(language.digits[int(digit)] for digit in group) for group in digit_groups(row)
    )


def digit_groups(row: str) -> Iterator[str]:
    """Yield the groups of a row of digits or stars: as written, a longer one in fours."""
    for group in re.findall(r"[\d*]+", row):
        if len(group) <= LONGEST_ROW:
            yield group
        else:
            yield from re.findall(r"[\d*]{1,4}", group)


def clock_form(hours: int, minutes: int, language: SpokenLanguage) -> str:
    """Return a time of the day in words."""
    hour = language.number(hours)
    if not minutes:
        return hour
    return language.past.format(hours=hour, minutes=language.number(minutes))


_PATTERNS: dict[str, re.Pattern[str]] = {}


def _pattern(language: SpokenLanguage) -> re.Pattern[str]:
    """Return the one pattern of all rules; what comes first in it wins."""
    if language.code not in _PATTERNS:
        words = sorted(language.words, key=len, reverse=True)
        named = {
            "hole": HOLE,
            "email": r"[\w.+-]+@[\w-]+\.[\w.-]*\w",
            "account": r"@\w+",
            "word": r"(?<![\w@])(?:" + "|".join(map(re.escape, words)) + r")(?![\w@])",
            "web": r"(?:https?://|www\.)\S*\w|\b[\w-]+(?:\.[\w-]+)*\.(?:id|com|org)\b",
            "money": r"\bRp ?\d+(?:[.,]\d{3})*",
            "code": r"\*[\d*]+#",
            "clock": r"\b\d{1,2}[.:]\d\d\b",
            "ordinal": rf"\b{language.ordinal}-(?P<place>\d+)\b" if language.ordinal else r"(?!)",
            "row": r"(?:\+?\d+(?:-\d+)+|\+?0\d+(?:[ -]\d+)*|\+?\d+)(?:(?=[ ](?P<unit>\w+))|)",
            "sign": r"\s*[/&]\s*|[+@*]",
        }
        joined = "|".join(f"(?P<{name}>{pattern})" for name, pattern in named.items())
        _PATTERNS[language.code] = re.compile(joined)
    return _PATTERNS[language.code]


def _said(found: re.Match[str], language: SpokenLanguage) -> str:
    kind = next(name for name in _RULES if found[name] is not None)
    return _RULES[kind](found, language)


def _money(found: re.Match[str], language: SpokenLanguage) -> str:
    return language.money.format(language.number(int(re.sub(r"\D", "", found[0]))))


def _code(found: re.Match[str], language: SpokenLanguage) -> str:
    names = {"*": language.star, "#": language.hash}
    return ", ".join(
        names.get(part) or spell_digits(part, language) for part in re.findall(r"\d+|\D", found[0])
    )


def _clock(found: re.Match[str], language: SpokenLanguage) -> str:
    hours, minutes = map(int, re.split("[.:]", found[0]))
    return clock_form(hours, minutes, language)


def _row(found: re.Match[str], language: SpokenLanguage) -> str:
    row = found[0].removeprefix("+")
    plus = f"{language.plus} " if row != found[0] else ""
    if not plus and _is_count(row, found["unit"], language):
        return language.number(int(row))
    return plus + spell_digits(row, language)


def _is_count(row: str, unit: str | None, language: SpokenLanguage) -> bool:
    """Return whether a row of digits is counted with; a leading zero or a group never is."""
    if not row.isdigit() or (row.startswith("0") and row != "0"):
        return False
    if unit in language.units or int(row) in YEAR:
        return True
    return len(row) <= LONGEST_COUNT and row not in language.plain_rows


def _sign(found: re.Match[str], language: SpokenLanguage) -> str:
    sign = found[0].strip()
    names = {
        "/": language.either,
        "&": language.together,
        "+": language.plus,
        "@": language.at,
        "*": language.star,
    }
    return f" {names[sign]} "


_RULES: dict[str, Said] = {
    "hole": lambda found, _: found[0],
    "email": lambda _, language: language.address,
    "account": lambda _, language: language.account,
    "word": lambda found, language: language.words[found[0]],
    "web": lambda _, language: language.address,
    "money": _money,
    "code": _code,
    "clock": _clock,
    "ordinal": lambda found, language: f"{language.ordinal} {language.number(int(found['place']))}",
    "row": _row,
    "sign": _sign,
}
