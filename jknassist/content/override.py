"""Whether the content of this machine runs instead of the shipped one, and if not, why."""

from dataclasses import dataclass
from pathlib import Path

from jknassist.content import trusted_file
from jknassist.core.diagnostic import Diagnostic
from jknassist.core.flow.model import Knowledge
from jknassist.core.text_rules import MOST_BYTES
from jknassist.system import paths


@dataclass(frozen=True, kw_only=True)
class ContentOverride:
    """What was found beside the settings: sound content and its file, or why there is none.

    Without a file there, nothing is found and there is nothing to say.
    """

    knowledge: Knowledge | None = None
    name: str = ""
    notices: tuple[str, ...] = ()


def find(shipped: Knowledge) -> ContentOverride:
    """Look for content that may run instead of the shipped one; read once, kept from then on."""
    path = paths.content_file()
    try:
        data = read(path)
    except FileNotFoundError:
        return ContentOverride()
    except OSError as error:
        return _refused(path, _reason(error))
    except trusted_file.UntrustedError as error:
        return _refused(path, str(error))
    # Only who replaces content waits for the gate.
    from jknassist.core.parsing import load

    knowledge, faults = load.load_knowledge(data, str(path))
    if knowledge is None:
        return _refused(path, _first_of(faults))
    if older := _older(knowledge, shipped):
        return _refused(path, older)
    return ContentOverride(knowledge=knowledge, name=str(path))


def read(path: Path) -> bytes:
    """Read a file that only administrators can write; raise OSError or UntrustedError."""
    return trusted_file.read_trusted(path, MOST_BYTES)


def _older(knowledge: Knowledge, shipped: Knowledge) -> str:
    """Say in what a knowledge is behind the shipped one; nothing where it is not."""
    if knowledge.edition < shipped.edition:
        return f"edisi {knowledge.edition} lebih lama dari edisi bawaan {shipped.edition}"
    if knowledge.released < shipped.released:
        return f"terbit {knowledge.released}, lebih lama dari isi bawaan {shipped.released}"
    return ""


def _refused(path: Path, reason: str) -> ContentOverride:
    text = f"{path} tidak dipakai: {reason}. Yang dipakai isi bawaan program."
    return ContentOverride(notices=(text,))


def _first_of(faults: tuple[Diagnostic, ...]) -> str:
    return f"ada {len(faults)} kesalahan, yang pertama di baris {faults[0].line}: {faults[0].text}"


def _reason(error: OSError) -> str:
    return f"tidak bisa dibaca ({error.strerror or type(error).__name__})"
