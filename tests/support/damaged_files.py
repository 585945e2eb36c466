"""Mutators and generators for fuzzing files and texts; reproducible by their seed."""

from collections.abc import Callable, Sequence
from random import Random

Lines = list[str]

DAMAGES = (1, 1, 1, 2, 3, 6)
PLENTY = 3_000
"""Copies of a line or levels of nesting, where somebody wants to make a reader slow."""

ODD_CHARACTERS = (
    *"\0\x1b\x7f\x85\u00a0\u00ad\u200b\u200d\u202e\u2028\u2029\ufeff\ufffd\ufffe\t\r\v\f\ud800",
    *"{}[]\"'`@%&*!|>#?:-,=~<\\٣½²①𝟘😀\u0301\u0315",
    "\u0301" * 40,
)
ODD_VALUES = (
    *("", "~", "null", "[]", "{}", "true", "no", "=", "<<", "?", "|", ">", "|9", ">-", "'", '"'),
    *("0", "-1", "-0", "007", "0x7f", "0b1_0", "1_000", "190:20:30", "1e999", ".inf", ".nan"),
    *("2026-11-22", "0000-00-00", "9999-12-31", "2026-11-22t21:59:43.10-05:00", "2026-02-30"),
    *("9" * 9, "9" * 400, "x" * 2001, "a" * 70_000, '"\\x00"', '"\\ud800"', '"\\U0010FFFF"'),
    *("&a", "*a", "&a [*a]", "{<<: *a}", "!!binary aGFsbw==", "!!set {a}", "!!float x", "! a"),
    *("!!python/object/apply:os.system [true]", "!<tag:yaml.org,2002:int> a", "---", "...", "%TAG"),
    *("{a: {b: [c, {d: e}]}}", "[a, [b, [c]]]", "[a, b", "{a: b", "- a", "? a", ": a", "a: b: c"),
    *("{number}", "{number!r}", "{number:>999999999}", "{0}", "{", "}", "{{}}", "<b>x</b>"),
    *("mulai", "tidak_tahu", "165", '"165"', '"081234567890"', "id", "en"),
)


def chance_of(seed: int) -> Random:
    """Return the chances of a seed: the same ones each time."""
    return Random(seed)  # noqa: S311  nothing secret is made of it


def damaged(text: str, chance: Random) -> bytes:
    """Return the bytes of a sound file after one to six accidents."""
    lines = text.split("\n")
    for _ in range(chance.choice(DAMAGES)):
        chance.choice(TO_LINES)(lines, chance)
        if not lines:
            break
    data = "\n".join(lines).encode(errors="surrogatepass")
    return chance.choice(TO_BYTES)(data, chance) if chance.random() < 0.3 else data


def _lose(lines: Lines, chance: Random) -> None:
    place = chance.randrange(len(lines))
    del lines[place : place + chance.choice((1, 1, 1, 2, 5, 40))]


def _double(lines: Lines, chance: Random) -> None:
    place = chance.randrange(len(lines))
    block = lines[place : place + chance.choice((1, 1, 3, 10))]
    lines[place:place] = block * chance.choice((1, 1, 1, 1, 1, 1, 3, PLENTY))


def _swap(lines: Lines, chance: Random) -> None:
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]


def _move(lines: Lines, chance: Random) -> None:
    place, length = chance.randrange(len(lines)), chance.randint(1, 8)
    block = lines[place : place + length]
    del lines[place : place + length]
    there = chance.randint(0, len(lines))
    lines[there:there] = block


def _indent(lines: Lines, chance: Random) -> None:
    place, by = chance.randrange(len(lines)), chance.choice((-4, -2, -1, 1, 2, 4))
    for index in range(place, min(len(lines), place + chance.choice((1, 1, 4, 30)))):
        line = lines[index]
        lines[index] = " " * by + line if by > 0 else line[min(-by, _depth(line)) :]


def _retype(lines: Lines, chance: Random) -> None:
    place = chance.randrange(len(lines))
    key, colon, _ = lines[place].partition(":")
    lines[place] = f"{key}{colon} {chance.choice(ODD_VALUES)}"


def _exchange_values(lines: Lines, chance: Random) -> None:
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    (key, colon, value), (key2, colon2, value2) = (lines[n].partition(":") for n in (one, two))
    lines[one], lines[two] = key + colon + value2, key2 + colon2 + value


def _exchange_keys(lines: Lines, chance: Random) -> None:
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    (key, colon, value), (key2, colon2, value2) = (lines[n].partition(":") for n in (one, two))
    lines[one] = " " * _depth(key) + key2.strip() + colon + value
    lines[two] = " " * _depth(key2) + key.strip() + colon2 + value2


def _odd_character(lines: Lines, chance: Random) -> None:
    place = chance.randrange(len(lines))
    at = chance.randint(0, len(lines[place]))
    lines[place] = lines[place][:at] + chance.choice(ODD_CHARACTERS) + lines[place][at:]


def _nest(lines: Lines, chance: Random) -> None:
    place, deep = chance.randrange(len(lines)), chance.choice((3, 19, 20, 21, PLENTY))
    opened = chance.choice(("[", "{", "- ", "? ", "{a: ", "[{"))
    lines[place] = lines[place].partition(":")[0] + ": " + opened * deep


def _staircase(lines: Lines, chance: Random) -> None:
    place, deep = chance.randrange(len(lines)), chance.choice((5, 25, 400))
    lines[place:place] = [" " * level + f"k{level}:" for level in range(deep)]


def _alias(lines: Lines, chance: Random) -> None:
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    for place, mark in ((one, "&x"), (two, "*x")):
        key, colon, value = lines[place].partition(":")
        lines[place] = f"{key}{colon} {mark}{value if mark == '&x' else ''}"
    if chance.random() < 0.2:
        laughs = [f"l{n + 1}: &l{n + 1} [{', '.join([f'*l{n}'] * 9)}]" for n in range(12)]
        lines[:0] = ["l0: &l0 ha", *laughs]


TO_LINES: Sequence[Callable[[Lines, Random], None]] = (
    *(_lose, _double, _swap, _move, _indent, _retype, _retype, _exchange_values),
    *(_exchange_keys, _odd_character, _odd_character, _nest, _staircase, _alias),
)


def _cut(data: bytes, chance: Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _behead(data: bytes, chance: Random) -> bytes:
    return data[chance.randint(0, len(data)) :]


def _noise(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 20))):
        start = chance.randint(0, len(changed))
        changed[start : start + chance.randint(0, 8)] = chance.randbytes(chance.randint(0, 8))
    return bytes(changed)


def _half_zero(data: bytes, chance: Random) -> bytes:
    """Return a file as a power cut may leave it: its length is right, its end was never written."""
    kept = chance.randint(0, len(data))
    return data[:kept] + bytes(len(data) - kept)


def _other_coding(data: bytes, chance: Random) -> bytes:
    text = data.decode(errors="replace")
    return text.encode(chance.choice(("utf-16", "utf-16-le", "utf-32", "latin-1")), "replace")


def _other_line_ends(data: bytes, chance: Random) -> bytes:
    return data.replace(b"\n", chance.choice((b"\r\n", b"\r", b"\n\r", b"\n\n", b"\x85")))


def _twice(data: bytes, chance: Random) -> bytes:
    return data + chance.choice((b"", b"\n", b"\n---\n", b"\n...\n")) + data


TO_BYTES: Sequence[Callable[[bytes, Random], bytes]] = (
    *(_cut, _behead, _noise, _noise, _half_zero, _other_coding, _other_line_ends, _twice),
)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


# Texts that are typed.

STARTS = (
    *("0812", "0813", "0857", "0896", "0877", "+62812", "62 813", "812", "8212", "0851"),
    *("08", "+62 8", "62", "620", "6262", "0062", "00628", "8", "tel:+628", "021", "+65", "HP:"),
)
SIGNS = (" ", "-", ".", "", "", "", "", "(", ")", "/", "\u200b", "\u2011", "\u00a0", "\n", "\u0301")
LETTERS = "oOlIiSsBzZ\u0660\u0663\u06f8\uff10\uff19\U0001d7d8①²½xyz,;+"


def number_text(chance: Random) -> str:
    """Return what somebody may type or paste where a phone number is asked for."""
    kind = chance.random()
    if kind < 0.05:
        return odd_text(chance, chance.choice((5, 40, 400)))
    digits = str(chance.getrandbits(chance.choice((20, 24, 26, 27, 30, 34, 60))))
    text = chance.choice(STARTS) + digits
    if kind < 0.35:
        return text
    if kind < 0.6:
        place, sign = chance.randrange(len(text)), chance.choice(SIGNS)
        return f"{text[:4]}{sign}{text[4:place]}{sign}{text[max(4, place) :]}"
    if kind < 0.75:
        place = chance.randrange(len(text))
        return text[:place] + chance.choice(LETTERS) + text[place + 1 :]
    if kind < 0.9:
        place = chance.randrange(len(text))
        return text[:place] + text[place] * chance.randint(2, 4) + text[place:]
    return text + chance.choice((" / ", " atau ", " Ibu ", "\n", "")) + number_text(chance)


def odd_text(chance: Random, longest: int) -> str:
    """Return any characters at all, also some that are no text by themselves."""
    highest = chance.choice((0x7F, 0x7FF, 0xFFFF, 0x10FFFF))
    return "".join(chr(chance.randint(0, highest)) for _ in range(chance.randint(0, longest)))


def search_text(words: Sequence[str], chance: Random) -> str:
    """Return some of the words, as they are or mistyped, with odd things between them."""
    typed = [chance.choice(words) for _ in range(chance.randint(0, 12))]
    for place in range(len(typed)):
        if chance.random() < 0.4:
            word = typed[place]
            at = chance.randint(0, len(word))
            typed[place] = (
                word[:at] + chance.choice((*"aieouktn", "", *ODD_CHARACTERS)) + word[at + 1 :]
            )
    if chance.random() < 0.1:
        typed.append(odd_text(chance, 300))
    return chance.choice((" ", " ", ", ", "\n", "")).join(typed)
