"""A content file as a tree in which every value still knows the line it was written in."""

from collections.abc import MutableMapping, MutableSequence
from dataclasses import dataclass
from enum import StrEnum

Path = tuple[str | int, ...]
"""The way from the top of a file to a value: keys and 0-based places in lists."""


class Reading(StrEnum):
    """As what YAML reads a scalar; everything in quotes is text."""

    TEXT = "str"
    INTEGER = "int"
    SWITCH = "bool"
    DATE = "timestamp"
    EMPTY = "null"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as it was written, and as what YAML reads it."""

    line: int
    text: str
    reading: Reading = Reading.TEXT


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    line: int
    nodes: MutableSequence["Node"]


@dataclass(frozen=True, slots=True)
class Entry:
    """The value of a key, and the line of the key."""

    line: int
    node: "Node"


@dataclass(frozen=True, slots=True)
class Entries:
    """Keys with their values."""

    line: int
    by_key: MutableMapping[str, Entry]


Node = Scalar | Items | Entries


def entry_at(node: Node, part: str | int) -> Entry | None:
    """Return the value under a key or at a place of a list, or None where there is none."""
    if isinstance(node, Entries):
        return node.by_key.get(str(part))
    if isinstance(node, Items) and isinstance(part, int) and part < len(node.nodes):
        return Entry(node.nodes[part].line, node.nodes[part])
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
        line = node.line if isinstance(node, Scalar) else entry.line
    return line


def put(tree: Node, path: Path, node: Node) -> None:
    """Put a value in the place of another one, or under a new key."""
    around, last = node_at(tree, path[:-1]), path[-1]
    if isinstance(around, Items):
        around.nodes[int(last)] = node
    elif isinstance(around, Entries):
        around.by_key[str(last)] = Entry(line_at(tree, path), node)


def rename(tree: Node, path: Path, name: str) -> None:
    """Give the key at a path another name, or take it out for none; the lines stay."""
    around = node_at(tree, path[:-1])
    if isinstance(around, Entries):
        entry = around.by_key.pop(str(path[-1]))
        if name:
            around.by_key[name] = entry
