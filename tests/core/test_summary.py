"""What a visitor takes along: complete, in order, and without any phone number of theirs."""

from datetime import date

from jknassist.core.knowledge import NumberResult
from jknassist.core.session import Given, Session, give
from jknassist.core.summary import (
    Summary,
    as_text,
    checked_line,
    current_contacts,
    data_line,
    long_date,
    operator_line,
    retired_contacts,
    source_texts,
    summarise,
    tried,
)
from tests.core.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
TYPED = "0812 3456 77890"


def session_with_a_number() -> Session:
    session = give(KNOWLEDGE, Session(), Given(step_id="mulai", key="tidak_masuk"))
    typed = Given(step_id="nomor", key=NumberResult.CORRECTED, typed=TYPED, number="081234567890")
    return give(KNOWLEDGE, session, typed)


def summary_of(outcome_id: str, session: Session | None = None) -> Summary:
    outcome = next(o for o in KNOWLEDGE.outcomes if o.id == outcome_id)
    return summarise(KNOWLEDGE, outcome, session or Session())


def test_the_order_is_cause_actions_contacts_safety_tried_date() -> None:
    text = as_text(summary_of("salah_ketik", session_with_a_number()))
    parts = (
        "Nomor yang terdaftar bukan nomor kartu Anda.",
        "1. Ketik ulang nomornya.",
        "KTP",
        "WhatsApp contoh: 081234567890",
        "Jangan berikan kode",
        "Apa yang Anda alami?",
        "22 Nov 2026",
    )
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_no_typed_digit_is_in_the_summary() -> None:
    text = as_text(summary_of("salah_ketik", session_with_a_number()))
    assert TYPED not in text
    assert "77890" not in text
    rows = tried(KNOWLEDGE, session_with_a_number())
    assert [row.step_id for row in rows] == ["mulai", "nomor"]
    assert rows[1].answer == KNOWLEDGE.words.result_corrected


def test_a_phone_number_is_copied_as_digits_that_can_be_dialled() -> None:
    text = as_text(summary_of("pulsa_habis"))
    assert "081234567890" in text
    assert "0812-3456-7890" not in text


def test_an_ending_without_bring_safety_or_questions_has_no_empty_lines_for_them() -> None:
    text = as_text(summary_of("kode_masuk"))
    assert "\n\n\n" not in text
    assert KNOWLEDGE.words.bring_title not in text
    assert KNOWLEDGE.words.tried_title not in text
    assert KNOWLEDGE.safety.line not in text
    assert KNOWLEDGE.words.outcome_label_solved in text


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


def test_dates_are_written_out() -> None:
    assert long_date(date(2026, 1, 5), KNOWLEDGE.words) == "5 Jan 2026"
    assert long_date(date(2026, 12, 31), KNOWLEDGE.words) == "31 Des 2026"
    assert "22 Nov 2026" in data_line(KNOWLEDGE)


def test_a_fact_tells_when_it_was_checked_and_what_was_read() -> None:
    gangguan = next(o for o in KNOWLEDGE.outcomes if o.id == "gangguan")
    line = checked_line(KNOWLEDGE, gangguan.provenance)
    assert "1 Nov 2026" in line
    assert KNOWLEDGE.words.confidence_inferred in line
    assert source_texts(KNOWLEDGE, gangguan.provenance) == ("Balasan percobaan, 2026.",)


def test_an_operator_is_one_line() -> None:
    line = operator_line(KNOWLEDGE.words, KNOWLEDGE.operators[0])
    assert "Contohsel" in line
    assert "*000#" in line
