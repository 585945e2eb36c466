"""Files of the first edition are read as before, and their keeper is told what they lack."""

import re

import pytest

from jknassist.core.parsing.load import check, load_knowledge, load_overlay
from tests.support.small_knowledge import RELEASED, small_knowledge, small_yaml
from tests.support.small_overlay import MARK, small_overlay_yaml

ACTION = re.compile(
    r'^( *)- id: "(\w+)"\n +text: (".*")\n +picture: ""\n +spoken: ""\n', re.MULTILINE
)
NEW_KEYS = re.compile(
    r"^ *(next:\n(?: +- .*\n)+|next: \[\]\n|changes: false\n"
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


def test_its_keeper_is_told_what_it_lacks_and_nothing_else() -> None:
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
def test_what_is_no_text_is_told_and_not_guessed(bad: str) -> None:
    text = first_edition().replace('- "Isi pulsa."', bad)
    knowledge, faults = load_knowledge(text.encode(), "isi.yaml")
    assert knowledge is None
    assert text[: text.index(bad)].count("\n") + 1 in {fault.line for fault in faults}


def test_an_overlay_with_an_action_too_few_is_told() -> None:
    knowledge = small_knowledge()
    text = first_overlay().replace(f'      - "{MARK}Isi pulsa."\n', "")
    english, faults = load_overlay(text.encode(), "isi.en.yaml", knowledge)
    assert english is None
    assert any("actions" in fault.text for fault in faults)
