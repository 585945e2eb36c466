"""Frozen dataclasses that are quick to declare, for the values that every start needs.

The decorator of the standard library writes six methods for each class as text and compiles them;
with all our classes that took a third of the time in which our modules are loaded. The methods
here are written once, and look at the fields of a value when they are called: slower to make and
to compare, so what is made by the thousand keeps the decorator of the standard library.
"""

import dataclasses
from collections.abc import Callable
from functools import partial
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, NoReturn


def _dataclass(
    made: type | None = None, /, *, frozen: bool, kw_only: bool = False
) -> type | partial[Any]:
    """Do what ``dataclasses.dataclass`` does with these arguments; `frozen` has to be True."""
    if not frozen:
        raise ValueError(frozen)
    if made is None:
        return partial(_dataclass, frozen=frozen, kw_only=kw_only)
    for name, method in METHODS.items():
        if name not in vars(made):
            setattr(made, name, method)
    # Frozen by the methods above: it would compile its own ones.
    return dataclasses.dataclass(made, init=False, repr=False, eq=False, kw_only=kw_only)


def _start(self: Any, /, *given: object, **named: object) -> None:
    fields = dataclasses.fields(self)
    if given:
        named |= _by_place(self, fields, given, named)
    own = vars(self)
    for field in fields:
        own[field.name] = named.pop(field.name) if field.name in named else _default(self, field)
    if named:
        raise TypeError(f"{type(self).__name__} has no {', '.join(named)}")


def _by_place(
    self: object,
    fields: tuple[dataclasses.Field[Any], ...],
    given: tuple[object, ...],
    named: dict[str, object],
) -> dict[str, object]:
    """Return by name what was given by place."""
    places = [field.name for field in fields if not field.kw_only]
    placed = dict(zip(places, given, strict=False))
    if len(given) > len(places) or placed.keys() & named.keys():
        raise TypeError(f"{type(self).__name__} was given too many values")
    return placed


def _default(self: object, field: dataclasses.Field[Any]) -> object:
    if field.default is not dataclasses.MISSING:
        return field.default
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    raise TypeError(f"{type(self).__name__} needs {field.name}")


def _values(self: Any) -> tuple[object, ...]:
    return tuple(getattr(self, field.name) for field in dataclasses.fields(self))


@recursive_repr()
def _told(self: Any) -> str:
    shown = (field.name for field in dataclasses.fields(self) if field.repr)
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({told})"


def _equal(self: object, other: object) -> bool:
    return _values(self) == _values(other) if type(other) is type(self) else NotImplemented


def _hashed(self: object) -> int:
    return hash(_values(self))


def _refuse_to_set(_self: object, name: str, _value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


METHODS: dict[str, Callable[..., Any]] = {
    "__init__": _start,
    "__repr__": _told,
    "__eq__": _equal,
    "__hash__": _hashed,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
}

if TYPE_CHECKING:
    # Whoever reads the types sees the decorator that this one stands for.
    from dataclasses import dataclass as dataclass  # noqa: PLC0414
else:
    dataclass = _dataclass
