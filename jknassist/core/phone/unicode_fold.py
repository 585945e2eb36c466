"""Folds the characters of all scripts to ASCII, so that a number can be parsed."""

from functools import lru_cache
from unicodedata import category, decomposition, digit, normalize

ANY_LETTER = "x"
"""Replacement of every letter that does not look like a digit."""

_KEPT = frozenset("+/,;&:=?@()[].#*_")
_DOTS = frozenset("•●∙○■▪◦‣·・█▓▒░※✱\N{LOW ASTERISK}\N{ASTERISK OPERATOR}")
"""Mask characters of programs, which some people also write between groups."""

_ELLIPSES = frozenset("…⋯")
_KEYCAP = "\N{COMBINING ENCLOSING KEYCAP}"
_LIST = ". "
"""Separator after a circled or keycap digit, which numbers a list unless it is in a row."""

_UNSEEN = frozenset({"Cf", "Mn", "Me", "Mc"})


def fold(text: str) -> str:
    """Return the text in ASCII: digits of all scripts, no combining or invisible characters.

    Each character is folded alone: folding a whole text at once takes quadratic time on some.
    """
    if text.isascii():
        return text
    return text.translate({ord(sign): _folded(sign) for sign in set(text) if not sign.isascii()})


@lru_cache(maxsize=1024)
def _folded(sign: str) -> str:
    if sign in _DOTS:
        return "*"
    if sign in _ELLIPSES:
        return "***"
    kind = category(sign)
    if kind in _UNSEEN:
        return _LIST if sign == _KEYCAP else ""
    plain = normalize("NFKC", sign)
    if kind == "No" and not decomposition(sign).startswith(("<super>", "<sub>")):
        return "".join(map(_plain, plain)).rstrip(". ") + _LIST
    if kind[0] == "L" and len(plain) > 1:
        return ANY_LETTER
    return "".join(map(_plain, plain))


def _plain(sign: str) -> str:
    value = digit(sign, None)
    if value is not None:
        return str(value)
    if sign in _KEPT or (sign.isascii() and sign.isalpha()):
        return sign
    if category(sign) == "Pd":
        return "-"
    return ANY_LETTER if sign.isalpha() else " "
