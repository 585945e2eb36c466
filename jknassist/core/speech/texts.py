"""All texts of a content that are said to members, and the spoken forms of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property

from jknassist.core.flow.model import Knowledge
from jknassist.core.speech.forms import sentences, spoken_form
from jknassist.core.words import InterfaceWords, NumberWords

SECTIONS = (
    *("name", "about", "safety", "steps", "outcomes", "limits", "contacts", "guides", "operators"),
    *("glossary", "words", "number_words"),
)
"""What people see; sources name other papers, search words are people's own."""

NOT_SAID = frozenset(
    {
        "id",
        "kind",
        "picture",
        "pictures",
        "guide",
        "compare_with",
        "goes_to",
        "limit",
        "link",
        "copied",
    }
    | {"replaced_by", "next", "contacts", "guides", "provenance", "language", "spoken", "status"}
    | {"channel", "findings"}
)
"""Fields that hold no text that people read."""

STAFF_ONLY = ("staff_", "list_", "tally_", "update_", "crash_report", "member_", "place_", "tools_")
"""Beginnings of the names of sentences that no member ever reads."""


@dataclass(frozen=True)
class Text:
    """One sentence of the content: where it stands, and how it is shown.

    `written` is what is said where the content file itself says so; "" where the rules do.
    """

    id: str
    shown: str
    language: str
    written: str = ""

    @cached_property
    def spoken(self) -> str:
        """What is said; worked out when it is asked for, since a page needs few of all texts."""
        return self.written or spoken_form(self.shown, self.language)

    @property
    def overridden(self) -> bool:
        """Whether the content file itself says what is spoken."""
        return bool(self.written)


def texts_of(knowledge: Knowledge) -> Iterator[Text]:
    """Yield all texts that are said, sentence by sentence, in the order of the file.

    A text for which the content file has a spoken form of its own is one piece.
    """
    written = spoken_by_hand(knowledge)
    for where, shown in _all(knowledge):
        if shown in written:
            yield Text(where, shown, knowledge.language, written[shown])
            continue
        parts = sentences(shown)
        for number, part in enumerate(parts, 1):
            name = f"{where}.{number}" if len(parts) > 1 else where
            yield Text(name, part, knowledge.language)


def shown_texts(knowledge: Knowledge) -> Iterator[str]:
    """Yield every whole text that is said."""
    return (shown for _, shown in _all(knowledge))


def spoken_by_hand(knowledge: Knowledge) -> Mapping[str, str]:
    """Return the texts for which the content file itself says what is spoken."""
    return {
        part.text: part.spoken
        for outcome in knowledge.outcomes
        for part in outcome.actions
        if part.spoken
    } | {one.text: one.spoken for one in knowledge.spoken}


def _all(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for section in SECTIONS:
        yield from _below(getattr(knowledge, section), section)


def _below(value: object, where: str) -> Iterator[tuple[str, str]]:
    """Yield the texts in a value with the path of each."""
    if isinstance(value, str):
        yield from ((where, value),) if value.strip() else ()
        return
    for name, part in _parts(value):
        yield from _below(part, f"{where}/{name}")


def _parts(value: object) -> Iterator[tuple[object, object]]:
    if isinstance(value, InterfaceWords | NumberWords):
        said = vars(value).items()
        yield from ((name, text) for name, text in said if not name.startswith(STAFF_ONLY))
    elif isinstance(value, tuple):
        yield from ((getattr(part, "id", number), part) for number, part in enumerate(value, 1))
    elif is_dataclass(value):
        names = (field.name for field in fields(value) if field.name not in NOT_SAID)
        yield from ((name, getattr(value, name)) for name in names)
