"""The frozen program has all functions of the checkout, and contains nothing else."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from freeze import freeze, imported_modules, licence_list, sbom
from linux import debian

from jknassist.gui.devtools import self_test
from tests.conftest import SLOWEST
from tests.support.workbooks import cells, open_document, workbook

ROOT = Path(__file__).parent.parent.parent
WINDOWS = sys.platform == "win32"
PROGRAM = "jknassist-cli.exe" if WINDOWS else "jknassist"
INSIDE = Path("_internal")
OLD_WORKBOOK = Path(__file__).parent.parent / "content/number_files/contoh.xls"
RESOURCES = INSIDE / "jknassist" / "resources"

FORBIDDEN = re.compile(
    r"virtualkeyboard|qt6?(qml|quick|network|webengine|pdf|wayland|3d)|opengl32sw|d3dcompiler"
    r"|libssl\.so|libcrypto\.so|libreadline|_tkinter|tcl8|sqlite|gtk-?3"
    r"|libgl\.|libegl\.|libx11\.so|libglib|libfontconfig|libstdc\+\+|libc\.so"
    r"|pytest|hypothesis|phonenumbers|mypy|pyinstaller-|setuptools|/pip/|pydantic/v1"
    r"|\.(py|qm|pdb|debug|a|o)$",
    re.IGNORECASE,
)
# One licence speaks of the tool that froze us.
ALLOWED = re.compile(r"^LICENCES/pyinstaller-")

pytestmark = pytest.mark.frozen


@pytest.fixture
def copied(frozen: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(frozen, tmp_path / "a folder" / "jknassist", symlinks=True))


def run(folder: Path, *arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run the frozen program in a place where nothing of the checkout can help it."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_"))}
    return subprocess.run(
        [folder / PROGRAM, *arguments],
        cwd=folder.parent,
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        capture_output=True,
        encoding="utf-8",
        input=text,
        timeout=SLOWEST,
    )


@pytest.fixture
def importing(copied: Path) -> Callable[[Iterable[str]], str]:
    """Give a function that imports modules inside the frozen program and tells which fail."""
    probe = f"{freeze.PROBE}.exe" if WINDOWS else freeze.PROBE
    shutil.copy(freeze.BUILD / "work" / "frozen" / "jknassist" / probe, copied / PROGRAM)
    return lambda modules: run(copied, text="\n".join(modules)).stdout.strip()


def test_every_module_of_the_program_can_be_imported(
    importing: Callable[[Iterable[str]], str],
) -> None:
    modules = imported_modules.own_modules()
    assert len(modules) > 100
    assert importing(modules) == ""


def test_what_is_imported_of_pythons_library_is_there(
    importing: Callable[[Iterable[str]], str],
) -> None:
    """Once `ctypes` was left out by guess; the print panel and the staff page were gone with it."""
    modules = imported_modules.standard_modules()
    assert {"ctypes", "hashlib", "inspect", "threading", "urllib.parse"} <= modules
    assert importing(modules) == ""


def test_a_module_that_is_not_there_is_noticed(importing: Callable[[Iterable[str]], str]) -> None:
    assert importing(["json", "tidak_ada"]).startswith("tidak_ada: ModuleNotFoundError")


def test_every_page_and_panel_opens_and_every_module_can_be_imported(copied: Path) -> None:
    # In a copy: the folder works wherever it is put, also with a space in its path.
    done = run(copied, "self-test")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "PDF" in done.stdout
    told = re.search(r"^baik  modul program: (\d+)$", done.stdout, re.MULTILINE)
    assert told
    assert int(told[1]) == len(self_test.module_names()), "none of the checkout is missing"


def test_it_does_all_that_needs_no_window(frozen: Path, tmp_path: Path) -> None:
    assert run(frozen, "--version").stdout.startswith("jknassist ")
    assert run(frozen, "check").returncode == 0
    assert "flowchart" in run(frozen, "graph").stdout
    outcomes = run(frozen, "walk", "--list").stdout.split()
    assert outcomes
    walked = json.loads(run(frozen, "walk", "--outcome", outcomes[0], "--json").stdout)
    assert walked
    pdf = tmp_path / "slip.pdf"
    done = run(frozen, "walk", "--outcome", outcomes[0], "--pdf", str(pdf))
    assert done.returncode == 0, done.stderr
    assert pdf.read_bytes().startswith(b"%PDF-")


def lists_of_all_kinds(folder: Path) -> Iterator[Path]:
    yield workbook(folder / "daftar.xlsx", cells("HP"), cells(81234567890))
    yield open_document(folder / "daftar.ods", 81234567890)
    yield Path(shutil.copy(OLD_WORKBOOK, folder / "daftar.xls"))
    for name, text in (
        ("daftar.csv", "Nama;HP\nIbu Contoh;081234567890\n"),
        ("daftar.vcf", "BEGIN:VCARD\nTEL:081234567890\nEND:VCARD\n"),
    ):
        (folder / name).write_text(text, encoding="utf-8")
        yield folder / name


def test_it_reads_lists_of_all_kinds(frozen: Path, tmp_path: Path) -> None:
    for path in lists_of_all_kinds(tmp_path):
        done = run(frozen, "list", str(path), "--json")
        summary = json.loads(done.stdout.splitlines()[-1])["summary"]
        assert summary["numbers"] >= 1, (path.name, done.stderr)


def test_it_refuses_a_spreadsheet_that_is_damaged(frozen: Path, tmp_path: Path) -> None:
    (tmp_path / "rusak.xlsx").write_bytes(b"PK\3\4 rusak")
    done = run(frozen, "list", str(tmp_path / "rusak.xlsx"))

    assert done.returncode == 2
    assert "rusak.xlsx" in done.stderr


def test_it_reads_a_number(frozen: Path) -> None:
    done = run(frozen, "number", "0812 3456 77890", "--json")
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["suggestions"][0]["number"] == "081234567890"


def test_it_can_hash_the_pin_of_the_staff(frozen: Path) -> None:
    """Without OpenSSL's scrypt nobody would get out of a kiosk any more."""
    done = run(frozen, "site", "pin", text="805137\n805137\n")
    assert done.returncode == 0, done.stderr
    assert "scrypt$" in done.stdout


def test_it_names_every_fault_of_a_content_file(frozen: Path, tmp_path: Path) -> None:
    # The parser uses most of pydantic and yaml.
    text = (frozen / RESOURCES / "knowledge.yaml").read_text(encoding="utf-8")
    faulty = tmp_path / "knowledge.yaml"
    faulty.write_text("stranger: 1\n" + text, encoding="utf-8")
    done = run(frozen, "check", str(faulty))
    assert done.returncode == 1
    assert f"{faulty}:1: " in done.stderr


def test_the_shipped_content_is_shown_without_pydantic_and_yaml(copied: Path) -> None:
    shutil.rmtree(copied / INSIDE / "pydantic_core")
    shutil.rmtree(copied / INSIDE / "yaml")
    pdf = copied / "slip.pdf"
    done = run(copied, "walk", "--outcome", "pulsa_habis", "--pdf", str(pdf))
    assert (done.returncode, done.stderr) == (0, "")
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert run(copied, "check").returncode != 0  # without them nothing is validated


def test_changed_content_is_validated(copied: Path) -> None:
    content = copied / RESOURCES / "knowledge.yaml"
    with content.open("a", encoding="utf-8") as file:
        file.write("\n# a remark\n")
    assert run(copied, "walk", "--list").returncode == 0
    with content.open("a", encoding="utf-8") as file:
        file.write("stranger: 1\n")
    done = run(copied, "walk", "--list")
    assert done.returncode == 1
    assert "knowledge.yaml:" in done.stderr


def test_it_carries_nothing_that_was_left_out(frozen: Path) -> None:
    names = [file.relative_to(frozen).as_posix() for file in frozen.rglob("*")]
    assert len(names) > 50
    assert [n for n in names if FORBIDDEN.search(n) and not ALLOWED.search(n)] == []


def test_it_carries_every_shipped_file_and_the_compiled_content(frozen: Path) -> None:
    sources = {p.relative_to(ROOT / "resources") for p in (ROOT / "resources").rglob("*.*")}
    carried = {p.relative_to(frozen / RESOURCES) for p in (frozen / RESOURCES).rglob("*.*")}
    names = ("knowledge.bin", "knowledge.en.bin", "numbering.bin")
    compiled = {Path("compiled") / name for name in names}
    assert carried == sources | compiled


def test_no_link_leads_nowhere_or_outside(frozen: Path) -> None:
    links = [file for file in frozen.rglob("*") if file.is_symlink()]
    assert [link for link in links if not link.exists()] == []
    assert [link for link in links if not link.resolve().is_relative_to(frozen.resolve())] == []


@pytest.mark.skipif(not shutil.which("readelf"), reason="search paths are a matter of Linux")
def test_no_library_looks_for_others_outside_the_folder(frozen: Path) -> None:
    libraries = [file for file in frozen.rglob("*.so*") if not file.is_symlink()]
    told = subprocess.run(
        ["readelf", "--dynamic", *libraries], check=True, capture_output=True, text=True
    ).stdout
    paths = re.findall(r"\((?:RUNPATH|RPATH)\).*\[(.*)\]", told)
    assert paths
    assert [p for path in paths for p in path.split(":") if not p.startswith("$ORIGIN")] == []


@pytest.mark.skipif(not shutil.which("readelf"), reason="packages of Debian are a matter of Linux")
def test_every_library_that_it_asks_for_is_in_a_known_package(frozen: Path) -> None:
    depends, recommends = debian.relations(frozen)
    assert any(relation.startswith("libc6 (>= 2.") for relation in depends)
    assert recommends == ["libcups2t64 | libcups2"]


def test_the_licences_lie_beside_the_program(frozen: Path) -> None:
    texts = {
        file.name: file.read_text(encoding="utf-8") for file in (frozen / "LICENCES").iterdir()
    }
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["LGPL-3.0.txt"]
    assert "GNU GENERAL PUBLIC LICENSE" in texts["GPL-3.0.txt"]
    assert texts["jknassist.txt"] == (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Bootloader Exception" in texts["pyinstaller-COPYING.txt"]
    for library in ("Python", "pydantic-", "pydantic_core-", "pyyaml-", "segno-"):
        assert any(name.startswith(library) for name in texts)


def test_the_bill_names_every_library_and_its_licence_text(frozen: Path) -> None:
    told = json.loads((frozen / "LICENCES" / sbom.NAME).read_text(encoding="utf-8"))
    named = sbom.every(told)
    places = [
        one["location"] for c in named for one in c.get("evidence", {}).get("occurrences", ())
    ]
    binaries = {file.relative_to(frozen).as_posix() for file in frozen.rglob("*") if is_ours(file)}
    assert len(binaries) > 20
    assert sorted(places) == sorted(binaries)
    texts = {file.name for file in (frozen / "LICENCES").iterdir()}
    assert {text for c in named for text in sbom.texts(c)} <= texts
    without = {c["licenses"][0]["expression"] for c in named if not sbom.texts(c)}
    assert without <= {"Unlicense OR MIT"}  # the Unlicense asks for no text
    assert list(licence_list.listed(told))


def is_ours(file: Path) -> bool:
    """Tell whether a file of the build is a library or an executable by its first bytes."""
    if file.is_symlink() or not file.is_file():
        return False
    return file.read_bytes()[:4].startswith((b"\x7fELF", b"MZ"))
