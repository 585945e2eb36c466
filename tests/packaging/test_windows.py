"""The installer for Windows says what it does, in both languages, and its guides open there."""

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent.parent
NSIS = ROOT / "packaging" / "windows"
NAMES = (
    "dev",
    "freeze.freeze",
    "linux.package",
    "windows.acceptance",
    "windows.build",
    "windows.guide_html",
)


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """Load the scripts as they load one another, and forget them afterwards."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    yield {name: importlib.import_module(name) for name in NAMES}
    for name in set(sys.modules) - before:
        if name.partition(".")[0] in {"dev", "freeze", "linux", "windows"}:
            del sys.modules[name]


def read(name: str) -> str:
    return (NSIS / name).read_text(encoding="utf-8")


def everything() -> str:
    return "".join(read(file.name) for file in sorted(NSIS.glob("*.ns[ih]")))


def parts_that_are_moved() -> set[str]:
    """Return what the macro EveryPart names."""
    macro = read("parts.nsh").split("!macro EveryPart ACTION\n")[1].split("!macroend")[0]
    return set(re.findall(r'"(.+)"', macro))


def test_the_parts_of_the_windows_program_are_those_that_its_installer_moves(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    """A part that the installer does not know would be left behind in a folder of its own."""
    build = scripts["windows.build"]
    own = {"${PROGRAM}.exe", "${PROGRAM}-cli.exe", "_internal", "LICENCES"}
    build.add_office_files(tmp_path)
    assert parts_that_are_moved() == own | {"voice"} | {file.name for file in tmp_path.iterdir()}
    carried = {file.name for file in (tmp_path / build.OFFICE).iterdir()}
    assert {"kiosk-guide.html", "kiosk-folder.ps1", "site.example.yaml"} <= carried
    assert not [name for name in carried if name.endswith(".md")]
    assert (tmp_path / "bin/jknassist.cmd").read_bytes().endswith(b'jknassist-cli.exe" %*\r\n')


def test_the_guides_open_in_a_plain_windows(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    """Each is whole in itself: no picture beside it, no link to what is not shipped."""
    scripts["windows.build"].add_office_files(tmp_path)
    pages = list((tmp_path / "KANTOR").glob("*.html"))
    assert len(pages) == len(scripts["windows.build"].GUIDES)
    names = {page.name for page in pages}
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert '<meta charset="utf-8">' in text
        assert set(re.findall(r'src="(\w+):', text)) <= {"data"}
        targets = {link.partition("#")[0] for link in re.findall(r'href="([^"]*)"', text)}
        assert {target for target in targets if not target.startswith("https:")} <= names | {""}
        anchors = re.findall(r'href="#([^"]*)"', text)
        assert [name for name in anchors if f'id="{name}"' not in text] == []
        assert "](" not in re.sub(r"<pre>.*?</pre>", "", text, flags=re.DOTALL)


def test_the_marks_of_a_guide_become_html(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    source = tmp_path / "a.md"
    source.write_text(
        "# Satu & dua\n\nKalimat **tebal** dan `a < b`, [lain](b.md), [jauh](c.md).\n"
        "1. pertama\n2. kedua\n   - anak\n\n| a | b |\n| --- | --- |\n| 1 | `x` |\n\n"
        "```\n# bukan judul | x\n\n```\n"
    )
    text = scripts["windows.guide_html"].page(source, ["b.md"])
    assert "<title>Satu &amp; dua</title>" in text
    assert "<strong>tebal</strong> dan <code>a &lt; b</code>" in text
    assert '<a href="b.html">lain</a>, jauh.' in text
    assert "<ol><li>pertama</li>\n<li>kedua<ul><li>anak</li></ul></li></ol>" in text
    assert "<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td><code>x</code></td></tr>" in text
    assert "<pre># bukan judul | x\n</pre>" in text


def test_the_installer_has_three_pages_and_no_wall() -> None:
    for script in ("jknassist.nsi", "uninstall.nsi"):
        pages = re.findall(r"insertmacro MUI_PAGE_(\w+)", read(script))
        assert pages == ["WELCOME", "INSTFILES", "FINISH"]
        assert "MUI_FINISHPAGE_NOREBOOTSUPPORT" in read(script)
    assert not re.search(r"^\s*Reboot\b", everything(), re.MULTILINE)


def test_the_installer_says_everything_in_both_languages() -> None:
    texts = re.findall(r'^LangString (\w+) \$\{(\w+)\} "(.+)"$', read("texts.nsh"), re.MULTILINE)
    by_language = {
        language: {name for name, spoken, _ in texts if spoken == language}
        for language in ("INDONESIAN", "ENGLISH")
    }
    used = set(re.findall(r"\$\(([A-Z]\w+)\)", everything()))
    assert used
    assert by_language["INDONESIAN"] == by_language["ENGLISH"] == used


def test_the_indonesian_of_the_installer_is_ours() -> None:
    """The words that come with NSIS are clumsy; none of them may be left to be seen."""
    assert '!insertmacro MUI_LANGUAGEEX "language" "Indonesian"' in read("jknassist.nsi")
    assert '!insertmacro MUI_LANGUAGEEX "language" "Indonesian"' in read("uninstall.nsi")
    own = read("language/Indonesian.nlf") + read("language/Indonesian.nsh")
    said = own + read("texts.nsh")
    assert not re.findall(r"paripurna|[Ii]nstalasi|\banda\b|silahkan|[Pp]roses", said)
    assert "saat dinyalakan" not in read("texts.nsh")
    assert re.findall(r"(.+)\n +\$\{GetSize\}", everything()) == [
        "  SetDetailsPrint none ; it shows what it counts, in English"
    ]


def switches() -> set[str]:
    """Return the switches that the installer and the uninstaller know."""
    found = re.findall(r'(?:Switch|FileOfSwitch) "(/\w+)|GetOptions\} \$0 "(/[\w?]+)', everything())
    return {first or second for first, second in found} - {"/CHOSEN", "/", ""}


def test_the_guide_names_the_exit_codes_and_switches_of_the_installer() -> None:
    guide = (ROOT / "docs" / "install.md").read_text(encoding="utf-8")
    code = everything()
    given = {int(n) for n in re.findall(r"(?:SetErrorLevel|Refuse \w+) (\d+)", code)}
    line = guide.split("Kode akhir:")[1].split("Pembaruan")[0]
    assert {int(number) for number in re.findall(r"`(\d)`", line)} == given | {0, 1}
    assert {"/AllUsers", "/KIOSK", "/SITE", "/LOG", "/PATH", "/PURGE", "/?"} <= switches()
    assert {s for s in switches() if f"`{s}" not in guide} == set()
    known = {*switches(), "/S", "/D", "/KEEP", "/etc", "/var"}
    assert {word for word in re.findall(r"`(/[A-Za-z]+)", guide) if word not in known} == set()


def test_the_help_of_the_installer_names_its_switches_and_codes() -> None:
    told = dict(re.findall(r'^!define Help_(\w+) "(.+)"$', read("texts.nsh"), re.MULTILINE))
    assert told.keys() == {"INDONESIAN", "ENGLISH"}
    mine = switches() - {"/PURGE", "/?"}
    for text in told.values():
        assert {switch for switch in mine if switch not in text} == set()
        assert set(re.findall(r"\b(\d) ", text)) == set("012345678")


def test_only_what_wine_lacks_may_fail_in_a_self_test_under_wine(
    scripts: dict[str, ModuleType],
) -> None:
    acceptance = scripts["windows.acceptance"]
    lacking = (
        "Qt: EnableNonClientDpiScaling() failed for HWND 0x40064 (120) (Call not implemented.)"
    )
    assert acceptance.is_of_wine(f"GAGAL kios: layar pertama: {lacking}")
    assert not acceptance.is_of_wine(f"GAGAL kios: layar pertama: {lacking}; ValueError (a.py:1)")
    assert not acceptance.is_of_wine("GAGAL cetak: tidak terbuka: PrintPanel")


def test_refusals_before_the_first_page_are_said_in_indonesian() -> None:
    """Before the first page NSIS takes the language of Windows for its own texts, not ours."""
    early = read("beginning.nsh") + read("removing.nsh").split("FunctionEnd")[0]
    early += read("closing.nsh").split("Function BecomeAdministrator")[1]
    refusals = set(re.findall(r"insertmacro Refuse (\w+) \d", early))
    assert refusals == {"TooOld", "IsNewer", "IsMsi", "NoAdmin", "NoSite"}
    assert "$(" not in early
    said = {
        (name, language): text
        for name, language, text in re.findall(
            r'^!define (\w+)_(INDONESIAN|ENGLISH) "(.+)"$', read("texts.nsh"), re.MULTILINE
        )
    }
    assert said.keys() == {
        (r, language) for r in (*refusals, "Help") for language in ("INDONESIAN", "ENGLISH")
    }
    assert "Windows 10 versi 1809 atau lebih baru, 64-bit" in said["TooOld", "INDONESIAN"]
    assert "OLDEST_BUILD 17763" in read("jknassist.nsi")


def test_installer_and_program_have_one_name(scripts: dict[str, ModuleType]) -> None:
    name = re.findall(r'^!define NAME "(.+)"$', read("product.nsh"), re.MULTILINE)[0]
    told = scripts["freeze.freeze"].VERSION_FILE
    assert f"StringStruct('ProductName', '{name}')" in told
    assert 'VIAddVersionKey /LANG=0 ProductName "${NAME}"' in read("product.nsh")


def test_a_removal_without_a_window_keeps_what_is_the_office_s() -> None:
    """Programs that renew and remove others call it by these words, and nobody sees a question."""
    assert "'\"$INSTDIR\\uninstall.exe\" /S'" in read("jknassist.nsi")
    removing = read("removing.nsh")
    assert removing.count("RMDir /r") == 1
    assert '${If} $Purge = 1\n    ${Log} "the settings of the office go"\n    RMDir /r' in removing
