"""The keeper's side of the command line: what is wrong in a file, and schemas for editors."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from jknassist.content.loader import SHIPPED, faults_of, knowledge_of, translation_of
from jknassist.core.diagnostic import Diagnostic
from jknassist.core.flow.model import Knowledge
from jknassist.core.site import Site
from jknassist.system.exit_codes import FINE, FOUND
from jknassist.system.standard_streams import complain, say

if TYPE_CHECKING:
    import argparse


class Form(StrEnum):
    """How faults are told: a line each for a person, or one JSON array for an editor."""

    TEXT = "text"
    JSON = "json"


class Kind(StrEnum):
    """The kinds of files that a schema is drawn for."""

    KNOWLEDGE = "knowledge"
    NUMBERING = "numbering"
    SITE = "site"
    OVERLAY = "overlay"


TITLES = {
    Kind.KNOWLEDGE: "Isi jknassist (knowledge.yaml)",
    Kind.NUMBERING: "Rencana nomor jknassist (numbering.yaml)",
    Kind.SITE: "Pengaturan kantor jknassist (site.yaml)",
    Kind.OVERLAY: "Terjemahan isi jknassist (knowledge.en.yaml)",
}


def tell(faults: Iterable[Diagnostic], form: Form, *, strict: bool) -> int:
    """Say faults and warnings, each once; return whether there was a fault.

    A warning alone is no fault, unless it is looked at strictly. The JSON goes to standard output:
    an array of objects with `file`, `line` (0 for the file as a whole), `severity` (`error` or
    `warning`) and `text`; it is empty where there is nothing to say.
    """
    told = tuple(dict.fromkeys(faults))
    if form is Form.JSON:
        say(_json([as_object(fault) for fault in told]))
    else:
        complain(map(str, told))
    return FOUND if any(strict or not fault.warning for fault in told) else FINE


def as_object(fault: Diagnostic) -> dict[str, str | int]:
    """Return a fault as editors want it."""
    severity = "warning" if fault.warning else "error"
    return {"file": fault.file, "line": fault.line, "severity": severity, "text": fault.text}


def schema_text(kind: Kind, knowledge: Callable[[], Knowledge]) -> str:
    """Return the JSON Schema of a kind of file; that of an overlay goes by a knowledge."""
    return _json(_schema(kind, knowledge), indent=1)


def _json(value: object, *, indent: int | None = None) -> str:
    # Loaded here, like what is loaded below: the wizard starts without it.
    import json

    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"


def _schema(kind: Kind, knowledge: Callable[[], Knowledge]) -> dict[str, Any]:
    from jknassist.core.parsing import load, schema
    from jknassist.core.parsing.overlay import overlay_type
    from jknassist.core.phone.plan import NumberingPlan

    if kind is Kind.OVERLAY:
        return schema.of_overlay(overlay_type(knowledge()), TITLES[kind])
    models = {Kind.KNOWLEDGE: Knowledge, Kind.NUMBERING: NumberingPlan, Kind.SITE: Site}
    return schema.for_editors(load.adapter_of(models[kind]), TITLES[kind])


def check(asked: "argparse.Namespace") -> int:
    """Tell every fault of the files that are named, or of the shipped ones."""
    named = [(name, name) for name in asked.files] or [(None, name) for name in SHIPPED]
    faults = (
        fault for name, shipped in named for fault in faults_of(name, shipped, today=_today())
    )
    return tell(faults, Form(asked.format), strict=asked.strict)


def print_schema(asked: "argparse.Namespace") -> int:
    """Print the JSON Schema of a kind of file."""
    say(schema_text(Kind(asked.kind), lambda: knowledge_of(asked.knowledge)))
    return FINE


def draw_graph(asked: "argparse.Namespace") -> int:
    """Print the flow of the questions as a drawing in words."""
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
    return datetime.now().astimezone().date()
