"""The summary as a chat message."""

from dataclasses import replace

from jknassist.core.export.chat import as_text
from jknassist.core.flow.summary import (
    AnsweredQuestion,
)
from tests.support.summaries import (
    KNOWLEDGE,
    session_with_a_number,
    summary_of,
)


def test_headings_are_bold_in_a_chat() -> None:
    assert "\n*Pulsa habis*\n" in as_text(summary_of("pulsa_habis"))


def test_a_question_without_a_question_mark_is_set_off_from_its_answer() -> None:
    assert (
        AnsweredQuestion(step_id="a", question="Ketik nomor", answer="Sama").line
        == "Ketik nomor: Sama."
    )
    assert (
        AnsweredQuestion(step_id="a", question="Ada pulsa?", answer="Ada").line == "Ada pulsa? Ada."
    )


def test_the_chat_is_this_text_and_no_other() -> None:
    words = KNOWLEDGE.words
    ending = replace(
        summary_of("salah_ketik", session_with_a_number()),
        bring=("KTP", "Kartu JKN"),
        about=("Bukan buatan BPJS.", "Ditulis sukarelawan."),
    )
    pandawa, office = ending.contacts
    assert as_text(ending).split("\n\n") == [
        f"{words.outcome_label}\n*Nomor salah ketik*\n{ending.cause}",
        f"*{words.actions_title}*\n1. Ketik ulang nomornya.",
        f"{words.bring_title} KTP, Kartu JKN",
        "Dua kali tidak masuk? Berhenti dulu. Coba lagi besok.",
        f"*{words.contacts_title}*\n{pandawa.label}: 081234567890\n{office.copied}",
        KNOWLEDGE.safety.line,
        words.sheet_row.format(number=ending.sheet_number),
        "\n".join(
            (
                f"*{words.tried_title}*",
                "1. Apa yang Anda alami? Kode tidak masuk.",
                f"2. {ending.tried[1].line}",
            )
        ),
        f"{ending.data_line}\nBukan buatan BPJS.",
    ]
