"""A translation as a table: one row per text, for a translator who works in a spreadsheet.

Exported from the content and its overlay, imported back into the text of an overlay file.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import cast

from jknassist.core.flow.model import Knowledge
from jknassist.core.parsing.lint.style import LONGEST
from jknassist.core.parsing.overlay import Word, Words, words_of

HEADINGS = ("id", "Indonesia", "terjemahan", "paling panjang", "keterangan")
"""Column headings of a table, in this order when exported; imported ones may stand in any."""

ID, SOURCE, TRANSLATION = HEADINGS[:3]

GROWTH = 1.5
"""Maximum length of a translation relative to the Indonesian text."""

LEAST_ROOM = 12
"""Characters that a short text, such as that of a button, may grow in any case."""

LIMITED = frozenset({"steps", "outcomes", "limits", "guides"})
"""The sections whose texts have a limit in characters."""

HELD = re.compile(r"\{\w+\}")
"""A placeholder."""

SECTIONS = {
    "steps": "pertanyaan",
    "outcomes": "halaman akhir",
    "contacts": "kontak",
    "guides": "panduan",
    "operators": "operator",
    "glossary": "arti kata",
    "limits": "batas mencoba",
    "sources": "sumber",
    "safety": "keamanan",
    "words": "tombol dan kalimat program",
    "number_words": "kalimat tentang nomor",
}


@dataclass(frozen=True)
class TextRow:
    """One text: its id (names joined by `/`), both languages, and what a translator must know."""

    id: str
    source: str
    translation: str
    longest: int
    note: str

    @property
    def cells(self) -> tuple[str, str, str, int, str]:
        """The cells of the row in the order of the headings."""
        return self.id, self.source, self.translation, self.longest, self.note


@dataclass(frozen=True)
class Fault:
    """A fault in a row, counted from 1 with the headings; row 0 is the whole table."""

    row: int
    text: str
    warning: bool = False


@dataclass(frozen=True)
class Imported:
    """The translations of a table by id, and the faults found in it."""

    texts: Mapping[str, str]
    faults: tuple[Fault, ...] = ()
    rows: Mapping[str, int] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Whether there are no faults except warnings."""
        return all(fault.warning for fault in self.faults)


def table_of(knowledge: Knowledge, translated: Knowledge | None = None) -> tuple[TextRow, ...]:
    """Return a row for every text to translate, with the translation there is so far."""
    known = dict(_texts(words_of(translated))) if translated is not None else {}
    return tuple(
        TextRow(
            id=text_id,
            source=text,
            translation=known.get(text_id, ""),
            longest=longest(text_id, text),
            note=note(knowledge, text_id, text),
        )
        for text_id, text in _texts(words_of(knowledge))
    )


def longest(text_id: str, text: str) -> int:
    """Return how many characters a translation may have before `translate import` warns."""
    section, *names = text_id.split("/")
    limits = [LONGEST[name] for name in names if name in LONGEST and section in LIMITED]
    limit = limits[-1] if limits else 0
    return max(limit, ceil(GROWTH * len(text)), len(text) + LEAST_ROOM)


def note(knowledge: Knowledge, text_id: str, text: str) -> str:
    """Return the place of a text and the placeholders it must keep."""
    section, *names = text_id.split("/")
    place = knowledge.places.get(names[0]) if names else None
    where = SECTIONS.get(section, "program")
    parts = [f"{where}: {place.title}" if place is not None else where]
    if held := sorted(set(HELD.findall(text))):
        parts.append(f"jangan ubah {', '.join(held)}")
    return "; ".join(parts)


def import_table(rows: Sequence[tuple[int, Sequence[str]]], knowledge: Knowledge) -> Imported:
    """Return the translations in a table; each fault names its row.

    Rows come with their number. A missing text, an unknown id and a changed placeholder are faults;
    a text that is too long, or whose Indonesian has changed since, is a warning.
    """
    if not rows:
        return Imported({}, (Fault(0, "tabelnya kosong"),))
    first, headings = rows[0]
    columns = _columns(headings)
    if isinstance(columns, str):
        return Imported({}, (Fault(first, columns),))
    texts: dict[str, str] = {}
    numbers: dict[str, int] = {}
    faults: list[Fault] = []
    wanted = dict(_texts(words_of(knowledge)))
    for number, cells in rows[1:]:
        text_id, source, text = (_cell(cells, columns[name]) for name in (ID, SOURCE, TRANSLATION))
        if not text_id and not text:
            continue
        if text_id in texts:
            faults.append(Fault(number, f'id "{text_id}" sudah ada di baris {numbers[text_id]}'))
        elif text_id not in wanted:
            faults.append(Fault(number, f'id "{text_id}" tidak ada di isi ini'))
        elif text:
            faults += _row_faults(number, text_id, wanted[text_id], source, text)
            texts[text_id] = text
            numbers[text_id] = number
        else:
            faults.append(Fault(number, f'terjemahan "{text_id}" kosong'))
            numbers[text_id] = number
    faults += (
        Fault(0, f'terjemahan "{text_id}" tidak ada di tabel')
        for text_id in wanted
        if text_id not in numbers
    )
    return Imported(texts, tuple(faults), numbers)


def overlay_text(knowledge: Knowledge, language: str, texts: Mapping[str, str]) -> str:
    """Return the text of an overlay file with these translations, in the order of the content."""
    heading = (
        f"overlay_of: {knowledge.language}",
        f"edition: {knowledge.edition}",
        f"language: {language}",
        "",
    )
    return "\n".join((*heading, *_yaml(words_of(knowledge), "", texts, 0), ""))


def _columns(headings: Sequence[str]) -> dict[str, int] | str:
    """Return the index of each column that is needed, or which heading is missing."""
    told = [heading.strip().casefold() for heading in headings]
    for name in (ID, SOURCE, TRANSLATION):
        if name.casefold() not in told:
            return f'kolom "{name}" tidak ada; baris pertama harus berisi judul kolom'
    return {name: told.index(name.casefold()) for name in (ID, SOURCE, TRANSLATION)}


def _cell(cells: Sequence[str], column: int) -> str:
    return cells[column].strip() if column < len(cells) else ""


def _row_faults(number: int, text_id: str, wanted: str, source: str, text: str) -> Iterator[Fault]:
    if sorted(HELD.findall(text)) != sorted(HELD.findall(wanted)):
        held = ", ".join(HELD.findall(wanted)) or "tidak ada"
        yield Fault(number, f'tanda kurung kurawal "{text_id}" harus: {held}')
    most = longest(text_id, wanted)
    if len(text) > most:
        said = f'terjemahan "{text_id}" {len(text)} huruf, paling banyak {most}'
        yield Fault(number, said, warning=True)
    if " ".join(source.split()) != " ".join(wanted.split()):
        said = f'teks Indonesia "{text_id}" sudah berubah sejak tabel ini dibuat; periksa lagi'
        yield Fault(number, said, warning=True)


def _texts(words: Words, above: str = "") -> Iterator[tuple[str, str]]:
    for name, word in words.items():
        yield from _below(word, f"{above}{name}")


def _below(word: Word, text_id: str) -> Iterator[tuple[str, str]]:
    if isinstance(word, str):
        yield text_id, word
    elif isinstance(word, tuple):
        for at, text in enumerate(word, 1):
            yield f"{text_id}/{at}", text
    else:  # the only number of an overlay, its edition, is no text of the content
        yield from _texts(cast("Words", word), f"{text_id}/")


def _yaml(words: Words, above: str, texts: Mapping[str, str], depth: int) -> Iterator[str]:
    """Yield the lines of a mapping; a JSON string is a double-quoted scalar of YAML."""
    indent = "  " * depth
    for name, word in words.items():
        text_id = f"{above}{name}"
        if isinstance(word, str):
            yield f"{indent}{name}: {_quoted(texts.get(text_id, word))}"
        elif isinstance(word, tuple):
            yield f"{indent}{name}:"
            for at, text in enumerate(word, 1):
                yield f"{indent}  - {_quoted(texts.get(f'{text_id}/{at}', text))}"
        else:
            yield f"{indent}{name}:"
            yield from _yaml(cast("Words", word), f"{text_id}/", texts, depth + 1)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
