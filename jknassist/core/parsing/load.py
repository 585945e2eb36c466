"""Parse and validate content files: bytes become model values, or diagnostics with lines."""

import json
import re
from collections.abc import Callable, Collection, Hashable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from functools import cache, partial
from heapq import nsmallest
from itertools import islice
from operator import attrgetter
from typing import Annotated, Any, TypeVar, cast

import yaml
from pydantic import Discriminator, TypeAdapter, ValidationError

from jknassist.core.diagnostic import Diagnostic, Issue, UnreadableError
from jknassist.core.flow.model import Knowledge, Step
from jknassist.core.frozen_value import frozen_value
from jknassist.core.parsing.error_messages import Refusal, explain, explain_syntax, misfits
from jknassist.core.parsing.lint.all_rules import lint
from jknassist.core.parsing.lint.number_plan import lint_plan
from jknassist.core.parsing.lint.numbers import lint_numbers
from jknassist.core.parsing.lint.pictures import lint_pictures
from jknassist.core.parsing.older_editions import Lender, lend_words, renew, renew_words
from jknassist.core.parsing.overlay import Words, apply_overlay, lint_overlay, overlay_type
from jknassist.core.parsing.overlay_check import mismatches, taken
from jknassist.core.parsing.recovery import NoGuessError, recover
from jknassist.core.parsing.tree import LineFault, Node, ScalarKind, ScalarNode, line_at
from jknassist.core.parsing.tree_builder import TreeBuilder
from jknassist.core.parsing.type_info import plain
from jknassist.core.phone.plan import NumberingPlan, PlanIndex
from jknassist.core.site import Site, lint_site, safe_defaults
from jknassist.core.site_recovery import sets_pin, text_of
from jknassist.core.text_rules import decode, replace_unseen

Value = TypeVar("Value")
Shaped = tuple[Value | None, list[LineFault]]
"""A model value, and where the file does not match the model."""

PLAN = re.compile(rb"^prefixes:", re.MULTILINE)
SITE = re.compile(
    rb"^(?:office|mode|idle_seconds|visit_minutes|screen_\w+"
    rb"|prints|printer|paper|languages|staff_pin):",
    re.MULTILINE,
)
QUOTED = re.compile(r'".*"')
LONG_NUMBER = re.compile(r"\d(?:[ ./-]?\d){3,}")
"""Four digits or more: a possible PIN. No other quoted number is as long."""

STEPS = re.compile(rb"^(?:edition|words|steps):", re.MULTILINE)
OVERLAY = re.compile(rb"(?:^|\r)(?:\xef\xbb\xbf)?[\"']?overlay_of\b", re.MULTILINE)

MOST_REPORTED = 200
"""Number of diagnostics that are reported; further ones are only counted."""

READINGS = {f"tag:yaml.org,2002:{reading}": reading for reading in ScalarKind}
TEXT_TAG = "tag:yaml.org,2002:str"

MOST_GUESSES = 4
"""Rounds of error recovery: repairing one fault may reveal others."""


@dataclass(frozen=True, kw_only=True)
class CheckContext:
    """What a content is compared with when it is checked.

    With a numbering plan every phone number in the content is checked, too; `pictures` are the
    names of those that there are. `shipped` tells that it is the content of the program itself.
    """

    numbers: PlanIndex | None = None
    pictures: frozenset[str] = frozenset()
    shipped: bool = False


@frozen_value
class _WrittenKnowledge(Knowledge):
    """A knowledge file for pydantic, with `kind` as the discriminator of the steps."""

    steps: tuple[Annotated[Step, Discriminator("kind")], ...]


def load_knowledge(
    data: bytes, name: str, *, lender: Lender | None = None
) -> tuple[Knowledge | None, tuple[Diagnostic, ...]]:
    """Return the content in a file's bytes, or None and all diagnostics in line order.

    With a lender a file of an older edition gets the words it lacks from there; the diagnostics
    beside its content are warnings about what it lacks.
    """
    written, diagnostics = _load_knowledge(data, name, today=None, lender=lender)
    faults = tuple(fault for fault in diagnostics if not fault.warning)
    return (None, faults) if written is None or faults else (_as_plain(written), diagnostics)


def load_plan(data: bytes, name: str) -> tuple[NumberingPlan | None, tuple[Diagnostic, ...]]:
    """Return the numbering plan in a file's bytes, or None and all diagnostics in line order."""
    plan, faults = _load(data, name, NumberingPlan, partial(lint_plan, today=None))
    return (None, faults) if faults else (plan, ())


def load_overlay(
    data: bytes, name: str, knowledge: Knowledge, *, lender: Lender | None = None
) -> tuple[Knowledge | None, tuple[Diagnostic, ...]]:
    """Return the content translated by an overlay file, or None and all diagnostics.

    With a lender as for `load_knowledge`.
    """
    lacking: list[Issue] = []

    def shape(tree: Node) -> Shaped[Words]:
        if lender is not None:
            lacking.extend(lend_words(tree, lender))
        return _as_overlay(tree, knowledge)

    proof = partial(_overlay_issues, knowledge, lacking)
    overlay, diagnostics = _load_shaped(data, name, shape, proof)
    if overlay is None or any(not fault.warning for fault in diagnostics):
        return None, diagnostics
    return apply_overlay(knowledge, overlay), diagnostics


def is_overlay(data: bytes) -> bool:
    """Return whether a file declares itself an overlay, even if it does not parse."""
    return OVERLAY.search(data) is not None


def load_site(data: bytes, name: str) -> tuple[Site, tuple[Diagnostic, ...]]:
    """Return the settings in a file's bytes; with faults, safe defaults and the diagnostics.

    No diagnostic quotes a possible PIN: they are shown on a page and written to a log.
    """
    read = _load(data, name, Site, lint_site)
    site, found = read
    if site is None or found:
        faults = tuple(fault._replace(text=without_pins(fault.text)) for fault in found)
        return safe_defaults(site, text_of(data)), faults
    return site, ()


def without_pins(text: str) -> str:
    """Remove longer numbers that a message quotes from the file: one may be a PIN."""
    return QUOTED.sub(lambda quote: LONG_NUMBER.sub("…", quote[0]), text)


def check(
    data: bytes,
    name: str,
    *,
    today: date,
    context: CheckContext | None = None,
    lender: Lender | None = None,
) -> tuple[Diagnostic, ...]:
    """Return all errors of a content file and, as warnings, facts that may be outdated today.

    It is compared with what `context` holds; for the lender see `load_knowledge`.

    The kind of file is found by its keys: `prefixes` for a numbering plan, keys of settings
    without steps for the settings of an office, otherwise content.
    """
    if PLAN.search(data):
        found = _load(data, name, NumberingPlan, partial(lint_plan, today=today))[1]
    elif (SITE.search(data) or b"staff_pin" in data) and not STEPS.search(data):
        return load_site(data, name)[1]
    else:
        found = _load_knowledge(data, name, today=today, context=context, lender=lender)[1]
    named = PLAN.search(data) or STEPS.search(data) or OVERLAY.search(data)
    if named and not sets_pin(text_of(data)):
        return found
    # Perhaps it is the damaged file of a kiosk's settings.
    return tuple(fault._replace(text=without_pins(fault.text)) for fault in found)


def json_schema_of(model: type) -> dict[str, Any]:
    """Return the JSON Schema that pydantic generates for a model."""
    written = _WrittenKnowledge if model is Knowledge else model
    return _adapter(cast("Hashable", written)).json_schema()


def _load_knowledge(
    data: bytes,
    name: str,
    *,
    today: date | None,
    context: CheckContext | None = None,
    lender: Lender | None = None,
) -> tuple[_WrittenKnowledge | None, tuple[Diagnostic, ...]]:
    """Load content of the current or an older edition; with a date, include all warnings.

    With a date or a lender, what an older edition lacks is reported as a warning.
    """
    lacking: list[Issue] = []

    def shape(tree: Node) -> Shaped[_WrittenKnowledge]:
        lacking.extend(renew(tree))
        if lender is not None:
            lacking.extend(lend_words(tree, lender))
        return _shaped(tree, _WrittenKnowledge)

    def proof(knowledge: Knowledge) -> Iterable[Issue]:
        compared = () if context is None else _compared(knowledge, context)
        found = (*lint(knowledge, today=today), *compared)
        if today is None:
            found = tuple(issue for issue in found if not issue.warning)
        return found if today is None and lender is None else (*found, *lacking)

    return _load_shaped(data, name, shape, proof)


def _compared(knowledge: Knowledge, context: CheckContext) -> Iterable[Issue]:
    odd = () if context.numbers is None else lint_numbers(knowledge, context.numbers)
    return (*odd, *lint_pictures(knowledge, context.pictures, shipped=context.shipped))


def _load(
    data: bytes, name: str, model: type[Value], proof: Callable[[Value], Iterable[Issue]]
) -> tuple[Value | None, tuple[Diagnostic, ...]]:
    """Parse, validate against the model, then lint; the value is None if its shape is wrong."""
    shape: Callable[[Node], Shaped[Value]] = partial(_shaped, model=model)
    return _load_shaped(data, name, shape, proof)


def _load_shaped(
    data: bytes,
    name: str,
    shape: Callable[[Node], Shaped[Value]],
    proof: Callable[[Value], Iterable[Issue]],
) -> tuple[Value | None, tuple[Diagnostic, ...]]:
    """Parse, convert, then lint."""
    builder = TreeBuilder()
    try:
        tree = _build_tree(data, builder)
    except UnreadableError as error:
        return None, _limited(name, [*builder.faults, (error.line, error.text)], [])
    value, refused = shape(tree)
    unread = {line for line, _ in builder.faults}
    faults = builder.faults + [fault for fault in refused if fault[0] not in unread]
    findings = [] if value is None else [(line_at(tree, f.path), f) for f in proof(value)]
    if faults:
        # A guessed value was reported already; warnings about it would be noise.
        faulty = {line for line, _ in faults}
        findings = [(line, f) for line, f in findings if line not in faulty and not f.warning]
    return value, _limited(name, faults, findings)


def _limited(
    name: str, faults: list[LineFault], findings: list[tuple[int, Issue]]
) -> tuple[Diagnostic, ...]:
    """Return diagnostics in line order without duplicates, at most MOST_REPORTED."""
    found = {Diagnostic(name, line, text) for line, text in faults}
    found |= {Diagnostic(name, line, finding.text, finding.warning) for line, finding in findings}
    warnings = {fault for fault in found if fault.warning}
    return tuple(sorted((*_first(found - warnings), *_first(warnings))))


def _first(faults: Collection[Diagnostic]) -> list[Diagnostic]:
    reported = nsmallest(MOST_REPORTED + 1, faults, key=attrgetter("file", "line", "text"))
    if len(faults) > MOST_REPORTED:
        more = f"dan {len(faults) - MOST_REPORTED} lagi atau lebih; perbaiki dulu yang di atas"
        reported[MOST_REPORTED] = reported[MOST_REPORTED]._replace(text=more)
    return reported


def _build_tree(data: bytes, builder: TreeBuilder) -> Node:
    """Build the tree of a file, recording faults in the builder; raise UnreadableError."""
    text, unseen = replace_unseen(decode(data))
    builder.faults += unseen
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
    try:
        documents = 0
        while loader.check_event():
            event = loader.get_event()
            documents += isinstance(event, yaml.DocumentStartEvent)
            if documents > 1:
                raise UnreadableError(_line(event), "hanya satu dokumen YAML dalam satu berkas")
            _take(builder, event, loader)
    except yaml.MarkedYAMLError as error:
        raise _unreadable(error) from error
    finally:
        loader.dispose()
    if builder.root is None or getattr(builder.root, "reading", None) is ScalarKind.EMPTY:
        raise UnreadableError(1, "berkas ini kosong")
    return builder.root


def _take(builder: TreeBuilder, event: yaml.Event, loader: yaml.SafeLoader) -> None:
    """Feed one parser event to the tree builder."""
    line = _line(event)
    if getattr(event, "anchor", None) is not None:
        builder.record(line, "jangan pakai jangkar (&) atau alias (*); tulis isinya lengkap")
    if getattr(event, "tag", None) is not None:
        builder.record(line, "jangan pakai tanda seru YAML (!); beri tanda kutip bila itu teks")
    match event:
        case yaml.MappingStartEvent():
            builder.start(line, keyed=True)
        case yaml.SequenceStartEvent():
            builder.start(line, keyed=False)
        case yaml.CollectionEndEvent():
            builder.end()
        case yaml.AliasEvent():
            builder.take(ScalarNode(line, "", ScalarKind.OTHER))
        case yaml.ScalarEvent():
            builder.take(_scalar(event, loader))


def _scalar(event: yaml.ScalarEvent, loader: yaml.SafeLoader) -> ScalarNode:
    """Return a scalar with its YAML type, without the line end that closes a block scalar."""
    text = event.value.rstrip("\n") if event.style in {"|", ">"} else event.value
    tag = loader.resolve(yaml.ScalarNode, event.value, event.implicit)  # type: ignore[no-untyped-call]
    # YAML reads 0711 as octal 457 but 0812 as text; both must be quoted.
    bare_digits = event.implicit[0] and tag == TEXT_TAG and text.isdigit()
    reading = ScalarKind.OTHER if bare_digits else READINGS.get(tag, ScalarKind.OTHER)
    return ScalarNode(_line(event), text, reading)


def _line(event: yaml.Event) -> int:
    return cast("yaml.Mark", event.start_mark).line + 1


def _unreadable(error: yaml.MarkedYAMLError) -> UnreadableError:
    marks = (error.problem_mark, error.context_mark)
    problem, context = (mark.line + 1 if mark is not None else None for mark in marks)
    return UnreadableError(*explain_syntax(str(error.problem), problem, context))


def _overlay_issues(
    knowledge: Knowledge, lacking: Iterable[Issue], overlay: Words
) -> Iterable[Issue]:
    return (*lint_overlay(knowledge, overlay), *lacking)


def _as_overlay(tree: Node, knowledge: Knowledge) -> Shaped[Words]:
    """Return the texts of an overlay, the original where one is missing, and all mismatches."""
    wanted = overlay_type(knowledge)
    renew_words(tree, wanted)
    words = taken(tree, wanted)
    faults = list(islice(mismatches(tree, tree, wanted), MOST_REPORTED))
    return cast("Words", words), faults


def _shaped(tree: Node, model: type[Value]) -> Shaped[Value]:
    """Return the model value of a tree, and where the tree does not match the model.

    If it does not match, the value is the probable one after error recovery, or None if recovery
    fails or there are too many faults.
    """
    faults: list[LineFault] = []
    for _ in range(MOST_GUESSES):
        written = json.dumps(plain(tree, model))
        try:
            return _adapter(cast("Hashable", model)).validate_json(written), faults
        except ValidationError as error:
            wrong = tuple(misfits(tree, model, _refusals(error)))
            too_many = error.error_count() > MOST_REPORTED
        reported = {line for line, _ in faults}
        new = (explain(tree, misfit) for misfit in wrong)
        faults += [fault for fault in new if fault[0] not in reported]
        if too_many:
            break
        try:
            recover(tree, wrong)
        except NoGuessError:
            break
    return None, faults


def _refusals(error: ValidationError) -> Iterable[Refusal]:
    details = error.errors(include_url=False, include_context=False, include_input=False)
    return ((detail["type"], detail["loc"]) for detail in details[: MOST_REPORTED + 1])


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _as_plain(written: Knowledge) -> Knowledge:
    """Return a plain Knowledge, so that a pickle of it does not refer to this module."""
    return Knowledge(**{f.name: getattr(written, f.name) for f in fields(Knowledge)})
