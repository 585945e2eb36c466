"""Migration of content files of older editions to the current structure.

The words of the interface are part of the program; the content of an office may override them. A
word that its file lacks comes from the shipped content of the same language.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice
from string import Formatter

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Knowledge
from jknassist.core.parsing.error_messages import nearest
from jknassist.core.parsing.overlay import Words
from jknassist.core.parsing.tree import (
    MappingEntry,
    MappingNode,
    Node,
    ScalarKind,
    ScalarNode,
    SequenceNode,
    line_at,
    node_at,
)
from jknassist.core.words import InterfaceWords, NumberWords, declared_placeholders

Lender = Callable[[], Knowledge | None]
"""Returns the shipped content in the language of a file, or None if there is none."""

LONGEST_NAME = 50

WORDS: Mapping[str, type] = {"words": InterfaceWords, "number_words": NumberWords}

RETIRED = frozenset({"list_all_good", "list_found", "list_unreadable", "print_none"})
"""Words of older editions that are no longer used."""

FORMER_NAMES: Mapping[str, str] = {
    "finish": "start_again",
    "restart": "leave",
    "finish_title": "leave_title",
    "finish_text": "leave_text",
    "finish_yes": "leave_yes",
    "finish_no": "leave_no",
}
"""Former names of words with the current ones; a file may have either."""

FORMER_PLACEHOLDERS: Mapping[str, frozenset[str]] = {
    "list_progress": frozenset({"count", "done"}),
    "compared_visible_same": frozenset({"hidden", "visible"}),
    "compared_visible_differs": frozenset({"hidden", "visible"}),
}
"""Words whose placeholders changed, with the former placeholders."""

LENT = "; yang dipakai kata bawaan program"

MOST_UNKNOWN = 50
"""Maximum number of unknown words that are compared with the missing ones."""


def renew(tree: Node) -> Iterator[Issue]:
    """Give each action that is a plain text an id; yield one warning if there are any."""
    bare: list[tuple[str | int, ...]] = []
    for row, outcome in enumerate(_nodes(node_at(tree, ("outcomes",)))):
        actions = node_at(outcome, ("actions",))
        name = node_at(outcome, ("id",))
        owner = name.text[:LONGEST_NAME] if isinstance(name, ScalarNode) else "langkah"
        for index, action in enumerate(_nodes(actions)):
            if _is_text(action) and isinstance(actions, SequenceNode):
                actions.nodes[index] = _entries(
                    action, {"id": ScalarNode(action.line, f"{owner}_{index + 1}"), "text": action}
                )
                bare.append(("outcomes", row, "actions", index))
    for path in islice(bare, 1):
        text = f'{len(bare)} langkah hanya teks; tulis {{id: …, text: "…"}}, dengan id yang sama'
        yield Issue(path, f"{text} untuk saran yang sama", warning=True)


def renew_words(tree: Node, wanted: Words) -> None:
    """Give the actions of an overlay that are plain texts the ids of the base content."""
    outcomes = wanted.get("outcomes")
    for name, words in outcomes.items() if isinstance(outcomes, Mapping) else ():
        around = node_at(tree, ("outcomes", name))
        actions = node_at(tree, ("outcomes", name, "actions"))
        known = words.get("actions") if isinstance(words, Mapping) else None
        if not (isinstance(around, MappingNode) and isinstance(known, Mapping)):
            continue
        texts = _nodes(actions)
        if (
            isinstance(actions, SequenceNode)
            and len(texts) == len(known)
            and all(map(_is_text, texts))
        ):
            pairs = zip(known, texts, strict=True)
            by_key = {key: _entries(text, {"text": text}) for key, text in pairs}
            line = around.by_key["actions"].line
            around.by_key["actions"] = MappingEntry(line, _entries(actions, by_key))


def lend_words(tree: Node, lender: Lender) -> Iterator[Issue]:
    """Add missing words, remove retired ones; yield one warning for each section.

    A word that is probably misspelled in the file is not added, so that it is reported.
    """
    for part, kind in WORDS.items():
        around = node_at(tree, (part,))
        if not isinstance(around, MappingNode):
            continue
        declared = declared_placeholders(kind)
        _rename(around, declared)
        retired = [name for name in around.by_key if name in RETIRED and name not in declared]
        for name in retired:
            del around.by_key[name]
        outdated = [name for name, entry in around.by_key.items() if _is_outdated(name, entry.node)]
        wanted = sorted((*_missing(around, tuple(declared)), *outdated))
        lent = _lent(tree, part, lender) if wanted else {}
        line = line_at(tree, (part,))
        for name in wanted if lent else ():
            around.by_key[name] = MappingEntry(line, ScalarNode(line, lent[name]))
        if wanted and lent:
            yield Issue((part,), _told(part, "belum ada", wanted, LENT), warning=True)
        if retired:
            yield Issue((part,), _told(part, "tidak dipakai lagi", retired), warning=True)


def _rename(around: MappingNode, declared: Collection[str]) -> None:
    """Rename words that have a former name, unless the current name is used as well."""
    for old, new in FORMER_NAMES.items():
        if new in declared and old in around.by_key and new not in around.by_key:
            around.by_key[new] = around.by_key.pop(old)


def _told(part: str, what: str, names: list[str], then: str = "") -> str:
    return f'{len(names)} kata {what} di "{part}": {", ".join(names)}{then}'


def _missing(around: MappingNode, declared: tuple[str, ...]) -> list[str]:
    """Return the names of missing words, without those that are probably misspelled."""
    missing = [name for name in declared if name not in around.by_key]
    unknown = (name for name in around.by_key if name not in declared)
    for name in islice(unknown, MOST_UNKNOWN):
        meant = nearest(name, missing)
        missing = [other for other in missing if other != meant]
    return missing


def _is_outdated(name: str, node: Node) -> bool:
    """Return whether a word has exactly the placeholders of an older edition."""
    if name not in FORMER_PLACEHOLDERS or not isinstance(node, ScalarNode):
        return False
    try:
        placeholders = {hit for _, hit, _, _ in Formatter().parse(node.text) if hit is not None}
    except ValueError:
        return False
    return placeholders == FORMER_PLACEHOLDERS[name]


def _lent(tree: Node, part: str, lender: Lender) -> dict[str, str]:
    """Return the shipped words of a section; empty if their language is not that of the file."""
    language = node_at(tree, ("language",))
    shipped = lender()
    if shipped is None or not isinstance(language, ScalarNode):
        return {}
    return dict(vars(getattr(shipped, part))) if language.text == shipped.language else {}


def _nodes(node: Node | None) -> tuple[Node, ...]:
    return tuple(node.nodes) if isinstance(node, SequenceNode) else ()


def _is_text(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.reading is ScalarKind.TEXT


def _entries(around: Node, parts: Mapping[str, Node]) -> MappingNode:
    return MappingNode(
        around.line, {key: MappingEntry(part.line, part) for key, part in parts.items()}
    )
