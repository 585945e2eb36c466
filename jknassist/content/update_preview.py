"""Examine a content file from a USB stick or a chat before the owner of a laptop takes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jknassist.content import installed_update
from jknassist.content.loader import shipped_of
from jknassist.core.export.content_changes import ContentChanges, content_changes
from jknassist.core.flow.model import Knowledge
from jknassist.core.text_rules import MOST_BYTES
from jknassist.system import paths, regular_file

PATTERN = "knowledge*.yaml"
MOST_FOUND = 6
"""Files that are offered; the newest ones."""


class UnusableError(Exception):
    """A file cannot be taken; the text says why, for the owner of the laptop."""


@dataclass(frozen=True)
class ContentUpdate:
    """Sound content, the files to take by the name they get, and what it changes."""

    knowledge: Knowledge
    changes: ContentChanges
    files: Mapping[str, bytes] = field(repr=False)


def candidates(folder: Path) -> list[Path]:
    """Return the content files in a folder, the newest first; translations belong to theirs."""
    try:
        found = [path for path in folder.glob(PATTERN) if path.is_file() and not _is_overlay(path)]
        return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)[:MOST_FOUND]
    except OSError:
        return []


def examine(path: Path, now: Knowledge) -> ContentUpdate:
    """Return what taking a file would bring; raise UnusableError.

    `now` is the content in use, in its own language. Translations beside the file are taken along.
    """
    from jknassist.core.parsing import load

    data = _read(path)
    if load.is_overlay(data):
        raise UnusableError("itu terjemahan; pilih knowledge.yaml yang ada di sampingnya")
    shipped = shipped_of()
    knowledge, faults = load.load_knowledge(data, path.name, lender=shipped_of)
    if knowledge is None:
        first = f"{path.name}:{faults[0].line}: {faults[0].text}"
        raise UnusableError(f"ada {len(faults)} kesalahan, yang pertama {first}")
    oldest = max((k.edition, k.released) for k in (now, shipped) if k is not None)
    if (knowledge.edition, knowledge.released) < oldest:
        raise UnusableError(
            f"edisi {knowledge.edition} ({knowledge.released}) lebih lama dari yang sudah ada"
        )
    files = {paths.CONTENT: data}
    for overlay in path.parent.glob(f"{path.stem}.*{path.suffix}"):
        language = overlay.name.removeprefix(f"{path.stem}.").removesuffix(path.suffix)
        translated, _ = load.load_overlay(_read(overlay), overlay.name, knowledge)
        if translated is not None and translated.language == language:
            files[f"{Path(paths.CONTENT).stem}.{language}.yaml"] = _read(overlay)
    return ContentUpdate(knowledge, content_changes(now, knowledge), files)


def take(update: ContentUpdate) -> None:
    """Use the content from the next start on; raise OSError."""
    installed_update.take(update.files)


def _is_overlay(path: Path) -> bool:
    """Return whether a name is that of a translation: knowledge.en.yaml."""
    return bool(Path(path.stem).suffix)


def _read(path: Path) -> bytes:
    """Return the bytes of a file; one byte too many means that it is too large."""
    try:
        data = regular_file.read_named(path, MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "namanya keliru"
        raise UnusableError(f"tidak bisa dibaca ({reason})") from error
    if len(data) > MOST_BYTES:
        raise UnusableError(f"lebih besar dari {MOST_BYTES // 1024} KiB")
    return data
