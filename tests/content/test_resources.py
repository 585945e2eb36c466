"""LoadedContent files are found in a checkout, a wheel and a frozen build."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from jknassist.content.resources import ResourceError, read, shipped

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(params=["wheel or frozen folder", "checkout"])
def package(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    package = tmp_path / "jknassist"
    beside = package if request.param == "wheel or frozen folder" else tmp_path
    (beside / "resources" / "pictures").mkdir(parents=True)
    (beside / "resources" / "pictures" / "a.svg").write_bytes(b"<svg/>")
    package.mkdir(exist_ok=True)
    return package


def test_a_file_and_a_folder_are_found(package: Path) -> None:
    assert shipped("pictures/a.svg", package=package).parent == shipped("pictures", package=package)
    assert read("pictures/a.svg", package=package) == b"<svg/>"


def test_a_missing_file_is_an_error_that_names_it(package: Path) -> None:
    with pytest.raises(ResourceError, match=r"^pictures/b\.svg$"):
        shipped("pictures/b.svg", package=package)


def test_reading_a_folder_is_the_same_error(package: Path) -> None:
    with pytest.raises(ResourceError, match=r"^pictures$"):
        read("pictures", package=package)


def test_what_is_inside_the_package_wins_over_what_lies_beside_it(tmp_path: Path) -> None:
    for folder, text in ((tmp_path, "beside"), (tmp_path / "jknassist", "inside")):
        (folder / "resources").mkdir(parents=True)
        (folder / "resources" / "a.txt").write_text(text)
    assert read("a.txt", package=tmp_path / "jknassist") == b"inside"


def test_a_built_wheel_holds_every_resource_and_finds_it(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    installed = tmp_path / "installed"
    (wheel,) = tmp_path.glob("jknassist-*.whl")
    zipfile.ZipFile(wheel).extractall(installed)
    resources = ROOT / "resources"
    names = [p.relative_to(resources).as_posix() for p in resources.rglob("*") if p.is_file()]
    script = (
        "import sys; from jknassist.content.resources import read; [read(n) for n in sys.argv[1:]]"
    )
    found = subprocess.run(
        [sys.executable, "-P", "-c", script, *names],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert names
    assert found.returncode == 0, found.stderr
