"""A content file as a tree in which every value still knows the line it was written in."""

from collections.abc import MutableMapping, MutableSequence
from dataclasses import dataclass
from enum import StrEnum

Path = tuple[str | int, ...]
"""The way from the top of a file to a value: keys and 0-based places in lists."""


class ScalarKind(StrEnum):
    """As what YAML reads a scalar; everything in quotes is text."""

    TEXT = "str"
    INTEGER = "int"
    SWITCH = "bool"
    DATE = "timestamp"
    EMPTY = "null"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A single value as it was written, and as what YAML reads it."""

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
    """The value of a key, and the line of the key."""

    line: int
    node: "Node"


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys with their values."""

    line: int
    by_key: MutableMapping[str, MappingEntry]


Node = ScalarNode | SequenceNode | MappingNode


def entry_at(node: Node, part: str | int) -> MappingEntry | None:
    """Return the value under a key or at a place of a list, or None where there is none."""
    if isinstance(node, MappingNode):
        return node.by_key.get(str(part))
    if isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.nodes):
        return MappingEntry(node.nodes[part].line, node.nodes[part])
    return None


def node_at(tree: Node, path: Path) -> Node | None:
    """Return the value at a path, or None where the file has none."""
    node: Node | None = tree
    for part in path:
        entry = entry_at(node, part) if node is not None else None
        node = entry.node if entry is not None else None
    return node


def line_at(tree: Node, path: Path) -> int:
    """Return the line of the value at a path, or of the nearest value around it.

    A list or a group of keys that stands under a key has the line of that key.
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
    """Put a value in the place of another one, or under a new key."""
    around, last = node_at(tree, path[:-1]), path[-1]
    if isinstance(around, SequenceNode):
        around.nodes[int(last)] = node
    elif isinstance(around, MappingNode):
        around.by_key[str(last)] = MappingEntry(line_at(tree, path), node)


def rename(tree: Node, path: Path, name: str) -> None:
    """Give the key at a path another name, or take it out for none; the lines stay."""
    around = node_at(tree, path[:-1])
    if isinstance(around, MappingNode):
        entry = around.by_key.pop(str(path[-1]))
        if name:
            around.by_key[name] = entry
