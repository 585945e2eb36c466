"""The scripts that build releases leave out what they should and write down what is true."""

import ctypes
import importlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PACKAGING = str(ROOT / "packaging")
NAMES = ("appimage", "bill", "debian", "dev", "freeze", "package", "release_notes", "trimming")


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """Load the scripts as they load one another, and forget them afterwards."""
    monkeypatch.syspath_prepend(PACKAGING)
    yield {name: importlib.import_module(name) for name in NAMES}
    for name in NAMES:
        sys.modules.pop(name, None)


@pytest.fixture
def trimming(scripts: dict[str, ModuleType]) -> ModuleType:
    return scripts["trimming"]


@pytest.mark.parametrize(
    "target",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
        "PySide6/Qt6Core.dll",
        "jknassist/resources/knowledge.yaml",
    ],
)
def test_what_the_program_needs_stays(trimming: ModuleType, target: str) -> None:
    assert trimming.is_kept(target)


@pytest.mark.parametrize(
    "target",
    [
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/plugins/platforms/qoffscreen2.dll",
        "PySide6/Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "PySide6/Qt/plugins/egldeviceintegrations/libqeglfs-kms-integration.so",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt6Network.dll",
        "PySide6/Qt6VirtualKeyboard.dll",
        "PySide6/Qt/translations/qtbase_de.qm",
    ],
)
def test_what_nobody_asks_for_goes(trimming: ModuleType, target: str) -> None:
    assert not trimming.is_kept(target)


def test_a_library_that_nothing_needs_goes(
    trimming: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks = {"/a/mod.so": ["libone.so.1"], "/a/libone.so.1": ["libtwo.so.1"]}
    monkeypatch.setattr(trimming, "needed", lambda library: asks.get(library.as_posix(), []))
    entries = [
        ("mod.so", "/a/mod.so", "EXTENSION"),
        ("libone.so.1", "Qt/lib/libone.so.1", "SYMLINK"),
        ("Qt/lib/libone.so.1", "/a/libone.so.1", "BINARY"),
        ("libtwo.so.1", "/a/libtwo.so.1", "BINARY"),
        ("libthree.so.1", "/a/libthree.so.1", "BINARY"),
    ]
    assert {entry[0] for entry in trimming.reachable(entries)} == {
        "mod.so",
        "libone.so.1",
        "Qt/lib/libone.so.1",
        "libtwo.so.1",
    }


def test_a_link_to_nothing_goes(trimming: ModuleType) -> None:
    whole = ("a.so", "lib/a.so", "SYMLINK")
    upwards = ("lib/b.so", "../c.so", "SYMLINK")
    dangling = ("d.so", "lib/d.so", "SYMLINK")
    entries = [whole, upwards, dangling]
    assert trimming.without_dangling(entries, {"lib/a.so", "c.so"}) == [whole, upwards]


@pytest.mark.skipif(not shutil.which("as"), reason="there is no assembler on this machine")
def test_the_small_icu_can_be_loaded_and_is_empty(trimming: ModuleType, tmp_path: Path) -> None:
    library = ctypes.CDLL(str(trimming.make_small_icu("libicudata.so.99", tmp_path)))
    head = (ctypes.c_ubyte * 40).in_dll(library, "icudt99_dat")
    assert bytes(head[2:4]) == b"\xda\x27"
    assert bytes(head[12:16]) == b"ToCP"
    assert bytes(head[32:36]) == bytes(4)  # entries


def test_the_changes_are_written_as_debian_writes_them(
    scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    written = scripts["debian"].changes()
    version = scripts["freeze"].version()
    assert written.startswith(f"jknassist ({version}) unstable; urgency=medium\n\n  * ")
    assert written.rstrip().endswith("Tue, 14 Nov 2023 22:13:20 +0000")
    assert max(map(len, written.splitlines()[:-1])) <= 80


def test_an_unknown_library_stops_the_package(
    scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    debian = scripts["debian"]
    (tmp_path / "mod.so").write_bytes(b"\x7fELF")
    monkeypatch.setattr(debian.trimming, "needed", lambda _: ["libstranger.so.7"])
    with pytest.raises(scripts["dev"].Stop, match=r"libstranger\.so\.7"):
        debian.relations(tmp_path)


def test_the_notes_of_a_release_are_those_of_its_version(scripts: dict[str, ModuleType]) -> None:
    notes = scripts["release_notes"]
    assert notes.section(scripts["freeze"].version()).startswith("- ")
    with pytest.raises(scripts["dev"].Stop, match=r"99\.9\.9"):
        notes.section("99.9.9")


@pytest.mark.parametrize(("magic", "size"), [(b"\x0b\x01", 96), (b"\x0b\x02", 112)])
def test_a_signature_is_seen(
    scripts: dict[str, ModuleType], tmp_path: Path, magic: bytes, size: int
) -> None:
    # The head of a Windows program as far as the entry that says where its signature lies.
    begin, program = 0x80, bytearray(600)
    program[0x3C:0x40] = begin.to_bytes(4, "little")
    program[begin + 24 : begin + 26] = magic
    file = tmp_path / "setup.exe"
    file.write_bytes(program)
    assert not scripts["release_notes"].is_signed(file)
    place = begin + 24 + size + 4 * 8
    program[place : place + 4] = (1234).to_bytes(4, "little")
    file.write_bytes(program)
    assert scripts["release_notes"].is_signed(file)


def test_the_bill_names_what_is_shipped_and_not_what_helped_to_build(
    scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    bill = scripts["bill"]
    monkeypatch.setattr(bill, "frozen_python", lambda: "3.11.0")
    names = sorted(bill.carried_names())
    parts = [{"name": n, "version": "1", "bom-ref": f"{n}==1"} for n in [*names, "setuptools"]]
    raw: dict[str, Any] = {
        "components": parts,
        "metadata": {"component": {"bom-ref": "root"}},
        "dependencies": [{"ref": "root", "dependsOn": ["segno==1", "setuptools==1"]}],
    }
    done = bill.completed(raw)
    assert {c["name"] for c in done["components"]} == {*names, "Python", "Qt"}
    assert done["dependencies"] == [{"ref": "root", "dependsOn": ["segno==1"]}]
    raw["components"] = parts[1:]
    with pytest.raises(scripts["dev"].Stop, match=names[0]):
        bill.completed(raw)
