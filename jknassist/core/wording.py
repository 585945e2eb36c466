"""The sentences the program itself needs, each by name, with the holes that facts are put into."""

from dataclasses import dataclass, field, fields
from string import Formatter


def holes(*names: str) -> str:
    """Declare a sentence with exactly these holes, written ``{name}`` in the content file."""
    sentence: str = field(metadata={"holes": frozenset(names)})
    return sentence


def declared_holes(words: type) -> dict[str, frozenset[str]]:
    """Return for each sentence of a words class the holes it must have."""
    return {f.name: f.metadata.get("holes", frozenset()) for f in fields(words)}


def holes_in(sentence: str) -> frozenset[str]:
    """Return the names of the holes in a sentence; raise ValueError when its braces are broken."""
    return frozenset(name for _, name, _, _ in Formatter().parse(sentence) if name is not None)


@dataclass(frozen=True, kw_only=True)
class NumberWords:
    """What the number doctor tells a person, one sentence for each thing it can say."""

    # What was read instead of a mobile number.
    empty: str = holes()
    letters: str = holes()
    letters_only: str = holes()
    two_numbers: str = holes()
    landline: str = holes()
    short_code: str = holes()
    foreign: str = holes()
    identity_number: str = holes("length")
    endless: str = holes("length")
    unfinished: str = holes()

    # What was put right while reading.
    lost_zero: str = holes()
    doubled_zero: str = holes()
    doubled_prefix: str = holes()
    country_code_and_zero: str = holes()
    letter_for_digit: str = holes("letter", "digit", "place")

    # What the numbering plan makes of it; {usual} is a list such as "11 atau 12".
    looks_fine: str = holes()
    unknown_prefix: str = holes("start")
    unconfirmed_prefix: str = holes("start")
    retired_prefix: str = holes("start")
    satellite_prefix: str = holes("start")
    too_long: str = holes("length", "most")
    too_short: str = holes("length", "fewest")
    too_long_for_start: str = holes("start", "usual", "length", "extra")
    too_short_for_start: str = holes("start", "usual", "length", "missing")
    too_long_as_stated: str = holes("stated", "length")
    too_short_as_stated: str = holes("stated", "length")
    ask_length: str = holes()
    list_or: str = holes()

    # What may have happened, always as a question.
    doubled_digit: str = holes("digit", "place")
    doubled_in_run: str = holes("digit", "place", "count")
    extra_digit: str = holes()
    lost_eight: str = holes()
    wrong_digit: str = holes("digit", "place", "instead")
    swapped_digits: str = holes("first", "second", "place")
    perhaps: str = holes("number")

    # Two numbers one above the other.
    compared_same: str = holes()
    compared_doubled_digit: str = holes("digit", "place")
    compared_doubled_in_run: str = holes("digit", "place", "count", "other")
    compared_missing_digit: str = holes("digit", "place")
    compared_missing_in_run: str = holes("digit", "place")
    compared_extra_digit: str = holes("digit", "place")
    compared_wrong_digit: str = holes("digit", "place", "instead")
    compared_swapped_digits: str = holes("first", "second", "place")
    compared_several: str = holes("count")
    compared_unreadable: str = holes()
    likely_typed: str = holes()
    likely_sim: str = holes()
    likely_unknown: str = holes()


@dataclass(frozen=True, kw_only=True)
class InterfaceWords:
    """Buttons, headings and messages of the window, the paper and the error pages."""

    next: str
    back: str
    contacts: str
    finish: str
    restart: str
    close: str
    change: str
    review: str
    how_to: str
    step_count: str = holes("number")
    choose_first: str

    contacts_title: str
    contacts_text: str
    old_contacts_title: str
    old_contacts_text: str
    old_contact_replaced: str = holes("contact")
    old_contact_gone: str
    contact_hours: str = holes("hours")
    contact_cost: str = holes("cost")
    glossary_title: str
    safety_title: str
    about_title: str
    bring_title: str
    operators_title: str
    operators_text: str
    operator_row: str = holes("name", "codes", "app")
    sources_title: str
    sources_button: str
    checked_row: str = holes("date", "confidence")
    confidence_several: str
    confidence_single: str
    confidence_contradictory: str
    confidence_inferred: str

    review_title: str
    review_text: str
    finish_title: str
    finish_text: str
    finish_yes: str
    finish_no: str

    number_label: str
    number_label_second: str
    number_count: str = holes("count")
    number_privacy: str
    number_suggestion: str = holes("number")
    number_keep: str
    number_used: str
    number_ask_length: str
    number_erase: str
    number_erase_all: str
    number_first_row: str = holes("count")
    number_second_row: str = holes("count")
    number_type_first: str
    number_decide: str

    result_ok: str
    result_check: str
    result_corrected: str
    result_wrong: str
    result_not_mobile: str
    result_same: str
    result_differs: str
    result_other_number: str

    outcome_label: str
    outcome_label_solved: str
    actions_title: str
    copy: str
    copied: str
    copy_all: str
    copy_failed: str
    copy_failed_text: str
    data_date: str = holes("date", "edition")
    months: str
    tried_title: str
    wait_title: str
    wait_row: str = holes("when")
    wait_today: str = holes("clock")
    wait_tomorrow: str = holes("clock")
    wait_in_minutes: str = holes("minutes")
    wait_in_hours: str = holes("hours")
    wait_next_day: str
    clock: str = holes("hours", "minutes")
    qr_title: str
    paper_made: str = holes("date")
    paper_number: str = holes("number")
    wait_left: str = holes("minutes", "seconds")
    wait_over: str
    wait_start: str

    print: str
    print_title: str
    print_text: str
    print_sent: str = holes("printer")
    print_failed: str = holes("printer")
    print_none: str
    print_none_text: str
    save_pdf: str
    save_title: str
    save_text: str
    save_done: str = holes("name", "place")
    save_failed: str = holes("place")
    place_documents: str
    place_desktop: str
    place_downloads: str
    place_drive: str = holes("name")
