"""A quick dataclass behaves as one of the standard library does."""

import copy
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace
from typing import ClassVar

import pytest
from typing_extensions import override

from jknassist.core import values


@values.dataclass(frozen=True, kw_only=True)
class Card:
    name: str
    digits: tuple[int, ...] = (4, 2)
    hidden: str = field(default="", repr=False)
    marks: dict[str, int] = field(default_factory=dict)
    kind: ClassVar[str] = "card"


@dataclass(frozen=True, kw_only=True)
class Model:
    name: str
    digits: tuple[int, ...] = (4, 2)
    hidden: str = field(default="", repr=False)
    marks: dict[str, int] = field(default_factory=dict)
    kind: ClassVar[str] = "card"


@values.dataclass(frozen=True)
class Place:
    top: int
    left: int = 0


@values.dataclass(frozen=True, kw_only=True)
class Chip(Card):
    size: int


@values.dataclass(frozen=True)
class Chain:
    links: list["Chain"]


def test_it_holds_what_it_was_given_and_its_defaults() -> None:
    card = Card(name="a", hidden="§")
    assert vars(card) == {"name": "a", "digits": (4, 2), "hidden": "§", "marks": {}}
    assert card.marks is not Card(name="a").marks
    assert Place(1) == Place(top=1, left=0) == Place(1, 0)
    assert vars(Chip(name="a", size=2)) == vars(Card(name="a")) | {"size": 2}


@pytest.mark.parametrize("kind", [Card, Model])
def test_what_does_not_fit_is_refused(kind: Callable[..., object]) -> None:
    with pytest.raises(TypeError):
        kind()
    with pytest.raises(TypeError):
        kind("a")
    with pytest.raises(TypeError):
        kind(name="a", colour="red")


def test_too_many_places_and_one_given_twice_are_refused() -> None:
    kind: Callable[..., object] = Place
    with pytest.raises(TypeError):
        kind(1, 2, 3)
    with pytest.raises(TypeError):
        kind(1, top=1)


def test_nothing_of_it_changes() -> None:
    card = Card(name="a")
    with pytest.raises(FrozenInstanceError):
        card.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del card.name
    assert card == Card(name="a")


def test_it_is_equal_to_its_like_alone() -> None:
    assert Card(name="a") == Card(name="a")
    assert Card(name="a") != Card(name="b")
    assert Card(name="a") != object()
    assert Chip(name="a", size=1) != Card(name="a")
    assert len({Place(1), Place(1), Place(2)}) == 2
    with pytest.raises(TypeError):
        hash(Card(name="a"))  # it holds a dict
    with pytest.raises(TypeError):
        hash(Model(name="a"))


def test_it_tells_itself_without_what_is_hidden() -> None:
    told, model = repr(Card(name="a", hidden="§")), repr(Model(name="a", hidden="§"))
    assert told == model.replace("Model", "Card")
    assert "§" not in told
    chain = Chain([])
    chain.links.append(chain)
    assert repr(chain) == "Chain(links=[...])"


def test_tools_for_dataclasses_know_it() -> None:
    card = Card(name="a")
    assert [each.name for each in fields(card)] == [each.name for each in fields(Model)]
    assert replace(card, name="b") == Card(name="b")
    assert asdict(card) == asdict(Model(name="a"))
    assert pickle.loads(pickle.dumps(card)) == card  # noqa: S301
    assert copy.deepcopy(card) == card


def test_a_method_of_its_own_stays() -> None:
    @values.dataclass(frozen=True)
    class Quiet:
        word: str

        @override
        def __repr__(self) -> str:
            return "hushed"

    assert repr(Quiet("a")) == "hushed"


def test_only_frozen_ones_are_made() -> None:
    with pytest.raises(ValueError, match="False"):
        values.dataclass(frozen=False)
