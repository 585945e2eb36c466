"""Compare an overlay file with the texts required of it: none missing, none superfluous."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from jknassist.core.parsing.error_messages import Misfit, Wrong, explain, nearest
from jknassist.core.parsing.overlay import Word
from jknassist.core.parsing.tree import (
    LineFault,
    MappingNode,
    Node,
    Path,
    ScalarNode,
    SequenceNode,
    entry_at,
    line_at,
)
from jknassist.core.parsing.type_info import Kind, plain
from jknassist.core.text_rules import quoted


def taken(node: Node | None, wanted: Word) -> Word:
    """Return the texts of a file in the required shape; the original one where none fits."""
    match wanted, node:
        case Mapping(), MappingNode():
            entries = {key: entry_at(node, key) for key in wanted}
            return {key: taken(e.node if e else None, wanted[key]) for key, e in entries.items()}
        case tuple(), SequenceNode(nodes=nodes) if len(nodes) == len(wanted):
            return tuple(str(taken(*pair)) for pair in zip(nodes, wanted, strict=True))
        case ((str() | int()), ScalarNode()):
            written = plain(node, type(wanted))
            return written if type(written) is type(wanted) else wanted
        case _:
            return wanted


def mismatches(tree: Node, node: Node, wanted: Word, path: Path = ()) -> Iterator[LineFault]:
    """Yield line and message for each node below a path at which the file has another shape."""
    match wanted, node:
        case Mapping(), MappingNode():
            yield from _keys(tree, node, wanted, path)
        case tuple(), SequenceNode():
            yield from _items(tree, node, wanted, path)
        case ((str() | int()), ScalarNode()) if type(plain(node, type(wanted))) is type(wanted):
            if not node.text.strip():
                yield node.line, f"{quoted(_name(path))} masih kosong; berkas asalnya punya isi"
        case _:
            yield explain(tree, Misfit(Wrong.UNFIT, path, _kind(wanted), None))


def _keys(
    tree: Node, node: MappingNode, wanted: Mapping[str, Word], path: Path
) -> Iterator[LineFault]:
    """Compare the keys; one similar to a missing key is reported as misspelled, once."""
    missing = [key for key in wanted if key not in node.by_key]
    for key, entry in node.by_key.items():
        here = (*path, key)
        if key in wanted:
            yield from mismatches(tree, entry.node, wanted[key], here)
            continue
        meant = nearest(key, missing)
        missing = [other for other in missing if other != meant]
        yield explain(tree, Misfit(Wrong.UNKNOWN_KEY, here, str, _kind(wanted), meant))
    for key in missing:
        yield explain(tree, Misfit(Wrong.MISSING, (*path, key), _kind(wanted[key]), None))


def _items(
    tree: Node, node: SequenceNode, wanted: tuple[str, ...], path: Path
) -> Iterator[LineFault]:
    if len(node.nodes) != len(wanted):
        counts = (
            f"{quoted(_name(path))} berisi {len(node.nodes)} butir; berkas asalnya {len(wanted)}"
        )
        yield line_at(tree, path), counts
    for index, item in enumerate(node.nodes):
        yield from mismatches(tree, item, "teks", (*path, index))


def _kind(wanted: Word) -> Kind:
    """Return the type that a model would declare for such texts, for the error message."""
    match wanted:
        case Mapping():
            return dict[_closed(wanted), str]  # type: ignore[misc]
        case tuple():
            return tuple[str, ...]
        case _:
            return type(wanted)


def _closed(names: Iterable[str]) -> Any:
    return Literal[tuple(names)]


def _name(path: Path) -> str:
    return next(part for part in reversed(path) if isinstance(part, str))
