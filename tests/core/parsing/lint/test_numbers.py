"""Lint of phone numbers in the content."""

from dataclasses import replace

import pytest

from jknassist.core.flow.model import Channel, Knowledge
from jknassist.core.parsing.lint.numbers import lint_numbers
from tests.support.phone_plan import index
from tests.support.small_knowledge import small_knowledge


def with_number(copied: str) -> Knowledge:
    knowledge = small_knowledge()
    contact = replace(knowledge.contacts[0], channel=Channel.WHATSAPP, copied=copied)
    return replace(knowledge, contacts=(contact,))


@pytest.mark.parametrize("copied", ["081324567890", "165", "1500400"])
def test_a_sound_number_is_no_fault(copied: str) -> None:
    assert list(lint_numbers(with_number(copied), index())) == []


@pytest.mark.parametrize(
    ("copied", "warning"),
    [
        ("0813245677890", False),
        ("62081324567890", False),
        ("0081324567890", False),
        ("081324567890081324567891", False),
        ("0849245678901", False),
        ("08132456789", True),
    ],
)
def test_an_odd_number_of_a_contact_is_reported(copied: str, *, warning: bool) -> None:
    [finding] = lint_numbers(with_number(copied), index())

    assert finding.path == ("contacts", 0, "copied")
    assert copied in finding.text
    assert finding.warning is warning


def test_a_number_in_a_text_is_examined_too() -> None:
    knowledge = small_knowledge()
    first, *others = knowledge.steps
    wrong = replace(first, text="Tulis ke 0813-2456-77890 atau 0813-2456-7890.")
    changed = replace(knowledge, steps=(wrong, *others))

    assert [f.path for f in lint_numbers(changed, index())] == [("steps", 0, "text")]


def test_the_invented_number_of_examples_is_no_fault_in_a_text() -> None:
    knowledge = small_knowledge()
    first, *others = knowledge.steps
    example = replace(first, text="Contoh: 0812 3456 7890.")
    changed = replace(knowledge, steps=(example, *others))

    assert list(lint_numbers(changed, index())) == []


def test_a_short_number_is_refused_where_the_member_is_abroad() -> None:
    knowledge = small_knowledge()
    first, *others = knowledge.outcomes
    away = replace(knowledge, outcomes=(replace(first, abroad=True), *others))
    [finding] = lint_numbers(away, index())
    assert finding.path == ("outcomes", 0, "contacts", 0)
    assert finding.text.startswith('"165" belum pasti tersambung dari luar negeri')
    assert list(lint_numbers(knowledge, index())) == []
