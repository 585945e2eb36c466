"""The classes of sentences behave like frozen dataclasses."""

import copy
from dataclasses import FrozenInstanceError, fields, replace

import pytest

from jknassist.core.words import InterfaceWords, NumberWords, declared_placeholders


def numbered() -> dict[str, str]:
    return {f.name: f"{place}" for place, f in enumerate(fields(NumberWords))}


def test_a_value_holds_each_sentence() -> None:
    words = NumberWords(**numbered())
    assert {name: getattr(words, name) for name in numbered()} == numbered()


@pytest.mark.parametrize("change", [{"empty": None}, {"tidak_ada": "x"}])
def test_a_missing_or_an_unknown_sentence_is_refused(change: dict[str, str | None]) -> None:
    sentences = {k: v for k, v in (numbered() | change).items() if v is not None}
    with pytest.raises(TypeError, match=next(iter(change))):
        NumberWords(**sentences)


def test_values_are_equal_by_their_sentences() -> None:
    one, same = NumberWords(**numbered()), NumberWords(**dict(reversed(numbered().items())))
    assert one == same
    assert hash(one) == hash(same)
    assert copy.copy(one) == one
    assert replace(one, empty="lain") != one
    assert one != numbered()


def test_a_value_does_not_change() -> None:
    words = NumberWords(**numbered())
    with pytest.raises(FrozenInstanceError):
        words.empty = "lain"  # type: ignore[misc]


def test_each_sentence_of_a_class_has_its_own_placeholders() -> None:
    declared = declared_placeholders(InterfaceWords)
    assert declared["next"] == frozenset()
    assert declared["staff_log_good"] == {"count"}
