"""The content that is used: which files it is read from, in which languages, and in which form."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from jknassist.content import cache as compiled
from jknassist.content import override, resources, trusted_file
from jknassist.core.diagnostic import Diagnostic
from jknassist.core.flow.model import Knowledge
from jknassist.core.text_rules import MOST_BYTES

if TYPE_CHECKING:
    from jknassist.core.phone.plan import PlanIndex

Value = TypeVar("Value")

Reader = Callable[[str | None, str], bytes]
"""Reads a named file, or without a name the shipped one."""

KNOWLEDGE = "knowledge.yaml"
NUMBERING = "numbering.yaml"
STYLE = "theme.qss"
OVERLAYS = {"en": "knowledge.en.yaml"}
"""The languages that the content is shipped in besides its own, Indonesian."""

SHIPPED = (KNOWLEDGE, NUMBERING, *OVERLAYS.values())
"""The content to check when no file is named."""


class ContentError(Exception):
    """A content file is missing or has faults; `faults` names each with its line."""

    def __init__(self, told: Iterable[Diagnostic]) -> None:
        self.told = tuple(told)
        self.faults = tuple(map(str, self.told))
        super().__init__(f"{len(self.faults)} faults")


def knowledge_of(name: str | None) -> Knowledge:
    """Return what a file says, or without a name the shipped one; raise ContentError."""
    source = read(name, KNOWLEDGE)
    ready = None if name else _compiled(KNOWLEDGE, source, Knowledge)
    if ready is not None:
        return ready
    from jknassist.core.parsing import load

    knowledge, faults = load.load_knowledge(source, name or KNOWLEDGE)
    if knowledge is None:
        raise ContentError(faults)
    return knowledge


def draft_of(name: str) -> Knowledge:
    """Return what a draft says, also one that is an overlay; raise ContentError."""
    from jknassist.core.parsing import load

    source = read(name, name)
    if not load.is_overlay(source):
        return knowledge_of(name)
    translated, faults = load.load_overlay(source, name, knowledge_of(_below(name)))
    if translated is None:
        raise ContentError(faults)
    return translated


def in_languages(
    name: str | None, languages: Sequence[str], knowledge: Knowledge, read: Reader
) -> tuple[list[Knowledge], list[ContentError]]:
    """Return a content in those of the languages that it has, and why not in the others."""
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
    """Return a knowledge in a language; its overlay stands beside it. Raise ContentError."""
    if language == knowledge.language:
        return knowledge
    shipped = f"{Path(KNOWLEDGE).stem}.{language}.yaml"
    path = Path(name).with_suffix(f".{language}{Path(name).suffix}") if name else None
    source = (using or read)(str(path) if path else None, shipped)
    ready = None if name else _compiled(shipped, read(None, KNOWLEDGE) + source, Knowledge)
    if ready is not None:
        return ready
    from jknassist.core.parsing import load

    translated, faults = load.load_overlay(source, str(path or shipped), knowledge)
    if translated is None:
        raise ContentError(faults)
    if translated.language != language:
        raise ContentError(
            [Diagnostic(str(path or shipped), 1, f"ini bahasa {translated.language}")]
        )
    return translated


def later_plan() -> "Callable[[], PlanIndex]":
    """Return a way to the numbering plan that takes its time when it is gone; raise ContentError.

    It is read now: while somebody sits before a page its file may go. A plan that has to go through
    the gate goes there now, too: a fault in it must be told at once.
    """
    source, packed = read(None, NUMBERING), _packed(NUMBERING)
    if packed is not None and compiled.matches(packed, source):
        return cache(lambda: _plan_of(source, packed))
    plan = _plan_of(source, None)
    return lambda: plan


def shipped_plan() -> "PlanIndex":
    """Return the numbering plan, ready to be asked; raise ContentError."""
    return _plan_of(read(None, NUMBERING), _packed(NUMBERING))


def _plan_of(source: bytes, packed: bytes | None) -> "PlanIndex":
    """Return the plan of a source, from its compiled form where that is sound."""
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
    """Return a shipped file as it was checked when this build was made; None in a checkout."""
    packed = _packed(name)
    return None if packed is None else compiled.unpack(packed, source, kind)


def _packed(name: str) -> bytes | None:
    try:
        return resources.read(f"compiled/{Path(name).stem}.bin")
    except resources.BundleError:
        return None


def faults_of(name: str | None, shipped: str, *, today: date) -> tuple[Diagnostic, ...]:
    """Return all faults and warnings of a file of any kind."""
    from jknassist.core.parsing import load

    try:
        source = read(name, shipped)
        if load.is_overlay(source) or shipped in OVERLAYS.values():
            return _check_overlay(name, shipped, source)
    except ContentError as error:
        return error.told
    return load.check(source, shipped, today=today, numbers=_sound_plan())


def _sound_plan() -> "PlanIndex | None":
    """Return the shipped plan, or None where that is what has faults."""
    try:
        return shipped_plan()
    except ContentError:
        return None


def _check_overlay(name: str | None, shipped: str, source: bytes) -> tuple[Diagnostic, ...]:
    """Return all faults of an overlay; it is checked against the file it lies over."""
    from jknassist.core.parsing import load

    return load.load_overlay(source, shipped, knowledge_of(_below(name)))[1]


def _below(name: str | None) -> str | None:
    """Return the file that an overlay lies over: of isi.en.yaml the isi.yaml beside it, if any."""
    path = Path(name) if name else None
    beside = path.with_suffix("").with_suffix(path.suffix) if path else None
    return str(beside) if beside and beside != path and beside.is_file() else None


def read(name: str | None, shipped: str) -> bytes:
    """Read a file given by the user, or the shipped one; raise ContentError."""
    try:
        return _bounded(Path(name)) if name else resources.read(shipped)
    except (OSError, ValueError, resources.BundleError) as error:
        reason = getattr(error, "strerror", None) or "berkas tidak ada; periksa namanya"
        told = Diagnostic(name or shipped, 0, f"tidak bisa dibaca ({reason})")
        raise ContentError([told]) from error


def _bounded(path: Path) -> bytes:
    """Read a file up to a size that the gate refuses: what somebody names may have no end."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def read_trusted(name: str | None, shipped: str) -> bytes:
    """Read a file of this machine that only administrators can write; raise ContentError."""
    try:
        return override.read(Path(name or shipped))
    except (OSError, trusted_file.UntrustedError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ContentError([Diagnostic(str(name), 0, f"tidak dipakai ({reason})")]) from error


def style() -> str:
    """Return the style sheet of the window; raise ContentError where it is damaged."""
    try:
        return read(None, STYLE).decode()
    except UnicodeDecodeError as error:
        raise ContentError([Diagnostic(STYLE, 0, "bukan UTF-8")]) from error


def picture(name: str) -> bytes | None:
    """Return the SVG of a picture; a missing one leaves its place empty."""
    try:
        return resources.read(f"icons/{name}.svg")
    except resources.BundleError:
        return None
