"""Architecture: allowed imports, and what no file may contain."""

import ast
import fnmatch
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINT_IMPORTS = Path(sysconfig.get_path("scripts")) / "lint-imports"
CORE = sorted((ROOT / "jknassist" / "core").rglob("*.py"))
IGNORED = [
    line
    for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
"""What tools leave behind, as git is told of it; a machine of a stranger may have no git to ask."""
HOME = re.compile(rb"/(?:home|Users)/[a-z]|/root[/]|[A-Z]:\\Users\\[a-z]", re.IGNORECASE)


def our_files() -> list[Path]:
    """Return the files of the project, without what tools leave behind."""
    found = []
    for folder, folders, names in os.walk(ROOT):
        place = Path(folder)
        folders[:] = [name for name in folders if not is_left_behind(place / name)]
        found += [place / name for name in names if not is_left_behind(place / name)]
    return found


def is_left_behind(path: Path) -> bool:
    """Tell whether git would not keep a file or folder, or it is git's own."""
    return path.name == ".git" or any(matches(path, pattern) for pattern in IGNORED)


def matches(path: Path, pattern: str) -> bool:
    """Tell whether a line of .gitignore, of the kinds that stand in ours, is about a path."""
    if pattern.endswith("/") and not path.is_dir():
        return False
    at_the_top = pattern.startswith("/")
    tried = path.relative_to(ROOT).as_posix() if at_the_top else path.name
    return fnmatch.fnmatchcase(tried, pattern.strip("/"))


def test_what_tools_leave_behind_is_not_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = [
        ".hypothesis/x",
        ".venv-package/x",
        "build/x",
        "tests/__pycache__/x",
        "uv.lock",
        "a.pyc",
    ]
    ours = ["jknassist/x", "packaging/build.py", "packaging/uv.lock", ".github/x", "tests/dist"]
    for name in (*left, *ours):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    monkeypatch.setattr(sys.modules[__name__], "ROOT", tmp_path)
    assert sorted(our_files()) == sorted(tmp_path / name for name in ours)


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the import contracts of a package in a folder."""
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache"], cwd=folder, check=False, capture_output=True, text=True
    )


@pytest.fixture
def copied_tree(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    leave_out = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "jknassist", tmp_path / "jknassist", ignore=leave_out)
    return tmp_path


def test_the_contracts_hold(copied_tree: Path) -> None:
    done = lint_imports(copied_tree)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("core/pin.py", "import jknassist.core.phone", "Layers of the core"),
        ("core/phone/plan.py", "import jknassist.core.phone.report", "Layers of the number doctor"),
        ("core/flow/model.py", "import jknassist.core.flow.summary", "Layers of the flow"),
        ("core/parsing/tree.py", "import jknassist.core.parsing.load", "Layers of the parsing"),
        ("core/speech/forms.py", "import jknassist.core.speech.clip_index", "Layers of the speech"),
        (
            "core/parsing/lint/texts.py",
            "import jknassist.core.parsing.lint.all_rules",
            "Layers of the lint",
        ),
        ("core/words.py", "import jknassist.content.resources", "Layers of the program"),
        ("core/words.py", "import jknassist.gui", "Layers of the program"),
        ("system/paths.py", "import jknassist.content", "Layers of the program"),
        ("gui/widgets/keypad.py", "import jknassist.gui.pages", "Layers of the window"),
        ("gui/pages/choice.py", "import jknassist.gui.main_window", "Layers of the window"),
        (
            "gui/kiosk/visit.py",
            "import jknassist.gui.volunteer.features",
            "The two fronts know nothing of each other",
        ),
        ("core/words.py", "import PySide6.QtCore", "No Qt below the window"),
        ("content/resources.py", "import shiboken6", "No Qt below the window"),
        ("core/words.py", "import pydantic", "Only the parser knows pydantic and yaml"),
        ("gui/__init__.py", "import yaml", "Only the parser knows pydantic and yaml"),
        ("core/words.py", "import pathlib", "The core opens no file and reads no clock"),
        ("gui/__init__.py", "import socket", "The program opens no socket"),
        ("stranger.py", "", "Layers of the program"),
        ("core/stranger.py", "", "Layers of the core"),
        ("gui/stranger.py", "", "Layers of the window"),
    ],
)
def test_a_contract_that_is_broken_is_reported(
    copied_tree: Path, module: str, line: str, contract: str
) -> None:
    with (copied_tree / "jknassist" / module).open("a") as file:
        file.write(f"\n{line}\n")
    done = lint_imports(copied_tree)
    assert done.returncode != 0
    assert f"{contract} BROKEN" in done.stdout


def test_the_core_loads_without_qt_in_a_fresh_process() -> None:
    modules = [".".join(f.relative_to(ROOT).with_suffix("").parts) for f in CORE]
    script = (
        "import importlib, sys\n"
        "for name in sys.argv[1:]: importlib.import_module(name.removesuffix('.__init__'))\n"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, *modules],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("file", CORE, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_the_core_calls_no_open_and_no_print(file: Path) -> None:
    calls = [
        node.func for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Call)
    ]
    names = {function.id for function in calls if isinstance(function, ast.Name)}
    assert not names & {"open", "print", "input", "eval", "exec"}


TAKES_AWAY = {
    "findChild",
    "focusWidget",
    "group",
    "itemAt",
    "nextInFocusChain",
    "previousInFocusChain",
    "screen",
    "setBuddy",
    "style",
}
"""Methods of Qt whose result PySide makes belong to whoever was asked, at the cost of its parent.

Both may then be freed twice, or never: seen as a crash of the next window that was opened. A style
is kept after Qt threw it away (gui/widgets/wrapping_button.py), and so is an item of a layout.
The screen of a widget is deleted with the widget, and Qt has none left; QGuiApplication tells it
without that.
"""


@pytest.mark.parametrize("folder", ["jknassist/gui", "tests/gui", "tests/bench"])
def test_no_widget_is_taken_away_from_its_parent(folder: str) -> None:
    taken = [
        f"{file.relative_to(ROOT)}:{asked.lineno}"
        for file in sorted((ROOT / folder).rglob("*.py"))
        for call in ast.walk(ast.parse(file.read_text()))
        if isinstance(call, ast.Call) and isinstance(asked := call.func, ast.Attribute)
        if asked.attr in TAKES_AWAY
        # Asked of the application, or of a painter, nothing changes hands.
        if not (isinstance(asked.value, ast.Name) and asked.value.id in {"QApplication", "painter"})
    ]
    assert taken == []


KEEPS_A_THEME = {
    "gui/crash_window.py": "shows one page in the theme of the window that failed",
    "gui/devtools/preview.py": "begins each help window anew with the theme of the start",
}


def test_no_widget_keeps_a_theme() -> None:
    # It would paint in the old colours and letters after a change: gui/style/active_theme.py.
    found = {
        str(file.relative_to(ROOT / "jknassist"))
        for file in sorted((ROOT / "jknassist" / "gui").rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
        if node.attr in {"theme", "_theme"}
    }
    assert found == set(KEEPS_A_THEME)


def test_the_packaging_folder_is_no_package() -> None:
    # It would hide the library of that name, and PyInstaller would stop working.
    assert not list((ROOT / "packaging").rglob("__init__.py"))


def test_the_test_folders_are_no_packages() -> None:
    assert not list((ROOT / "tests").rglob("__init__.py"))


def test_no_file_names_a_home_folder() -> None:
    files = our_files()
    assert ROOT / "pyproject.toml" in files
    assert [f for f in files if HOME.search(f.read_bytes())] == []


def test_the_lock_files_have_hashes_and_no_addresses() -> None:
    locks = sorted((ROOT / "packaging" / "locks").glob("*.lock"))
    assert len(locks) == 5
    for lock in locks:
        text = lock.read_text()
        assert "://" not in text
        assert not re.search(r"^-", text, re.MULTILINE)
        hashes = re.findall(r"^[A-Za-z].*\\\n( +--hash=sha256:)?", text, re.MULTILINE)
        assert len(hashes) == len(pins(f"packaging/locks/{lock.name}"))
        assert all(hashes)


def pins(name: str) -> set[str]:
    """Return the lines of a lock file that name a library and its version."""
    return set(re.findall(r"^[A-Za-z].*==.*", (ROOT / name).read_text(), re.MULTILINE))


@pytest.mark.parametrize("name", ["packaging/locks/dev.lock", "packaging/locks/package.lock"])
def test_what_is_tested_and_what_is_frozen_is_what_runs(name: str) -> None:
    assert pins("packaging/locks/run.lock")
    assert pins("packaging/locks/run.lock") <= pins(name)


LOCKED = {
    "packaging/locks/run.lock": (),
    "packaging/locks/dev.lock": ("test", "lint"),
    "packaging/locks/package.lock": ("package",),
    "packaging/locks/mutation.lock": ("test", "mutation"),
    "packaging/locks/release.lock": ("release",),
}


def asked(lock: str) -> list[str]:
    """Return what the settings ask of a lock file, as it is written there."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    of_the_program = (
        [] if lock == "packaging/locks/release.lock" else settings["project"]["dependencies"]
    )
    groups = settings["dependency-groups"]
    return [*of_the_program, *(one for group in LOCKED[lock] for one in groups[group])]


def as_numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


@pytest.mark.parametrize("lock", LOCKED)
def test_a_lock_file_agrees_with_the_settings(lock: str) -> None:
    pinned = {
        name.replace("_", "-").lower(): version
        for name, version in (re.split("==| ", pin)[:2] for pin in pins(lock))
    }
    for requirement in asked(lock):
        found = re.match(r"([\w-]+)>=([\d.]+)(?:,!=([\d.]+))?(?:;|$)", requirement)
        assert found is not None, requirement
        version = pinned[found[1].replace("_", "-").lower()]
        assert as_numbers(version) >= as_numbers(found[2]), requirement
        assert version != found[3]


def test_every_group_is_locked() -> None:
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text())["dependency-groups"]
    assert set(groups) == {group for names in LOCKED.values() for group in names}


def test_the_release_has_one_version() -> None:
    # The version is written in jknassist/__init__.py alone; the change log speaks of it.
    version = re.search(r'__version__ = "(.+)"', (ROOT / "jknassist/__init__.py").read_text())
    assert version is not None
    assert f"## {version[1]}" in (ROOT / "CHANGELOG.md").read_text()
