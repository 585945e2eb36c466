"""Frozen dataclasses that share their methods, for the classes that exist at every start."""

from dataclasses import MISSING, FrozenInstanceError, dataclass, field, fields
from typing import TypeVar, dataclass_transform

from jknassist.core.typing_compat import override

Value = TypeVar("Value")


class FrozenValue:
    """Creates, compares, shows and protects its fields, as a frozen dataclass would.

    `dataclass` writes the source text of these methods for each class, and Python compiles it at
    every start; for some 35 classes that took longer than reading the content
    (`docs/benchmarks.md`). Fields are given by name.
    """

    def __init__(self, **given: object) -> None:
        values = vars(self)
        for one in fields(self):  # type: ignore[arg-type]
            if one.name in given:
                values[one.name] = given.pop(one.name)
            elif one.default is not MISSING:
                values[one.name] = one.default
            elif one.default_factory is not MISSING:
                values[one.name] = one.default_factory()
            else:
                raise TypeError(f"{type(self).__name__}: {one.name!r} is missing")
        if given:
            raise TypeError(f"{type(self).__name__}: no field {', '.join(map(repr, given))}")

    @override
    def __setattr__(self, name: str, value: object) -> None:
        if name in vars(self):
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super().__setattr__(name, value)

    @override
    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def _fields(self) -> tuple[object, ...]:
        # A cached property is no field.
        return tuple(getattr(self, one.name) for one in fields(self))  # type: ignore[arg-type]

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, FrozenValue) or type(other) is not type(self):
            return NotImplemented
        return self._fields() == other._fields()

    @override
    def __hash__(self) -> int:
        return hash(self._fields())

    @override
    def __repr__(self) -> str:
        shown = [one.name for one in fields(self) if one.repr]  # type: ignore[arg-type]
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"{type(self).__name__}({values})"


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(field,))
def frozen_value(made: type[Value]) -> type[Value]:
    """Make a dataclass of a `FrozenValue`; frozen for mypy, too."""
    return dataclass(kw_only=True, init=False, eq=False, repr=False)(made)
