"""Whether the content of this machine runs instead of the shipped one, and if not, why."""

from dataclasses import dataclass
from pathlib import Path

from jknassist import machine, trust
from jknassist.core.fault import Fault
from jknassist.core.knowledge import Knowledge
from jknassist.core.texts import MOST_BYTES


@dataclass(frozen=True, kw_only=True)
class Replacement:
    """What was found beside the settings: sound content and its file, or why there is none.

    Without a file there, nothing is found and there is nothing to say.
    """

    knowledge: Knowledge | None = None
    name: str = ""
    notices: tuple[str, ...] = ()


def find(shipped: Knowledge) -> Replacement:
    """Look for content that may run instead of the shipped one; read once, kept from then on."""
    path = machine.content_file()
    try:
        data = read(path)
    except FileNotFoundError:
        return Replacement()
    except OSError as error:
        return _refused(path, _reason(error))
    except trust.UntrustedError as error:
        return _refused(path, str(error))
    # Only who replaces content waits for the gate.
    from jknassist.core import loading

    knowledge, faults = loading.load_knowledge(data, str(path))
    if knowledge is None:
        return _refused(path, _first_of(faults))
    if older := _older(knowledge, shipped):
        return _refused(path, older)
    return Replacement(knowledge=knowledge, name=str(path))


def read(path: Path) -> bytes:
    """Read a file that only administrators can write; raise OSError or UntrustedError."""
    return trust.read_trusted(path, MOST_BYTES)


def _older(knowledge: Knowledge, shipped: Knowledge) -> str:
    """Say in what a knowledge is behind the shipped one; nothing where it is not."""
    if knowledge.edition < shipped.edition:
        return f"edisi {knowledge.edition} lebih lama dari edisi bawaan {shipped.edition}"
    if knowledge.released < shipped.released:
        return f"terbit {knowledge.released}, lebih lama dari isi bawaan {shipped.released}"
    return ""


def _refused(path: Path, reason: str) -> Replacement:
    text = f"{path} tidak dipakai: {reason}. Yang berjalan isi bawaan program."
    return Replacement(notices=(text,))


def _first_of(faults: tuple[Fault, ...]) -> str:
    return f"ada {len(faults)} kesalahan, yang pertama di baris {faults[0].line}: {faults[0].text}"


def _reason(error: OSError) -> str:
    return f"tidak bisa dibaca ({error.strerror or type(error).__name__})"
