"""dev.py reports all missing requirements at once, and passes arguments on."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Never

import pytest

SCRIPT = Path(__file__).parent.parent.parent / "packaging" / "dev.py"


@pytest.fixture
def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev_under_test", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(dev: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the script believe that it stands in an empty checkout."""
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    (tmp_path / "packaging" / "locks").mkdir(parents=True)
    (tmp_path / "packaging/locks/run.lock").write_text("segno==1.6.6\n")
    (tmp_path / ".venv").mkdir()
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    return tmp_path


def test_without_a_command_every_command_is_listed() -> None:
    done = subprocess.run(
        [sys.executable, SCRIPT, "nothing-like-it"], check=False, capture_output=True, text=True
    )
    assert done.returncode == 2
    for command in ("run", "test", "setup", "lock"):
        assert f"\n  {command} " in done.stdout


@pytest.mark.parametrize(
    ("typed", "given"),
    [
        (["probe", "-k", "name"], ["-k", "name"]),
        (["probe", "--", "--lang", "en"], ["--lang", "en"]),
        (["probe", "number", "--", "-1"], ["number", "--", "-1"]),
    ],
)
def test_arguments_go_through(dev: ModuleType, typed: list[str], given: list[str]) -> None:
    received: list[list[str]] = []
    dev.COMMANDS["probe"] = received.append
    dev.main(typed)
    assert received == [given]


def test_a_script_is_given_its_own_arguments_and_nothing_else(
    dev: ModuleType, checkout: Path
) -> None:
    scripts = checkout / "packaging" / "some"
    scripts.mkdir()
    (scripts / "beside.py").write_text("CODE = 7\n")
    (scripts / "probe.py").write_text(
        "import sys\nfrom some import beside\n"
        "sys.exit(beside.CODE if sys.argv[1:] == ['--try', 'a b'] else repr(sys.argv))\n"
    )
    assert dev.module("some.probe", ["--try", "a b"]) == 7
    assert dev.main(["script", "some.probe", "--try", "a b"]) == 7


def test_an_old_python_is_reported_so(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (99, 0))
    with pytest.raises(dev.Stop, match=sys.version.split()[0]):
        dev.main(["run"])


@pytest.mark.parametrize("changed", ["packaging/locks/run.lock", "pyproject.toml"])
def test_an_environment_is_out_of_date_once_its_files_change(
    dev: ModuleType, checkout: Path, changed: str
) -> None:
    assert not dev.is_ready("packaging/locks/run.lock")
    (checkout / ".venv" / ".run.lock").write_text(dev.stamp("packaging/locks/run.lock"))
    assert dev.is_ready("packaging/locks/run.lock")
    with (checkout / changed).open("a") as file:
        file.write("# changed\n")
    assert not dev.is_ready("packaging/locks/run.lock")


@pytest.mark.usefixtures("checkout")
def test_a_failed_download_stops_and_leaves_nothing_marked_as_done(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "call", lambda command, **_: int("install" in command))
    monkeypatch.setattr(dev, "pip", lambda: ["pip"])
    with pytest.raises(dev.Stop, match="sambungan internet"):
        dev.install("packaging/locks/run.lock")
    assert not dev.is_ready("packaging/locks/run.lock")


@pytest.mark.skipif(sys.platform != "linux", reason="system packages are a matter of Linux")
class TestSystemPackages:
    """What happens when Qt or the tests want a system package."""

    @pytest.fixture(autouse=True)
    def without_rights(self, dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(dev, "rights", lambda: None)

    def test_missing_qt_libraries_stop_with_the_exact_command(
        self, dev: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dev, "loads", lambda library: library != "libEGL.so.1")
        with pytest.raises(dev.Stop, match=r"apt-get install \S+ libegl1\n"):
            dev.prepare_system()

    def test_missing_test_tools_are_only_mentioned(
        self, dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(dev, "loads", lambda _: True)
        monkeypatch.setattr(dev, "TEST_TOOLS", {"no-such-tool": "toolbox"})
        dev.prepare_system(for_tests=True)
        assert "toolbox" in capsys.readouterr().out

    def test_nothing_missing_installs_nothing(
        self, dev: ModuleType, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(packages: list[str]) -> Never:
            raise AssertionError(packages)

        monkeypatch.setattr(dev, "loads", lambda _: True)
        monkeypatch.setattr(dev, "install_packages", refuse)
        dev.prepare_system()

    def test_a_library_that_is_not_there_does_not_load(self, dev: ModuleType) -> None:
        assert not dev.loads("libno-such-library.so.0")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights are asked for on POSIX only")
def test_an_ordinary_user_without_sudo_may_not_install(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(dev.shutil, "which", lambda name: None if name == "sudo" else name)
    assert dev.rights() is None
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    assert dev.rights() == []


def test_the_tests_of_every_group_are_there(dev: ModuleType) -> None:
    paths = [path for group in dev.BESIDE for path in group]
    assert paths
    assert [path for path in paths if not (dev.ROOT / path).exists()] == []


@pytest.mark.parametrize(
    ("rest", "beside", "code"),
    [
        (0, (0, 0, 0), 0),
        (0, (1, 0, 0), 1),
        (0, (0, 0, 1), 1),
        (1, (0, 0, 0), 1),
        (3, (1, 2, 1), 3),
    ],
)
def test_a_failure_in_any_group_is_a_failure(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, rest: int, beside: tuple[int, ...], code: int
) -> None:
    codes = list(beside)

    def ended(*_: object, **__: object) -> subprocess.Popen[bytes]:
        return started([sys.executable, "-c", f"import sys; sys.exit({codes.pop(0)})"])

    started = subprocess.Popen
    monkeypatch.setattr(dev, "call", lambda *_, **__: rest)
    monkeypatch.setattr(dev.subprocess, "Popen", ended)
    assert dev.all_tests() == code


@pytest.fixture
def called(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Run none of the tests; return the commands that would."""
    called: list[list[str]] = []

    def begun(command: list[str], **_: object) -> subprocess.Popen[bytes]:
        called.append(command)
        return started([sys.executable, "-c", ""])

    started = subprocess.Popen
    monkeypatch.setattr(dev, "call", lambda command, **_: called.append(command))
    monkeypatch.setattr(dev.subprocess, "Popen", begun)
    return called


def test_every_group_is_given_the_arguments_of_pytest_and_nothing_is_linted(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, called: list[list[str]]
) -> None:
    for preparation in ("install", "prepare_system"):
        monkeypatch.setattr(dev, preparation, lambda *_, **__: None)
    assert not dev.main(["test", "--no-lint", "-m", "not frozen"])
    assert [command[-2:] for command in called] == [["-m", "not frozen"]] * 4
    assert [command[3:5] for command in called[:3]] == [list(group) for group in dev.BESIDE]


def test_the_whole_test_lints_too(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, called: list[list[str]]
) -> None:
    for preparation in ("install", "prepare_system"):
        monkeypatch.setattr(dev, preparation, lambda *_, **__: None)
    assert not dev.main(["test"])
    assert [command[1:] for command in called if "pytest" not in command] == [
        [str(dev.ROOT / "packaging" / "dev.py"), "lint"]
    ]
    assert len(called) == 1 + len(dev.BESIDE) + 1


def test_a_test_runs_in_one_group_only(dev: ModuleType, called: list[list[str]]) -> None:
    dev.all_tests()
    named = {path for group in dev.BESIDE for path in group}
    for file in (path.relative_to(dev.ROOT) for path in (dev.ROOT / "tests").rglob("test_*.py")):
        inside = {str(file), *map(str, file.parents)}
        runs = [
            command
            for command in called
            if not any(f"--ignore={path}" in command for path in inside)
            and (inside & set(command) or not named & set(command))
        ]
        assert len(runs) == 1, file
