"""Minimal Debian systems: network settings are copied, and no mounted folder is deleted."""

import ast
import importlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Debian is made on Linux alone")


@pytest.fixture
def bare_debian(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    yield from loaded(monkeypatch, "linux.bare_debian")


@pytest.fixture
def debian_test(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    yield from loaded(monkeypatch, "linux.checkout_test")


def loaded(monkeypatch: pytest.MonkeyPatch, name: str) -> Iterator[ModuleType]:
    """Load a script as it loads the others, and forget them afterwards."""
    monkeypatch.syspath_prepend(ROOT / "packaging")
    before = set(sys.modules)
    yield importlib.import_module(name)
    for new in set(sys.modules) - before:
        del sys.modules[new]


def test_pip_inside_gets_the_settings_of_pip_outside(
    bare_debian: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wheels").mkdir()
    (tmp_path / "index" / "simple").mkdir(parents=True)
    (tmp_path / "list.pem").touch()
    pip = tmp_path / "python"
    lines = [
        f":env:.cert='{tmp_path}/list.pem'",
        f"global.cert='{tmp_path}/other.pem'",
        f"global.find-links='{tmp_path}/wheels'",
        f"global.extra-index-url='\\nfile://{tmp_path}/index/simple\\nhttps://example.invalid/x'",
    ]
    pip.write_text("#!/bin/sh\ncat <<'END'\n" + "\n".join(lines) + "\nEND\n")
    pip.chmod(0o755)
    monkeypatch.setattr(bare_debian.dev, "outer_python", lambda: str(pip))
    settings, named = bare_debian.settings_of_pip()
    assert settings == {
        "PIP_CERT": f"{tmp_path}/list.pem",
        "PIP_FIND_LINKS": f"{tmp_path}/wheels",
        "PIP_EXTRA_INDEX_URL": f"file://{tmp_path}/index/simple https://example.invalid/x",
    }
    assert sorted(named) == [tmp_path / "index", tmp_path / "list.pem", tmp_path / "wheels"]
    root = tmp_path / "root"
    assert bare_debian.give(root, named) == [tmp_path / "index", tmp_path / "wheels"]
    assert (root / str(tmp_path)[1:] / "list.pem").is_file()


def test_nothing_is_deleted_through_a_mount(
    bare_debian: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = tmp_path / "system"
    (system / "proc").mkdir(parents=True)
    assert bare_debian.mounts_in(Path("/proc"))
    assert bare_debian.mounts_in(system) == []
    table = tmp_path / "table"
    table.write_text(f"36 35 98:0 / {system}/proc rw,noatime - proc proc rw\n")
    read = Path.read_text
    monkeypatch.setattr(
        Path,
        "read_text",
        lambda path, **kw: read(table if "mountinfo" in str(path) else path, **kw),
    )
    with pytest.raises(bare_debian.dev.Stop, match="system/proc"):
        bare_debian.remove(system)
    assert (system / "proc").is_dir()
    table.write_text(f"36 35 98:0 / {system}-other rw,noatime - proc proc rw\n")
    bare_debian.remove(system)
    assert not system.exists()


def test_a_command_in_a_system_is_run_after_its_mounts_and_its_code_is_reported(
    bare_debian: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All but the namespace and the mounts themselves, for which one has to be root."""
    called: list[list[str]] = []
    monkeypatch.setattr(bare_debian.dev, "call", called.append)
    bare_debian.run_in(tmp_path, ["test-command", "word"], {"NAME": "value"}, [tmp_path])
    (command,) = called
    namespace = command[: command.index("--propagation=private") + 1]
    *inside, commands = command[len(namespace) :]
    *mounting, last = ast.literal_eval(commands)
    assert all(mount[0] in {"mount", "mkdir"} for mount in mounting)
    assert last[:3] == ["chroot", str(tmp_path), "env"]
    assert last[-3:] == ["NAME=value", "test-command", "word"]
    done = tmp_path / "done"
    steps = [["touch", str(done)], ["sh", "-c", "exit 7"], ["rm", str(done)]]
    assert subprocess.run([*inside, repr(steps)], cwd=tmp_path, check=False).returncode == 7
    assert done.exists(), "what comes after a failure is not done"


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git on this machine")
def test_the_checkout_is_copied_as_it_is_now(
    debian_test: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, copy = tmp_path / "ours", tmp_path / "copy"
    ours.mkdir()

    def git(*words: str) -> None:
        who = ["-c", "user.name=Contoh", "-c", "user.email=contoh@example.invalid"]
        subprocess.run(["git", *who, *words], cwd=ours, check=True, capture_output=True)

    for name in ("kept", "changed", "deleted", ".gitignore"):
        (ours / name).write_text("ignored\n")
    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "--message", "Begin")
    (ours / "changed").write_text("anew\n")
    (ours / "deleted").unlink()
    (ours / "added").touch()
    (ours / "ignored").touch()
    monkeypatch.setattr(debian_test.freeze, "ROOT", ours)
    for _ in range(2):
        debian_test.copy_checkout(copy)
        (copy / ".venv").mkdir(exist_ok=True)
        names = sorted(path.name for path in copy.iterdir())
        assert names == [".git", ".gitignore", ".venv", "added", "changed", "kept"]
        assert (copy / "changed").read_text() == "anew\n"


def test_what_stands_after_two_dashes_is_for_pytest(
    debian_test: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def note(suite: str, arguments: list[str], *, user: bool, keep: bool) -> int:
        asked.append((suite, arguments, user, keep))
        return int(suite == "forky")

    monkeypatch.setattr(debian_test, "test_in", note)
    monkeypatch.setattr(debian_test.bare_debian, "prepare", lambda _tools: None)
    assert debian_test.main(["trixie", "--user", "--", "-k", "name"]) == 0
    assert debian_test.main(["trixie", "forky"]) == 1
    first = ("trixie", ["-k", "name"], True, False)
    assert asked == [first, ("trixie", [], False, False), ("forky", [], False, False)]
