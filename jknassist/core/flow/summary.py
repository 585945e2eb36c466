"""Summary of an outcome: the same for screen, paper and chat."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from jknassist.core.flow.dialled_abroad import from_abroad
from jknassist.core.flow.formatting import checked_line, data_line, long_date, masked, waiting_plan
from jknassist.core.flow.model import (
    Action,
    Channel,
    Contact,
    ContactStatus,
    Guide,
    Knowledge,
    NumberResult,
    Outcome,
    Step,
    WaitStep,
)
from jknassist.core.flow.prepared_message import scanned_link
from jknassist.core.flow.session import (
    Answer,
    Session,
    answered_steps,
    earlier_outcomes,
    has_causes,
    reached_outcome,
    trail,
)
from jknassist.core.flow.sheet_codec import encode_sheet_number
from jknassist.core.flow.way import way_of
from jknassist.core.phone import mask
from jknassist.core.words import InterfaceWords


@dataclass(frozen=True, kw_only=True)
class ContactRow:
    """A contact with its sentences filled in.

    `copied` is what a phone can dial or open, `link` the payload of a QR code; both are empty for
    an office. `scanned` is the link with the prepared message, if that fits into a code.
    """

    id: str
    label: str
    shown: str
    copied: str
    link: str
    facts: str
    note: str
    channel: Channel
    scanned: str = ""

    @property
    def details(self) -> tuple[str, ...]:
        """Hours, cost and note of the contact, one paragraph each."""
        return tuple(detail for detail in (self.facts, self.note) if detail)


@dataclass(frozen=True, kw_only=True)
class AnsweredQuestion:
    """One question of the visit and its answer, without any phone number."""

    step_id: str
    question: str
    answer: str

    @property
    def line(self) -> str:
        """Question and answer as one line of text."""
        return f"{self.question}{'' if self.question.endswith('?') else ':'} {self.answer}."


@dataclass(frozen=True, kw_only=True)
class TriedOutcome:
    """An earlier outcome that did not help; `tried` says what was done there."""

    outcome_id: str
    title: str
    tried: str


@dataclass(frozen=True, kw_only=True)
class Summary:
    """The outcome in full, in the order of the paper: cause, actions, contacts, safety, tried.

    `already_tried` lists the outcomes that did not help before this one; none of their actions is
    in `actions`. `stop` says when to stop for now, `come_back` when to try again, `waits` whether
    time is to pass until then. `sheet_number`
    identifies the way; it is empty if nothing can be continued. `masked_number` is printed only if
    the member asks for it; `chosen_digits` is how many digits it has if the member took it in place
    of a mistyped one, else 0. `waiting` says when to try again, by the clock if one was given.
    """

    outcome_id: str
    language: str
    name: str
    heading: str
    title: str
    cause: str
    solved: bool
    already_tried: tuple[TriedOutcome, ...]
    actions: tuple[str, ...]
    pictures: tuple[str, ...]
    bring: tuple[str, ...]
    stop: str
    come_back: str
    waits: bool
    waiting: tuple[str, ...]
    contacts: tuple[ContactRow, ...]
    guides: tuple[Guide, ...]
    safety: str
    tried: tuple[AnsweredQuestion, ...]
    made_line: str
    data_line: str
    checked_line: str
    about: tuple[str, ...]
    words: InterfaceWords
    masked_number: str = field(default="", repr=False)
    chosen_digits: int = 0
    sheet_number: str = ""
    message: str = ""
    picture: str = ""

    @property
    def illustrated(self) -> tuple[tuple[str, str], ...]:
        """The actions, each with the name of its picture; "" where there is none."""
        shown = (*self.pictures, *[""] * len(self.actions))
        return tuple(zip(self.actions, shown, strict=False))

    @property
    def number_line(self) -> str:
        """The masked number as one line: registered, or chosen in place of it; may be empty."""
        number, words = self.masked_number, self.words
        if number and self.chosen_digits:
            return words.number_chosen.format(number=number, count=self.chosen_digits)
        return words.paper_number.format(number=number) if number else ""

    @property
    def sheet_line(self) -> str:
        """The sheet number as one line; empty where there is none."""
        number = self.sheet_number
        return self.words.sheet_row.format(number=number) if number else ""

    @property
    def answer_lines(self) -> tuple[str, ...]:
        """Questions and answers for the staff in the order asked; empty if it is solved."""
        return () if self.solved else tuple(row.line for row in self.tried)

    @property
    def tried_line(self) -> str:
        """What was done already, as one sentence; empty on the first outcome."""
        done = ", ".join(ending.tried for ending in self.already_tried)
        return f"{self.words.already_tried} {done}." if done else ""

    @property
    def limit_line(self) -> str:
        """When to stop and to come back, as one paragraph; the latter only without `waiting`."""
        come_back = "" if self.waiting else self.come_back
        return " ".join(filter(None, (self.stop, come_back)))


def summarise(
    knowledge: Knowledge, outcome: Outcome, session: Session, now: datetime | None = None
) -> Summary:
    """Compose the summary of an outcome, with times of the clock if `now` is given.

    The session has led to it: what did not help on the way is named, and not advised again.
    """
    words = knowledge.words
    unsolved = unsolved_before(knowledge, outcome, session)
    so_far = replace(session, unsolved=tuple(ending.id for ending in unsolved), earlier=())
    before = (*_earlier(knowledge, outcome, session, unsolved), *unsolved)
    limit = knowledge.limit_by_id.get(outcome.limit)
    return Summary(
        outcome_id=outcome.id,
        language=knowledge.language,
        name=knowledge.name,
        heading=_heading(knowledge, outcome, session, before),
        title=outcome.title,
        cause=outcome.cause,
        solved=outcome.solved,
        already_tried=tuple(
            TriedOutcome(outcome_id=one.id, title=one.title, tried=one.tried or one.title)
            for one in before
        ),
        picture=outcome.picture,
        actions=tuple(action.text for action in actions_left(outcome, before)),
        pictures=tuple(action.picture for action in actions_left(outcome, before)),
        bring=outcome.bring,
        stop=limit.stop if limit else "",
        come_back=limit.come_back if limit else "",
        waits=limit is not None and limit.waits,
        waiting=waiting_plan(words, outcome.wait_minutes, now),
        contacts=tuple(
            contact_row(knowledge, _contact(knowledge, outcome, ref), outcome.message)
            for ref in outcome.contacts
        ),
        guides=tuple(knowledge.guide_by_id[ref] for ref in outcome.guides),
        safety=knowledge.safety.line if outcome.safety else "",
        tried=answered_questions(knowledge, session),
        made_line=words.paper_made.format(date=long_date(now, words)) if now else "",
        data_line=data_line(knowledge),
        checked_line=checked_line(knowledge, outcome.provenance),
        about=knowledge.about,
        words=words,
        masked_number=_masked_number(knowledge, session),
        chosen_digits=_chosen_digits(knowledge, session),
        message=outcome.message,
        sheet_number=_sheet_number(knowledge, outcome, so_far),
    )


def sheet_summary(
    knowledge: Knowledge, step: WaitStep, session: Session, now: datetime | None = None
) -> Summary:
    """Compose what is taken along while waiting: the answers before the step and a sheet number.

    `session` ends at the step. Nothing is advised but to wait; the first contact is named.
    """
    words = knowledge.words
    checked = step.provenance
    return Summary(
        outcome_id=step.id,
        language=knowledge.language,
        name=knowledge.name,
        heading=words.wait_sheet_heading,
        title=step.title,
        cause=step.text,
        solved=False,
        already_tried=(),
        picture=step.picture,
        actions=(),
        pictures=(),
        bring=(),
        stop=step.hint,
        come_back=words.wait_sheet_back.format(minutes=step.minutes),
        waits=True,
        waiting=(),
        contacts=current_contacts(knowledge)[:1],
        guides=(),
        safety=knowledge.safety.line,
        tried=answered_questions(knowledge, session),
        made_line=words.paper_made.format(date=long_date(now, words)) if now else "",
        data_line=data_line(knowledge),
        checked_line=checked_line(knowledge, checked) if checked else "",
        about=knowledge.about,
        words=words,
        masked_number=_masked_number(knowledge, session),
        chosen_digits=_chosen_digits(knowledge, session),
        sheet_number=encode_sheet_number(knowledge, way_of(knowledge, session)),
    )


def _sheet_number(knowledge: Knowledge, outcome: Outcome, session: Session) -> str:
    """Return the sheet number of the way to an outcome; empty if solved or not the end of it."""
    if outcome.solved or reached_outcome(knowledge, session) is not outcome:
        return ""
    return encode_sheet_number(knowledge, way_of(knowledge, session))


def unsolved_before(
    knowledge: Knowledge, outcome: Outcome, session: Session
) -> tuple[Outcome, ...]:
    """Return the outcomes on the way before this one, none of which helped."""
    found: list[Outcome] = []
    for place in trail(knowledge, session):
        if isinstance(place, Outcome):
            if place.id == outcome.id:
                return tuple(found)
            found.append(place)
    return ()


def _earlier(
    knowledge: Knowledge, outcome: Outcome, session: Session, unsolved: tuple[Outcome, ...]
) -> tuple[Outcome, ...]:
    """Return the outcomes that did not help according to a sheet and are not on this way."""
    if not has_causes(knowledge, outcome):
        return ()
    endings = earlier_outcomes(knowledge, session)
    return tuple(one for one in endings if one is not outcome and one not in unsolved)


def actions_left(outcome: Outcome, before: Iterable[Outcome]) -> tuple[Action, ...]:
    """Return the actions that no earlier outcome has advised, or all if each was."""
    done = {action.id for ending in before for action in ending.actions}
    left = tuple(action for action in outcome.actions if action.id not in done)
    return left or outcome.actions


def _heading(
    knowledge: Knowledge, outcome: Outcome, session: Session, before: tuple[Outcome, ...]
) -> str:
    """Return what stands above the title; an outcome found by words follows from no answers."""
    words = knowledge.words
    if outcome.solved:
        return words.outcome_label_solved
    if before:
        return words.other_cause_label
    given = answered_steps(knowledge, session)
    found = bool(given) and given[-1][1].assumed
    return words.outcome_label_found if found else words.outcome_label


def _contact(knowledge: Knowledge, outcome: Outcome, ref: str) -> Contact:
    """Return a contact of an outcome as it is dialled from where the member is."""
    contact = knowledge.contact_by_id[ref]
    return from_abroad(contact) if outcome.abroad else contact


def contact_row(knowledge: Knowledge, contact: Contact, message: str = "") -> ContactRow:
    """Return a contact with its hours, cost, note, and the replacement of a retired one."""
    words = knowledge.words
    facts = (
        words.contact_hours.format(hours=contact.hours) if contact.hours else "",
        words.contact_cost.format(cost=contact.cost) if contact.cost else "",
        _replacement(knowledge, contact) if contact.status is ContactStatus.RETIRED else "",
    )
    return ContactRow(
        id=contact.id,
        label=contact.label,
        shown=contact.shown,
        copied=contact.copied,
        link=contact.link,
        facts=". ".join(fact for fact in facts if fact),
        note=contact.note,
        channel=contact.channel,
        scanned=scanned_link(contact, words.message_subject, message),
    )


def numbered_lines(lines: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the lines of a numbered list, each with its number such as 1. as text."""
    return tuple((f"{number}.", line) for number, line in enumerate(lines, 1))


def current_contacts(knowledge: Knowledge) -> tuple[ContactRow, ...]:
    """Return the contacts that may be advised, in the order of the file."""
    return _rows(knowledge, ContactStatus.CURRENT)


def retired_contacts(knowledge: Knowledge) -> tuple[ContactRow, ...]:
    """Return the outdated contacts that are still in use, each with its replacement."""
    return _rows(knowledge, ContactStatus.RETIRED)


def answered_questions(knowledge: Knowledge, session: Session) -> tuple[AnsweredQuestion, ...]:
    """Return the questions and answers of the present way, without any digits of a number."""
    return tuple(
        AnsweredQuestion(
            step_id=step.id, question=step.title, answer=answer_text(knowledge.words, step, given)
        )
        for step, given in answered_steps(knowledge, session)
    )


def answer_text(words: InterfaceWords, step: Step, given: Answer) -> str:
    """Return the text of an answer; an assumed one is marked."""
    texts = {answer.id: answer.text for answer in step.answers}
    text = texts.get(given.key) or result_text(words, NumberResult(given.key))
    return words.answer_assumed.format(answer=text) if given.assumed else text


def result_text(words: InterfaceWords, result: NumberResult) -> str:
    """Return the text of the result of a number page."""
    sentence: str = getattr(words, f"result_{result.value}")
    return sentence


def _masked_number(knowledge: Knowledge, session: Session) -> str:
    """Return the masked number of the first number page, which asks for the registered number.

    Of a partly hidden number the same digits stay hidden.
    """
    for _, given in answered_steps(knowledge, session):
        if given.number:
            return masked(given.number)
        if given.found and given.found.pattern:
            return mask.shown(given.found.pattern)
    return ""


def _chosen_digits(knowledge: Knowledge, session: Session) -> int:
    """Return the length of the first number if it was taken in place of what was typed, or 0."""
    numbers = (given for _, given in answered_steps(knowledge, session) if given.number)
    first = next(numbers, None)
    taken = first is not None and first.key == NumberResult.CORRECTED
    return len(first.number) if first and taken else 0


def _rows(knowledge: Knowledge, status: ContactStatus) -> tuple[ContactRow, ...]:
    return tuple(
        contact_row(knowledge, contact)
        for contact in knowledge.contacts
        if contact.status is status
    )


def _replacement(knowledge: Knowledge, contact: Contact) -> str:
    if not contact.replaced_by:
        return knowledge.words.old_contact_gone
    instead = knowledge.contact_by_id[contact.replaced_by]
    return knowledge.words.old_contact_replaced.format(contact=f"{instead.label} {instead.shown}")
