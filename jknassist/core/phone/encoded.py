"""Decodes texts of programs: links, HTML entities, wrongly decoded UTF-8, chat ids."""

import re

_SUSPECT = re.compile(r"[%&;@âÂÃ]|://")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_ENTITY = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z]{2,8}));")
_NAMED = {
    **dict.fromkeys(("nbsp", "ensp", "emsp", "thinsp"), " "),
    **dict.fromkeys(("ndash", "mdash", "minus", "hyphen", "dash"), "-"),
    **dict.fromkeys(("shy", "zwnj", "zwj", "lrm", "rlm"), ""),
    "plus": "+",
    "lpar": "(",
    "rpar": ")",
    "period": ".",
    "amp": "&",
}
_MOJIBAKE = re.compile(
    "[\u00e2\u00c2\u00c3][\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2010-\u2122]{1,2}"
)
_PARAMETER = re.compile(r"([?&;])(?!(?:phone|p)=)[A-Za-z_-]{1,20}=[^&;\s]*")
MOST_CODE = 0x10FFFF
_CHAT_ID = re.compile(r"\d[\d-]{7,40}(?::\d+)?@(?:lid|g\.us|newsletter|broadcast)\b", re.ASCII)


_ADDRESS = re.compile(
    r"[\w.+-]{1,64}@(?!(?:c\.us|s\.whatsapp\.net)\b)[A-Za-z][A-Za-z0-9-]{0,62}"
    r"(?:\.[A-Za-z0-9-]{1,63}){1,8}",
    re.ASCII,
)


def without_addresses(text: str) -> str:
    """Return a text with a letter for each e-mail address: its digits are no phone number."""
    return _ADDRESS.sub("x", text)


def is_chat_id(text: str) -> bool:
    """Return whether a text is the id of a chat and no number: 628139014225712@lid."""
    return "@" in text and _CHAT_ID.search(text) is not None


def decoded(text: str) -> str:
    """Return the decoded text, without the parameters of links and of tel: numbers."""
    if _SUSPECT.search(text) is None:
        return text
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    # Parameters are removed first: they may contain an encoded & or a number.
    text = _PARAMETER.sub(r"\1", text)
    if "%" in text:
        text = _PERCENT.sub(_characters, text)
    return _MOJIBAKE.sub(_read_again, text)


def _character(entity: re.Match[str]) -> str:
    decimal, hexadecimal, name = entity.groups()
    if name is not None:
        return _NAMED.get(name, entity[0])
    code = int(decimal) if decimal else int(hexadecimal, 16)
    return chr(code) if code <= MOST_CODE else " "


def _characters(encoded: re.Match[str]) -> str:
    return bytes.fromhex(encoded[0].replace("%", "")).decode("utf-8", errors="replace")


def _read_again(wrong: re.Match[str]) -> str:
    """Return the character whose UTF-8 bytes were decoded as CP1252."""
    try:
        return wrong[0].encode("cp1252", errors="surrogateescape").decode("utf-8")
    except UnicodeError:
        return wrong[0]
