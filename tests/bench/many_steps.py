"""Makes up a sound knowledge of as many steps as wanted, to see what grows with their number.

The contacts, the guides and the words of the interface are the shipped ones; questions, answers,
endings and sayings are made of invented words, the usual ones far more often than the rare.
"""

import math
import random
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import accumulate, cycle
from typing import TypedDict

from jknassist.core.flow.model import (
    COMPARISON_RESULTS,
    DONT_KNOW,
    ENTRY_RESULTS,
    ChecklistStep,
    ChoiceStep,
    Knowledge,
    NumberResult,
    NumberStep,
    Option,
    Outcome,
    Sayings,
    SearchWords,
    Step,
    WaitStep,
)
from jknassist.core.parsing.load import load_knowledge
from tests.support.small_knowledge import to_yaml

SEED = 66
CHILDREN = 4
"""Answers of a question beside "Tidak tahu"; the shipped questions have four, too."""

STEPS_AN_ENDING = 16
STEPS_A_SAYING = 3
SAYINGS = 3
PICTURE = "kode_sms"
CONSONANTS, VOWELS = "bdghjklmnprst", "aeiou"


LEFT_OUT = re.compile(
    r"^ +(?:text|hint|picture|guide|compare_with|changes|spoken|next|final|abroad|solved)"
    r": (?:\"\"|false|\[\])\n",
    re.MULTILINE,
)
"""What nobody would write down; without it 1,500 steps stay within the parser's limit of values."""


class _Asks(TypedDict):
    """What every kind of step is asked with."""

    id: str
    title: str
    hint: str


class UnsoundError(Exception):
    """Generated content is not valid."""


@dataclass
class Writer:
    """Writes sentences of invented words; a small vocabulary grows as that of a language does."""

    vocabulary: int
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))  # noqa: S311

    def __post_init__(self) -> None:
        words: dict[str, None] = {}
        while len(words) < self.vocabulary:
            words[self._word()] = None
        self.words = tuple(words)
        self._usual = tuple(accumulate(1 / rank for rank in range(1, self.vocabulary + 1)))

    def _word(self) -> str:
        letters = (
            self.chance.choice(CONSONANTS) + self.chance.choice(VOWELS)
            for _ in range(self.chance.randrange(2, 5))
        )
        return "".join(letters)

    def sentence(self, words: int) -> str:
        """Return so many words in a row."""
        chosen = self.chance.choices(self.words, cum_weights=self._usual, k=words)
        return " ".join(chosen).capitalize()


@dataclass(frozen=True)
class Place:
    """A step before it is written: where its answers lead, in the order of the file.

    `level` says how many questions come before it; `compares` names the number page before it.
    """

    number: int
    level: int
    compares: int | None
    children: list[int] = field(default_factory=list)

    @property
    def is_number(self) -> bool:
        """Whether a number is typed here."""
        return self.number % 5 == 1 or self.compares is not None


def grown(steps: int) -> list[Place]:
    """Return so many places as a tree, the nearest to the start first.

    The first child of every second number page compares with it, and only endings follow that.
    """
    places = [Place(0, 0, None)]
    waiting = deque(places)
    while len(places) < steps:
        parent = waiting.popleft()
        for child in range(min(CHILDREN, steps - len(places))):
            compares = parent.is_number and parent.number % 2 and not child
            made = Place(len(places), parent.level + 1, parent.number if compares else None)
            parent.children.append(made.number)
            places.append(made)
            if not compares:
                waiting.append(made)
    return places


def made_up(steps: int, shipped: Knowledge) -> Knowledge:
    """Return validated content with a number of steps; raise UnsoundError."""
    data = LEFT_OUT.sub("", to_yaml(written(steps, shipped))).encode()
    knowledge, faults = load_knowledge(data, "made-up.yaml")
    if knowledge is None:
        raise UnsoundError("\n".join(map(str, faults)))
    return knowledge


def written(steps: int, shipped: Knowledge) -> Knowledge:
    """Return the same before validation."""
    writer = Writer(vocabulary=round(40 * math.sqrt(steps)))
    endings = max(CHILDREN, steps // STEPS_AN_ENDING)
    return replace(
        shipped,
        start=_step_id(0),
        hand_over="",
        safety=replace(shipped.safety, goes_to=""),
        steps=tuple(_steps(grown(steps), endings, writer)),
        outcomes=tuple(_outcomes(endings, writer, shipped)),
        search=SearchWords(
            fillers=writer.words[:4],
            places=tuple(
                Sayings(
                    goes_to=_step_id(number),
                    sayings=tuple(writer.sentence(6) for _ in range(SAYINGS)),
                )
                for number in range(1, steps, STEPS_A_SAYING)
            ),
        ),
    )


def _steps(places: list[Place], endings: int, writer: Writer) -> Iterator[Step]:
    ending = cycle(f"akhir_{number}" for number in range(endings))
    for place, deeper in zip(places, _deeper(places), strict=True):
        wanted = _results(place) if place.is_number else range(CHILDREN)
        goals = [_step_id(child) for child in place.children]
        goals += [next(ending) for _ in range(len(wanted) - len(goals))]
        # Who does not know skips ahead: so most questions are come to by more ways than one.
        lost = next(ending) if deeper is None else _step_id(deeper)
        yield _step(place, goals, lost, writer)


def _results(place: Place) -> tuple[NumberResult, ...]:
    return ENTRY_RESULTS if place.compares is None else COMPARISON_RESULTS


def _deeper(places: list[Place]) -> list[int | None]:
    """Return for each place a question of a deeper level, none that compares, if there is one."""
    found: list[int | None] = []
    onward = 0
    for place in places:
        while onward < len(places) and (
            places[onward].level <= place.level or places[onward].compares is not None
        ):
            onward += 1
        found.append(onward if onward < len(places) else None)
    return found


def _step(place: Place, goals: list[str], lost: str, writer: Writer) -> Step:
    hint = "" if place.number % 2 else writer.sentence(9)
    asks = _Asks(id=_step_id(place.number), title=writer.sentence(5), hint=hint)
    unknown = Option(id=DONT_KNOW, text="Tidak tahu", goes_to=lost)
    if place.is_number:
        return NumberStep(
            kind="number",
            **asks,
            compare_with="" if place.compares is None else _step_id(place.compares),
            answers=(unknown,),
            findings=dict(zip(_results(place), goals, strict=True)),
        )
    known = (
        Option(id=f"jawaban_{n}", text=writer.sentence(4), goes_to=goal)
        for n, goal in enumerate(goals)
    )
    answers = (*known, unknown)
    match place.number % 12:
        case 5:
            items = (writer.sentence(6), writer.sentence(6))
            return ChecklistStep(kind="checklist", **asks, items=items, answers=answers)
        case 9:
            return WaitStep(kind="wait", **asks, minutes=5, answers=answers)
        case _:
            return ChoiceStep(kind="choice", **asks, picture=PICTURE, answers=answers)


def _outcomes(endings: int, writer: Writer, shipped: Knowledge) -> Iterator[Outcome]:
    for number in range(endings):
        pattern = shipped.outcomes[number % len(shipped.outcomes)]
        yield replace(
            pattern,
            id=f"akhir_{number}",
            title=writer.sentence(4),
            cause=writer.sentence(11),
            actions=tuple(
                replace(action, id=f"{action.id}_{number}", text=writer.sentence(9))
                for action in pattern.actions
            ),
            next=(),
        )


def _step_id(number: int) -> str:
    return f"langkah_{number}"
