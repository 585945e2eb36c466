"""Local content that overrides the shipped one: find it and validate it."""

import re
from pathlib import Path
from typing import NamedTuple

from jknassist.content import installed_update, trusted_file
from jknassist.core.diagnostic import Diagnostic
from jknassist.core.flow.model import Knowledge
from jknassist.core.text_rules import MOST_BYTES
from jknassist.system import paths


class ContentOverride(NamedTuple):
    """Valid local content and its file, and what the staff should know about such files.

    `notices` say why a file is refused and what content of an older edition lacks. All fields are
    empty if there is no such file.
    """

    knowledge: Knowledge | None = None
    name: str = ""
    notices: tuple[str, ...] = ()


def find(shipped: Knowledge, *, own: bool = False) -> ContentOverride:
    """Return the first local content that may override the shipped one; each file is read once.

    The order is that of `paths.content_files`, then with `own` that which the owner of this
    installation took from a file. A file that is refused is named with the reason, and
    the next one is tried. Content that is as old as the shipped one may override it.
    """
    refused: list[tuple[Path, str]] = []
    mine = (installed_update.file(),) if own else ()
    for path in (*paths.content_files(), *mine):
        taken = _take(path, shipped)
        if isinstance(taken, str):
            refused.append((path, taken))
        elif taken is not None:
            return taken._replace(notices=(*_refusals(refused, taken.name), *taken.notices))
    return ContentOverride(notices=_refusals(refused, ""))


def _take(path: Path, shipped: Knowledge) -> ContentOverride | str | None:
    """Return the content of a file, why it is refused, or None where there is none."""
    try:
        data = read(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        return _reason(error)
    except trusted_file.UntrustedError as error:
        return str(error)
    # Imported here: only machines with local content need the parser at start-up.
    from jknassist.core.parsing import load

    knowledge, faults = load.load_knowledge(data, str(path), lender=lambda: shipped)
    if knowledge is None:
        return _first_of(faults)
    if older := _older(knowledge, shipped):
        return older
    return ContentOverride(knowledge=knowledge, name=str(path), notices=_lacking(path, faults))


def read(path: Path) -> bytes:
    """Return the bytes of a file only administrators can write; raise OSError, UntrustedError.

    What the owner of this installation took from a file must be theirs instead.
    """
    if path.parent == installed_update.folder():
        return installed_update.read(path)
    return trusted_file.read_trusted(path, MOST_BYTES)


def _older(knowledge: Knowledge, shipped: Knowledge) -> str:
    """Return in what respect the local content is older than the shipped one; empty if it isn't."""
    if knowledge.edition < shipped.edition:
        return f"edisi {knowledge.edition} lebih lama dari edisi bawaan {shipped.edition}"
    if knowledge.released < shipped.released:
        return f"terbit {knowledge.released}, lebih lama dari isi bawaan {shipped.released}"
    return ""


def _lacking(path: Path, warnings: tuple[Diagnostic, ...]) -> tuple[str, ...]:
    if not warnings:
        return ()
    # There are too many words to name on the staff page; `check` lists them.
    counts = "; ".join(re.split("[:;]", warning.text)[0] for warning in warnings)
    return (f"{path} dari edisi lama: {counts}. Selengkapnya: jknassist check {path}",)


def _refusals(refused: list[tuple[Path, str]], used: str) -> tuple[str, ...]:
    """Return a sentence for each file that is refused; `used` is the file taken instead."""
    instead = used or "isi bawaan program"
    return tuple(
        f"{path} tidak dipakai: {reason}. Yang dipakai {instead}." for path, reason in refused
    )


def replacement_notice(name: str, faults: tuple[Diagnostic, ...], used: str) -> str:
    """Return the sentence for a file that was named and has faults."""
    (notice,) = _refusals([(Path(name), _first_of(faults))], used)
    return notice


def _first_of(faults: tuple[Diagnostic, ...]) -> str:
    if not faults[0].line:
        return faults[0].text  # of the file as a whole
    return f"ada {len(faults)} kesalahan, yang pertama di baris {faults[0].line}: {faults[0].text}"


def _reason(error: OSError) -> str:
    return f"tidak bisa dibaca ({error.strerror or type(error).__name__})"
