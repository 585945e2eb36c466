"""The sentences the program itself needs, each by name, with the holes that facts are put into."""

from dataclasses import dataclass, field, fields


def holes(*names: str) -> str:
    """Declare a sentence with exactly these holes, written ``{name}`` in the content file."""
    sentence: str = field(metadata={"holes": frozenset(names)})
    return sentence


def declared_holes(words: type) -> dict[str, frozenset[str]]:
    """Return for each sentence of a words class the holes it must have."""
    return {f.name: f.metadata.get("holes", frozenset()) for f in fields(words)}


@dataclass(frozen=True, kw_only=True, repr=False)
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


@dataclass(frozen=True, kw_only=True, repr=False)  # of 231 sentences
class InterfaceWords:
    """Buttons, headings and messages of the window, the paper and the error pages."""

    language_name: str
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
    leaf_count: str = holes("number", "count")
    leaf_more: str
    picture_name: str = holes("title")
    text_size: str = holes("size")
    shade_dark: str
    shade_light: str
    shade_name: str = holes("shade")
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
    number_again: str
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
    copy_lasts: str
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
    qr_show: str
    qr_hide: str
    paper_made: str = holes("date")
    paper_number: str = holes("number")
    wait_left: str = holes("minutes", "seconds")
    wait_over: str
    wait_start: str

    print: str
    print_paper: str
    print_title: str
    print_text: str
    print_looking: str
    print_now: str = holes("printer")
    print_sending: str = holes("printer")
    print_sent: str = holes("printer")
    print_failed: str = holes("printer")
    print_none: str
    print_none_text: str
    print_trouble_no_printer: str
    print_trouble_virtual: str
    print_trouble_no_paper: str
    print_trouble_stopped: str
    print_trouble_refused: str
    print_trouble_silent: str
    print_instead: str
    print_kiosk_title: str
    print_kiosk_sent: str
    print_kiosk_failed: str
    print_kiosk_instead: str
    paper_title: str
    paper_a4: str
    paper_80mm: str
    paper_58mm: str
    paper_preview: str
    paper_with_number: str
    save_pdf: str
    save_title: str
    save_text: str
    save_done: str = holes("name", "place")
    save_failed: str = holes("place")
    place_documents: str
    place_desktop: str
    place_downloads: str
    place_drive: str = holes("name")

    find_label: str
    find_how: str
    find_count: str = holes("count")
    find_why: str = holes("words")
    find_nothing: str
    answer_assumed: str = holes("answer")
    next_member: str
    show_member: str
    show_other: str
    show_number_typed: str
    show_number_sim: str
    cover_title: str
    cover_text: str
    crash_title: str
    crash_text: str
    crash_lost: str
    crash_again: str
    crash_save: str
    crash_report_for: str
    crash_report_title: str
    crash_report_text: str
    crash_ended_title: str
    crash_ended_text: str

    list_button: str
    list_title: str
    list_text: str
    list_open: str
    list_check: str
    list_stop: str
    list_stopped: str
    list_progress: str = holes("done", "count")
    list_found: str = holes("doubtful", "count")
    list_all_good: str = holes("count")
    list_empty: str
    list_more: str = holes("count")
    list_line: str
    list_typed: str
    list_says: str
    list_suggestion: str
    list_save: str
    list_unreadable: str = holes("name")
    list_no_files: str
    list_back: str

    tally_button: str
    tally_title: str
    tally_text: str
    tally_none: str
    tally_total: str = holes("count", "days")
    tally_outcomes_title: str
    tally_days_title: str
    tally_save: str
    tally_broken: str

    site_source: str

    kiosk_start_title: str
    kiosk_start_text: str
    kiosk_start_hint: str
    kiosk_start_limit: str = holes("seconds")
    kiosk_reach_on: str
    kiosk_reach_off: str
    kiosk_text_size: str
    kiosk_still_title: str
    kiosk_still_text: str = holes("seconds")
    kiosk_still_yes: str
    kiosk_veil_title: str
    kiosk_veil_text: str

    staff_door_title: str
    staff_door_text: str
    staff_door_open: str
    staff_door_back: str
    staff_door_typed: str = holes("count")
    staff_door_wrong: str = holes("left")
    staff_door_wait: str = holes("seconds")
    staff_title: str
    staff_good: str
    staff_bad: str
    staff_asking: str
    staff_leave: str
    staff_paper_try: str
    staff_printer: str
    staff_printer_found: str = holes("names")
    staff_printer_missing: str = holes("name")
    staff_printer_none: str
    staff_paper: str
    staff_paper_untried: str = holes("paper")
    staff_paper_sent: str
    staff_paper_failed: str
    staff_screen: str
    staff_screen_measured: str = holes("inches", "size")
    staff_screen_unmeasured: str = holes("size")
    staff_content: str
    staff_content_from: str = holes("date", "edition", "origin")
    staff_content_old: str = holes("date", "edition", "origin")
    staff_content_shipped: str
    staff_site: str
    staff_site_good: str = holes("name")
    staff_site_none: str = holes("name")
    staff_site_bad: str = holes("count", "first")
    staff_pin: str
    staff_pin_set: str
    staff_pin_none: str
    staff_pin_lost: str
    staff_log: str
    staff_log_good: str = holes("count")
    staff_log_bad: str
    staff_settings: str
    staff_settings_row: str = holes("languages", "office", "seconds")
    staff_no_office: str
