"""Compiled content is loaded without validation, as in the shipped program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
SCRIPT = ROOT / "packaging" / "freeze" / "compile_content.py"
ASK = """
import sys
from jknassist.content import loader
assert loader.translation_of("en", None, loader.knowledge_of(None)).language == "en"
plan = loader.plan_on_demand()
assert plan() is plan()
print(sorted({"pydantic", "yaml"} & set(sys.modules)))
"""


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """Lay the program out as a wheel or a frozen folder does: the resources are inside."""
    leave_out = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "jknassist", tmp_path / "jknassist", ignore=leave_out)
    shutil.copytree(ROOT / "resources", tmp_path / "jknassist" / "resources")
    return tmp_path


def python(shipped: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", *arguments],
        cwd=shipped,
        env={**os.environ, "PYTHONPATH": str(shipped)},
        check=False,
        capture_output=True,
        text=True,
    )


def test_with_compiled_content_neither_pydantic_nor_yaml_is_loaded(shipped: Path) -> None:
    assert python(shipped, "-c", ASK).stdout.strip() == "['pydantic', 'yaml']"
    done = python(shipped, SCRIPT, shipped / "jknassist" / "resources" / "compiled")
    assert done.returncode == 0, done.stderr
    assert python(shipped, "-c", ASK).stdout.strip() == "[]"


def test_faulty_content_is_not_compiled(shipped: Path) -> None:
    with (shipped / "jknassist" / "resources" / "knowledge.yaml").open("a") as file:
        file.write("\nstranger: 1\n")
    done = python(shipped, SCRIPT, shipped / "compiled")
    assert done.returncode == 1
    assert "knowledge.yaml:" in done.stderr
    assert not (shipped / "compiled" / "knowledge.bin").exists()
