"""Any script's characters become the plain ones that a number can be read from."""

from functools import lru_cache
from unicodedata import category, decomposition, digit, normalize

ANY_LETTER = "x"
"""Stands for every letter that looks like no digit."""

_KEPT = frozenset("+/,;&:=?@()[].#*_")
_DOTS = frozenset("•●∙○■▪◦‣·・\N{LOW ASTERISK}\N{ASTERISK OPERATOR}")
"""What programs write for a hidden digit, and some people between groups."""

_ELLIPSIS = "…"
_KEYCAP = "\N{COMBINING ENCLOSING KEYCAP}"
_LIST = ". "
"""Digits in a circle or on a key count a list; written one after another they are a number."""

_UNSEEN = frozenset({"Cf", "Mn", "Me", "Mc"})


def fold(text: str) -> str:
    """Return the text in ASCII: digits of all scripts as digits, marks and unseen signs gone.

    Each character is folded alone: folding a whole text at once takes quadratic time on some.
    """
    if text.isascii():
        return text
    return text.translate({ord(sign): _folded(sign) for sign in set(text) if not sign.isascii()})


@lru_cache(maxsize=1024)
def _folded(sign: str) -> str:
    if sign in _DOTS:
        return "*"
    if sign == _ELLIPSIS:
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
    return ANY_LETTER if sign.isalpha() else " "
