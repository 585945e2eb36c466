"""What an edition changes: every contact and every number, and nothing that only moved."""

from dataclasses import replace
from typing import Any

import pytest

from jknassist.core.export.content_changes import ContactChange, content_changes
from jknassist.core.flow.model import Knowledge
from tests.support.small_knowledge import small_knowledge

SMALL = small_knowledge()
FIRST, *OTHERS = SMALL.contacts


def with_text(text: str) -> Knowledge:
    first, *others = SMALL.outcomes
    return replace(SMALL, outcomes=(replace(first, cause=text), *others))


def test_the_same_content_changes_nothing() -> None:
    changes = content_changes(SMALL, replace(SMALL, edition=9, contacts=SMALL.contacts[::-1]))
    assert not changes.any
    assert (changes.contacts, changes.numbers_added, changes.numbers_removed) == ((), (), ())


@pytest.mark.parametrize("field", ["shown", "hours", "cost", "note", "link", "copied", "label"])
def test_any_part_of_a_contact_that_changes_is_told(field: str) -> None:
    changes_to: dict[str, Any] = {field: "0812-0000-0000"}
    changed = replace(FIRST, **changes_to)
    changes = content_changes(SMALL, replace(SMALL, contacts=(changed, *OTHERS)))
    (change,) = changes.contacts
    assert change.label == changed.label
    if field not in {"copied", "label"}:
        assert "0812-0000-0000" in change.after
        assert "0812-0000-0000" not in change.before


def test_a_contact_that_is_new_or_gone_is_told() -> None:
    new = replace(FIRST, id="baru", label="Nomor baru", shown="0812-0000-0000")
    changes = content_changes(SMALL, replace(SMALL, contacts=(new, *OTHERS)))
    assert [(one.label, bool(one.before), bool(one.after)) for one in changes.contacts] == [
        ("Nomor baru", False, True),
        (FIRST.label, True, False),
    ]
    assert isinstance(changes.contacts[0], ContactChange)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Telepon 0812-0000-0000 saja.", "0812-0000-0000"),
        ("Tekan *123#, lalu 4.", "123"),
        ("Kirim ke +62 812 0000 0000.", "+62 812 0000 0000"),
    ],
)
def test_a_number_in_a_sentence_that_comes_or_goes_is_told(text: str, number: str) -> None:
    assert content_changes(SMALL, with_text(text)).numbers_added == (number,)
    assert content_changes(with_text(text), SMALL).numbers_removed == (number,)


def test_small_counts_are_no_numbers() -> None:
    assert not content_changes(SMALL, with_text("Tunggu 5 menit, coba 2 kali.")).any
