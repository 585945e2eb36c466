"""Syntax tree of a content file: every node has its 1-based line."""

from collections.abc import MutableMapping, MutableSequence
from dataclasses import dataclass
from enum import StrEnum

Path = tuple[str | int, ...]
"""Path from the root to a value: keys and 0-based list indexes."""

LineFault = tuple[int, str]
"""A line of a file, counted from 1, and what is wrong in it."""


class ScalarKind(StrEnum):
    """Type of a scalar by the rules of YAML; a quoted one is always text."""

    TEXT = "str"
    INTEGER = "int"
    SWITCH = "bool"
    DATE = "timestamp"
    EMPTY = "null"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A scalar: its text as written, and its type."""

    line: int
    text: str
    reading: ScalarKind = ScalarKind.TEXT


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list."""

    line: int
    nodes: MutableSequence["Node"]


@dataclass(frozen=True, slots=True)
class MappingEntry:
    """A value in a mapping, and the line of its key."""

    line: int
    node: "Node"


@dataclass(frozen=True, slots=True)
class MappingNode:
    """A mapping."""

    line: int
    by_key: MutableMapping[str, MappingEntry]


Node = ScalarNode | SequenceNode | MappingNode


def entry_at(node: Node, part: str | int) -> MappingEntry | None:
    """Return the child under a key or at a list index, or None."""
    if isinstance(node, MappingNode):
        return node.by_key.get(str(part))
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.nodes):
        return MappingEntry(node.nodes[part].line, node.nodes[part])
    return None


def node_at(tree: Node, path: Path) -> Node | None:
    """Return the node at a path, or None."""
    node: Node | None = tree
    for part in path:
        entry = entry_at(node, part) if node is not None else None
        node = entry.node if entry is not None else None
    return node


def line_at(tree: Node, path: Path) -> int:
    """Return the line of the node at a path, or of its nearest existing ancestor.

    A sequence or mapping under a key has the line of that key.
    """
    node, line = tree, tree.line
    for part in path:
        entry = entry_at(node, part)
        if entry is None:
            break
        node = entry.node
        line = node.line if isinstance(node, ScalarNode) else entry.line
    return line


def put(tree: Node, path: Path, node: Node) -> None:
    """Replace the node at a path, or add it under a new key."""
    around, last = node_at(tree, path[:-1]), path[-1]
    if isinstance(around, SequenceNode):
        around.nodes[int(last)] = node
    elif isinstance(around, MappingNode):
        around.by_key[str(last)] = MappingEntry(line_at(tree, path), node)


def rename(tree: Node, path: Path, name: str) -> None:
    """Rename the key at a path, or remove it if the new name is None; lines are kept."""
    around = node_at(tree, path[:-1])
    if isinstance(around, MappingNode):
        entry = around.by_key.pop(str(path[-1]))
        if name:
            around.by_key[name] = entry
