"""A `FrozenValue` behaves as a frozen dataclass of the same fields does."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, replace
from functools import cached_property
from typing import Any

import pytest

from jknassist.core.frozen_value import FrozenValue, frozen_value


@frozen_value
class Shared(FrozenValue):
    name: str
    count: int = 3
    parts: tuple[str, ...] = field(default_factory=tuple)
    secret: str = field(default="", repr=False)

    @cached_property
    def doubled(self) -> int:
        return 2 * self.count


@frozen_value
class Longer(Shared):
    last: str


@dataclass(frozen=True, kw_only=True)
class Generated:
    name: str
    count: int = 3
    parts: tuple[str, ...] = field(default_factory=tuple)
    secret: str = field(default="", repr=False)


GIVEN: tuple[dict[str, Any], ...] = (
    {"name": "satu"},
    {"name": "satu", "count": 3, "secret": ""},
    {"name": "satu", "count": 4},
    {"count": 4, "name": "satu", "parts": ("a",)},
    {"name": "satu", "secret": "0800"},
)


@pytest.mark.parametrize("given", GIVEN)
def test_fields_and_their_defaults_are_those_of_a_dataclass(given: dict[str, Any]) -> None:
    assert vars(Shared(**given)) == vars(Generated(**given))


@pytest.mark.parametrize("one", GIVEN)
@pytest.mark.parametrize("other", GIVEN)
def test_values_are_equal_where_dataclasses_are(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert (Shared(**one) == Shared(**other)) == (Generated(**one) == Generated(**other))
    assert len({Shared(**one), Shared(**other)}) == len({Generated(**one), Generated(**other)})


@pytest.mark.parametrize("given", GIVEN)
def test_what_is_shown_leaves_out_what_a_dataclass_does(given: dict[str, Any]) -> None:
    assert repr(Shared(**given)) == repr(Generated(**given)).replace("Generated", "Shared")


@pytest.mark.parametrize("wrong", [{}, {"count": 1}, {"name": "x", "other": 1}])
def test_missing_and_unknown_fields_are_refused_by_name(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="other" if wrong.get("other") else "name"):
        Shared(**wrong)
    with pytest.raises(TypeError):
        Generated(**wrong)


def test_a_value_does_not_change() -> None:
    value = Shared(name="satu")
    with pytest.raises(FrozenInstanceError, match="count"):
        value.count = 4  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="count"):
        del value.count
    assert value.count == 3


def test_what_is_cached_is_no_field() -> None:
    value, same = Shared(name="satu"), Shared(name="satu")
    assert value.doubled == 6
    assert value == same
    assert "doubled" not in repr(value)
    assert replace(value, count=5).doubled == 10


def test_a_subclass_has_the_fields_of_both_and_equals_none_of_the_other() -> None:
    longer = Longer(name="satu", last="akhir")
    assert repr(longer) == "Longer(name='satu', count=3, parts=(), last='akhir')"
    assert longer != Shared(name="satu")
    assert Shared(name="satu") != longer
    assert Shared(name="satu") != ("satu", 3, (), "")


def test_a_value_can_be_copied_and_stored() -> None:
    value = Shared(name="satu", parts=("a", "b"))
    assert copy.copy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301  it was written here
