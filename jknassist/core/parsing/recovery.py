"""A guess at what a file with faults was meant to be, so that its other faults show as well."""

from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from datetime import date

from jknassist.core.parsing.messages import Misfit, Wrong, nearest
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
"""What other parts of a file hang on: a guess there would find faults that are none."""

FILLED_IN: Mapping[object, tuple[str, ScalarKind]] = {
    str: ("?", ScalarKind.TEXT),
    int: ("1", ScalarKind.INTEGER),
    bool: ("false", ScalarKind.SWITCH),
    date: ("2000-01-01", ScalarKind.DATE),
}


class NoGuessError(Exception):
    """Something is wrong of which nobody can say what it was meant to be."""


def recover(tree: Node, wrong: Iterable[Misfit]) -> None:
    """Put what was probably meant into a tree, on the same lines; raise NoGuessError."""
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
    """Return something that a type takes."""
    if is_dataclass(kind):
        return MappingNode(
            line, {key: MappingEntry(line, _filled_in(k, line)) for key, k in keys(kind).items()}
        )
    if words := choices(kind):
        return ScalarNode(line, words[0])
    if kind in FILLED_IN:
        return ScalarNode(line, *FILLED_IN[kind])
    return SequenceNode(line, []) if origin(kind) is tuple else MappingNode(line, {})
