"""What is said on each page, in order, and how long that takes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from jknassist.core.flow.model import ChecklistStep, Knowledge, Outcome, Step
from jknassist.core.speech.clip import Sound
from jknassist.core.speech.clip_index import ClipIndex

MOST_QUESTION = 30
MOST_WHOLE = 60
MOST_STEPS = 40
"""Seconds: a question without its hints, one with them, and a page of things to do."""


@dataclass(frozen=True)
class PageTime:
    """How long one page speaks, and how long it may."""

    place_id: str
    part: str
    seconds: float
    most: int

    @property
    def too_long(self) -> bool:
        """Whether it is more than a listener keeps in mind."""
        return self.seconds > self.most


def question_texts(step: Step) -> tuple[str, ...]:
    """Return what a question says at once: title, text, what to look at, the answers."""
    items = step.items if isinstance(step, ChecklistStep) else ()
    answers = (answer.text for answer in step.answers)
    return tuple(filter(None, (step.title, step.text, *items, *answers)))


def hint_texts(step: Step) -> tuple[str, ...]:
    """Return what a question says when asked for more."""
    return tuple(filter(None, (step.hint, *(answer.hint for answer in step.answers))))


def outcome_texts(knowledge: Knowledge, outcome: Outcome) -> tuple[str, ...]:
    """Return what an ending says: what it is, why, what to do, when to stop and to come back."""
    limit = knowledge.limit_by_id.get(outcome.limit)
    until = (limit.stop, limit.come_back) if limit else ()
    actions = (action.text for action in outcome.actions)
    return (outcome.title, outcome.cause, *actions, *until)


def page_times(
    knowledge: Knowledge, index: ClipIndex, seconds: Callable[[Sound], float]
) -> Iterator[PageTime]:
    """Yield how long each page speaks by the length of its sounds."""

    def told(texts: tuple[str, ...]) -> float:
        return sum(seconds(sound) for text in texts for sound in index.sounds(text))

    for step in knowledge.steps:
        at_once = told(question_texts(step))
        most = MOST_STEPS if isinstance(step, ChecklistStep) else MOST_QUESTION
        yield PageTime(step.id, "question", at_once, most)
        yield PageTime(step.id, "whole", at_once + told(hint_texts(step)), MOST_WHOLE)
    for outcome in knowledge.outcomes:
        yield PageTime(outcome.id, "ending", told(outcome_texts(knowledge, outcome)), MOST_STEPS)
