"""Load content files: shipped or named, with translation overlays, from the cache or by parsing."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from jknassist.content import cache as compiled
from jknassist.content import override, resources, trusted_file
from jknassist.core.diagnostic import Diagnostic
from jknassist.core.flow.model import Knowledge
from jknassist.core.languages import TRANSLATED
from jknassist.core.text_rules import MOST_BYTES
from jknassist.system.regular_file import read_named

if TYPE_CHECKING:
    from jknassist.core.parsing.older_editions import Lender
    from jknassist.core.phone.plan import PlanIndex

Value = TypeVar("Value")

Reader = Callable[[str | None, str], bytes]
"""Reads a named file, or without a name the shipped one."""

KNOWLEDGE = "knowledge.yaml"
NUMBERING = "numbering.yaml"
STYLE = "theme.qss"
ICONS = "icons"
OVERLAYS = {code: f"knowledge.{code}.yaml" for code in TRANSLATED}
"""The shipped translation of the content into each other language."""

SHIPPED = (KNOWLEDGE, NUMBERING, *OVERLAYS.values())
"""The content to check when no file is named."""


class ContentError(Exception):
    """A content file is missing or invalid; `faults` holds one diagnostic per error, with lines."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        self.faults = tuple(map(str, self.diagnostics))
        super().__init__(f"{len(self.faults)} faults")


def knowledge_of(name: str | None) -> Knowledge:
    """Load a content file, by default the shipped one; raise ContentError."""
    source = read(name, KNOWLEDGE)
    ready = None if name else _compiled(KNOWLEDGE, source, Knowledge)
    if ready is not None:
        return ready
    from jknassist.core.parsing import load

    lender = shipped_of if name else None
    knowledge, faults = load.load_knowledge(source, name or KNOWLEDGE, lender=lender)
    if knowledge is None:
        raise ContentError(faults)
    return knowledge


def draft_of(name: str) -> Knowledge:
    """Load a draft for the preview; it may be a translation overlay. Raise ContentError."""
    from jknassist.core.parsing import load

    source = read(name, name)
    if not load.is_overlay(source):
        return knowledge_of(name)
    base = knowledge_of(_below(name))
    translated, faults = load.load_overlay(source, name, base, lender=_lender_of(name))
    if translated is None:
        raise ContentError(_errors(faults))
    return translated


def in_languages(
    name: str | None, languages: Sequence[str], knowledge: Knowledge, read: Reader
) -> tuple[list[Knowledge], list[ContentError]]:
    """Return the content in each language it is available in, and the diagnostics of the others."""
    found: list[Knowledge] = []
    missing: list[ContentError] = []
    for language in languages:
        try:
            found.append(translation_of(language, name, knowledge, read))
        except ContentError as error:
            missing.append(error)
    return found or [knowledge], missing


def translation_of(
    language: str, name: str | None, knowledge: Knowledge, using: Reader | None = None
) -> Knowledge:
    """Apply the translation overlay beside the content file; raise ContentError."""
    if language == knowledge.language:
        return knowledge
    shipped = f"{Path(KNOWLEDGE).stem}.{language}.yaml"
    path = Path(name).with_suffix(f".{language}{Path(name).suffix}") if name else None
    source = (using or read)(str(path) if path else None, shipped)
    ready = None if name else _compiled(shipped, read(None, KNOWLEDGE) + source, Knowledge)
    if ready is not None:
        return ready
    from jknassist.core.parsing import load

    lender = partial(shipped_of, language) if name else None
    translated, faults = load.load_overlay(source, str(path or shipped), knowledge, lender=lender)
    if translated is None:
        raise ContentError(_errors(faults))
    if translated.language != language:
        raise ContentError(
            [Diagnostic(str(path or shipped), 1, f"ini bahasa {translated.language}")]
        )
    return translated


def shipped_of(language: str = "") -> Knowledge | None:
    """Return the shipped content in a language, by default its own; None if not available."""
    try:
        knowledge = knowledge_of(None)
        return translation_of(language, None, knowledge) if language else knowledge
    except ContentError:
        return None


def _errors(diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    return (fault for fault in diagnostics if not fault.warning)


def _lender_of(name: str | None) -> "Lender | None":
    """Return the source of the words that an overlay such as isi.en.yaml lacks."""
    language = Path(name).with_suffix("").suffix.removeprefix(".") if name else ""
    return partial(shipped_of, language) if language else None


def plan_on_demand() -> "Callable[[], PlanIndex]":
    """Return a function that builds the numbering plan on first use; raise ContentError.

    The file is read now, because it may disappear while the program runs. A plan without a valid
    cache is also parsed now, so that errors in it are reported at start-up.
    """
    source, packed = read(None, NUMBERING), _packed(NUMBERING)
    if packed is not None and compiled.matches(packed, source):
        return cache(lambda: _plan_of(source, packed))
    plan = _plan_of(source, None)
    return lambda: plan


def shipped_plan() -> "PlanIndex":
    """Return the shipped numbering plan with its look-up index; raise ContentError."""
    return _plan_of(read(None, NUMBERING), _packed(NUMBERING))


def _plan_of(source: bytes, packed: bytes | None) -> "PlanIndex":
    """Return the plan of a source, from the cache if that matches, else by parsing."""
    from jknassist.core.phone.plan import NumberingPlan, build

    ready = None if packed is None else compiled.unpack(packed, source, NumberingPlan)
    if ready is not None:
        return build(ready)
    from jknassist.core.parsing import load

    plan, faults = load.load_plan(source, NUMBERING)
    if plan is None:
        raise ContentError(faults)
    return build(plan)


def _compiled(name: str, source: bytes, kind: type[Value]) -> Value | None:
    """Return a shipped file from the build's cache; None if stale, or in a source checkout."""
    packed = _packed(name)
    return None if packed is None else compiled.unpack(packed, source, kind)


def _packed(name: str) -> bytes | None:
    try:
        return resources.read(f"compiled/{Path(name).stem}.bin")
    except resources.ResourceError:
        return None


def faults_of(name: str | None, shipped: str, *, today: date) -> tuple[Diagnostic, ...]:
    """Return all errors and warnings of a content file, a numbering plan or an overlay."""
    from jknassist.core.parsing import load

    try:
        source = read(name, shipped)
        if load.is_overlay(source) or shipped in OVERLAYS.values():
            return _check_overlay(name, shipped, source)
    except ContentError as error:
        return error.diagnostics
    lender = shipped_of if name else None
    context = load.CheckContext(numbers=_sound_plan(), pictures=_pictures(), shipped=not name)
    return load.check(source, shipped, today=today, context=context, lender=lender)


def _pictures() -> frozenset[str]:
    """Return the names of the shipped pictures."""
    try:
        return frozenset(file.stem for file in resources.shipped(ICONS).glob("*.svg"))
    except resources.ResourceError:
        return frozenset()


def _sound_plan() -> "PlanIndex | None":
    """Return the shipped plan, or None if it is invalid itself."""
    try:
        return shipped_plan()
    except ContentError:
        return None


def _check_overlay(name: str | None, shipped: str, source: bytes) -> tuple[Diagnostic, ...]:
    """Return all diagnostics of an overlay, checked against its base file."""
    from jknassist.core.parsing import load

    base = knowledge_of(_below(name))
    return load.load_overlay(source, shipped, base, lender=_lender_of(name))[1]


def _below(name: str | None) -> str | None:
    """Return the base file of an overlay: isi.yaml for isi.en.yaml, if it exists."""
    path = Path(name) if name else None
    beside = path.with_suffix("").with_suffix(path.suffix) if path else None
    return str(beside) if beside and beside != path and beside.is_file() else None


def read(name: str | None, shipped: str) -> bytes:
    """Read the bytes of a named file, by default the shipped one; raise ContentError."""
    try:
        return _bounded(Path(name)) if name else resources.read(shipped)
    except (OSError, ValueError, resources.ResourceError) as error:
        reason = getattr(error, "strerror", None) or "berkas tidak ada; periksa namanya"
        unreadable = Diagnostic(name or shipped, 0, f"tidak bisa dibaca ({reason})")
        raise ContentError([unreadable]) from error


def _bounded(path: Path) -> bytes:
    """Read at most one byte over the parser's limit; a pipe or a device is refused."""
    return read_named(path, MOST_BYTES + 1)


def read_trusted(name: str | None, shipped: str) -> bytes:
    """Read a file only if none but administrators can write it; raise ContentError."""
    try:
        return override.read(Path(name or shipped))
    except (OSError, trusted_file.UntrustedError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ContentError([Diagnostic(str(name), 0, f"tidak dipakai ({reason})")]) from error


def style() -> str:
    """Return the Qt style sheet; raise ContentError if it is missing or not UTF-8."""
    try:
        return read(None, STYLE).decode()
    except UnicodeDecodeError as error:
        raise ContentError([Diagnostic(STYLE, 0, "bukan UTF-8")]) from error


def picture(name: str) -> bytes | None:
    """Return the bytes of an SVG icon, or None if it is missing: the icon is then left out."""
    try:
        return resources.read(f"{ICONS}/{name}.svg")
    except resources.ResourceError:
        return None
