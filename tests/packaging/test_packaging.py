"""Build scripts: excluded files, and correct metadata."""

import argparse
import gzip
import importlib
import json
import re
import shutil
import struct
import subprocess
import sys
import sysconfig
import tarfile
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from jknassist.cli import main
from jknassist.system.exit_codes import STAFF_LEFT

ROOT = Path(__file__).parent.parent.parent
PACKAGING = str(ROOT / "packaging")
NAMES = (
    "linux.appimage",
    "linux.appstream",
    "linux.bare_debian",
    "freeze.sbom",
    "freeze.components",
    "linux.debian",
    "linux.clean_debian",
    "dev",
    "freeze.freeze",
    "freeze.imported_modules",
    "freeze.licence_list",
    "linux.package",
    "tools.release_notes",
    "freeze.trimming",
    "linux.reproducibility",
    "windows.build",
    "windows.wine",
)
LINUX = ROOT / "packaging" / "linux"
NOT_IN_MAN = {"--kiosk-part", "--notice-seconds"}
"""Options that the program gives to itself; its own help does not show them either."""


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """Load the scripts as they load one another, and forget them afterwards."""
    monkeypatch.syspath_prepend(PACKAGING)
    yield {name: importlib.import_module(name) for name in NAMES}
    for name in NAMES:
        sys.modules.pop(name, None)


@pytest.fixture
def trimming(scripts: dict[str, ModuleType]) -> ModuleType:
    return scripts["freeze.trimming"]


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


def test_imports_are_found_wherever_they_stand(scripts: dict[str, ModuleType]) -> None:
    source = """
import json, os.path
def late():
    from xml import sax
    if False:
        import tidak_ada
from . import beside
"""
    found = set(scripts["freeze.imported_modules"].named(source))
    assert found == {"json", "os.path", "xml", "xml.sax", "tidak_ada"}
    standard = {name for name in found if scripts["freeze.imported_modules"].is_standard(name)}
    assert standard == {"json", "os.path", "xml", "xml.sax"}


def test_nothing_of_ours_imports_what_is_left_out(scripts: dict[str, ModuleType]) -> None:
    imported, left_out = (
        scripts["freeze.imported_modules"],
        set(scripts["freeze.trimming"].UNUSED_MODULES),
    )
    assert not imported.standard_modules() & left_out
    for file in imported.PACKAGE.rglob("*.py"):
        assert not set(imported.named(file.read_text(encoding="utf-8"))) & left_out, file


def test_nothing_starts_the_processes_that_a_hook_left_out_is_for(
    scripts: dict[str, ModuleType],
) -> None:
    (hook,) = scripts["freeze.trimming"].UNUSED_HOOKS
    assert hook == "pyi_rth_multiprocessing"
    imported = scripts["freeze.imported_modules"]
    names = {name for source in imported.every_source() for name in imported.named(source)}
    assert not [name for name in names if "multiprocessing" in name or "ProcessPool" in name]


def test_the_changes_are_written_as_debian_writes_them(
    scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    written = scripts["linux.debian"].changes()
    version = scripts["freeze.freeze"].version()
    assert written.startswith(f"jknassist ({version}) unstable; urgency=medium\n\n  * ")
    assert written.rstrip().endswith("Tue, 14 Nov 2023 22:13:20 +0000")
    assert max(map(len, written.splitlines()[:-1])) <= 80
    debian = scripts["linux.debian"]
    assert debian._entry("### For the member") == "  [ For the member ]"
    assert debian.ENTRY.split("x\n- a\n  b\n\n### c\n\n- d") == [
        "x",
        "- a\n  b\n",
        "### c\n",
        "- d",
    ]


def test_an_unknown_library_stops_the_package(
    scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    debian = scripts["linux.debian"]
    (tmp_path / "mod.so").write_bytes(b"\x7fELF")
    monkeypatch.setattr(debian.trimming, "needed", lambda _: ["libstranger.so.7"])
    with pytest.raises(scripts["dev"].Stop, match=r"libstranger\.so\.7"):
        debian.relations(tmp_path)


def test_the_notes_of_a_release_are_those_of_its_version(scripts: dict[str, ModuleType]) -> None:
    notes = scripts["tools.release_notes"]
    assert notes.section(scripts["freeze.freeze"].version()).startswith("- ")
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
    assert not scripts["tools.release_notes"].is_signed(file)
    place = begin + 24 + size + 4 * 8
    program[place : place + 4] = (1234).to_bytes(4, "little")
    file.write_bytes(program)
    assert scripts["tools.release_notes"].is_signed(file)


def made_build(scripts: dict[str, ModuleType], folder: Path, **files: bytes) -> Any:
    """Return a build of some libraries, with the packages of the environment that tests."""
    for name, content in files.items():
        place = folder / "_internal" / name.replace("__", "/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.with_suffix(".so").write_bytes(b"\x7fELF" + content)
    (folder / "LICENCES").mkdir()
    return scripts["freeze.sbom"].Build(
        program=folder,
        site_packages=Path(sysconfig.get_path("purelib")),
        system="linux",
        python="3.11.0",
        version="1.0",
    )


def test_what_the_bill_does_not_know_stops_the_build(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    build = made_build(scripts, tmp_path, libicuuc=b"", yaml___yaml=b"", libasing=b"")
    with pytest.raises(scripts["dev"].Stop, match=r"_internal/libasing\.so"):
        scripts["freeze.sbom"].claimed(build)


def test_a_file_is_known_by_what_it_is_and_not_by_its_name(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    (tmp_path / "asing.dat").write_bytes(b"MZ\x90\0")
    (tmp_path / "teks.so").write_bytes(b"hanya teks")
    build = made_build(scripts, tmp_path)
    assert [file.name for file in build.binaries()] == ["asing.dat"]


def test_the_bill_reads_the_version_out_of_the_files(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    sbom = scripts["freeze.sbom"]
    build = made_build(
        scripts,
        tmp_path,
        libicudata=b"\0icudt99_dat\0",
        yaml___yaml=b"\x000.2.7\0",
    )
    claims = sbom.claimed(build)
    assert claims.keys() == {"ICU", "pyyaml"}
    (icu,) = sbom.native(build, claims)
    assert (icu["name"], icu["version"]) == ("ICU", "99")
    (yaml,) = sbom.parts(build, "PyYAML", claims["pyyaml"])
    assert (yaml["name"], yaml["version"]) == ("libyaml", "0.2.7")


def test_a_crate_whose_licence_names_its_owner_has_a_text_of_its_own(
    scripts: dict[str, ModuleType],
) -> None:
    def told(name: str, licence: str) -> dict[str, Any]:
        licences = [{"expression": licence}]
        return {"name": name, "version": "1.0", "licenses": licences, "purl": f"pkg:cargo/{name}"}

    sbom = scripts["freeze.sbom"]
    kept = frozenset({"rust-zip.txt", "Expat.txt", "zlib.txt"})
    assert sbom.texts(sbom.crate(told("zip", "MIT"), kept)) == ["rust-zip.txt"]
    assert sbom.texts(sbom.crate(told("a", "MIT OR Apache-2.0"), kept)) == ["Apache-2.0.txt"]
    assert sbom.texts(sbom.crate(told("a", "Unlicense OR MIT"), kept)) == []
    for licence in ("MIT", "Zlib"):
        with pytest.raises(scripts["dev"].Stop, match="asing"):
            sbom.crate(told("asing", licence), kept)


def test_a_package_forgets_what_debian_has(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    sbom = scripts["freeze.sbom"]
    build = made_build(scripts, tmp_path, libicudata=b"", libicuuc=b"", libffi=b"")
    claims = sbom.claimed(build)
    file = tmp_path / "bill.json"
    file.write_text(json.dumps({"components": sbom.native(build, claims)}), encoding="utf-8")
    sbom.forget(file, {"_internal/libffi.so", "_internal/libicuuc.so"})
    assert [one["name"] for one in json.loads(file.read_text("utf-8"))["components"]] == ["ICU"]


def test_the_version_of_a_windows_library_is_read(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    numbers = struct.pack("<IIHHHH", 0xFEEF04BD, 0x10000, 44, 14, 0, 35211)
    (tmp_path / "a.dll").write_bytes(b"MZ" + bytes(40) + numbers)
    assert scripts["freeze.sbom"].windows_version(tmp_path / "a.dll") == "14.44.35211.0"


def test_every_component_has_its_texts_and_agreed_licences(scripts: dict[str, ModuleType]) -> None:
    kept = {file.name for file in scripts["freeze.freeze"].LICENCES.iterdir()}
    of_the_build = {"Python.txt", "pyinstaller-COPYING.txt"}
    named = {"pywin32.txt"}  # of a library whose packages have a text for each of its parts
    for component in scripts["freeze.components"].COMPONENTS:
        assert component.texts
        assert set(component.texts) <= kept | of_the_build, component.name
        assert scripts["freeze.licence_list"].is_agreed(component.licence), component.name
        named |= set(component.texts)
    assert {text for text in kept - named if not text.startswith("rust-")} == set()


@pytest.mark.skipif(sys.platform == "win32", reason="links and rights are a matter of Linux")
def test_two_builds_are_compared_to_the_byte(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        (folder / "in").mkdir(parents=True)
        for name in ("in/same", "content", "rights"):
            (folder / name).write_bytes(name.encode())
        (folder / "link").symlink_to("content")
    assert scripts["linux.reproducibility"].differing(one, other) == []
    (other / "content").write_bytes(b"Content")
    (other / "rights").chmod(0o755)
    (other / "link").unlink()
    (one / "in/only").touch()
    assert scripts["linux.reproducibility"].differing(one, other) == [
        "content",
        "in/only",
        "link",
        "rights",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are a matter of Linux")
def test_what_is_packed_does_not_tell_who_packed_it_and_when(
    scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    file = tmp_path / "program"
    file.touch(mode=0o700)
    link = tmp_path / "link"
    link.symlink_to("program")
    scripts["freeze.freeze"].date_files(tmp_path)
    assert {file.stat().st_mtime, link.lstat().st_mtime} == {1700000000}
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        entry = archive.gettarinfo(file)
    packed = scripts["linux.package"].as_root(entry)
    assert (packed.mode, packed.uid, packed.uname, packed.mtime) == (0o755, 0, "root", 1700000000)


STARTED_BY_ITSELF = {"read-spreadsheet"}
"""What the program starts for itself; nobody else needs to know it."""


def commands(parser: argparse.ArgumentParser, name: str = "") -> dict[str, argparse.ArgumentParser]:
    """Return every command by its name; one with commands of its own is none itself."""
    below = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    found = {} if below and name else {name: parser}
    for action in below:
        for word, inner in action.choices.items():
            if word in STARTED_BY_ITSELF:
                continue
            found |= commands(inner, f"{name} {word}".strip())
    return found


def options(parser: argparse.ArgumentParser) -> set[str]:
    words = {word for action in parser._actions for word in action.option_strings}
    return {word for word in words if word.startswith("--")} - NOT_IN_MAN


def man_page() -> dict[str, str]:
    """Return the part of the man page of each command; that of the options is under no name."""
    text = (LINUX / "jknassist.1").read_text(encoding="utf-8").replace("\\-", "-")
    parts = {"": text.split(".SH PILIHAN\n")[1].split("\n.SH ")[0]}
    for part in text.split(".SH PERINTAH\n")[1].split("\n.SH ")[0].split(".SS ")[1:]:
        words = part.split("\n", 1)[0].strip('"').split()
        parts[" ".join(takewhile(re.compile(r"[a-z][a-z-]*$").match, words))] = part
    return parts


def told_options(part: str) -> set[str]:
    """Return the options that a part of the man page explains, each at the head of its entry."""
    heads = re.findall(r"^\.TP\n(.*)$", part, re.MULTILINE)
    return {word for head in heads for word in re.findall(r"--[a-z][a-z-]*", head)}


def test_the_man_page_tells_of_every_command_and_option_and_of_no_other() -> None:
    known, told = commands(main._parser()), man_page()
    assert told.keys() == known.keys()
    everywhere = {"--help"}
    content = {"--knowledge", "--lang"}
    assert told_options(told[""]) == options(known[""])
    for name in known.keys() - {""}:
        assert told_options(told[name]) == options(known[name]) - everywhere - content, name
        head = told[name].split("\n", 1)[0]
        assert set(re.findall(r"--[a-z][a-z-]*", head)) == told_options(told[name]), name


def test_the_man_page_tells_every_choice() -> None:
    told = man_page()
    for name, parser in commands(main._parser()).items():
        for action in parser._actions:
            hidden = isinstance(action, argparse._SubParsersAction) or (
                set(action.option_strings) & (NOT_IN_MAN | {"--knowledge", "--lang"})
            )
            for choice in () if hidden else action.choices or ():
                assert re.search(rf"\b{choice}\b", told[name]), (name, choice)


@pytest.mark.skipif(not shutil.which("man"), reason="there is no man on this machine")
@pytest.mark.parametrize("page", ["jknassist.1", "jknassist-kiosk.8"])
def test_the_man_pages_can_be_set(
    scripts: dict[str, ModuleType], tmp_path: Path, page: str
) -> None:
    file = tmp_path / page
    file.write_text(scripts["linux.debian"].filled(page), encoding="utf-8")
    command = ["man", "--warnings", "--encoding=utf8", "--local-file", str(file)]
    environment = {"LC_ALL": "C.UTF-8", "MANWIDTH": "80", "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    assert done.stderr == ""
    assert "@" not in done.stdout
    assert "LIHAT JUGA" in done.stdout


REPORT = """W: invalid.jknassist.jknassist:~: url-homepage-missing

E: invalid.jknassist.jknassist:9: tag-invalid <summary>

I: invalid.jknassist.jknassist:7: developer-name-tag-deprecated
"""
"""As AppStream 1 reports."""


def test_a_complaint_about_the_description_is_only_passed_over_where_it_was_agreed(
    scripts: dict[str, ModuleType],
) -> None:
    found = scripts["linux.appstream"].judged(REPORT)
    assert found == ["E: invalid.jknassist.jknassist:9: tag-invalid"]


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="there is no appstreamcli here")
def test_a_broken_description_is_complained_about(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    for name, text in (("a.metainfo.xml", "<component><id>x</id></component>"), ("b.xml", "<")):
        (tmp_path / name).write_text(text)
        assert scripts["linux.appstream"].complaints(tmp_path / name) != []


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="there is no appstreamcli here")
def test_the_description_for_software_centres_is_sound(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    name = f"{scripts['linux.debian'].APP_ID}.metainfo.xml"
    (tmp_path / name).write_text(scripts["linux.debian"].filled(name), encoding="utf-8")
    assert scripts["linux.appstream"].complaints(tmp_path / name) == []
    assert f"<id>{scripts['linux.debian'].APP_ID}</id>" in (tmp_path / name).read_text(
        encoding="utf-8"
    )


@pytest.mark.skipif(
    not shutil.which("desktop-file-validate"), reason="there is no desktop-file-validate here"
)
def test_the_menu_entry_is_sound() -> None:
    entry = str(LINUX / "jknassist.desktop")
    done = subprocess.run(
        ["desktop-file-validate", "--warn-kde", entry], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("script", ["postinst", "postrm", "prerm"])
@pytest.mark.skipif(not shutil.which("sh"), reason="there is no shell on this machine")
def test_what_dpkg_runs_is_a_shell_script(script: str) -> None:
    assert (LINUX / script).read_text(encoding="utf-8").startswith("#!/bin/sh\nset -e\n")
    subprocess.run(["sh", "-n", LINUX / script], check=True)


def test_the_documents_of_the_package_are_all_there(
    scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    debian = scripts["linux.debian"]
    monkeypatch.setattr(debian, "STAGE", tmp_path)
    debian.lay_documents()
    kiosk = gzip.decompress((tmp_path / "usr/share/man/man8/jknassist-kiosk.8.gz").read_bytes())
    example = "usr/share/doc/jknassist/examples/site.example.yaml"
    assert f"/{example}" in kiosk.decode()
    assert (tmp_path / example).is_file()


def test_trying_the_package_wants_an_administrator(
    scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    with pytest.raises(scripts["dev"].Stop, match="sudo"):
        scripts["linux.clean_debian"].main([])


def test_one_system_in_which_the_package_fails_is_a_failure(
    scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []

    def try_in(suite: str, _package: Path) -> int:
        tried.append(suite)
        return int(suite == "bookworm")

    monkeypatch.setattr(scripts["linux.bare_debian"], "prepare", lambda _tools: None)
    monkeypatch.setattr(scripts["linux.clean_debian"], "try_in", try_in)
    assert scripts["linux.clean_debian"].main([str(tmp_path / "a.deb")]) == 1
    assert tried == ["bookworm", "trixie"]
    assert scripts["linux.clean_debian"].main([str(tmp_path / "a.deb"), "--suite", "trixie"]) == 0


def test_a_clean_system_that_is_there_is_used_again(
    scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scripts["linux.bare_debian"], "CLEAN", tmp_path)
    (tmp_path / "sid.tar").touch()
    assert scripts["linux.bare_debian"].make_clean("sid") == tmp_path / "sid.tar"


def test_the_kiosk_service_comes_back_unless_the_staff_left() -> None:
    unit = (ROOT / "packaging/linux/jknassist-kiosk.service").read_text(encoding="utf-8")
    settings = dict(line.split("=", 1) for line in unit.splitlines() if "=" in line[1:])
    assert settings["Restart"] == "always"
    for only in ("RestartPreventExitStatus", "SuccessExitStatus"):
        assert settings[only] == str(STAFF_LEFT), only
    shell = (ROOT / "packaging/windows/kiosk-shell.ps1").read_text(encoding="utf-8")
    assert f"$startAgain, $leave, $staffLeft = 0, 3, {STAFF_LEFT}\n" in shell
