"""Local content that overrides the shipped one: find it and validate it."""

import re
from pathlib import Path
from typing import NamedTuple

from jknassist.content import trusted_file
from jknassist.core.diagnostic import Diagnostic
from jknassist.core.flow.model import Knowledge
from jknassist.core.text_rules import MOST_BYTES
from jknassist.system import paths


class ContentOverride(NamedTuple):
    """Valid local content and its file, or the reason why it is refused.

    `notice` also says what content of an older edition lacks. All fields are empty if there is
    no such file.
    """

    knowledge: Knowledge | None = None
    name: str = ""
    notices: tuple[str, ...] = ()


def find(shipped: Knowledge) -> ContentOverride:
    """Return the local content if it may override the shipped one; the file is read only once."""
    path = paths.content_file()
    try:
        data = read(path)
    except FileNotFoundError:
        return ContentOverride()
    except OSError as error:
        return _refused(path, _reason(error))
    except trusted_file.UntrustedError as error:
        return _refused(path, str(error))
    # Imported here: only machines with local content need the parser at start-up.
    from jknassist.core.parsing import load

    knowledge, faults = load.load_knowledge(data, str(path), lender=lambda: shipped)
    if knowledge is None:
        return _refused(path, _first_of(faults))
    if older := _older(knowledge, shipped):
        return _refused(path, older)
    return ContentOverride(knowledge=knowledge, name=str(path), notices=_lacking(path, faults))


def read(path: Path) -> bytes:
    """Return the bytes of a file only administrators can write; raise OSError, UntrustedError."""
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


def _refused(path: Path, reason: str) -> ContentOverride:
    text = f"{path} tidak dipakai: {reason}. Yang dipakai isi bawaan program."
    return ContentOverride(notices=(text,))


def _first_of(faults: tuple[Diagnostic, ...]) -> str:
    return f"ada {len(faults)} kesalahan, yang pertama di baris {faults[0].line}: {faults[0].text}"


def _reason(error: OSError) -> str:
    return f"tidak bisa dibaca ({error.strerror or type(error).__name__})"
