"""Writes the bill of materials of a build (CycloneDX): what it is made of, and from where."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import dev
import freeze

VENV = freeze.ROOT / ".venv-release"
PYTHON = VENV / freeze.PYTHON.relative_to(freeze.VENV)


def write_bill(file: Path) -> None:
    """Write what the frozen program carries: each library, its version, licence and origin."""
    freeze.fill(VENV, PYTHON, dev.RELEASE_LOCK)
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "environment.json"
        command: list[str | Path] = [PYTHON, "-m", "cyclonedx_py", "environment"]
        command += ["--pyproject", freeze.ROOT / "pyproject.toml", "--mc-type", "application"]
        command += ["--output-reproducible", "--output-file", raw, freeze.PYTHON]
        freeze.run(command)
        bill = json.loads(raw.read_text(encoding="utf-8"))
    file.write_text(json.dumps(completed(bill), indent=1) + "\n", encoding="utf-8")


def carried_names() -> set[str]:
    """Return the names of the libraries that are in the build, as the lock file spells them."""
    lock = (freeze.ROOT / dev.RUN_LOCK).read_text(encoding="utf-8")
    # PyInstaller's own starter is the executable.
    return set(re.findall(r"^([\w-]+)==", lock, re.MULTILINE)) | {"pyinstaller"}


def completed(bill: dict[str, Any]) -> dict[str, Any]:
    """Return the bill without what only helped to build, and with Python and Qt themselves."""
    names = carried_names()
    kept = [c for c in bill["components"] if spelled(c["name"]) in names]
    missing = names - {spelled(c["name"]) for c in kept}
    if missing:
        raise dev.Stop(f"daftar bahan tidak lengkap: {', '.join(sorted(missing))}")
    kept += [native("Python", frozen_python(), "PSF-2.0"), qt(kept)]
    references = {c["bom-ref"] for c in kept} | {bill["metadata"]["component"]["bom-ref"]}
    bill["components"] = kept
    bill["metadata"]["component"]["version"] = freeze.version()
    bill["dependencies"] = [
        entry | {"dependsOn": [r for r in entry.get("dependsOn", []) if r in references]}
        for entry in bill.get("dependencies", [])
        if entry["ref"] in references
    ]
    return bill


def spelled(name: str) -> str:
    """Return the name of a library as lock files spell it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def native(name: str, version: str, licence: str) -> dict[str, Any]:
    """Return an entry for something that is no Python library."""
    return {
        "type": "library",
        "bom-ref": f"{name}=={version}",
        "name": name,
        "version": version,
        "licenses": [{"license": {"id": licence}}],
    }


def frozen_python() -> str:
    """Return the version of the Python that is frozen."""
    ask = "import platform; print(platform.python_version())"
    return subprocess.check_output([freeze.PYTHON, "-c", ask], text=True).strip()


def qt(components: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the entry for Qt's libraries, whose version is that of the binding."""
    binding = next(c for c in components if spelled(c["name"]) == "pyside6-essentials")
    return native("Qt", binding["version"], "LGPL-3.0-only")
