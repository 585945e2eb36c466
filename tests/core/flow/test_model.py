"""Content is compared by its fields, and cannot be changed."""

import copy
from dataclasses import FrozenInstanceError, replace

import pytest

from jknassist.core.flow.model import Option, Source
from tests.support.small_knowledge import small_knowledge

ANSWER = Option(id="ya", text="Ya", goes_to="akhir")


def test_content_is_equal_by_its_fields() -> None:
    same = copy.copy(ANSWER)
    assert same is not ANSWER
    assert same == ANSWER
    assert hash(same) == hash(ANSWER)
    assert {same, ANSWER} == {ANSWER}


@pytest.mark.parametrize("change", [{"text": "Tidak"}, {"hint": "kalau ada"}, {"goes_to": "x"}])
def test_each_field_counts(change: dict[str, str]) -> None:
    assert replace(ANSWER, **change) != ANSWER


def test_content_of_another_kind_is_never_equal() -> None:
    assert Source(id="ya", text="Ya") != ANSWER
    assert ANSWER != ("ya", "Ya")


def test_what_was_looked_up_does_not_count() -> None:
    one, same = small_knowledge(), small_knowledge()
    assert one.places
    assert one == same


def test_content_does_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        ANSWER.text = "Tidak"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del ANSWER.text
    assert ANSWER.text == "Ya"


def test_content_is_shown_with_its_fields() -> None:
    assert repr(Source(id="s1", text="Contoh")) == "Source(id='s1', text='Contoh')"
