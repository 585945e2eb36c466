"""Enumerations that are made quickly are those that Python makes."""

import copy
import enum
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from jknassist.gui import enumerations

ROOT = Path(__file__).parents[2]

TELL = """
import enum, sys
from jknassist.gui import enumerations
if sys.argv[1] == "quickly":
    enumerations.make_quickly()
sys.path.insert(0, sys.argv[2])
from tests.gui import test_enumerations
test_enumerations.tell_all()
"""

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg", "QtNetwork")
AT_LEAST = 300

KINDS = enumerations.KINDS
NAMES = {
    "numbers": [("One", 1), ("Two", 2), ("Uno", 1), ("None_", 0), ("Minus", -1), ("Many", 1 << 40)],
    "bits": [("None_", 0), ("A", 1), ("B", 2), ("AB", 3), ("D", 8), ("Alias", 2), ("Rest", 96)],
    "bits from the top": [("All", 15), ("H", 8), ("F", 4), ("L", 1), ("Sign", -(1 << 31))],
    "one": [("Only", 7)],
}

OTHERS: dict[str, tuple[object, dict[str, Any]]] = {
    "none": ([], {}),
    "words": ("One Two", {}),
    "a list of words": (["One", "Two"], {}),
    "a mapping": ({"One": 1, "Two": 2}, {}),
    "pairs in a tuple": ((("One", 1), ("Two", 2)), {}),
    "a text for a value": ([("One", "1"), ("Two", "2")], {"type": str}),
    "a truth for a value": ([("One", True), ("Two", 2)], {}),
    "a name of every enumeration": ([("name", 1), ("value", 2)], {}),
    "a name of every number": ([("real", 1), ("imag", 2)], {}),
    "a hidden name": ([("One", 1), ("_hidden", 2), ("__both__", 4)], {}),
    "a name of its own": ([("One", 1)], {"qualname": "House.Room"}),
    "a number of three parts": ([("One", 1, 1)], {}),
    "a name twice": ([("One", 1), ("One", 2)], {}),
    "a name of a class": ([("mro", 1)], {}),
    "a name that is none": ([("", 1)], {}),
    "a name with an underline": ([("_one_", 1)], {}),
}


@pytest.fixture
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make enumerations quickly until the end of the test."""
    if sys.version_info[:2] != enumerations.READ:
        pytest.skip("this Python makes enumerations its own way")
    monkeypatch.setattr(enum.EnumType, "_create_", enumerations._create_as_python)
    enumerations.make_quickly()


def told(made: Any) -> Iterator[str]:
    """Yield everything one can see of an enumeration."""
    bases = [each.__qualname__ for each in made.__mro__]
    yield f"{made!r} {type(made)} {made.__module__} {made.__qualname__} {bases} {made.__doc__}"
    for name, own in sorted(vars(made).items()):
        shown = getattr(own, "__qualname__", None) or repr(own)
        yield f"  {name}: {type(own).__name__} {shown.split(' at 0x')[0]}"
    yield f"  {dir(made)} {len(made)} {_tried(partial(list, made))}"
    yield f"  {_tried(lambda: list(reversed(made)))}"
    members = list(made.__members__.items())
    for name, member in members:
        kept = {key: str(value) for key, value in sorted(vars(member).items())}
        yield f"  {name} {member!r} {member} {member:} {hash(member)} {kept} {bool(member)}"
        yield f"  {getattr(made, name) is made[name] is member} {member == member.value}"
        yield f"  {_tried(partial(made, member.value))} {_tried(partial(copy.copy, member))}"
        yield f"  {_tried(partial(member.__reduce_ex__, 4))} {dir(member)}"
    for other in (0, 3, -1, 1 << 20):
        yield f"  {other} {_tried(partial(made, other))}"
    if not members:
        return
    (_, first), (_, last) = members[0], members[-1]
    for act in (
        lambda: first | last,
        lambda: last | 1,
        lambda: first & last,
        lambda: first ^ last,
        lambda: ~last,
        lambda: list(~first),
        lambda: last in first,
        lambda: first + 1,
        lambda: first < last,
        lambda: setattr(made, members[0][0], 1),
        lambda: made("Room", [("A", 1)]),
    ):
        yield f"  {_tried(act)}"


def _tried(what: Any) -> str:
    try:
        return repr(what())
    except (TypeError, ValueError, AttributeError) as error:
        return f"{type(error).__name__}: {error}"


def enumerations_in(scope: Any, seen: set[int]) -> Iterator[Any]:
    """Yield the enumerations of a module and of all that is in it."""
    for name in sorted(vars(scope)):
        found = getattr(scope, name, None)
        if not isinstance(found, type) or id(found) in seen:
            continue
        if not found.__module__.startswith("PySide6"):
            continue
        seen.add(id(found))
        if isinstance(found, enum.EnumType):
            yield found
        else:
            yield from enumerations_in(found, seen)


def tell_all() -> None:
    """Print all that can be seen of all enumerations of Qt, in a process of its own."""
    seen: set[int] = set()
    for name in MODULES:
        module = __import__(f"PySide6.{name}", fromlist=[name])
        for each in dir(module):
            getattr(module, each)  # PySide makes a class when it is asked for
        for made in enumerations_in(module, seen):
            sys.stdout.writelines(f"{line}\n" for line in told(made))
            for member in made:
                sys.stdout.write(f"  {_tried(partial(pickle.dumps, member))}\n")


def all_told(way: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", TELL, way, str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "0"},
    )
    assert not done.returncode, done.stderr
    return done.stdout


def test_the_enumerations_of_qt_are_those_that_python_makes() -> None:
    as_python, quick = all_told("as Python"), all_told("quickly")
    assert as_python.count("<enum '") > AT_LEAST
    assert quick.splitlines() == as_python.splitlines()


@pytest.mark.usefixtures("quickly")
@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES.keys())
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_an_enumeration_is_the_one_that_python_makes(kind: Any, names: Any) -> None:
    for boundary in (None, enum.KEEP, enum.STRICT):
        quick = kind("Room", names, boundary=boundary)
        more = {"module": __name__, "boundary": boundary}
        assert list(told(quick)) == list(
            told(enumerations._create_as_python(kind, "Room", names, **more))
        )


@pytest.mark.usefixtures("quickly")
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize(("names", "more"), OTHERS.values(), ids=OTHERS.keys())
def test_what_is_not_plain_is_left_to_python(kind: Any, names: Any, more: Any) -> None:
    def quick() -> Any:
        return list(told(kind("Room", names, **more)))

    def as_python() -> Any:
        more_named = {"module": __name__} | more
        return list(told(enumerations._create_as_python(kind, "Room", names, **more_named)))

    assert _tried(quick) == _tried(as_python)


@pytest.mark.usefixtures("quickly")
def test_other_enumerations_are_made_as_ever() -> None:
    class Colour(enum.Enum):
        RED = enum.auto()

    with pytest.raises(TypeError, match="<enum 'Room'> cannot extend"):
        Colour("Room", [("A", 1)])  # type: ignore[call-arg]
    assert Colour(1) is Colour.RED


@pytest.mark.usefixtures("quickly")
def test_it_is_not_python_that_makes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    kind: Any = enum.IntFlag
    kind("Room", [("A", 1)], boundary=enum.KEEP)  # the pattern is Python's
    monkeypatch.setattr(enumerations, "_create_as_python", None)
    assert kind("House", [("A", 1), ("B", 2)], boundary=enum.KEEP).B.value == 2
