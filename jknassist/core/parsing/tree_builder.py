"""Build the syntax tree of a file from parser events; reject duplicate keys and deep nesting."""

from dataclasses import dataclass, field

from jknassist.core.diagnostic import UnreadableError
from jknassist.core.parsing.tree import (
    LineFault,
    MappingEntry,
    MappingNode,
    Node,
    ScalarKind,
    ScalarNode,
    SequenceNode,
)
from jknassist.core.text_rules import MOST_FAULTS, quoted, wrong_in_text

MOST_DEPTH = 20
MOST_VALUES = 100_000
MOST_KEYS = 2_000
"""Keys of one mapping. The model is compared key by key, and each missing key costs memory for the
whole mapping: 40,000 unknown keys took 2 GB."""


@dataclass
class _Open:
    """An open sequence, or a mapping if `by_key` is set."""

    line: int
    nodes: list[Node] = field(default_factory=list)
    by_key: dict[str, MappingEntry] | None = None
    key: ScalarNode | None = None


class TreeBuilder:
    """The tree of the events so far; `faults` are pairs of line and message."""

    def __init__(self) -> None:
        self.faults: list[LineFault] = []
        self.root: Node | None = None
        self._open: list[_Open] = []
        self._values = 0

    def record(self, line: int, text: str) -> None:
        """Record a fault; raise UnreadableError if there are too many."""
        self.faults.append((line, text))
        if len(self.faults) > MOST_FAULTS:
            raise UnreadableError(line, "terlalu banyak kesalahan; perbaiki dulu yang di atas")

    def start(self, line: int, *, keyed: bool) -> None:
        """Open a sequence or mapping; raise UnreadableError if it is nested too deeply."""
        if len(self._open) == MOST_DEPTH:
            raise UnreadableError(line, f"isi bersarang lebih dari {MOST_DEPTH} tingkat")
        self._count(line)
        self._open.append(_Open(line, by_key={} if keyed else None))

    def end(self) -> None:
        """Close the innermost open sequence or mapping."""
        done = self._open.pop()
        nodes, by_key = done.nodes, done.by_key
        self._put(
            SequenceNode(done.line, nodes) if by_key is None else MappingNode(done.line, by_key)
        )

    def take(self, scalar: ScalarNode) -> None:
        """Add a scalar: a value or a key."""
        self._count(scalar.line)
        for text in wrong_in_text(scalar.text):
            self.record(scalar.line, text)
        self._put(scalar)

    def _count(self, line: int) -> None:
        self._values += 1
        if self._values > MOST_VALUES:
            raise UnreadableError(line, f"berkas berisi lebih dari {MOST_VALUES} nilai")

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        around = self._open[-1]
        if around.by_key is None:
            around.nodes.append(node)
        elif around.key is None:
            around.key = self._as_key(node)
        else:
            self._put_entry(around.by_key, around.key, node)
            around.key = None

    def _as_key(self, node: Node) -> ScalarNode:
        if not isinstance(node, ScalarNode):
            self.record(node.line, "kunci harus satu kata, bukan daftar atau kumpulan kunci")
            return ScalarNode(node.line, "")
        if node.reading is not ScalarKind.TEXT:
            self.record(node.line, f"beri tanda kutip pada kunci ini: {quoted(node.text)}")
        return node

    def _put_entry(self, by_key: dict[str, MappingEntry], key: ScalarNode, node: Node) -> None:
        if first := by_key.get(key.text):
            self.record(key.line, f"kunci {quoted(key.text)} sudah ada di baris {first.line}")
        if len(by_key) == MOST_KEYS:
            raise UnreadableError(key.line, f"lebih dari {MOST_KEYS} kunci dalam satu bagian")
        by_key.setdefault(key.text, MappingEntry(key.line, node))
