"""Every ending of the shipped content as it stands on each paper and in a chat.

The stored texts make a change of wording visible in a review. Renew them, in the root folder, with

    .venv/bin/python -m tests.support.golden_texts
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from jknassist.content import resources
from jknassist.core.export.chat import as_text
from jknassist.core.export.print_document import print_document
from jknassist.core.flow.model import Knowledge, Outcome, links
from jknassist.core.flow.session import Answer, Session, with_answer
from jknassist.core.flow.sheet_number import CAPACITY, written
from jknassist.core.flow.summary import Summary, summarise
from jknassist.core.paper import Paper
from jknassist.core.parsing import load
from tests.support.document_text import document_text

FOLDER = Path(__file__).parent.parent / "core" / "export" / "golden"
MORNING = datetime(2026, 11, 22, 10, 3)  # noqa: DTZ001  the wall clock of the visitor

SAMPLE = written(CAPACITY // 3)
"""A sheet number without a slip."""

Way = tuple[tuple[str, str], ...]


def shipped() -> Knowledge:
    """Return the content that comes with the program."""
    knowledge, faults = load.load_knowledge(resources.read("knowledge.yaml"), "knowledge.yaml")
    assert knowledge is not None, faults
    return knowledge


def ways(knowledge: Knowledge, place_id: str, way: Way = ()) -> Iterator[tuple[str, Way]]:
    """Yield every way through the flow, each with the ending it leads to."""
    place = knowledge.places[place_id]
    if isinstance(place, Outcome):
        yield place.id, way
        return
    for key, goes_to in links(place).items():
        yield from ways(knowledge, goes_to, (*way, (place.id, key)))


def fullest_summaries(knowledge: Knowledge) -> dict[str, Summary]:
    """Return each ending as reached on its longest way: the fullest paper it can have."""
    fullest: dict[str, Summary] = {}
    for ending, way in ways(knowledge, knowledge.start):
        session = Session()
        for step_id, key in way:
            session = with_answer(knowledge, session, Answer(step_id=step_id, key=key))
        outcome = knowledge.places[ending]
        assert isinstance(outcome, Outcome)
        made = with_sample(summarise(knowledge, outcome, session, MORNING))
        if ending not in fullest or _slip_size(made) > _slip_size(fullest[ending]):
            fullest[ending] = made
    return fullest


def with_sample(summary: Summary) -> Summary:
    """Put one number in the place of the sheet's own, which changes with any link of the flow."""
    return replace(summary, sheet_number=SAMPLE) if summary.sheet_number else summary


def golden_text(summary: Summary) -> str:
    """Write one ending as it stands on each paper and in a chat, one below the other."""
    papers = ((paper.value, document_text(print_document(summary, paper))) for paper in Paper)
    context = (*papers, ("chat", as_text(summary)))
    return "\n\n".join(f"== {name} ==\n{text}" for name, text in context) + "\n"


def _slip_size(summary: Summary) -> tuple[int, int]:
    return len(summary.tried), sum(len(row.line) for row in summary.tried)


def renew() -> None:
    """Write all texts anew and remove those of endings that are gone."""
    FOLDER.mkdir(exist_ok=True)
    texts = {f"{name}.txt": golden_text(s) for name, s in fullest_summaries(shipped()).items()}
    for old in FOLDER.glob("*.txt"):
        if old.name not in texts:
            old.unlink()
    for name, text in texts.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    renew()
