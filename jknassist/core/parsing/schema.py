"""JSON Schema of the content files, for completion and validation in editors."""

from collections.abc import Mapping
from typing import Any

from jknassist.core.parsing.overlay import Word

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def for_editors(drawn: Schema, title: str) -> Schema:
    """Return the schema of a model without parts that are noise in an editor."""
    plain = _plain(drawn)
    return {"$schema": DIALECT, "title": title, **plain}


def of_overlay(wanted: Mapping[str, Word], title: str) -> Schema:
    """Return the schema of an overlay that requires exactly these texts."""
    return {"$schema": DIALECT, "title": title, **_words(wanted)}


def _plain(drawn: Any) -> Any:
    """Drop generated titles, and null, which no file may contain; a key named title stays."""
    if isinstance(drawn, list):
        return [_plain(part) for part in drawn]
    if not isinstance(drawn, dict):
        return drawn
    kept = {key: part for key, part in drawn.items() if key not in {"title", "default"}}
    members = kept.pop("anyOf", None)
    if members is not None:
        (kept_one,) = (one for one in members if one != {"type": "null"})
        kept |= kept_one
    return {
        key: _named(part) if key in {"properties", "$defs"} else _plain(part)
        for key, part in kept.items()
    }


def _named(parts: Mapping[str, Any]) -> Schema:
    return {name: _plain(part) for name, part in parts.items()}


def _words(wanted: Word) -> Schema:
    match wanted:
        case Mapping():
            return {
                "type": "object",
                "additionalProperties": False,
                "properties": {name: _words(word) for name, word in wanted.items()},
                "required": list(wanted),
            }
        case tuple():
            size = len(wanted)
            items = {"type": "string"}
            return {"type": "array", "items": items, "minItems": size, "maxItems": size}
        case int():
            return {"type": "integer"}
        case _:
            return {"type": "string", "description": wanted}
