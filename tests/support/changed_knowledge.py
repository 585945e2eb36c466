"""The small knowledge with parts changed, for the tests of the lint."""

from dataclasses import replace
from datetime import date
from typing import Any

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import (
    DONT_KNOW,
    Channel,
    ChoiceStep,
    Contact,
    ContactStatus,
    Knowledge,
    Option,
    Step,
)
from jknassist.core.parsing.lint.all_rules import lint
from tests.support.small_knowledge import provenance, small_knowledge

Path = tuple[str | int, ...]


START, NUMBER, SECOND, CHECKLIST, WAIT = range(5)


def with_part(section: str, index: int, **values: Any) -> Knowledge:
    """Return the small knowledge with one part of a section changed."""
    knowledge = small_knowledge()
    parts = list(getattr(knowledge, section))
    parts[index] = replace(parts[index], **values)
    changes: dict[str, Any] = {section: tuple(parts)}
    return replace(knowledge, **changes)


def with_more(section: str, *more: object) -> Knowledge:
    """Return the small knowledge with parts added to a section."""
    knowledge = small_knowledge()
    changes: dict[str, Any] = {section: (*getattr(knowledge, section), *more)}
    return replace(knowledge, **changes)


def with_answers(index: int, *answers: tuple[str, str]) -> Knowledge:
    """Return the small knowledge with other answers, each an id and where it goes, at a step."""
    new = tuple(Option(id=key, text="Ya", goes_to=goes_to) for key, goes_to in answers)
    return with_part("steps", index, answers=new)


def choice(step_id: str, *targets: str) -> Step:
    """Return a question whose answers lead to these places, the last one for who does not know."""
    keys = [*(f"jawab{i}" for i in range(len(targets) - 1)), DONT_KNOW]
    pairs = zip(keys, targets, strict=True)
    answers = tuple(Option(id=key, text="Ya", goes_to=target) for key, target in pairs)
    return ChoiceStep(kind="choice", id=step_id, title="Bagaimana?", answers=answers)


def paths(knowledge: Knowledge, today: date | None = None) -> list[Path]:
    return [finding.path for finding in lint(knowledge, today=today)]


def only(knowledge: Knowledge, today: date | None = None) -> Issue:
    (finding,) = lint(knowledge, today=today)
    return finding


def contact(channel: Channel, copied: str, link: str, **values: Any) -> Knowledge:
    """Return the small knowledge with one more contact."""
    return with_more(
        "contacts",
        Contact(
            id="lain",
            channel=channel,
            label="Lain",
            shown=values.pop("shown", copied),
            link=link,
            copied=copied,
            status=ContactStatus.CURRENT,
            provenance=provenance(),
            **values,
        ),
    )
