"""The summary: complete, in order, and without a phone number of the visitor."""

from dataclasses import replace
from datetime import datetime
from urllib.parse import quote

from jknassist.core.export.chat import as_text
from jknassist.core.flow.formatting import checked_line, data_line
from jknassist.core.flow.graph import route_to
from jknassist.core.flow.model import DONT_KNOW, Channel, NumberResult, Provenance, WaitStep
from jknassist.core.flow.session import Answer, Session, reached_outcome, with_answer
from jknassist.core.flow.sheet_codec import decode_sheet_number
from jknassist.core.flow.summary import (
    AnsweredQuestion,
    Summary,
    actions_left,
    answer_text,
    answered_questions,
    contact_row,
    current_contacts,
    numbered_lines,
    retired_contacts,
    sheet_summary,
    summarise,
)
from jknassist.core.flow.way import way_of
from jknassist.core.phone.check import diagnose
from tests.support.small_plan import small_index
from tests.support.summaries import (
    KNOWLEDGE,
    MORNING,
    TYPED,
    outcome,
    session_with_a_number,
    summary_of,
)


def test_the_order_is_cause_actions_contacts_safety_tried_date() -> None:
    text = as_text(summary_of("salah_ketik", session_with_a_number()))
    parts = (
        "Nomor yang terdaftar bukan nomor kartu Anda.",
        "1. Ketik ulang nomornya.",
        "KTP",
        "WhatsApp contoh: 081234567890",
        "Jangan berikan kode",
        "1. Apa yang Anda alami? Kode tidak masuk.",
        "22 Nov 2026",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_of_a_number_that_the_app_hides_the_paper_shows_what_could_be_seen() -> None:
    found = diagnose("0813 **** 7890", small_index())
    session = with_answer(KNOWLEDGE, Session(), Answer(step_id="mulai", key="tidak_masuk"))
    typed = Answer(step_id="nomor", key=NumberResult.CHECK, found=found)
    session = with_answer(KNOWLEDGE, session, typed)
    assert summary_of("salah_ketik", session).masked_number == "0813-****-7890"


def test_no_typed_digit_is_in_the_chat_nor_in_the_repr() -> None:
    summary = summary_of("salah_ketik", session_with_a_number())
    for text in (as_text(summary), repr(summary)):
        assert TYPED not in text
        assert "77890" not in text
        assert "****" not in text
    rows = answered_questions(KNOWLEDGE, session_with_a_number())
    assert [row.step_id for row in rows] == ["mulai", "nomor"]
    assert rows[1].answer == KNOWLEDGE.words.result_corrected


def test_the_number_is_kept_masked_only() -> None:
    assert summary_of("salah_ketik", session_with_a_number()).masked_number == "0812-****-890"
    assert summary_of("salah_ketik").masked_number == ""


def test_a_number_taken_for_a_mistyped_one_is_named_as_such_and_masked() -> None:
    chosen = summary_of("salah_ketik", session_with_a_number())
    assert chosen.chosen_digits == 12
    assert chosen.number_line == KNOWLEDGE.words.number_chosen.format(
        number="0812-****-890", count=12
    )
    assert summary_of("salah_ketik").number_line == ""


def test_a_limit_says_whether_time_is_to_pass() -> None:
    assert not summary_of("salah_ketik").waits
    limits = tuple(replace(one, waits=True) for one in KNOWLEDGE.limits)
    knowledge = replace(KNOWLEDGE, limits=limits)
    assert summarise(knowledge, outcome("salah_ketik"), Session()).waits
    assert not summarise(knowledge, outcome("gangguan"), Session()).waits


def test_a_sheet_of_a_wait_says_that_time_passes_and_names_a_chosen_number() -> None:
    step = next(one for one in KNOWLEDGE.steps if isinstance(one, WaitStep))
    made = sheet_summary(KNOWLEDGE, step, session_with_a_number())
    assert (made.waits, made.chosen_digits) == (True, 12)
    assert sheet_summary(KNOWLEDGE, step, Session()).chosen_digits == 0


def test_an_outcome_abroad_shows_its_contacts_as_they_are_dialled_there() -> None:
    at_home = summary_of("salah_ketik")
    abroad = summarise(KNOWLEDGE, replace(outcome("salah_ketik"), abroad=True), Session())
    numbers = [[row.shown for row in made.contacts] for made in (at_home, abroad)]
    assert "0812-3456-7890" in numbers[0]
    assert "+62 812-3456-7890" in numbers[1]


def test_a_number_kept_as_typed_is_called_the_registered_one() -> None:
    found = diagnose("081324567111", small_index())
    given = Answer(step_id="nomor", key=NumberResult.OK, found=found, number="081324567111")
    session = with_answer(KNOWLEDGE, Session(), Answer(step_id="mulai", key="tidak_masuk"))
    kept = summary_of("gangguan", with_answer(KNOWLEDGE, session, given))
    assert kept.chosen_digits == 0
    assert kept.number_line == KNOWLEDGE.words.paper_number.format(number="0813-****-111")


def test_a_phone_number_is_copied_as_digits_that_can_be_dialled() -> None:
    text = as_text(summary_of("pulsa_habis"))
    assert "081234567890" in text
    assert "0812-3456-7890" not in text


def test_an_office_is_named_once() -> None:
    assert as_text(summary_of("salah_ketik")).count("Kantor") == 1


def test_a_solved_ending_has_no_slip_for_the_officer() -> None:
    solved = replace(
        summary_of("kode_masuk"),
        tried=(AnsweredQuestion(step_id="a", question="Apa?", answer="Itu"),),
    )
    text = as_text(solved)
    assert KNOWLEDGE.words.outcome_label_solved in text
    assert KNOWLEDGE.words.tried_title not in text
    assert "Apa? Itu" in as_text(replace(solved, solved=False))


def test_an_ending_without_bring_safety_or_questions_has_no_empty_lines_for_them() -> None:
    text = as_text(summary_of("kode_masuk"))
    assert "\n\n\n" not in text
    assert KNOWLEDGE.words.bring_title not in text
    assert KNOWLEDGE.words.wait_title not in text
    assert KNOWLEDGE.safety.line not in text


def test_a_disruption_has_a_plan_with_clock_times() -> None:
    plan = summary_of("gangguan").waiting
    assert len(plan) == 2
    assert "10 20" in plan[0]
    assert "11 05" in plan[1]
    assert KNOWLEDGE.words.wait_title in as_text(summary_of("gangguan"))


def test_hours_stand_with_a_contact_and_an_office_has_no_empty_line() -> None:
    care_center, *_ = current_contacts(KNOWLEDGE)
    assert "Setiap hari" in care_center.facts
    assert care_center.details == (care_center.facts,)
    office = current_contacts(KNOWLEDGE)[2]
    assert office.details == ()


def test_a_retired_contact_names_what_to_use_instead() -> None:
    (old,) = retired_contacts(KNOWLEDGE)
    assert "165" in old.facts
    assert old.id not in [row.id for row in current_contacts(KNOWLEDGE)]


def test_a_retired_contact_may_have_no_successor() -> None:
    gone = replace(KNOWLEDGE.contact_by_id["telepon_lama"], replaced_by="")
    knowledge = replace(KNOWLEDGE, contacts=(gone,))
    assert retired_contacts(knowledge)[0].facts == KNOWLEDGE.words.old_contact_gone


def test_a_contact_tells_its_hours_its_cost_and_its_note() -> None:
    words = replace(KNOWLEDGE.words, contact_hours="Jam {hours}", contact_cost="Biaya {cost}")
    phone = replace(KNOWLEDGE.contact_by_id["care_center"], cost="lokal", note="Tekan 1.")
    row = contact_row(replace(KNOWLEDGE, words=words), phone)
    assert row.facts == "Jam Setiap hari. Biaya lokal"
    assert row.details == (row.facts, "Tekan 1.")
    assert (row.id, row.shown, row.copied) == ("care_center", "165", "165")
    assert (row.label, row.link, row.channel) == (phone.label, phone.link, phone.channel)


def test_a_summary_says_whose_ending_it_is_and_from_when() -> None:
    words = replace(KNOWLEDGE.words, paper_made="Dibuat {date}")
    knowledge = replace(KNOWLEDGE, words=words)
    ending = outcome("pulsa_habis")
    summary = summarise(knowledge, ending, Session(), MORNING)
    assert (summary.outcome_id, summary.language) == ("pulsa_habis", "id")
    assert summary.name == KNOWLEDGE.name
    assert [guide.id for guide in summary.guides] == ["tes_kartu"]
    assert summary.made_line == "Dibuat 22 Nov 2026"
    assert (summary.picture, summary.pictures) == ("hp_pulsa", ("isi_pulsa", "telepon_165"))
    assert summary.checked_line == checked_line(knowledge, ending.provenance)
    assert summarise(knowledge, ending, Session()).made_line == ""


def test_only_a_solved_ending_says_that_all_is_well() -> None:
    words = KNOWLEDGE.words
    assert summary_of("kode_masuk").heading == words.outcome_label_solved
    assert summary_of("pulsa_habis").heading == words.outcome_label
    assert (summary_of("kode_masuk").safety, summary_of("pulsa_habis").safety) == (
        "",
        KNOWLEDGE.safety.line,
    )


def test_an_answer_that_nobody_gave_says_so() -> None:
    words = replace(KNOWLEDGE.words, answer_assumed="{answer} (belum ditanya)")
    step = KNOWLEDGE.steps[0]
    given = Answer(step_id=step.id, key="tidak_masuk")
    assert answer_text(words, step, given) == "Kode tidak masuk"
    assumed = replace(given, assumed=True)
    assert answer_text(words, step, assumed) == "Kode tidak masuk (belum ditanya)"


def test_the_sheet_number_leads_back_to_the_way_of_an_ending() -> None:
    session = with_answer(KNOWLEDGE, Session(), Answer(step_id="mulai", key="pulsa"))
    made = summarise(KNOWLEDGE, outcome("pulsa_habis"), session)
    assert decode_sheet_number(KNOWLEDGE, made.sheet_number) == way_of(KNOWLEDGE, session)


def test_there_is_no_sheet_number_for_what_the_answers_do_not_lead_to_or_what_is_solved() -> None:
    assert not summarise(KNOWLEDGE, outcome("pulsa_habis"), Session()).sheet_number
    session = Session()
    for step_id, key in route_to(KNOWLEDGE, "kode_masuk"):
        session = with_answer(KNOWLEDGE, session, Answer(step_id=step_id, key=key))
    assert not summarise(KNOWLEDGE, outcome("kode_masuk"), session).sheet_number


def test_when_to_stop_and_to_come_back_is_reported_once() -> None:
    limit = replace(KNOWLEDGE.limits[0], stop="Berhenti.", come_back="Besok.")
    knowledge = replace(KNOWLEDGE, limits=(limit,))
    summary = summarise(knowledge, outcome("pulsa_habis"), Session(), MORNING)
    assert (summary.stop, summary.come_back) == ("Berhenti.", "Besok.")
    assert summary.limit_line == "Berhenti. Besok."
    assert replace(summary, waiting=("Besok pukul 08.00",)).limit_line == "Berhenti."
    assert summary_of("gangguan").limit_line == ""


def test_an_ending_without_a_short_name_is_reported_by_its_title() -> None:
    pulsa, *others = KNOWLEDGE.outcomes
    knowledge = replace(KNOWLEDGE, outcomes=(replace(pulsa, tried=""), *others))
    session = Session(answers=(Answer(step_id="mulai", key="pulsa"),), unsolved=("pulsa_habis",))
    summary = summarise(knowledge, outcome("salah_ketik"), session, MORNING)
    assert [(one.outcome_id, one.tried) for one in summary.already_tried] == [
        ("pulsa_habis", "Pulsa habis")
    ]
    assert f"\n\n{KNOWLEDGE.words.already_tried} Pulsa habis.\n\n" in as_text(summary)


def test_the_sheet_number_is_reported_in_one_line_where_there_is_one() -> None:
    words = replace(KNOWLEDGE.words, sheet_row="Nomor lembar: {number}")
    made = replace(summary_of("pulsa_habis"), words=words, sheet_number="7K4P-MX3W")
    assert made.sheet_line == "Nomor lembar: 7K4P-MX3W"
    assert replace(made, sheet_number="").sheet_line == ""


def test_a_question_mark_stands_for_the_colon_before_an_answer() -> None:
    asked = AnsweredQuestion(step_id="a", question="Apa?", answer="Itu")
    assert asked.line == "Apa? Itu."
    assert replace(asked, question="Nomor Anda").line == "Nomor Anda: Itu."


def test_an_officer_is_reported_the_way_unless_all_is_well() -> None:
    made = summary_of("salah_ketik", session_with_a_number())
    assert made.answer_lines == tuple(row.line for row in made.tried)
    assert len(made.answer_lines) == 2
    assert replace(made, solved=True).answer_lines == ()


def test_the_lines_of_a_list_are_numbered_from_one() -> None:
    assert numbered_lines(("Isi pulsa.", "Tunggu.")) == (("1.", "Isi pulsa."), ("2.", "Tunggu."))


def test_the_message_of_an_ending_is_in_the_code_of_a_chat_and_of_no_telephone() -> None:
    ending = outcome("pulsa_habis")
    made = summary_of("pulsa_habis")
    phone, chat = made.contacts
    assert made.message == ending.message
    assert (phone.id, phone.scanned) == ("care_center", "tel:165")
    assert chat.scanned == f"{chat.link}?text=Kode%20tidak%20masuk.%20Tolong%20dicek."
    (without,) = (row for row in current_contacts(KNOWLEDGE) if row.id == chat.id)
    assert without.scanned == chat.link


def test_of_two_numbers_the_first_one_is_kept() -> None:
    session = session_with_a_number()
    session = with_answer(KNOWLEDGE, session, Answer(step_id="nomor", key=NumberResult.OK))
    card = Answer(step_id="nomor_kartu", key=NumberResult.SAME, number="081300001111")
    alone = with_answer(KNOWLEDGE, session, card)
    assert summary_of("gangguan", alone).masked_number == "0813-****-111"
    first = Answer(step_id="nomor", key=NumberResult.OK, number="081200002222")
    both = with_answer(KNOWLEDGE, with_answer(KNOWLEDGE, alone, first), card)
    assert summary_of("gangguan", both).masked_number == "0812-****-222"


def test_an_assumed_answer_differs_from_a_given_one() -> None:
    assumed = Answer(step_id="mulai", key="pulsa", assumed=True)
    session = with_answer(KNOWLEDGE, Session(), assumed)
    given_one = with_answer(KNOWLEDGE, Session(), replace(assumed, assumed=False))
    (said,), (meant,) = (
        answered_questions(KNOWLEDGE, given_one),
        answered_questions(KNOWLEDGE, session),
    )
    assert said.answer == "Pulsa habis"
    assert meant.answer == KNOWLEDGE.words.answer_assumed.format(answer="Pulsa habis")


def on_the_way_of_pulsa(*unsolved: str, earlier: tuple[str, ...] = ()) -> Session:
    session = with_answer(KNOWLEDGE, Session(), Answer(step_id="mulai", key="pulsa"))
    return replace(session, unsolved=unsolved, earlier=earlier)


def tried_before(outcome_id: str, session: Session) -> list[str]:
    return [one.outcome_id for one in summary_of(outcome_id, session).already_tried]


def test_the_first_outcome_has_its_own_heading_and_title() -> None:
    summary = summary_of("pulsa_habis", on_the_way_of_pulsa())
    assert (summary.heading, summary.title) == (KNOWLEDGE.words.outcome_label, "Pulsa habis")
    assert summary.already_tried == ()


def test_a_further_outcome_says_so_and_names_what_was_tried() -> None:
    summary = summary_of("salah_ketik", on_the_way_of_pulsa("pulsa_habis"))
    assert summary.heading == KNOWLEDGE.words.other_cause_label
    (before,) = summary.already_tried
    assert (before.outcome_id, before.title) == ("pulsa_habis", "Pulsa habis")
    assert before.tried == (outcome("pulsa_habis").tried or "Pulsa habis")


def test_an_outcome_known_from_a_sheet_is_named_once_and_never_as_tried_before_itself() -> None:
    sheet = ("pulsa_habis", "salah_ketik")
    assert tried_before("salah_ketik", on_the_way_of_pulsa(earlier=sheet)) == ["pulsa_habis"]
    both = on_the_way_of_pulsa("pulsa_habis", earlier=sheet)
    assert tried_before("salah_ketik", both) == ["pulsa_habis"]
    other = on_the_way_of_pulsa("pulsa_habis", earlier=("gangguan",))
    assert tried_before("salah_ketik", other) == ["gangguan", "pulsa_habis"]


def test_a_solved_outcome_names_nothing_of_a_sheet() -> None:
    session = on_the_way_of_pulsa(earlier=("pulsa_habis",))
    assert tried_before("kode_masuk", session) == []
    assert summary_of("kode_masuk", session).heading == KNOWLEDGE.words.outcome_label_solved


def test_the_sheet_number_holds_the_way_up_to_the_outcome_and_nothing_of_a_sheet() -> None:
    number = summary_of("salah_ketik", on_the_way_of_pulsa("pulsa_habis")).sheet_number
    assert number
    later = on_the_way_of_pulsa("pulsa_habis", "salah_ketik", earlier=("gangguan",))
    assert reached_outcome(KNOWLEDGE, later) is not outcome("salah_ketik")
    assert summary_of("salah_ketik", later).sheet_number == number
    known = on_the_way_of_pulsa(earlier=("pulsa_habis",))
    number = summary_of("pulsa_habis", on_the_way_of_pulsa()).sheet_number
    assert summary_of("pulsa_habis", known).sheet_number == number != ""


def test_only_actions_that_no_earlier_outcome_advised_are_left() -> None:
    first, second = outcome("pulsa_habis"), outcome("salah_ketik")
    shared = first.actions[0]
    mixed = replace(second, actions=(shared, second.actions[0]))
    assert actions_left(mixed, [first]) == (second.actions[0],)
    assert actions_left(mixed, []) == mixed.actions
    assert actions_left(first, [first]) == first.actions, "better again than nothing"


def test_an_outcome_without_a_limit_says_nothing_about_coming_back() -> None:
    bare = summary_of("gangguan")
    assert (bare.stop, bare.come_back) == ("", "")


def test_the_code_of_a_mail_address_carries_the_subject_and_the_message() -> None:
    mail = replace(
        KNOWLEDGE.contacts[1], channel=Channel.EMAIL, link="mailto:contoh@contoh.example"
    )
    row = contact_row(KNOWLEDGE, mail, "Kode.")
    assert f"subject={quote(KNOWLEDGE.words.message_subject)}" in row.scanned
    assert "body=Kode" in row.scanned


def wait_sheet(*, now: datetime | None = None, provenance: Provenance | None = None) -> Summary:
    words = replace(KNOWLEDGE.words, paper_made="Dibuat {date}", wait_sheet_back="{minutes} menit")
    step = KNOWLEDGE.places["tunggu"]
    assert isinstance(step, WaitStep)
    step = replace(step, hint="Jangan keluar.", picture="semua_selesai", provenance=provenance)
    session = Session()
    for step_id, key in (("mulai", DONT_KNOW), ("periksa", "sudah")):
        session = with_answer(KNOWLEDGE, session, Answer(step_id=step_id, key=key))
    return sheet_summary(replace(KNOWLEDGE, words=words, about=("Buatan",)), step, session, now)


def test_the_sheet_of_a_wait_says_what_is_waited_for_and_advises_nothing() -> None:
    sheet = wait_sheet(now=MORNING)
    assert (sheet.outcome_id, sheet.language, sheet.name) == ("tunggu", "id", KNOWLEDGE.name)
    assert sheet.heading == KNOWLEDGE.words.wait_sheet_heading
    assert (sheet.title, sheet.cause) == ("Sudah berapa lama menunggu?", "Tunggu dulu sebentar.")
    assert (sheet.stop, sheet.come_back) == ("Jangan keluar.", "5 menit")
    assert (sheet.picture, sheet.solved, sheet.message) == ("semua_selesai", False, "")
    assert sheet.actions == sheet.pictures == sheet.bring == sheet.waiting == ()
    assert (sheet.guides, sheet.already_tried) == ((), ())


def test_the_sheet_of_a_wait_names_the_first_contact_and_the_safety_line() -> None:
    sheet = wait_sheet()
    assert sheet.contacts == current_contacts(KNOWLEDGE)[:1]
    assert (sheet.safety, sheet.about) == (KNOWLEDGE.safety.line, ("Buatan",))
    assert sheet.data_line == data_line(KNOWLEDGE)
    assert [row.step_id for row in sheet.tried] == ["mulai", "periksa"]


def test_the_sheet_of_a_wait_bears_a_date_by_a_clock_and_a_check_if_there_is_one() -> None:
    bare = wait_sheet()
    assert (bare.made_line, bare.checked_line, bare.masked_number) == ("", "", "")
    assert wait_sheet(now=MORNING).made_line == "Dibuat 22 Nov 2026"
    source = KNOWLEDGE.outcomes[0].provenance
    assert wait_sheet(provenance=source).checked_line == checked_line(KNOWLEDGE, source)


def test_the_sheet_of_a_wait_keeps_a_number_masked() -> None:
    step = KNOWLEDGE.places["tunggu"]
    assert isinstance(step, WaitStep)
    assert sheet_summary(KNOWLEDGE, step, session_with_a_number()).masked_number == "0812-****-890"
