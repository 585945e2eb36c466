"""Lint of ids and texts: unique ids, no missing or unclean text, the right placeholders."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from string import Formatter
from typing import Any

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Contact, Knowledge
from jknassist.core.words import InterfaceWords, NumberWords, declared_placeholders

NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
LANGUAGE = re.compile(r"[a-z]{2,3}")
MONTHS = 12
MAY_BE_EMPTY = {(Contact, "link"), (Contact, "copied")}

Path = tuple[str | int, ...]


def lint_texts(knowledge: Knowledge) -> Iterator[Issue]:
    """Check the ids and texts."""
    if knowledge.edition < 1:
        yield Issue(("edition",), "edisi harus 1 atau lebih")
    if not LANGUAGE.fullmatch(knowledge.language):
        yield Issue(("language",), 'kode bahasa dua atau tiga huruf kecil, misalnya "id"')
    yield from _all_unique(knowledge)
    yield from _texts(knowledge, ())
    for name, words in (("words", knowledge.words), ("number_words", knowledge.number_words)):
        yield from _sentences(words, (name,))
    if len(knowledge.words.months.split()) != MONTHS:
        yield Issue(("words", "months"), "harus dua belas nama bulan, dipisah spasi")


def _all_unique(knowledge: Knowledge) -> Iterator[Issue]:
    ids = [(("steps", i, "id"), step.id) for i, step in enumerate(knowledge.steps)]
    ids += [(("outcomes", i, "id"), end.id) for i, end in enumerate(knowledge.outcomes)]
    yield from _unique(ids)
    for name in ("contacts", "limits", "guides", "operators", "glossary", "sources", "spoken"):
        parts = getattr(knowledge, name)
        yield from _unique(((name, i, "id"), part.id) for i, part in enumerate(parts))
    for index, step in enumerate(knowledge.steps):
        path = ("steps", index, "answers")
        yield from _unique(((*path, i, "id"), answer.id) for i, answer in enumerate(step.answers))
    for index, end in enumerate(knowledge.outcomes):
        path = ("outcomes", index, "actions")
        yield from _unique(((*path, i, "id"), action.id) for i, action in enumerate(end.actions))
    terms = enumerate(knowledge.glossary)
    yield from _unique((("glossary", i, "term"), term.term.casefold()) for i, term in terms)


def _unique(named: Iterable[tuple[Path, str]]) -> Iterator[Issue]:
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            yield Issue(path, f'"{name}" sudah dipakai di atas; pilih nama lain')
        seen.add(name)


def _texts(value: object, path: Path) -> Iterator[Issue]:
    """Check every text in a value, recursively."""
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _item(item, (*path, index))
    elif is_dataclass(value):
        for f in fields(value):
            yield from _field(f, value, (*path, f.name))


def _item(item: object, path: Path) -> Iterator[Issue]:
    if isinstance(item, str):
        yield from _text(item, path, needed=True)
    else:
        yield from _texts(item, path)


def _field(f: Field[Any], owner: object, path: Path) -> Iterator[Issue]:
    value = getattr(owner, f.name)
    if not isinstance(value, str):
        yield from _texts(value, path)
        return
    needed = f.default is MISSING and (type(owner), f.name) not in MAY_BE_EMPTY
    yield from _text(value, path, needed=needed)
    if value and f.name in {"id", "picture"} and not NAME.fullmatch(value):
        text = f'"{value}" harus huruf kecil, angka, dan garis bawah, misalnya "kartu_mati"'
        yield Issue(path, text)


def _text(text: str, path: Path, *, needed: bool) -> Iterator[Issue]:
    if needed and not text.strip():
        yield Issue(path, f'"{path[-1]}" masih kosong' if isinstance(path[-1], str) else "kosong")
    elif (
        text != text.strip()
        and not isinstance(path[0], int)
        and path[0] not in {"words", "number_words"}
    ):
        yield Issue(path, "ada spasi atau baris kosong di awal atau akhir teks")


def _sentences(words: InterfaceWords | NumberWords, path: Path) -> Iterator[Issue]:
    for name, wanted in declared_placeholders(type(words)).items():
        yield from _placeholders(getattr(words, name), wanted, (*path, name))


def _placeholders(sentence: str, wanted: frozenset[str], path: Path) -> Iterator[Issue]:
    """Check the placeholders of a sentence: known names, without a format specification."""
    try:
        parts = list(Formatter().parse(sentence))
    except ValueError:
        yield Issue(path, "kurung kurawal tidak berpasangan")
        return
    found = {name for _, name, _, _ in parts if name is not None}
    if any(form or change for _, _, form, change in parts):
        yield Issue(path, "di dalam kurung kurawal hanya boleh nama, tanpa tanda lain")
    if missing := wanted - found:
        yield Issue(path, f"belum ada {_in_braces(missing)}")
    if surplus := found - wanted:
        yield Issue(path, f"{_in_braces(surplus)} tidak dikenal; {_known(wanted)}")


def _in_braces(names: Iterable[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))


def _known(wanted: frozenset[str]) -> str:
    return f"yang ada: {_in_braces(wanted)}" if wanted else "di sini tidak ada isian"
