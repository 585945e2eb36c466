"""The faults of a changed small content file."""

from jknassist.core.diagnostic import Diagnostic
from jknassist.core.parsing import load
from tests.support.small_knowledge import small_yaml

NAME = "isi.yaml"


def faults_of(text: str) -> tuple[Diagnostic, ...]:
    """Return the faults of a text that must not load."""
    knowledge, faults = load.load_knowledge(text.encode(), NAME)
    assert knowledge is None
    return faults


def only_fault(text: str) -> Diagnostic:
    faults = faults_of(text)
    assert len(faults) == 1, faults
    return faults[0]


def line_of(part: str, text: str) -> int:
    """Return the line in which a text has a part for the first time."""
    return text[: text.index(part)].count("\n") + 1


def changed(old: str, new: str) -> str:
    """Return the small file with its first such part replaced."""
    assert old in small_yaml()
    return small_yaml().replace(old, new, 1)


def with_sources(more: str) -> str:
    """Return the small file with more lines at the head of its sources."""
    return small_yaml().replace("\nsources:\n", f"\nsources:\n{more}")
