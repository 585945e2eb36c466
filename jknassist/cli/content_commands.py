"""Commands for content editors: `check`, `schema` (JSON Schema) and `graph` (flow diagram)."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from jknassist.content.loader import SHIPPED, faults_of, knowledge_of, translation_of
from jknassist.core.diagnostic import Diagnostic
from jknassist.core.flow.model import Knowledge
from jknassist.core.site import Site
from jknassist.system.exit_codes import FINE, FOUND
from jknassist.system.local_time import local_now
from jknassist.system.standard_streams import complain, say

if TYPE_CHECKING:
    import argparse


class Form(StrEnum):
    """Output format of diagnostics: one text line each, or one JSON array for text editors."""

    TEXT = "text"
    JSON = "json"


class ContentKind(StrEnum):
    """The kinds of files for which there is a JSON Schema."""

    KNOWLEDGE = "knowledge"
    NUMBERING = "numbering"
    SITE = "site"
    OVERLAY = "overlay"


TITLES = {
    ContentKind.KNOWLEDGE: "Isi jknassist (knowledge.yaml)",
    ContentKind.NUMBERING: "Rencana nomor jknassist (numbering.yaml)",
    ContentKind.SITE: "Pengaturan kantor jknassist (site.yaml)",
    ContentKind.OVERLAY: "Terjemahan isi jknassist (knowledge.en.yaml)",
}


def tell(faults: Iterable[Diagnostic], form: Form, *, strict: bool) -> int:
    """Write diagnostics without duplicates; return 1 if there was an error, else 0.

    With `strict` warnings count as errors. JSON goes to standard output: an array, possibly empty,
    of objects with `file`, `line` (0 for the whole file), `severity` (`error` or `warning`) and
    `text`.
    """
    unique = tuple(dict.fromkeys(faults))
    if form is Form.JSON:
        say(_json([as_object(fault) for fault in unique]))
    else:
        complain(map(str, unique))
    return FOUND if any(strict or not fault.warning for fault in unique) else FINE


def as_object(fault: Diagnostic) -> dict[str, str | int]:
    """Return a diagnostic as a JSON object for text editors."""
    severity = "warning" if fault.warning else "error"
    return {"file": fault.file, "line": fault.line, "severity": severity, "text": fault.text}


def schema_text(kind: ContentKind, knowledge: Callable[[], Knowledge]) -> str:
    """Return the JSON Schema of a kind of file; that of an overlay depends on the base content."""
    return _json(_schema(kind, knowledge), indent=1)


def _json(value: object, *, indent: int | None = None) -> str:
    # Imported lazily, like the modules below, to keep the start of the wizard fast.
    import json

    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"


def _schema(kind: ContentKind, knowledge: Callable[[], Knowledge]) -> dict[str, Any]:
    from jknassist.core.parsing import load, schema
    from jknassist.core.parsing.overlay import overlay_type
    from jknassist.core.phone.plan import NumberingPlan

    if kind is ContentKind.OVERLAY:
        return schema.of_overlay(overlay_type(knowledge()), TITLES[kind])
    models = {
        ContentKind.KNOWLEDGE: Knowledge,
        ContentKind.NUMBERING: NumberingPlan,
        ContentKind.SITE: Site,
    }
    return schema.for_editors(load.json_schema_of(models[kind]), TITLES[kind])


def check(asked: "argparse.Namespace") -> int:
    """Run `check`: report all diagnostics of the named files, by default the shipped ones."""
    named = [(name, name) for name in asked.files] or [(None, name) for name in SHIPPED]
    faults = (
        fault for name, shipped in named for fault in faults_of(name, shipped, today=_today())
    )
    return tell(faults, Form(asked.format), strict=asked.strict)


def print_schema(asked: "argparse.Namespace") -> int:
    """Run `schema`: print the JSON Schema of a kind of file."""
    say(schema_text(ContentKind(asked.kind), lambda: knowledge_of(asked.knowledge)))
    return FINE


def draw_graph(asked: "argparse.Namespace") -> int:
    """Run `graph`: print the question flow as Mermaid or Graphviz source."""
    from jknassist.core.export import diagram

    knowledge = spoken(asked)
    drawn = diagram.dot(knowledge) if asked.format == "dot" else diagram.mermaid(knowledge)
    say(drawn)
    return FINE


def spoken(asked: "argparse.Namespace") -> Knowledge:
    """Return the content in the language asked for; raise ContentError where it has none."""
    knowledge = knowledge_of(asked.knowledge)
    return translation_of(asked.lang, asked.knowledge, knowledge) if asked.lang else knowledge


def _today() -> date:
    return local_now().date()
