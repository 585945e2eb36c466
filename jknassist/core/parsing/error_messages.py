"""Error messages for the content editor, in Indonesian: the fault, its place, and a remedy."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from difflib import get_close_matches
from enum import Enum, auto
from itertools import islice
from typing import get_origin

from jknassist.core.parsing.tree import (
    MappingNode,
    Node,
    Path,
    ScalarKind,
    ScalarNode,
    SequenceNode,
    line_at,
    node_at,
)
from jknassist.core.parsing.type_info import (
    TAG,
    Kind,
    choices,
    inside,
    keys,
    member,
    tag_kind,
    tags,
)
from jknassist.core.text_rules import MOST_SHOWN, quoted

Refusal = tuple[str, Path]
"""Error type of pydantic and its location: keys, indexes, and the tag of a union member."""

MOST_LISTED = 16

EXAMPLES: Mapping[object, str] = {
    str: 'teks dalam tanda kutip, misalnya "Isi pulsa"',
    int: "angka bulat tanpa tanda kutip, misalnya 5",
    bool: "true atau false, tanpa tanda kutip",
    date: "tanggal tahun-bulan-hari, misalnya 2026-11-22",
    tuple: 'daftar: satu butir satu baris, dimulai dengan "- "',
}

SECRETS: Mapping[str, str] = {"staff_pin": "jknassist site pin"}
"""Keys whose value is never quoted in a message, with the command that makes a valid one."""

# Substrings of PyYAML messages, of the C and the Python parser; the last one matches any.
SYNTAX = (
    ("unexpected end of stream", "tanda kutip yang dibuka di sini belum ditutup"),
    ("mapping values are not allowed", "ada titik dua di tempat yang salah; {quote}, {indent}"),
    ("sequence entries", 'tanda "-" tidak pada tempatnya; {indent}'),
    ("expected '-'", 'tiap butir daftar dimulai dengan "- " dan sejajar; {indent}'),
    ("expected ':'", "setelah kunci harus ada titik dua dan spasi; {quote}"),
    (
        "cannot start any token",
        "ada tab atau tanda yang tidak boleh di depan; {quote}",
    ),
    ("tab", "ada tab; pakai spasi saja"),
    ("escape", "setelah garis miring terbalik ada huruf yang salah; pakai kutip tunggal"),
    ("expected ','", "kurung belum ditutup, atau koma belum ada"),
    ("document start", "baris ini di luar isi berkas; {indent}"),
    ("", "susunan baris ini salah; {indent}, {quote}"),
)


class Wrong(Enum):
    """Kinds of error at a location."""

    UNKNOWN_KEY = auto()
    MISSING = auto()
    UNFIT = auto()


@dataclass(frozen=True)
class Misfit:
    """An error at a path, the type declared there, and the known key that was probably meant."""

    what: Wrong
    path: Path
    kind: Kind
    around: Kind
    meant: str = ""


def misfits(tree: Node, model: type[object], refusals: Iterable[Refusal]) -> Iterator[Misfit]:
    """Turn the errors of pydantic into misfits; a misspelled key comes first and only once."""
    unknown: set[Path] = set()
    others: list[Misfit] = []
    for what, loc in refusals:
        misfit = _placed(what, loc, model)
        node = node_at(tree, misfit.path)
        if misfit.what is Wrong.UNKNOWN_KEY:
            misfit = replace(misfit, meant=_meant_key(tree, misfit))
            unknown.add((*misfit.path[:-1], misfit.meant))
            yield misfit
        elif tags(misfit.kind) and isinstance(node, MappingNode):
            found = Wrong.UNFIT if TAG in node.by_key else Wrong.MISSING
            path = (*misfit.path, TAG)
            others.append(Misfit(found, path, tag_kind(misfit.kind), misfit.kind))
        else:
            others.append(misfit)
    yield from (misfit for misfit in others if misfit.path not in unknown)


def explain(tree: Node, misfit: Misfit) -> tuple[int, str]:
    """Return the 1-based line and the message of a misfit."""
    line = line_at(tree, misfit.path)
    if misfit.what is Wrong.UNKNOWN_KEY:
        return line, _unknown_key(misfit)
    if misfit.what is Wrong.MISSING:
        return line, f"kunci {_name(misfit.path)} belum ada; isinya {_wish(misfit.kind)}"
    return line, _unfit(node_at(tree, misfit.path), misfit)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word most similar to a word, or an empty string."""
    if len(word) > MOST_SHOWN:
        return ""
    return next(iter(get_close_matches(word, list(known), n=1)), "")


def _placed(what: str, loc: Path, model: Kind) -> Misfit:
    """Return a misfit whose path is that in the file: pydantic adds the tags of union members."""
    path: Path = ()
    kind, around = model, None
    for part in loc:
        if tags(kind):
            kind = member(kind, str(part))
        elif part != "[key]":
            path, kind, around = (*path, part), inside(kind, part), kind
    if what == "unexpected_keyword_argument" or loc[-1:] == ("[key]",):
        return Misfit(Wrong.UNKNOWN_KEY, path, kind, around)
    return Misfit(Wrong.MISSING if what == "missing" else Wrong.UNFIT, path, kind, around)


def _meant_key(tree: Node, misfit: Misfit) -> str:
    around = node_at(tree, misfit.path[:-1])
    taken = around.by_key if isinstance(around, MappingNode) else {}
    return nearest(str(misfit.path[-1]), [key for key in keys(misfit.around) if key not in taken])


def _unknown_key(misfit: Misfit) -> str:
    known = f"yang ada: {_listed(keys(misfit.around))}"
    if misfit.meant:
        known = f'mungkin maksudnya "{misfit.meant}"'
    return f"kunci {_name(misfit.path)} tidak dikenal di sini; {known}"


def _unfit(node: Node | None, misfit: Misfit) -> str:
    """Return the message for a value of the wrong type: what it is, and what is expected."""
    name = _name(misfit.path)
    for key in SECRETS.keys() & set(misfit.path):
        return f"isi {quoted(str(key))} dengan baris yang dibuat oleh: {SECRETS[str(key)]}"
    if not misfit.path and isinstance(node, ScalarNode):
        return f"{name} bukan kumpulan kunci; setelah tiap kunci harus ada titik dua dan spasi"
    if isinstance(node, ScalarNode):
        return f"{name} {_unfit_scalar(node, misfit.kind)}"
    written = "daftar" if isinstance(node, SequenceNode) else "kumpulan kunci"
    return f"{name} tidak dapat berisi {written}; isinya {_wish(misfit.kind)}"


def _unfit_scalar(scalar: ScalarNode, kind: Kind) -> str:
    if scalar.reading is ScalarKind.EMPTY:
        return f"masih kosong; isinya {_wish(kind)}"
    if kind is str:
        return f"harus teks: beri tanda kutip, jadi {quoted(scalar.text)}"
    best = nearest(scalar.text, choices(kind))
    hint = f'mungkin maksudnya "{best}"; ' if best else ""
    return f"tidak dapat berisi {quoted(scalar.text)}; {hint}isinya {_wish(kind)}"


def _name(path: Path) -> str:
    """Name a path as the editor sees it in the file."""
    if not path:
        return "berkas ini"
    last = path[-1]
    if isinstance(last, str):
        # Without a colon, the value is part of the key.
        return quoted(next((key for key in SECRETS if key in last), last))
    return f"butir ke-{last + 1} dari {_name(path[:-1])}"


def _wish(kind: Kind) -> str:
    """Return an example of what to write for a type."""
    if words := choices(kind):
        return f"salah satu dari: {', '.join(words)}"
    if is_dataclass(kind):
        return f"kumpulan kunci: {_listed(keys(kind))}"
    return EXAMPLES.get(get_origin(kind) or kind, "kunci dengan isinya")


def _listed(words: Iterable[str]) -> str:
    """Join words with commas; of many only the first MOST_LISTED."""
    *first, last = islice(words, MOST_LISTED)
    return ", ".join((*first, last if len(first) < MOST_LISTED - 1 else "…"))


def explain_syntax(problem: str, line: int | None, began: int | None) -> tuple[int, str]:
    """Return the 1-based line and an understandable message for a syntax error of PyYAML."""
    text = next(text for part, text in SYNTAX if part in problem)
    said = text.format(indent="periksa spasi di depannya", quote="beri tanda kutip pada teksnya")
    if "unexpected end" in problem or line is None:
        return began or line or 1, said
    where = f" (bagian ini dimulai di baris {began})" if began not in {None, line} else ""
    return line, f"{said}{where}"
