"""Migration of content files of the first edition to the current structure."""

from collections.abc import Iterator, Mapping
from itertools import islice

from jknassist.core.diagnostic import Issue
from jknassist.core.parsing.overlay import Words
from jknassist.core.parsing.tree import (
    MappingEntry,
    MappingNode,
    Node,
    ScalarKind,
    ScalarNode,
    SequenceNode,
    node_at,
)

LONGEST_NAME = 50


def renew(tree: Node) -> Iterator[Issue]:
    """Give each action that is a plain text an id; yield one warning about what the file lacks."""
    bare: list[tuple[str | int, ...]] = []
    for row, outcome in enumerate(_nodes(node_at(tree, ("outcomes",)))):
        actions = node_at(outcome, ("actions",))
        name = node_at(outcome, ("id",))
        owner = name.text[:LONGEST_NAME] if isinstance(name, ScalarNode) else "langkah"
        for place, action in enumerate(_nodes(actions)):
            if _is_text(action) and isinstance(actions, SequenceNode):
                actions.nodes[place] = _entries(
                    action, {"id": ScalarNode(action.line, f"{owner}_{place + 1}"), "text": action}
                )
                bare.append(("outcomes", row, "actions", place))
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


def _nodes(node: Node | None) -> tuple[Node, ...]:
    return tuple(node.nodes) if isinstance(node, SequenceNode) else ()


def _is_text(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.reading is ScalarKind.TEXT


def _entries(around: Node, parts: Mapping[str, Node]) -> MappingNode:
    return MappingNode(
        around.line, {key: MappingEntry(part.line, part) for key, part in parts.items()}
    )
