"""Files of the first edition are still read; their editor is told what they lack."""

import re
from dataclasses import replace

import pytest

from jknassist.content import loader
from jknassist.core.export.print_document import print_document
from jknassist.core.flow.model import Knowledge
from jknassist.core.flow.simulation import follow
from jknassist.core.paper import Paper
from jknassist.core.parsing.load import check, load_knowledge, load_overlay
from jknassist.core.parsing.older_editions import WORDS as WORDS_OF_A_FILE
from jknassist.core.parsing.older_editions import Lender
from tests.support.document_text import document_text
from tests.support.first_edition import first_yaml
from tests.support.small_knowledge import RELEASED, small_knowledge, small_yaml
from tests.support.small_overlay import MARK, small_overlay_yaml

SHIPPED = loader.knowledge_of(None)

ACTION = re.compile(
    r'^( *)- id: "(\w+)"\n +text: (".*")\n +picture: ".*"\n +spoken: ""\n', re.MULTILINE
)
NEW_KEYS = re.compile(
    r"^ *(next:\n(?: +- .*\n)+|next: \[\]\n|changes: false\n|pictures: \[\]\n"
    r"|(?:tried|message|limit|hand_over): .*\n)"
    r"|^limits:\n(?:  .*\n)+",
    re.MULTILINE,
)
LIMITS = re.compile(r"^limits:\n(?:  .*\n)+", re.MULTILINE)
WORDS = re.compile(r'^( *)(\w+):\n +text: (".*")\n', re.MULTILINE)


def first_edition() -> str:
    """Return the small knowledge as the first edition wrote it: things to do are bare texts."""
    text = NEW_KEYS.sub("", small_yaml())
    head, found, ends = text.partition("outcomes:\n")
    return head.replace('  goes_to: ""\n', "") + found + ACTION.sub(r"\1- \3\n", ends)


def first_overlay(*, without_new: bool = True) -> str:
    """Return the overlay with its things to do as bare texts, and without the words new since."""
    head, found, ends = small_overlay_yaml().partition("outcomes:\n")
    own, rest, contacts = ends.partition("contacts:\n")
    if not without_new:
        return head + found + WORDS.sub(r"\1- \3\n", own) + rest + contacts
    own = re.sub(r"^ +(?:tried|message): .*\n", "", WORDS.sub(r"\1- \3\n", own), flags=re.MULTILINE)
    return LIMITS.sub("", head + found + own + rest + contacts)


def test_the_first_edition_is_written_with_bare_texts() -> None:
    assert '      - "Isi pulsa."\n      - "Minta kode sekali lagi."\n' in first_edition()
    assert f'      - "{MARK}Isi pulsa."\n' in first_overlay()


def test_a_file_of_the_first_edition_is_read() -> None:
    knowledge, faults = load_knowledge(first_edition().encode(), "isi.yaml")
    assert not faults
    assert knowledge is not None
    for now, then in zip(small_knowledge().outcomes, knowledge.outcomes, strict=True):
        assert [action.text for action in then.actions] == [action.text for action in now.actions]
        numbered = [f"{then.id}_{place}" for place in range(1, len(then.actions) + 1)]
        assert [action.id for action in then.actions] == numbered
        assert then.next == ()


def test_the_editor_is_warned_of_what_it_lacks_and_nothing_else() -> None:
    text = first_edition()
    told = check(text.encode(), "isi.yaml", today=RELEASED)
    told = tuple(
        fault for fault in told if "sources" not in fault.text and "sumber" not in fault.text
    )
    assert all(fault.warning for fault in told)
    (ids,) = (fault for fault in told if "5 langkah hanya teks" in fault.text)
    assert ids.line == text[: text.index('- "Isi pulsa."')].count("\n") + 1
    for name in ("next", "tried", "message", "limit", "hand_over"):
        assert [fault for fault in told if f'"{name}"' in fault.text], name
    assert len(told) == 6


def test_an_overlay_of_the_first_edition_is_read_over_either_file() -> None:
    for base, newer in ((first_edition(), False), (small_yaml(), True)):
        knowledge, _ = load_knowledge(base.encode(), "isi.yaml")
        assert knowledge is not None
        english, faults = load_overlay(
            first_overlay(without_new=not newer).encode(), "isi.en.yaml", knowledge
        )
        assert not faults
        assert english is not None
        assert english.outcomes[0].actions[1].text == f"{MARK}Minta kode sekali lagi."
        assert english.outcomes[0].actions[1].id == knowledge.outcomes[0].actions[1].id


@pytest.mark.parametrize("bad", ["- 7", "- true", "- [a]"])
def test_what_is_no_text_is_reported_and_not_guessed(bad: str) -> None:
    text = first_edition().replace('- "Isi pulsa."', bad)
    knowledge, faults = load_knowledge(text.encode(), "isi.yaml")
    assert knowledge is None
    assert text[: text.index(bad)].count("\n") + 1 in {fault.line for fault in faults}


def test_an_overlay_with_an_action_too_few_is_reported() -> None:
    knowledge = small_knowledge()
    text = first_overlay().replace(f'      - "{MARK}Isi pulsa."\n', "")
    english, faults = load_overlay(text.encode(), "isi.en.yaml", knowledge)
    assert english is None
    assert any("actions" in fault.text for fault in faults)


# The content as it was first published, with the words that the program has learnt since.


def lent(text: str, lender: Lender = lambda: SHIPPED) -> tuple[Knowledge | None, list[str]]:
    knowledge, told = load_knowledge(text.encode(), "isi.yaml", lender=lender)
    assert all(fault.warning == (knowledge is not None) for fault in told)
    return knowledge, [fault.text for fault in told]


def test_published_content_gets_the_words_it_lacks_and_keeps_its_own() -> None:
    text = first_yaml().replace('  next: "Lanjut"', '  next: "Terus"')
    knowledge, told = lent(text)
    assert knowledge is not None
    assert (knowledge.edition, knowledge.words.next) == (1, "Terus")
    assert knowledge.words.solved_question == SHIPPED.words.solved_question
    assert knowledge.words.list_progress == SHIPPED.words.list_progress
    assert knowledge.number_words.chat_id == SHIPPED.number_words.chat_id
    assert knowledge.steps[0].title in first_yaml()
    words, retired, number_words, actions = sorted(told, key=lambda line: "langkah" in line)
    for line, name in ((words, "solved_question"), (number_words, "chat_id")):
        count, names = line.split(" ", 1)[0], line.partition(": ")[2].partition(";")[0].split(", ")
        assert int(count) == len(names)
        assert name in names
        assert "yang dipakai kata bawaan program" in line
    assert (
        retired == '4 kata tidak dipakai lagi di "words": print_none, list_found, list_all_good, '
        "list_unreadable"
    )
    assert "hanya teks" in actions


def test_words_with_a_former_name_keep_their_text() -> None:
    text = first_yaml().replace('  restart: "Hapus & selesai"', '  restart: "Selesai saja"')
    knowledge, told = lent(text.replace('  finish_yes: "Ya, hapus"', '  finish_yes: "Ya"'))
    assert knowledge is not None
    words = knowledge.words
    assert (words.start_again, words.leave, words.leave_yes) == ("Mulai lagi", "Selesai saja", "Ya")
    named = re.findall(r"\w+", " ".join(told))
    assert not {"finish", "restart", "start_again", "leave", "leave_yes"}.intersection(named)


def test_a_word_under_its_former_and_its_new_name_is_a_fault() -> None:
    text = first_yaml().replace('  next: "Lanjut"', '  next: "Lanjut"\n  leave: "Selesai"')
    knowledge, told = lent(text)
    assert knowledge is None
    assert any('"restart" tidak dikenal' in line for line in told)


def test_a_check_tells_the_same_in_the_line_of_the_part() -> None:
    text = first_yaml()
    told = check(text.encode(), "isi.yaml", today=RELEASED, lender=lambda: SHIPPED)
    assert all(fault.warning for fault in told)
    lines = [fault.line for fault in told if "kata bawaan program" in fault.text]
    starts = [text[: text.index(f"\n{part}:")].count("\n") + 2 for part in WORDS_OF_A_FILE]
    assert lines == starts


def test_without_a_lender_as_for_the_shipped_file_a_missing_word_is_a_fault() -> None:
    knowledge, faults = load_knowledge(first_yaml().encode(), "isi.yaml")
    assert knowledge is None
    assert any('"solved_question" belum ada' in fault.text for fault in faults)


@pytest.mark.parametrize(
    "lender", [lambda: None, lambda: replace(SHIPPED, language="en")], ids=["none", "english"]
)
def test_no_word_is_lent_by_none_nor_in_another_language(lender: Lender) -> None:
    knowledge, told = lent(first_yaml(), lender)
    assert knowledge is None
    assert any('"solved_question" belum ada' in line for line in told)


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ('  next: "Lanjut"', '  nexr: "Lanjut"', 'mungkin maksudnya "next"'),
        ('  next: "Lanjut"', '  next: "Lanjut"\n  qqq: "Apa"', '"qqq" tidak dikenal'),
        ('  next: "Lanjut"', '  next: "Lanjut {angka}"', "{angka} tidak dikenal"),
        ('  next: "Lanjut"', "  next: 7", "harus teks"),
        ("    goes_to: ", "    goes_ke: ", "tidak dikenal"),
        ("{done}", "{sudah}", "{sudah} tidak dikenal"),
        ("{done}", "{done", "kurawal"),
    ],
)
def test_what_is_wrong_in_it_stays_a_fault(old: str, new: str, part: str) -> None:
    text = first_yaml()
    assert old in text
    knowledge, told = lent(text.replace(old, new))
    assert knowledge is None
    assert any(part in line for line in told)


def test_a_current_file_that_lost_a_word_gets_it_back() -> None:
    knowledge, told = lent(re.sub(r"\n  solved_yes: .*", "", small_yaml()), small_knowledge)
    assert knowledge == small_knowledge()
    assert told == ['1 kata belum ada di "words": solved_yes; yang dipakai kata bawaan program']


def test_a_whole_file_needs_no_lender() -> None:
    def never() -> Knowledge:
        raise AssertionError("asked for words")

    assert lent(small_yaml(), never) == (small_knowledge(), [])


def test_words_that_are_no_mapping_are_a_fault() -> None:
    text = re.sub(r"\nwords:\n(?:  .*\n)+", "\nwords: []\n", small_yaml())
    knowledge, told = lent(text, small_knowledge)
    assert knowledge is None
    assert any('"words" tidak dapat berisi daftar' in line for line in told)


def test_published_content_leads_to_each_ending_and_its_paper() -> None:
    knowledge, _ = lent(first_yaml())
    assert knowledge is not None
    for outcome in knowledge.outcomes:
        summary = follow(knowledge, (), outcome=outcome.id).summary
        assert summary is not None
        assert summary.outcome_id == outcome.id
        for paper in Paper:
            printed = document_text(print_document(summary, paper))
            assert all(action.text.split()[0] in printed for action in outcome.actions)


def test_published_english_gets_the_english_words() -> None:
    knowledge, _ = lent(first_yaml())
    assert knowledge is not None
    english = loader.shipped_of("en")
    assert english is not None
    data = first_yaml("knowledge.en.yaml").encode()
    translated, told = load_overlay(data, "isi.en.yaml", knowledge, lender=lambda: english)
    assert translated is not None
    assert translated.words.solved_question == english.words.solved_question
    assert {fault.warning for fault in told} == {True}
    assert load_overlay(data, "isi.en.yaml", knowledge)[0] is None
    assert load_overlay(data, "isi.en.yaml", knowledge, lender=lambda: SHIPPED)[0] is None
