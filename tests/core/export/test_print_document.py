"""The print document: order, role of each line, and what is left out."""

from dataclasses import replace

from jknassist.core.export.chat import as_text
from jknassist.core.export.print_document import (
    Codes,
    PrintDocuments,
    Role,
    SheetNumberEntry,
    TextLine,
    print_document,
)
from jknassist.core.flow.model import DONT_KNOW, NumberResult, WaitStep
from jknassist.core.flow.session import Answer, Session, with_answer
from jknassist.core.flow.sheet_number import is_whole
from jknassist.core.flow.summary import Summary, sheet_summary, summarise
from jknassist.core.paper import Paper
from tests.support.document_text import document_text
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()


def summary(outcome_id: str = "salah_ketik") -> Summary:
    session = with_answer(KNOWLEDGE, Session(), Answer(step_id="mulai", key="tidak_masuk"))
    typed = Answer(step_id="nomor", key=NumberResult.CORRECTED, number="081298765432")
    outcome = next(one for one in KNOWLEDGE.outcomes if one.id == outcome_id)
    return summarise(KNOWLEDGE, outcome, with_answer(KNOWLEDGE, session, typed))


def test_every_paper_has_cause_actions_contacts_safety_codes_slip_date_in_this_order() -> None:
    for paper in Paper:
        text = document_text(print_document(summary(), paper))
        parts = (
            "Nomor yang terdaftar bukan nomor kartu Anda.",
            "1. Ketik ulang nomornya.",
            "0812-3456-7890",
            "Jangan berikan kode",
            "[QR https://wa.me/6281234567890?text=Nomor%20saya%20salah.",
            "1. Apa yang Anda alami? Kode tidak masuk.",
            "22 Nov 2026",
        )
        places = [text.index(part) for part in parts]
        assert places == sorted(places)


def test_the_masked_number_is_there_only_when_asked_for() -> None:
    documents = PrintDocuments(summary())
    assert "****" in documents.masked_number
    for paper in Paper:
        assert "****" not in document_text(print_document(summary(), paper))
        assert "0812-****-432" in document_text(print_document(summary(), paper, with_number=True))
        assert "8765" not in document_text(print_document(summary(), paper, with_number=True))


def test_a_number_taken_for_a_mistyped_one_is_not_called_registered() -> None:
    chosen = summary()
    assert chosen.chosen_digits == 12
    paper = document_text(print_document(chosen, Paper.A4, with_number=True))
    assert chosen.number_line in paper
    assert chosen.words.paper_number.partition("{")[0] not in paper
    assert "****" not in document_text(print_document(chosen, Paper.A4))


def test_an_office_has_no_label_and_no_code() -> None:
    blocks = print_document(summary(), Paper.A4).blocks
    assert [len(block.codes) for block in blocks if isinstance(block, Codes)] == [1]
    assert document_text(print_document(summary(), Paper.A4)).count("Kantor") == 1


def test_where_no_contact_has_a_link_there_is_no_heading_for_codes() -> None:
    bare = replace(summary(), contacts=summary().contacts[1:])
    laid = print_document(bare, Paper.A4)
    assert not [block for block in laid.blocks if isinstance(block, Codes)]
    assert KNOWLEDGE.words.qr_title not in document_text(laid)


def test_a_solved_ending_has_no_slip() -> None:
    text = document_text(print_document(summary("kode_masuk"), Paper.ROLL_58))
    assert "---" not in text
    assert KNOWLEDGE.words.tried_title not in text


def test_a_wait_is_a_list_of_its_own() -> None:
    lines = [
        block
        for block in print_document(summary("gangguan"), Paper.A4).blocks
        if isinstance(block, TextLine)
    ]
    assert [line.text for line in lines if line.mark == "•"] == list(summary("gangguan").waiting)


def test_a_roll_leaves_out_what_is_less_urgent() -> None:
    noted = replace(summary().contacts[0], note="Catatan panjang", facts="Jam")
    long = replace(summary(), contacts=(noted,))
    assert "Catatan panjang." in document_text(print_document(long, Paper.A4))
    assert "Catatan panjang" not in document_text(print_document(long, Paper.ROLL_58))
    assert summary().checked_line in document_text(print_document(long, Paper.A4))
    assert summary().checked_line not in document_text(print_document(long, Paper.ROLL_80))


def test_without_about_and_safety_nothing_is_left_empty() -> None:
    bare = replace(summary(), about=(), safety="")
    lines = [
        block for block in print_document(bare, Paper.ROLL_80).blocks if isinstance(block, TextLine)
    ]
    assert Role.WARNING not in [line.role for line in lines]
    assert all(line.text for line in lines)


def test_a_paper_is_set_out_once_for_all_that_use_it() -> None:
    documents = PrintDocuments(summary())
    for paper in Paper:
        for with_number in (False, True):
            made = documents.on(paper, with_number=with_number)
            assert documents.on(paper, with_number=with_number) is made
            assert made == print_document(summary(), paper, with_number=with_number)


def test_the_sheet_number_stands_on_every_paper_once_and_in_the_chat() -> None:
    made = summary()
    assert is_whole(made.sheet_number)
    for paper in Paper:
        assert document_text(print_document(made, paper)).count(made.sheet_number) == 1
    assert made.sheet_line in as_text(made).splitlines()
    bare = replace(made, sheet_number="")
    assert made.words.sheet_use not in document_text(print_document(bare, Paper.A4))
    assert not bare.sheet_line


def test_a_sheet_stands_beside_the_codes_where_there_are_some() -> None:
    made = summary()
    (codes,) = (b for b in print_document(made, Paper.A4).blocks if isinstance(b, Codes))
    assert codes.beside is not None
    without = replace(made, contacts=made.contacts[-1:])
    kinds = [type(block) for block in print_document(without, Paper.A4).blocks]
    assert SheetNumberEntry in kinds
    assert Codes not in kinds


def test_what_was_done_before_stands_between_the_cause_and_what_to_do() -> None:
    session = with_answer(KNOWLEDGE, Session(), Answer(step_id="mulai", key="pulsa"))
    tried = replace(session, unsolved=("pulsa_habis",))
    second = next(one for one in KNOWLEDGE.outcomes if one.id == "salah_ketik")
    for paper in Paper:
        sheet = print_document(summarise(KNOWLEDGE, second, tried), paper)
        texts = [block.text for block in sheet.blocks if isinstance(block, TextLine)]
        told = f"{KNOWLEDGE.words.already_tried} isi pulsa."
        place = texts.index(told)
        assert texts[place - 1 : place + 2] == [
            second.cause,
            told,
            KNOWLEDGE.words.actions_title,
        ]


def test_the_paper_of_a_wait_has_its_sheet_number_and_when_to_come_back_and_no_steps() -> None:
    step = next(one for one in KNOWLEDGE.steps if isinstance(one, WaitStep))
    session = Session()
    for step_id, key in (("mulai", DONT_KNOW), ("periksa", "sudah")):
        session = with_answer(KNOWLEDGE, session, Answer(step_id=step_id, key=key))
    sheet = sheet_summary(KNOWLEDGE, step, session)
    for paper in Paper:
        text = document_text(print_document(sheet, paper))
        not_otp = KNOWLEDGE.words.sheet_not_otp
        for part in (step.title, sheet.sheet_number, not_otp, sheet.come_back):
            assert part in text
        assert KNOWLEDGE.words.actions_title not in text
    assert KNOWLEDGE.words.actions_title not in as_text(sheet)
    assert sheet.sheet_line in as_text(sheet)
