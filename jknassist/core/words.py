"""The sentences of the program itself, each by name, with the placeholders that facts fill."""

from dataclasses import field, fields

from jknassist.core.frozen_value import FrozenValue, frozen_value


def placeholders(*names: str) -> str:
    """Declare a sentence with these placeholders, written ``{name}`` in the content file."""
    sentence: str = field(metadata={"placeholders": frozenset(names)})
    return sentence


def declared_placeholders(words: type) -> dict[str, frozenset[str]]:
    """Return for each sentence of a words class the placeholders it must have."""
    return {f.name: f.metadata.get("placeholders", frozenset()) for f in fields(words)}


@frozen_value
class NumberWords(FrozenValue):
    """The sentences of the number doctor, one for each finding."""

    # Entries that are no mobile number.
    empty: str = placeholders()
    letters: str = placeholders()
    letters_only: str = placeholders()
    two_numbers: str = placeholders()
    landline: str = placeholders()
    short_code: str = placeholders()
    foreign: str = placeholders()
    identity_number: str = placeholders("length")
    endless: str = placeholders("length")
    unfinished: str = placeholders()

    # Other digits beside the number, hidden digits, spreadsheet damage.
    beside: str = placeholders("left")
    beside_card: str = placeholders()
    beside_or_part: str = placeholders()
    labelled: str = placeholders("label")
    masked: str = placeholders("visible", "hidden")
    spreadsheet: str = placeholders()
    spreadsheet_read: str = placeholders()
    chat_id: str = placeholders()

    # Repairs made while parsing.
    lost_zero: str = placeholders()
    doubled_zero: str = placeholders()
    doubled_prefix: str = placeholders()
    country_code_and_zero: str = placeholders()
    letter_for_digit: str = placeholders("letter", "digit", "place")

    # The finding in few words, as the heading of a page.
    short_doubled_digit: str = placeholders("digit")
    short_doubled_in_run: str = placeholders("digit", "count")
    short_lost_zero: str = placeholders()
    short_doubled_zero: str = placeholders()
    short_doubled_prefix: str = placeholders()
    short_country_code_and_zero: str = placeholders()
    short_letter_for_digit: str = placeholders("letter", "digit")
    short_too_long_for_start: str = placeholders("extra")
    short_too_short_for_start: str = placeholders("missing")
    short_beside: str = placeholders()
    short_masked: str = placeholders()
    short_compared: str = placeholders("count")

    # Results of the numbering plan; {usual} is a list such as "11 atau 12".
    looks_fine: str = placeholders()
    unknown_prefix: str = placeholders("start")
    unconfirmed_prefix: str = placeholders("start")
    retired_prefix: str = placeholders("start")
    satellite_prefix: str = placeholders("start")
    too_long: str = placeholders("length", "most")
    too_short: str = placeholders("length", "fewest")
    too_long_for_start: str = placeholders("start", "usual", "length", "extra")
    too_short_for_start: str = placeholders("start", "usual", "length", "missing")
    too_long_as_stated: str = placeholders("stated", "length")
    too_short_as_stated: str = placeholders("stated", "length")
    ask_length: str = placeholders()
    list_or: str = placeholders()

    # Possible typing errors, always as a question.
    doubled_digit: str = placeholders("digit", "place")
    doubled_in_run: str = placeholders("digit", "place", "count")
    doubled_twice: str = placeholders("digit", "place", "other", "other_place")
    doubled_in_run_twice: str = placeholders("digit", "place", "count")
    extra_digit: str = placeholders()
    lost_eight: str = placeholders()
    wrong_digit: str = placeholders("digit", "place", "instead")
    swapped_digits: str = placeholders("first", "second", "place")
    perhaps: str = placeholders("number")

    # Comparison of two numbers.
    compared_same: str = placeholders()
    compared_doubled_digit: str = placeholders("digit", "place")
    compared_doubled_in_run: str = placeholders("digit", "place", "count", "other")
    compared_missing_digit: str = placeholders("digit", "place")
    compared_missing_in_run: str = placeholders("digit", "place")
    compared_extra_digit: str = placeholders("digit", "place")
    compared_wrong_digit: str = placeholders("digit", "place", "instead")
    compared_swapped_digits: str = placeholders("first", "second", "place")
    compared_several: str = placeholders("count")
    compared_unreadable: str = placeholders()
    compared_visible_same: str = placeholders("visible")
    compared_visible_differs: str = placeholders("visible")
    compared_visible_count: str = placeholders("differing")
    compared_place: str = placeholders("place", "typed", "sim")
    compared_places: str = placeholders("place", "last", "typed", "sim")
    compared_hidden: str = placeholders("hidden")
    compared_repaired: str = placeholders()
    likely_typed: str = placeholders()
    likely_sim: str = placeholders()
    likely_unknown: str = placeholders()

    # The same findings in a number list, for the volunteer who will ask the member.
    member_empty: str = placeholders()
    member_letters: str = placeholders()
    member_letters_only: str = placeholders()
    member_two_numbers: str = placeholders()
    member_landline: str = placeholders()
    member_short_code: str = placeholders()
    member_foreign: str = placeholders()
    member_identity_number: str = placeholders("length")
    member_endless: str = placeholders("length")
    member_unfinished: str = placeholders()
    member_chat_id: str = placeholders()
    member_beside_or_part: str = placeholders()
    member_masked: str = placeholders("visible", "hidden")
    member_lost_zero: str = placeholders()
    member_satellite_prefix: str = placeholders("start")
    member_too_long: str = placeholders("length", "most")
    member_too_short: str = placeholders("length", "fewest")
    member_too_short_for_start: str = placeholders("start", "usual", "length", "missing")

    # Said in place of the sentence of the same name, so that nobody near hears the digits.
    private_beside: str = placeholders()
    private_letter_for_digit: str = placeholders()
    private_short_doubled_digit: str = placeholders()
    private_short_doubled_in_run: str = placeholders("count")
    private_short_letter_for_digit: str = placeholders()
    private_unknown_prefix: str = placeholders()
    private_unconfirmed_prefix: str = placeholders()
    private_retired_prefix: str = placeholders()
    private_satellite_prefix: str = placeholders()
    private_too_long_for_start: str = placeholders("usual")
    private_too_short_for_start: str = placeholders("usual")
    private_doubled_digit: str = placeholders("place")
    private_doubled_in_run: str = placeholders("place", "count")
    private_doubled_twice: str = placeholders("place", "other_place")
    private_doubled_in_run_twice: str = placeholders("place", "count")
    private_wrong_digit: str = placeholders("place")
    private_swapped_digits: str = placeholders("place")
    private_perhaps: str = placeholders()
    private_compared_doubled_digit: str = placeholders("place")
    private_compared_doubled_in_run: str = placeholders("place", "count")
    private_compared_missing_in_run: str = placeholders("place")
    private_compared_missing_digit: str = placeholders("place")
    private_compared_extra_digit: str = placeholders("place")
    private_compared_wrong_digit: str = placeholders("place")
    private_compared_swapped_digits: str = placeholders("place")
    private_compared_place: str = placeholders()
    private_compared_places: str = placeholders()


@frozen_value
class InterfaceWords(FrozenValue):
    """Buttons, headings and messages of the window, on paper and on error pages."""

    language_name: str
    next: str
    back: str
    contacts: str
    start_again: str
    leave: str
    close: str
    change: str
    review: str
    how_to: str
    step_count: str = placeholders("number")
    step_left: str = placeholders("step", "left")
    step_last: str = placeholders("step")
    leaf_count: str = placeholders("number", "count")
    leaf_more: str
    picture_name: str = placeholders("title")
    text_size: str = placeholders("size")
    shade_dark: str
    shade_light: str
    shade_name: str = placeholders("shade")
    choose_first: str

    contacts_title: str
    contacts_text: str
    old_contacts_title: str
    old_contacts_text: str
    old_contact_replaced: str = placeholders("contact")
    old_contact_gone: str
    contact_hours: str = placeholders("hours")
    contact_cost: str = placeholders("cost")
    glossary_title: str
    safety_title: str
    about_title: str
    bring_title: str
    operators_title: str
    operators_text: str
    operator_row: str = placeholders("name", "codes", "app")
    sources_title: str
    sources_button: str
    checked_row: str = placeholders("date", "confidence")
    confidence_several: str
    confidence_single: str
    confidence_contradictory: str
    confidence_inferred: str

    review_title: str
    review_text: str
    leave_title: str
    leave_text: str
    leave_yes: str
    leave_no: str

    number_label: str
    number_label_second: str
    number_count: str = placeholders("count")
    number_privacy: str
    number_suggestion: str = placeholders("number")
    number_use: str
    number_keep: str
    number_dropped: str = placeholders("count", "digit")
    number_typed_count: str = placeholders("count")
    number_twice: str
    number_times: str = placeholders("count")
    number_paste: str
    number_again: str
    number_used: str
    number_ask_length: str
    number_erase: str
    number_erase_all: str
    key_space: str
    key_erase: str
    number_hidden_key: str
    number_hidden_ask: str
    number_hidden_how: str
    number_hidden_legend: str
    number_count_hidden: str = placeholders("count", "hidden")
    number_app_row: str
    number_phone_row: str
    number_first_row: str = placeholders("count")
    number_second_row: str = placeholders("count")
    number_app_wrong: str
    number_typed_wrong: str
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
    outcome_label_found: str
    outcome_label_solved: str
    other_cause_label: str
    already_tried: str
    solved_question: str
    solved_yes: str
    solved_no: str
    solved_no_more: str
    solved_title: str
    solved_text: str
    danger_button: str
    actions_title: str
    copy: str
    copied: str
    copy_all: str
    copy_failed: str
    copy_failed_text: str
    copy_lasts: str
    data_date: str = placeholders("date", "edition")
    months: str
    tried_title: str
    wait_title: str
    wait_row: str = placeholders("when")
    wait_today: str = placeholders("clock")
    wait_tomorrow: str = placeholders("clock")
    wait_in_two_days: str = placeholders("clock")
    wait_in_minutes: str = placeholders("minutes")
    wait_in_hours: str = placeholders("hours")
    wait_next_day: str
    clock: str = placeholders("hours", "minutes")
    qr_title: str
    qr_show: str
    qr_hide: str
    paper_made: str = placeholders("date")
    paper_number: str = placeholders("number")
    number_chosen: str = placeholders("number", "count")
    sheet_label: str
    sheet_not_otp: str
    sheet_use: str
    sheet_use_screen: str
    sheet_row: str = placeholders("number")
    sheet_button: str
    sheet_title: str
    sheet_text: str
    sheet_where: str
    sheet_holds: str
    sheet_open: str
    sheet_go_on: str
    sheet_asked_again: str
    message_subject: str
    message_label: str
    message_copy: str
    other_contacts: str
    tried_more: str = placeholders("count")
    sheet_unused: str = placeholders("letter")
    sheet_length: str = placeholders("count")
    sheet_slip: str
    sheet_older: str
    sheet_newer: str
    sheet_other: str
    sheet_restart: str
    sheet_read_title: str
    sheet_read_text: str
    wait_left: str = placeholders("minutes", "seconds")
    wait_over: str
    wait_start: str
    wait_sheet: str
    wait_sheet_heading: str
    wait_sheet_back: str = placeholders("minutes")

    print: str
    print_paper: str
    print_title: str
    print_text: str
    print_looking: str
    print_now: str = placeholders("printer")
    print_sending: str = placeholders("printer")
    print_working: str
    print_sent: str = placeholders("printer")
    print_failed: str = placeholders("printer")
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
    print_kiosk_enough: str
    paper_title: str
    paper_a4: str
    paper_80mm: str
    paper_58mm: str
    paper_preview: str
    paper_with_number: str
    save_pdf: str
    save_title: str
    save_text: str
    save_done: str = placeholders("name", "place")
    save_failed: str = placeholders("place")
    place_documents: str
    place_desktop: str
    place_downloads: str
    place_home: str
    place_drive: str = placeholders("name")

    find_label: str
    find_how: str
    find_count: str = placeholders("count")
    find_why: str = placeholders("words")
    find_none: str
    find_nothing: str
    find_unsure: str
    find_unsure_title: str
    find_not_this: str
    find_ask_staff: str
    find_button: str
    find_open: str
    find_clear: str
    find_pictures: str
    find_number: str
    find_number_check: str
    answer_assumed: str = placeholders("answer")
    next_member: str
    show_member: str
    show_title: str
    show_other: str
    show_numbers: str
    show_phone: str
    show_whatsapp: str
    show_email: str
    show_office: str
    show_app: str
    show_actions: str
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

    tools_title: str
    list_button: str
    list_title: str
    list_text: str
    list_open: str
    list_opening: str = placeholders("name")
    list_pasted: str
    list_check: str
    list_stop: str
    list_stopped: str
    list_columns: str
    list_columns_text: str
    list_no_column: str
    list_never: str = placeholders("column")
    list_skipped: str = placeholders("column")
    list_columns_changed: str
    list_progress: str = placeholders("rows", "numbers")
    list_busy: str
    list_one_file: str = placeholders("name")
    list_unsaved: str
    list_result: str = placeholders("rows", "numbers")
    list_left_titles: str = placeholders("count")
    list_left_totals: str = placeholders("count")
    list_left_empty: str = placeholders("count", "places")
    list_sum: str = placeholders("parts", "count")
    list_group_wrong: str
    list_group_check: str
    list_group_repaired: str
    list_group_duplicate: str
    list_group_ok: str
    list_group_empty: str
    list_repair_doubled_zero: str
    list_repair_doubled_prefix: str
    list_repair_country_code_and_zero: str
    list_repair_lost_zero: str
    list_repair_letter_for_digit: str
    list_empty: str
    list_more: str = placeholders("count")
    list_keys: str
    list_copy: str = placeholders("number")
    list_copy_group: str
    list_copied_part: str = placeholders("count")
    list_private: str
    list_line: str
    list_typed: str
    list_says: str
    list_suggestion: str
    list_no_suggestion: str
    list_column: str
    list_number: str
    list_group: str
    list_class: str
    list_class_wrong: str
    list_class_unreadable: str
    list_class_not_mobile: str
    list_class_check: str
    list_class_repaired: str
    list_class_ok: str
    list_duplicate: str
    list_perhaps: str = placeholders("number")
    list_taken: str = placeholders("columns")
    list_summary: str = placeholders(
        *("rows", "numbers", "ok", "repaired", "check", "wrong"),
        *("not_mobile", "unreadable", "duplicates", "without_number"),
    )
    list_save: str
    list_save_file: str = placeholders("name")
    list_saving: str = placeholders("name")
    list_exists: str = placeholders("name", "place")
    list_replace: str
    list_save_other: str = placeholders("name")
    list_problem_missing: str = placeholders("name")
    list_problem_no_file: str = placeholders("name")
    list_problem_forbidden: str = placeholders("name")
    list_problem_empty: str = placeholders("name")
    list_problem_no_list: str = placeholders("name")
    list_problem_protected: str = placeholders("name")
    list_problem_too_large: str = placeholders("name")
    list_problem_damaged: str = placeholders("name")
    list_no_files: str
    list_back: str

    tally_button: str
    tally_title: str
    tally_text: str
    tally_none: str
    tally_total: str = placeholders("count", "days")
    tally_several: str = placeholders("count")
    tally_outcomes_title: str
    tally_days_title: str
    tally_weeks_title: str
    tally_left_title: str = placeholders("count")
    tally_others: str = placeholders("count")
    tally_legend: str
    tally_all: str
    tally_unsolved: str
    tally_unanswered: str
    tally_bars: str
    tally_table: str
    tally_save: str
    tally_broken: str
    update_button: str
    update_title: str
    update_text: str
    update_now: str = placeholders("edition", "date")
    update_choose: str = placeholders("name", "place")
    update_search: str
    update_none: str
    update_new: str = placeholders("edition", "date")
    update_changed: str
    update_nothing: str
    update_contact: str = placeholders("label", "before", "after")
    update_contact_new: str = placeholders("label", "after")
    update_contact_gone: str = placeholders("label", "before")
    update_numbers_new: str = placeholders("numbers")
    update_numbers_gone: str = placeholders("numbers")
    update_take: str
    update_cancel: str
    update_taken: str
    update_restore: str
    update_restored: str
    update_refused: str = placeholders("reason")
    update_failed: str

    site_source: str

    kiosk_start_title: str
    kiosk_start_text: str
    kiosk_start_hint: str
    kiosk_start_limit: str = placeholders("seconds")
    kiosk_start_pick: str
    kiosk_start_check: str
    kiosk_start_take: str
    kiosk_reach_on: str
    kiosk_reach_off: str
    kiosk_text_size: str
    kiosk_still_title: str
    kiosk_still_text: str = placeholders("seconds")
    kiosk_still_yes: str
    kiosk_veil_title: str
    kiosk_veil_text: str

    speech_listen: str
    speech_answer: str = placeholders("answer")
    speech_off: str
    speech_on_first: str
    speech_off_first: str
    speech_again: str
    speech_pause: str
    speech_go_on: str
    speech_softer: str
    speech_louder: str
    speech_level: str = placeholders("level", "most")
    speech_chosen: str = placeholders("answer")
    speech_staff: str
    speech_keys: str
    speech_place: str = placeholders("place")
    speech_number: str
    speech_number_suggestion: str
    speech_step_next: str
    speech_step_how: str
    speech_paper: str
    speech_codes: str
    speech_aloud: str
    speech_aloud_ask: str
    speech_aloud_yes: str
    speech_aloud_no: str

    staff_door_title: str
    staff_door_text: str
    staff_door_open: str
    staff_door_back: str
    staff_door_typed: str = placeholders("count")
    staff_door_wrong: str = placeholders("left")
    staff_door_wait: str = placeholders("seconds")
    staff_title: str
    staff_good: str
    staff_bad: str
    staff_asking: str
    staff_leave: str
    staff_paper_try: str
    staff_voice: str
    staff_voice_none: str
    staff_voice_no_device: str
    staff_voice_faulty: str = placeholders("missing", "broken", "count")
    staff_voice_good: str = placeholders("count")
    staff_printer: str
    staff_printer_found: str = placeholders("names")
    staff_printer_missing: str = placeholders("name")
    staff_printer_none: str
    staff_paper: str
    staff_paper_untried: str = placeholders("paper")
    staff_paper_sent: str
    staff_paper_failed: str
    staff_screen: str
    staff_screen_measured: str = placeholders("inches", "size")
    staff_screen_unmeasured: str = placeholders("size")
    staff_content: str
    staff_content_from: str = placeholders("date", "edition", "origin")
    staff_content_old: str = placeholders("date", "edition", "origin")
    staff_content_shipped: str
    staff_site: str
    staff_site_good: str = placeholders("name")
    staff_site_none: str = placeholders("name")
    staff_site_bad: str = placeholders("count", "first")
    staff_pin: str
    staff_pin_set: str
    staff_pin_none: str
    staff_pin_lost: str
    staff_log: str
    staff_log_good: str = placeholders("count")
    staff_log_bad: str
    staff_settings: str
    staff_settings_row: str = placeholders("languages", "office", "seconds")
    staff_no_office: str
