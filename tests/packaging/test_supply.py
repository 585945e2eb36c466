"""Licences of all shipped components are accepted; a changed program is tested."""

from pathlib import Path

import dev
import pytest
from freeze import freeze, licence_list
from tools import mutate, pytest_clear_caches

from tests.support import phone_plan

GPL = "GPL-2.0-only"


def sbom(**licences: str) -> dict[str, object]:
    """Return an SBOM of these components."""
    parts = [
        {"name": n, "version": "1.0", "licenses": [{"expression": found}] if found else []}
        for n, found in licences.items()
    ]
    return {"components": parts}


def test_the_licences_of_a_bill_are_listed_by_name() -> None:
    either = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
    excepted = "GPL-2.0-or-later WITH Bootloader-exception"
    made_of = sbom(Qt=either, segno="BSD-3-Clause", pyinstaller=excepted)
    made_of["components"][0]["components"] = sbom(zlib="Zlib")["components"]  # type: ignore[index]

    assert list(licence_list.listed(made_of)) == [
        f"pyinstaller 1.0: {excepted}",
        f"Qt 1.0: {either}",
        "segno 1.0: BSD-3-Clause",
        "zlib 1.0: Zlib",
    ]


@pytest.mark.parametrize(
    "found", [GPL, f"MIT AND {GPL}", "", f"(MIT OR Zlib) AND ({GPL})", "MIT WITH something"]
)
def test_a_licence_that_nobody_agreed_to_stops_the_release(found: str) -> None:
    lines = licence_list.listed(sbom(stranger=found, segno="MIT"))

    with pytest.raises(dev.Stop, match="stranger"):
        list(lines)


@pytest.mark.parametrize("found", [f"{GPL} OR MIT", f"(MIT OR {GPL}) AND Unicode-3.0", "(MIT)"])
def test_of_a_choice_one_agreed_licence_is_enough(found: str) -> None:
    assert licence_list.is_agreed(found)


@pytest.mark.parametrize(
    ("place", "files", "tests"),
    [
        ("core/phone", "jknassist/core/phone/*.py", ["tests/core/phone"]),
        ("core/phone/", "jknassist/core/phone/*.py", ["tests/core/phone"]),
        ("core/phone/plan.py", "jknassist/core/phone/plan.py", ["tests/core/phone"]),
        ("core/pin.py", "jknassist/core/pin.py", ["tests/core/test_pin.py"]),
        (
            "core/deep/inside.py",
            "jknassist/core/deep/inside.py",
            ["tests/core"],
        ),
    ],
)
def test_a_changed_place_meets_its_own_tests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, files: str, tests: list[str]
) -> None:
    made = ("core/pin.py", "core/phone/plan.py", "core/deep/inside.py")
    for name in (*(f"jknassist/{one}" for one in made), "tests/core/test_pin.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "tests/core/phone").mkdir()
    monkeypatch.setattr(freeze, "ROOT", tmp_path)
    assert mutate.files_of(place) == files
    assert mutate.tests_of(place) == tests


def test_a_place_that_is_not_there_is_named() -> None:
    with pytest.raises(dev.Stop, match=r"core/nirgendwo\.py"):
        mutate.files_of("core/nirgendwo.py")


def test_nothing_is_remembered_from_an_earlier_change() -> None:
    phone_plan.index()
    pytest_clear_caches.pytest_runtest_setup()

    assert phone_plan.index.cache_info().currsize == 0
