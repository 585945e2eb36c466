"""Error recovery: repair a tree by guessing, so that one run reports all errors of a file."""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from datetime import date

from jknassist.core.parsing.error_messages import Misfit, Wrong, nearest
from jknassist.core.parsing.tree import (
    MappingEntry,
    MappingNode,
    Node,
    ScalarKind,
    ScalarNode,
    SequenceNode,
    line_at,
    node_at,
    put,
    rename,
)
from jknassist.core.parsing.type_info import Kind, choices, keys, origin

NEVER_GUESSED = frozenset(
    {
        "id",
        "start",
        "hand_over",
        "goes_to",
        "next",
        "limit",
        "answers",
        "findings",
        "compare_with",
        "kind",
        "status",
    }
    | {"steps", "outcomes", "contacts", "guides", "guide", "sources"}
    | {"prefix", "prefixes", "fewest", "most"}
)
"""Keys that other parts of a file refer to: a guess there would cause false errors."""

FILLED_IN: Mapping[object, tuple[str, ScalarKind]] = {
    str: ("?", ScalarKind.TEXT),
    int: ("1", ScalarKind.INTEGER),
    bool: ("false", ScalarKind.SWITCH),
    date: ("2000-01-01", ScalarKind.DATE),
}


class NoGuessError(Exception):
    """An error that cannot be repaired by guessing."""


def recover(tree: Node, wrong: Iterable[Misfit]) -> None:
    """Repair a tree in place, keeping its lines; raise NoGuessError."""
    for misfit in wrong:
        if misfit.what is Wrong.UNKNOWN_KEY:
            rename(tree, misfit.path, misfit.meant)
        elif misfit.path:
            put(tree, misfit.path, _guess(tree, misfit))
        else:
            raise NoGuessError


def _guess(tree: Node, misfit: Misfit) -> Node:
    line = line_at(tree, misfit.path)
    node = node_at(tree, misfit.path)
    if isinstance(node, ScalarNode) and node.reading is not ScalarKind.EMPTY:
        meant = nearest(node.text, choices(misfit.kind))
        if meant or misfit.kind is str:
            return ScalarNode(line, meant or node.text)
    if misfit.path[-1] in NEVER_GUESSED:
        raise NoGuessError
    return _filled_in(misfit.kind, line)


def _filled_in(kind: Kind, line: int) -> Node:
    """Return a node with some value that is valid for a type."""
    if is_dataclass(kind):
        return MappingNode(
            line, {key: MappingEntry(line, _filled_in(k, line)) for key, k in keys(kind).items()}
        )
    if words := choices(kind):
        return ScalarNode(line, words[0])
    if kind in FILLED_IN:
        return ScalarNode(line, *FILLED_IN[kind])
    return SequenceNode(line, []) if origin(kind) is tuple else MappingNode(line, {})
