"""What a knowledge file holds: steps, outcomes, contacts, guides and where each fact comes from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar, Literal

from jknassist.core.pydantic_config import STRICT
from jknassist.core.words import InterfaceWords, NumberWords

DONT_KNOW = "tidak_tahu"
"""The id of the answer that every question must offer."""


class FactConfidence(StrEnum):
    """How well a fact is supported by what was read."""

    SEVERAL = "several"
    SINGLE = "single"
    CONTRADICTORY = "contradictory"
    INFERRED = "inferred"


class Channel(StrEnum):
    """By what means a contact is reached."""

    PHONE = "phone"
    WHATSAPP = "whatsapp"
    SMS = "sms"
    EMAIL = "email"
    WEB = "web"
    APP = "app"
    SOCIAL = "social"
    OFFICE = "office"


class ContactStatus(StrEnum):
    """Whether a contact may be advised."""

    CURRENT = "current"
    RETIRED = "retired"


class NumberResult(StrEnum):
    """What a number page can end with; the flow goes on from it as from an answer."""

    OK = "ok"
    CHECK = "check"
    CORRECTED = "corrected"
    WRONG = "wrong"
    NOT_MOBILE = "not_mobile"
    SAME = "same"
    DIFFERS = "differs"
    OTHER_NUMBER = "other_number"


ENTRY_RESULTS = (
    NumberResult.OK,
    NumberResult.CHECK,
    NumberResult.CORRECTED,
    NumberResult.WRONG,
    NumberResult.NOT_MOBILE,
)
COMPARISON_RESULTS = (NumberResult.SAME, NumberResult.DIFFERS, NumberResult.OTHER_NUMBER)


@dataclass(frozen=True, kw_only=True)
class Source:
    """Something that was read: a page, a reply, a data set."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Where a fact comes from, when that was last checked, and how sure it is."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    sources: tuple[str, ...]
    checked_on: date
    confidence: FactConfidence


@dataclass(frozen=True, kw_only=True)
class Option:
    """One answer of a question and the step or outcome it leads to."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    text: str
    hint: str = ""
    picture: str = ""
    goes_to: str


@dataclass(frozen=True, kw_only=True)
class StepBase:
    """What every kind of step has: a question, its explanation and its answers."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    title: str
    text: str = ""
    hint: str = ""
    picture: str = ""
    guide: str = ""
    changes: bool = False
    """Whether the answer may be another one on a later day, so that it is asked anew then."""
    answers: tuple[Option, ...]
    provenance: Provenance | None = None


@dataclass(frozen=True, kw_only=True)
class ChoiceStep(StepBase):
    """A question with a few answers."""

    kind: Literal["choice"]


@dataclass(frozen=True, kw_only=True)
class NumberStep(StepBase):
    """A page on which a phone number is typed, alone or to compare with an earlier one."""

    kind: Literal["number"]
    compare_with: str = ""
    findings: dict[NumberResult, str]


@dataclass(frozen=True, kw_only=True)
class ChecklistStep(StepBase):
    """Things to look at on the phone, then a question about what was seen."""

    kind: Literal["checklist"]
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class WaitStep(StepBase):
    """A question that may need some minutes of waiting before it can be answered."""

    kind: Literal["wait"]
    minutes: int


Step = ChoiceStep | NumberStep | ChecklistStep | WaitStep


@dataclass(frozen=True, kw_only=True)
class Action:
    """One thing to do; two endings that give the same advice give it the same id.

    `spoken` is how it is read out where that is not the text.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    text: str
    picture: str = ""
    spoken: str = ""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """An ending: the one likely cause and at most three things to do.

    `next` are the endings to go on with, in order, when that did not help; `tried` says in two or
    three words what somebody has done by then. `message` is what a member would write about it.
    `limit` is the id of when to stop and to come back.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    title: str
    cause: str
    actions: tuple[Action, ...]
    bring: tuple[str, ...] = ()
    contacts: tuple[str, ...]
    next: tuple[str, ...] = ()
    tried: str = ""
    message: str = ""
    limit: str = ""
    guides: tuple[str, ...] = ()
    safety: bool = True
    wait_minutes: tuple[int, ...] = ()
    solved: bool = False
    picture: str = ""
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class Limit:
    """When to stop trying, and when to come back; several endings can have the same one."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    stop: str
    come_back: str
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class Contact:
    """A way to reach somebody: as shown, as dialled, and what is known of hours and cost."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    channel: Channel
    label: str
    shown: str
    link: str
    copied: str
    hours: str = ""
    cost: str = ""
    note: str = ""
    status: ContactStatus
    replaced_by: str = ""
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class Operator:
    """Where a member can see the number of a card of one operator; codes are unverified help."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    name: str
    codes: tuple[str, ...]
    app: str
    note: str = ""
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class Guide:
    """A short how-to that several pages point to."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    title: str
    text: str = ""
    points: tuple[str, ...]
    bring: tuple[str, ...] = ()
    lists_operators: bool = False
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class Term:
    """A word people meet and what it means."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    term: str
    meaning: str


@dataclass(frozen=True, kw_only=True)
class Safety:
    """The warning line of every ending and the longer advice behind it.

    `goes_to` is the ending for whom somebody asks for the code, wherever they are in the flow.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    line: str
    points: tuple[str, ...]
    goes_to: str = ""
    provenance: Provenance


@dataclass(frozen=True, kw_only=True)
class SpokenText:
    """How a text of this file is read out where the rules of core/speech would say it wrongly."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    text: str
    spoken: str


@dataclass(frozen=True, kw_only=True)
class SameWord:
    """Other ways of writing or saying a word; each may be a few words long."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    word: str
    variants: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """A word of two meanings: beside one of some other words it means one thing, else another."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    word: str
    beside: tuple[str, ...]
    then: str
    otherwise: str


@dataclass(frozen=True, kw_only=True)
class Sayings:
    """What people say when a place is the right one for them."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    goes_to: str
    sayings: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SearchWords:
    """What finding by words knows beside the texts of the steps and outcomes.

    `fillers` say nothing; `negations` all mean "not"; after one of `asides` ("although") comes
    what is not the trouble. `meanings` are decided by the other words of the same text.
    `elsewhere` are words of other matters, for which there is no help here.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    fillers: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    same_words: tuple[SameWord, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    elsewhere: tuple[str, ...] = ()
    places: tuple[Sayings, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Knowledge:
    """A whole knowledge file; ids are unique over steps and outcomes together.

    `hand_over` is the ending that leads to a person, after the last cause that did not help.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    edition: int
    released: date
    language: str
    name: str
    about: tuple[str, ...]
    start: str
    hand_over: str = ""
    words: InterfaceWords
    number_words: NumberWords
    safety: Safety
    steps: tuple[Step, ...]
    outcomes: tuple[Outcome, ...]
    contacts: tuple[Contact, ...]
    guides: tuple[Guide, ...]
    operators: tuple[Operator, ...]
    glossary: tuple[Term, ...]
    spoken: tuple[SpokenText, ...] = ()
    sources: tuple[Source, ...]
    limits: tuple[Limit, ...] = ()
    search: SearchWords = SearchWords()

    @cached_property
    def places(self) -> dict[str, Step | Outcome]:
        """Steps and outcomes by id: all the places a link can lead to."""
        return {place.id: place for place in (*self.steps, *self.outcomes)}

    @cached_property
    def contact_by_id(self) -> dict[str, Contact]:
        """Contacts by id."""
        return {contact.id: contact for contact in self.contacts}

    @cached_property
    def limit_by_id(self) -> dict[str, Limit]:
        """When to stop and to come back, by id."""
        return {limit.id: limit for limit in self.limits}

    @cached_property
    def guide_by_id(self) -> dict[str, Guide]:
        """Guides by id."""
        return {guide.id: guide for guide in self.guides}


def links(step: Step) -> dict[str, str]:
    """Return where each answer and each number result of a step leads to, by its key."""
    found = {answer.id: answer.goes_to for answer in step.answers}
    if isinstance(step, NumberStep):
        found |= {str(result): goes_to for result, goes_to in step.findings.items()}
    return found
