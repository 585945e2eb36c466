"""The JSON Schema accepts and rejects the same files as the parser."""

import json
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml

from jknassist.cli.content_commands import ContentKind, schema_text
from jknassist.core.flow.model import Channel, Knowledge
from jknassist.core.parsing import load, schema
from jknassist.core.parsing.overlay import overlay_type
from jknassist.core.phone.plan import NumberingPlan
from jknassist.core.site import Site
from tests.support.small_knowledge import small_knowledge, small_yaml
from tests.support.small_overlay import small_overlay_yaml

RESOURCES = Path(__file__).parents[3] / "resources"
SCHEMA = schema.for_editors(load.json_schema_of(Knowledge), "Isi")
KINDS = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool}


def read(text: str) -> Any:
    """Read YAML as an editor does: a date is text to it."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def wrong(value: Any, part: dict[str, Any], whole: dict[str, Any], at: str = "") -> Iterator[str]:
    """Yield where a value differs from a schema, for the few words that ours are written in."""
    if "$ref" in part:
        yield from wrong(value, whole["$defs"][part["$ref"].rpartition("/")[2]], whole, at)
    if "oneOf" in part and sum(fits(value, one, whole) for one in part["oneOf"]) != 1:
        yield f"{at}: fits none, or several"
    if "type" in part and type(value) is not KINDS[part["type"]]:
        yield f"{at}: no {part['type']}"
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from wrong(item, part["items"], whole, f"{at}/{place}")
    elif isinstance(value, dict):
        yield from wrong_keys(value, part, whole, at)
    elif value not in part.get("enum", [part.get("const", value)]):
        yield f"{at}: unknown {value}"


def fits(value: Any, part: dict[str, Any], whole: dict[str, Any]) -> bool:
    return not list(wrong(value, part, whole))


def wrong_keys(
    value: dict[str, Any], part: dict[str, Any], whole: dict[str, Any], at: str
) -> Iterator[str]:
    known, others = part.get("properties", {}), part.get("additionalProperties", True)
    yield from (f"{at}: {key} is missing" for key in part.get("required", ()) if key not in value)
    for key, inner in value.items():
        if key in known:
            yield from wrong(inner, known[key], whole, f"{at}/{key}")
        elif others is False:
            yield f"{at}: {key} is unknown"


def words_of(part: Any) -> set[str]:
    """Return every word that a schema is written in, without the names of keys."""
    if isinstance(part, list):
        return set().union(*map(words_of, part)) if part else set()
    if not isinstance(part, dict):
        return set()
    named = {"properties", "$defs"}
    inner = (
        set().union(*map(words_of, value.values())) if key in named and value else words_of(value)
        for key, value in part.items()
        if key != "mapping"
    )
    return set(part).union(*inner)


def test_it_is_written_in_words_that_are_checked_here() -> None:
    assert words_of(SCHEMA) <= {
        *("$schema", "$defs", "$ref", "title", "description", "type", "properties", "required"),
        *("additionalProperties", "items", "enum", "const", "oneOf", "format"),
        *("discriminator", "mapping", "propertyName"),
        "propertyNames",
    }


def test_a_sound_file_fits() -> None:
    assert list(wrong(read(small_yaml()), SCHEMA, SCHEMA)) == []


@pytest.mark.parametrize(
    ("sound", "broken", "says"),
    [
        ("edition: 1", "edisi: 1", "edisi is unknown"),
        ("edition: 1\n", "", "edition is missing"),
        ("edition: 1", 'edition: "1"', "no integer"),
        ('channel: "phone"', 'channel: "telepon"', "unknown telepon"),
        ('kind: "wait"', 'kind: "tunggu"', "fits none"),
        ("\n    minutes: 5", "", "fits none"),
        ('title: "Pulsa habis"', "title: [x]", "no string"),
    ],
)
def test_what_the_parser_refuses_does_not_match_the_schema(
    sound: str, broken: str, says: str
) -> None:
    text = small_yaml()
    assert sound in text
    changed = text.replace(sound, broken, 1)
    assert load.load_knowledge(changed.encode(), "isi.yaml")[0] is None
    assert any(says in told for told in wrong(read(changed), SCHEMA, SCHEMA))


def test_every_field_says_what_may_stand_there() -> None:
    assert SCHEMA["$defs"]["Channel"]["enum"] == [str(channel) for channel in Channel]
    assert SCHEMA["$defs"]["Contact"]["properties"]["channel"]["$ref"] == "#/$defs/Channel"
    assert "title" in SCHEMA["$defs"]["Outcome"]["properties"], "a key of that name is kept"
    assert "anyOf" not in json.dumps(SCHEMA), "null is refused by the parser"


def test_an_overlay_is_asked_for_just_the_words_of_its_knowledge() -> None:
    drawn = schema.of_overlay(overlay_type(small_knowledge()), "Terjemahan")
    assert list(wrong(read(small_overlay_yaml()), drawn, drawn)) == []
    stranger = small_overlay_yaml().replace("pulsa_habis:", "pulsa_mati:")
    assert {told.rpartition(": ")[2] for told in wrong(read(stranger), drawn, drawn)} == {
        "pulsa_habis is missing",
        "pulsa_mati is unknown",
    }
    hovered = drawn["properties"]["outcomes"]["properties"]["pulsa_habis"]["properties"]["title"]
    assert hovered["description"] == "Pulsa habis", "who translates sees the original"


@pytest.mark.parametrize("model", [NumberingPlan, Site])
def test_the_other_files_have_a_schema_too(model: type) -> None:
    drawn = schema.for_editors(load.json_schema_of(model), "Berkas")
    assert drawn["additionalProperties"] is False
    assert set(drawn["properties"]) == {field.name for field in fields(model)}


@pytest.mark.parametrize("kind", [ContentKind.KNOWLEDGE, ContentKind.NUMBERING])
def test_the_schema_that_is_shipped_is_the_one_of_the_models(kind: ContentKind) -> None:
    """Renew it with: python3 packaging/dev.py schema."""
    shipped = (RESOURCES / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert shipped == schema_text(kind, small_knowledge)
    first = (RESOURCES / f"{kind}.yaml").read_text(encoding="utf-8").partition("\n")[0]
    assert first == f"# yaml-language-server: $schema={kind}.schema.json"
