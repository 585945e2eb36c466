"""The content model: steps, outcomes, contacts, guides, words, and the source of each fact."""

from dataclasses import field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar, Literal

from jknassist.core.frozen_value import FrozenValue, frozen_value
from jknassist.core.pydantic_config import STRICT
from jknassist.core.words import InterfaceWords, NumberWords

DONT_KNOW = "tidak_tahu"
"""The id of the answer that every question must offer."""


class FactConfidence(StrEnum):
    """How well a fact is supported by its sources."""

    SEVERAL = "several"
    SINGLE = "single"
    CONTRADICTORY = "contradictory"
    INFERRED = "inferred"


class Channel(StrEnum):
    """Medium of a contact."""

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
    """Result of a number page; the flow continues from it as from an answer."""

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


@frozen_value
class Source(FrozenValue):
    """A source that was read: a web page, a reply, a data set."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    text: str


@frozen_value
class Provenance(FrozenValue):
    """Sources of a fact, the date of the last check, and the confidence in it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    sources: tuple[str, ...]
    checked_on: date
    confidence: FactConfidence


@frozen_value
class Option(FrozenValue):
    """One answer of a question and the step or outcome it leads to."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    text: str
    hint: str = ""
    picture: str = ""
    goes_to: str


@frozen_value
class StepBase(FrozenValue):
    """Common fields of all steps: a question, its explanation and its answers."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    title: str
    text: str = ""
    hint: str = ""
    picture: str = ""
    guide: str = ""
    changes: bool = False
    """Whether the answer may change from day to day; it is then asked again after a sheet."""
    answers: tuple[Option, ...]
    provenance: Provenance | None = None


@frozen_value
class ChoiceStep(StepBase):
    """A question with a few answers."""

    kind: Literal["choice"]


@frozen_value
class NumberStep(StepBase):
    """A page on which a phone number is typed, alone or to compare with an earlier one."""

    kind: Literal["number"]
    compare_with: str = ""
    findings: dict[NumberResult, str]


@frozen_value
class ChecklistStep(StepBase):
    """Things to look at on the phone, then a question about what was seen."""

    kind: Literal["checklist"]
    items: tuple[str, ...]


@frozen_value
class WaitStep(StepBase):
    """A question that may be answered only after some minutes of waiting."""

    kind: Literal["wait"]
    minutes: int


Step = ChoiceStep | NumberStep | ChecklistStep | WaitStep


@frozen_value
class Action(FrozenValue):
    """One thing to do; the same advice in several outcomes has the same id.

    `spoken` is the spoken form where it differs from the text.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    text: str
    picture: str = ""
    spoken: str = ""


@frozen_value
class Outcome(FrozenValue):
    """An end of the flow: one likely cause and at most three actions.

    `next` lists the outcomes to try, in order, if it did not help; `tried` says in two or three
    words what was done by then. `message` is the prepared message of a member. `limit` is the id of
    a `Limit`. A `final` outcome has no next one and is not asked about: it sends the member away
    from the app, for example to a doctor, and nothing may send them back. With `abroad` numbers are
    shown in the form that is dialled from another country.
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
    final: bool = False
    abroad: bool = False
    picture: str = ""
    provenance: Provenance


@frozen_value
class Limit(FrozenValue):
    """When to stop trying and when to come back; several outcomes can share one.

    `waits` tells that it asks the member to let time pass.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    stop: str
    come_back: str
    waits: bool = False
    provenance: Provenance


@frozen_value
class Contact(FrozenValue):
    """A contact: as shown, as dialled, with hours and cost."""

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


@frozen_value
class Operator(FrozenValue):
    """Codes and apps of one operator that show the number of a SIM card; codes are unverified."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    name: str
    codes: tuple[str, ...]
    app: str
    note: str = ""
    provenance: Provenance


@frozen_value
class Guide(FrozenValue):
    """A short how-to that several pages point to; `pictures` has one for each of its points."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    title: str
    text: str = ""
    points: tuple[str, ...]
    pictures: tuple[str, ...] = ()
    bring: tuple[str, ...] = ()
    lists_operators: bool = False
    provenance: Provenance


@frozen_value
class Term(FrozenValue):
    """A term with its explanation."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    term: str
    meaning: str


@frozen_value
class Safety(FrozenValue):
    """The safety line of every outcome and the longer advice.

    `goes_to` is the fraud warning: the outcome for a member whom somebody asks for the code.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    line: str
    points: tuple[str, ...]
    goes_to: str = ""
    provenance: Provenance


@frozen_value
class SpokenText(FrozenValue):
    """Spoken form of a text, where the rules of core/speech would pronounce it wrongly."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    id: str
    text: str
    spoken: str


@frozen_value
class SameWord(FrozenValue):
    """A word with its synonyms and spellings; each may consist of several words."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    word: str
    variants: tuple[str, ...]


@frozen_value
class Meaning(FrozenValue):
    """An ambiguous word: it means `then` in a text with one of `beside`, else `otherwise`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    word: str
    beside: tuple[str, ...]
    then: str
    otherwise: str


@frozen_value
class Sayings(FrozenValue):
    """Typical complaints for which a place is the right match."""

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    goes_to: str
    sayings: tuple[str, ...]


@frozen_value
class SearchWords(FrozenValue):
    """Data of the search beside the texts of the steps and outcomes.

    `fillers` are stop words; `negations` all mean "not"; words after one of `asides` ("although")
    have less weight. `meanings` are ambiguous words. `elsewhere` are words of other topics, for
    which there is no help here.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = STRICT
    fillers: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    asides: tuple[str, ...] = ()
    same_words: tuple[SameWord, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    elsewhere: tuple[str, ...] = ()
    places: tuple[Sayings, ...] = ()


@frozen_value
class Knowledge(FrozenValue):
    """The whole content; ids are unique over steps and outcomes together.

    `hand_over` is the outcome that refers to a person, after the last cause that did not help.
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
    search: SearchWords = field(default_factory=SearchWords)

    @cached_property
    def places(self) -> dict[str, Step | Outcome]:
        """Steps and outcomes by id: all places that a link can lead to."""
        return {place.id: place for place in (*self.steps, *self.outcomes)}

    @cached_property
    def contact_by_id(self) -> dict[str, Contact]:
        """Contacts by id."""
        return {contact.id: contact for contact in self.contacts}

    @cached_property
    def limit_by_id(self) -> dict[str, Limit]:
        """Limits by id."""
        return {limit.id: limit for limit in self.limits}

    @cached_property
    def guide_by_id(self) -> dict[str, Guide]:
        """Guides by id."""
        return {guide.id: guide for guide in self.guides}


def links(step: Step) -> dict[str, str]:
    """Return the target of each answer and number result of a step, by its key."""
    found = {answer.id: answer.goes_to for answer in step.answers}
    if isinstance(step, NumberStep):
        found |= {str(result): goes_to for result, goes_to in step.findings.items()}
    return found
