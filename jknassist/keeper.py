"""The keeper's side of the command line: what is wrong in a file, and schemas for editors."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

from jknassist.core.fault import Fault
from jknassist.core.knowledge import Knowledge
from jknassist.core.site import Site
from jknassist.exit_codes import FINE, FOUND
from jknassist.streams import complain, say


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
    Kind.SITE: "Setelan kantor jknassist (site.yaml)",
    Kind.OVERLAY: "Terjemahan isi jknassist (knowledge.en.yaml)",
}


def tell(faults: Iterable[Fault], form: Form, *, strict: bool) -> int:
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


def as_object(fault: Fault) -> dict[str, str | int]:
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
    from jknassist.core import loading
    from jknassist.core.gate import schema
    from jknassist.core.overlay import overlay_of
    from jknassist.core.phone.plan import NumberingPlan

    if kind is Kind.OVERLAY:
        return schema.of_overlay(overlay_of(knowledge()), TITLES[kind])
    models = {Kind.KNOWLEDGE: Knowledge, Kind.NUMBERING: NumberingPlan, Kind.SITE: Site}
    return schema.for_editors(loading.shape_of(models[kind]), TITLES[kind])
