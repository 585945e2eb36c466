"""Test files mirror modules: jknassist/a/b.py is tested in tests/a/test_b.py."""

import re
from collections import defaultdict
from pathlib import Path

from tests.conftest import ROOT

CLASS = re.compile(r"^class ([A-Z]\w*)", re.MULTILINE)
"""A public class at the top of a module."""

NO_BEHAVIOUR = {
    "__main__.py": "two lines; every end-to-end test starts the program by it",
    "core/paper.py": "an enumeration",
    "core/pydantic_config.py": "a setting of pydantic",
    "core/typing_compat.py": "a decorator that does nothing",
    "gui/front.py": "what a front has; gui/kiosk/front.py and gui/volunteer/front.py fill it",
    "gui/speech/part.py": "a value without behaviour",
    "system/exit_codes.py": "constants",
}
"""Modules in which nothing could be tested alone, with the reason."""

NO_MODULE = {
    "bench": "measurements, and that they measure",
    "docs": "docs/",
    "end_to_end": "the program as a process, from outside",
    "packaging": "packaging/",
    "resources": "resources/",
    "test_architecture.py": "the imports of the whole program",
    "test_layout.py": "this file",
    "test_no_patches.py": "the source of the whole program",
    "test_start.py": "the start of the whole program",
    "core/export/test_golden.py": "each outcome on each paper, word for word",
    "core/phone/test_oracle.py": "the number doctor against another library",
}
"""Tests of what is no single module, with what they test; so is every folder named `whole`."""


def mirror_of(package: Path) -> dict[str, str]:
    """Return the file of tests that each module below a package has to have."""
    modules = sorted(package.rglob("*.py"))
    names = [file.relative_to(package) for file in modules if file.name != "__init__.py"]
    return {
        (name.parent / f"test_{name.name}").as_posix(): name.as_posix()
        for name in names
        if name.as_posix() not in NO_BEHAVIOUR
    }


def stands_alone(test: Path) -> bool:
    """Tell whether a file of tests may have no module."""
    around = {parent.as_posix() for parent in test.parents}
    return "whole" in test.parts or not ({test.as_posix(), *around}).isdisjoint(NO_MODULE)


def found() -> set[str]:
    tests = ROOT / "tests"
    return {file.relative_to(tests).as_posix() for file in tests.rglob("test_*.py")}


def test_every_module_has_its_tests_at_its_place() -> None:
    wanted = mirror_of(ROOT / "jknassist")
    assert sorted(wanted[test] for test in wanted.keys() - found()) == []


def test_every_file_of_tests_has_its_module() -> None:
    wanted = mirror_of(ROOT / "jknassist")
    lost = (test for test in found() - wanted.keys() if not stands_alone(Path(test)))
    assert sorted(lost) == []


def test_no_exception_is_kept_without_need() -> None:
    tests = ROOT / "tests"
    modules = [ROOT / "jknassist" / name for name in NO_BEHAVIOUR]
    assert [str(file) for file in modules if not file.is_file()] == []
    assert [name for name in NO_MODULE if not (tests / name).exists()] == []


def test_every_class_has_a_name_of_its_own() -> None:
    """A name that two classes share has to be looked up each time it is read."""
    files: dict[str, list[str]] = defaultdict(list)
    for file in sorted((ROOT / "jknassist").rglob("*.py")):
        for name in CLASS.findall(file.read_text(encoding="utf-8")):
            files[name].append(file.relative_to(ROOT).as_posix())
    assert {name: where for name, where in files.items() if len(where) > 1} == {}
