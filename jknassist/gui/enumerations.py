"""Makes Qt's enumerations as Python does, in a quarter of the time.

PySide makes all the enumerations of a class of Qt when it first needs the class: two hundred with
two thousand names before the first question, which took a fifth of the whole start. For each name
Python makes a descriptor, looks for its like in every base, and throws it away. Here an enumeration
begins as a copy of one without names, which Python itself has made, and each name is put where
Python puts it in the end (`EnumType.__new__` and `_proto_member` of Python 3.11).
"""

import enum
import sys
from functools import cache
from typing import Any

READ = (3, 11)
"""The Python in which that was read, and which our releases have; others keep their own way."""

KINDS = (enum.Enum, enum.IntEnum, enum.Flag, enum.IntFlag)

_create_as_python: Any = vars(enum.EnumType)["_create_"]


def make_quickly() -> None:
    """Have enumerations quickly made from here on, wherever all their values are numbers."""
    if sys.version_info[:2] == READ:
        enum.EnumType._create_ = _create  # type: ignore[attr-defined]


def _create(kind: Any, name: str, names: Any, **more: Any) -> Any:
    """Stand in for `EnumType._create_`; leave to that one what is not as PySide asks for it."""
    caller = sys._getframe(2)  # noqa: SLF001  # as that one finds out where it belongs
    more["module"] = more.get("module") or caller.f_globals.get("__name__")
    if kind in KINDS and isinstance(names, list) and not (more.get("qualname") or more.get("type")):
        pattern, taken = _pattern(kind, more.get("boundary"))
        if _are_plain(names, taken):
            return _filled(kind, name, names, pattern | {"__module__": more["module"]})
    return _create_as_python(kind, name, names, **more)


@cache
def _pattern(kind: Any, boundary: enum.FlagBoundary | None) -> tuple[dict[str, Any], set[str]]:
    """Return what Python gives an enumeration without names, and which names need more care."""
    empty = _create_as_python(kind, "Empty", (), module=__name__, boundary=boundary)
    taken = {name for each in type(empty).__mro__ + empty.__mro__ for name in vars(each)}
    return dict(vars(empty)), taken | {""}


def _are_plain(names: list[Any], taken: set[str]) -> bool:
    """Return whether these are pairs of a free name and a number, each name given once."""
    return (
        all(tuple(map(type, pair)) == (str, int) for pair in names)
        and taken.isdisjoint(given := {name for name, _ in names})
        and len(given) == len(names)
        and not any(name.startswith("_") for name in given)
    )


def _filled(kind: Any, name: str, names: list[tuple[str, int]], own: dict[str, Any]) -> Any:
    """Return an enumeration of these names; `own` is what it has without them."""
    listed: list[str] = []
    by_name: dict[str, Any] = {}
    by_value: dict[int, Any] = {}
    own |= {"_member_names_": listed, "_member_map_": by_name, "_value2member_map_": by_value}
    own |= {"_unhashable_values_": []}
    begin, new, with_value = own.pop("__new__"), own["_new_member_"], own["_use_args_"]
    made = type.__new__(enum.EnumType, name, (kind,), own)
    made.__new__ = begin  # type: ignore[method-assign]
    is_flag = issubclass(kind, enum.Flag)
    for label, value in names:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new(made, value) if with_value else new(made)
            member._value_, member._name_ = value, label
            member.__objclass__, member._sort_order_ = made, len(listed)
            # What has several bits, or none, is not counted among the flags.
            if not is_flag or _is_one_bit(value):
                listed.append(label)
        by_name[label] = member
        type.__setattr__(made, label, member)
    if is_flag:
        _set_bits(made)
    return made


def _set_bits(made: Any) -> None:
    """Tell an enumeration of flags which bits they have, and in which order they come."""
    every = 0
    for value in made._value2member_map_:
        every |= value
    made._all_bits_ = 2 ** every.bit_length() - 1
    flags = [made._member_map_[label]._value_ for label in made._member_names_]
    if hasattr(made, "_singles_mask_"):
        made._flag_mask_, made._singles_mask_ = every, sum(flags)
    else:  # as far as Python 3.11.2
        made._flag_mask_ = sum(flags)
    if flags != sorted(flags):
        made._iter_member_ = made._iter_member_by_def_


def _is_one_bit(value: int) -> bool:
    return value != 0 and value & (value - 1) == 0
