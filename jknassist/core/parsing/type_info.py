"""Type information of the content model: fields, union members and enumeration values."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from jknassist.core.parsing.tree import MappingNode, Node, ScalarKind, ScalarNode, SequenceNode

Kind = Any
"""A declared type: a dataclass, a scalar type, or a tuple, dict or union of those."""

TAG = "kind"
"""Discriminator: the key whose value selects the union member."""

UNFIT = 0.5
"""Placeholder for a scalar of the wrong type: pydantic refuses it, as no field is a float."""

DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
INTEGER = re.compile(r"-?(0|[1-9]\d{0,8})", re.ASCII)


def plain(node: Node, kind: Kind) -> object:
    """Convert a node to plain values; a scalar of another type than declared becomes UNFIT."""
    if isinstance(node, ScalarNode):
        return _plain_scalar(node, kind)
    if isinstance(node, SequenceNode):
        inner = inside(kind, 0)
        return [plain(item, inner) for item in node.nodes]
    chosen = member(kind, _tag(node))
    return {key: plain(entry.node, inside(chosen, key)) for key, entry in node.by_key.items()}


def tags(kind: Kind) -> Mapping[str, Kind]:
    """Return the members of a discriminated union by tag; empty for any other type."""
    members = get_args(kind) if origin(kind) is UnionType else ()
    return {tag: one for one in members for tag in get_args(keys(one)[TAG])}


def tag_kind(kind: Kind) -> Kind:
    """Return the type of the discriminator: a Literal of all tags of the union."""
    words: Any = tuple(tags(kind))
    return Literal[words]


def member(kind: Kind, tag: str) -> Kind:
    """Return the union member with a tag, or None; any other type unchanged."""
    by_tag = tags(kind)
    return by_tag.get(tag) if by_tag else kind


def inside(kind: Kind, part: str | int) -> Kind:
    """Return the type declared for a key or for list items, or None."""
    if is_dataclass(kind):
        return keys(kind).get(str(part))
    match origin(kind), part:
        case (outer, int()) if outer is tuple:
            return get_args(kind)[0]
        case (outer, str()) if outer is dict:
            return get_args(kind)[1]
    return None


def keys(kind: Kind) -> Mapping[str, Kind]:
    """Return the keys of a dataclass, or of a dict with enumerated keys, with their types."""
    if origin(kind) is dict:
        closed, value = get_args(kind)
        return dict.fromkeys(choices(closed), value)
    return _fields(kind)


def choices(kind: Kind) -> tuple[str, ...]:
    """Return the values of an enumeration or Literal; empty for any other type."""
    if origin(kind) is Literal:
        return get_args(kind)
    closed = isinstance(kind, type) and issubclass(kind, StrEnum)
    return tuple(str(one) for one in kind) if closed else ()


def _plain_scalar(scalar: ScalarNode, kind: Kind) -> str | float:
    text = scalar.text
    match scalar.reading:
        case ScalarKind.TEXT | ScalarKind.DATE if kind is date:
            return text if DATE.fullmatch(text) else UNFIT
        case ScalarKind.TEXT:
            return text
        case ScalarKind.INTEGER if INTEGER.fullmatch(text):
            return int(text)
        case ScalarKind.SWITCH if text in {"true", "false"}:
            return text == "true"
        case _:
            return UNFIT


def _tag(node: MappingNode) -> str:
    entry = node.by_key.get(TAG)
    return entry.node.text if entry is not None and isinstance(entry.node, ScalarNode) else ""


@cache
def _fields(model: Kind) -> Mapping[str, Kind]:
    """Return the declared type of each field; X for `X | None`."""
    hints = get_type_hints(model)
    return {f.name: _without_none(hints[f.name]) for f in fields(model)}


def _without_none(kind: Kind) -> Kind:
    members = [one for one in get_args(kind) if one is not type(None)]
    return members[0] if origin(kind) is UnionType and len(members) == 1 else kind


def origin(kind: Kind) -> object:
    """Return the origin of a generic type, such as tuple."""
    return get_origin(kind)
