"""Writes the SBOM of a frozen program in CycloneDX format: its components, found by its files.

Every library in the program folder must belong to a component of components.py or of pip; the
crates of pydantic-core come from the SBOM that it ships. The file is written to LICENCES, beside
the licence texts.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import shutil
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dev
from freeze import components, imported_modules

NAME = "jknassist.cdx.json"
TEXT = "jknassist:licence-text"
BINARY = (b"\x7fELF", b"MZ")
FIXED_INFO = struct.pack("<I", 0xFEEF04BD)
"""Signature of the version information in a Windows library."""

Entry = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Build:
    """A frozen program, the packages it was made from, and the system that it is for."""

    program: Path
    site_packages: Path
    system: str
    python: str
    version: str

    def binaries(self) -> list[Path]:
        """Return the libraries and executables, each once."""
        files = sorted(file for file in self.program.rglob("*") if not file.is_symlink())
        return [file for file in files if file.is_file() and is_binary(file)]

    def relative(self, file: Path) -> str:
        """Return the path of a file relative to the folder of the program."""
        return file.relative_to(self.program).as_posix()


def is_binary(file: Path) -> bool:
    """Return whether a file is a library or an executable, by its first bytes."""
    with file.open("rb") as opened:
        return opened.read(4).startswith(BINARY)


def write(build: Build) -> Path:
    """Write the SBOM of a build into its folder LICENCES, beside the texts; return the file."""
    file = build.program / "LICENCES" / NAME
    file.write_text(json.dumps(made(build), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return file


def made(build: Build) -> Entry:
    """Return the SBOM; exit with a message at a library that no component claims."""
    claims = claimed(build)
    entries = [*libraries(build, claims), *native(build, claims)]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": entry("jknassist", "MIT", build.version, kind="application")},
        "components": sorted(entries, key=lambda one: str(one["name"]).lower()),
    }


def claimed(build: Build) -> dict[str, list[Path]]:
    """Return the files of each component; each file belongs to the first that claims it."""
    patterns = {c.name: c.files for c in components.COMPONENTS if on(c, build) and c.files}
    patterns |= components.LIBRARIES
    found: dict[str, list[Path]] = {}
    for file in build.binaries():
        path = build.relative(file)
        name = next((n for n, pattern in patterns.items() if re.fullmatch(pattern, path)), "")
        found.setdefault(name, []).append(file)
    if "" in found:
        names = ", ".join(build.relative(file) for file in found[""])
        raise dev.Stop(f"tidak ada di daftar bahan (components.py): {names}")
    return found


def on(component: components.Component, build: Build) -> bool:
    """Return whether a component can be part of a build for this system."""
    return build.system in component.systems


def entry(
    name: str,
    licence: str,
    version: str = "",
    *,
    kind: str = "library",
    texts: tuple[str, ...] = (),
) -> Entry:
    """Return a component in CycloneDX format."""
    told: Entry = {"type": kind, "bom-ref": f"{name}@{version}", "name": name}
    if version:
        told["version"] = version
    told["licenses"] = [{"expression": licence}]
    if texts:
        told["properties"] = [{"name": TEXT, "value": text} for text in texts]
    return told


# Python packages.


def libraries(build: Build, claims: dict[str, list[Path]]) -> list[Entry]:
    """Return the Python packages in the build, with nested components."""
    found = installed(build.site_packages)
    names = imported_modules.carried_names(build.system)
    missing = names - found.keys()
    if missing:
        raise dev.Stop(f"daftar bahan tidak lengkap: {', '.join(sorted(missing))}")
    entries = []
    for name in sorted(names):
        package = found[name]
        one = entry(package.name, licence_of(package), package.version, texts=texts_of(package))
        one["purl"] = f"pkg:pypi/{name}@{package.version}"
        files = claims.get(name, [])
        inside = [*crates(build, package), *parts(build, package.name, files)]
        entries.append(with_files(build, one, files, inside))
    return entries


def installed(folder: Path) -> dict[str, importlib.metadata.Distribution]:
    """Return the packages in a folder, by the names of lock files."""
    found = importlib.metadata.distributions(path=[str(folder)])
    return {spelled(package.name): package for package in found}


def spelled(name: str) -> str:
    """Return the normalized name of a package."""
    return re.sub(r"[-_.]+", "-", name).lower()


def licence_of(package: importlib.metadata.Distribution) -> str:
    """Return the licence that a package declares, as an SPDX expression."""
    known = components.SPDX.get(spelled(package.name))
    told = package.metadata
    fields = [name for name in ("License-Expression", "License") if name in told]
    return known or next((told[name] for name in fields), "")


def texts_of(package: importlib.metadata.Distribution) -> tuple[str, ...]:
    """Return the texts that freeze.py copies for a package; those of Qt are ours."""
    if spelled(package.name) in {"pyside6-essentials", "shiboken6"}:
        return ("LGPL-3.0.txt", "GPL-3.0.txt")
    if package.name == "pywin32":  # its packages have one for each of their parts
        return ("pywin32.txt",)
    return (f"{spelled(package.name).replace('-', '_')}-LICENSE.txt",)


def crates(build: Build, package: importlib.metadata.Distribution) -> list[Entry]:
    """Return the crates of a Rust package by its own SBOM, without build tools."""
    kept = frozenset(file.name for file in (build.program / "LICENCES").iterdir())
    told = []
    for file in package.files or ():
        if "sboms" in file.parts:
            told += json.loads(Path(str(file.locate())).read_text(encoding="utf-8"))["components"]
    return [crate(one, kept) for one in told if one.get("scope") != "excluded"]


def crate(told: Entry, kept: frozenset[str]) -> Entry:
    """Return the entry of one crate."""
    (licence,) = (one["expression"] for one in told["licenses"])
    texts = components.texts_of_crate(told["name"], licence, kept)
    if not texts and "Unlicense" not in licence:
        raise dev.Stop(f"teks lisensi {told['name']} ({licence}) belum ada di packaging/licences")
    return entry(told["name"], licence, told["version"], texts=texts) | {"purl": told["purl"]}


# Native components of components.py.


def native(build: Build, claims: dict[str, list[Path]]) -> list[Entry]:
    """Return the components that are no Python packages."""
    entries = []
    for component in components.COMPONENTS:
        files = claims.get(component.name, [])
        if files and component.files:
            one = entry(
                component.name,
                component.licence,
                version_of(build, component, files),
                texts=component.texts,
            )
            entries.append(with_files(build, one, files, parts(build, component.name, files)))
    return entries


def parts(build: Build, name: str, files: list[Path]) -> list[Entry]:
    """Return the components linked into the files of a component."""
    return [
        entry(c.name, c.licence, version_of(build, c, files), texts=c.texts)
        for c in components.COMPONENTS
        if c.inside == name and on(c, build)
    ]


def with_files(build: Build, one: Entry, files: list[Path], inside: list[Entry]) -> Entry:
    """Return an entry with the paths of its files and its nested components."""
    if files:
        occurrences = [{"location": build.relative(file)} for file in files]
        one["evidence"] = {"occurrences": occurrences}
    for part in inside:
        part["bom-ref"] = f"{one['name']}/{part['bom-ref']}"
    if inside:
        one["components"] = inside
    return one


def version_of(build: Build, component: components.Component, files: list[Path]) -> str:
    """Return the version of a component, or "" if it is unknown."""
    if component.name == "Python":
        return build.python
    if component.name in components.VERSION_OF:
        return installed(build.site_packages)[components.VERSION_OF[component.name]].version
    if component.stated:
        return stated_version(component.stated, files)
    if component.package and build.system == components.LINUX:
        return package_version(component.package)
    return windows_version(files[0]) if component.files else ""


def stated_version(pattern: bytes, files: list[Path]) -> str:
    """Return the version that a pattern finds in the files."""
    found = (re.search(pattern, file.read_bytes()) for file in files)
    return next((match[1].decode() for match in found if match), "")


def package_version(package: str) -> str:
    """Return the upstream version of a system package."""
    if not shutil.which("dpkg-query"):
        return ""
    command = ["dpkg-query", "--show", "--showformat", "${source:Upstream-Version}", package]
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout


def windows_version(file: Path) -> str:
    """Return the version in the version information of a Windows library."""
    content = file.read_bytes()
    offset = content.find(FIXED_INFO)
    if offset < 0:
        return ""
    high, low = struct.unpack_from("<II", content, offset + 8)
    return f"{high >> 16}.{high & 0xFFFF}.{low >> 16}.{low & 0xFFFF}"


def forget(file: Path, gone: set[str]) -> None:
    """Remove components without remaining files from a written SBOM."""
    told = json.loads(file.read_text(encoding="utf-8"))
    told["components"] = [one for one in told["components"] if not _is_gone(one, gone)]
    file.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _is_gone(one: Entry, gone: set[str]) -> bool:
    places = {place["location"] for place in one.get("evidence", {}).get("occurrences", ())}
    return bool(places) and places <= gone


def every(sbom: Entry) -> list[Entry]:
    """Return all components of an SBOM, nested ones too."""
    return [one for top in sbom["components"] for one in (top, *top.get("components", ()))]


def texts(one: Entry) -> list[str]:
    """Return the names of the licence texts of a component."""
    return [told["value"] for told in one.get("properties", ()) if told["name"] == TEXT]
