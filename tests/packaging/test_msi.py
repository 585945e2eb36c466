"""The MSI holds every file of the program once, and tables that wixl cannot make."""

import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import dev
import pytest
from freeze import freeze
from windows import msi

needs_wixl = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in (*msi.TOOLS, "msiinfo")), reason="wixl and msitools"
)
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    for name in ("jknassist.exe", "_internal/a & b.dll", "voice/id/a.ogg"):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name)
    return folder


def test_every_file_is_in_one_feature(program: Path) -> None:
    tree = ET.fromstring(msi.source(program, "1.2.3", "icon.ico", "kiosk"))  # noqa: S314
    files = {file.get("Source") for file in tree.iter(f"{WIX}File")}
    assert files == {"jknassist.exe", "_internal/a & b.dll", "voice/id/a.ogg", "kiosk"}
    components = [one.get("Id", "") for one in tree.iter(f"{WIX}Component")]
    named = [one.get("Id", "") for one in tree.iter(f"{WIX}ComponentRef")]
    assert sorted(components) == sorted(named)
    levels = {one.get("Id"): one.get("Level") for one in tree.iter(f"{WIX}Feature")}
    assert levels == {"Main": "1", "Voice": "1", "Kiosk": "2000"}


def test_of_the_voice_only_indonesian_is_in_it(program: Path) -> None:
    english = program / "voice" / "en" / "a.ogg"
    english.parent.mkdir()
    english.write_text("en")
    tree = ET.fromstring(msi.source(program, "1.2.3", "icon.ico", "kiosk"))  # noqa: S314
    files = {file.get("Source") for file in tree.iter(f"{WIX}File")}
    assert "voice/id/a.ogg" in files
    assert "voice/en/a.ogg" not in files
    assert [one.get("Name") for one in tree.iter(f"{WIX}Directory")].count("en") == 0


def test_without_voice_packs_there_is_no_feature_for_them(program: Path) -> None:
    shutil.rmtree(program / "voice")
    made = msi.source(program, "1.2.3", "icon.ico", "kiosk")
    assert 'Feature Id="Voice"' not in made
    assert 'Id="VoiceMark"' not in made


def test_components_keep_their_identity(program: Path) -> None:
    """Windows counts components by it: another one in each build would break upgrades."""
    one, other = (msi.source(program, version, "i.ico", "kiosk") for version in ("1.0.0", "2.0.0"))
    assert one.replace("1.0.0", "2.0.0") == other
    assert msi.guid("a") != msi.guid("b")


def test_the_setup_looks_where_the_msi_writes() -> None:
    product = (Path(msi.__file__).parent / "product.nsh").read_text(encoding="utf-8")
    assert '!define OF_MSI "Software\\${PROGRAM}\\MSI"' in product
    assert 'Key="Software\\jknassist\\MSI" Name="Version"' in msi.source(
        Path(__file__).parent, "1.2.3", "i.ico", "kiosk"
    )


@needs_wixl
def test_what_wixl_cannot_say_is_in_the_tables(program: Path, tmp_path: Path) -> None:
    icon = tmp_path / "a.ico"
    icon.write_bytes(b"icon")
    made = msi.build(program, "1.2.3", icon, tmp_path / "a.msi")
    told = {
        table: subprocess.check_output(["msiinfo", "export", made, table], text=True)
        for table in ("LaunchCondition", "Condition", "MsiLockPermissionsEx")
    }
    assert "NOT OFSETUP OR Installed" in told["LaunchCondition"]
    assert "Kiosk\t1\tKIOSKTHERE" in told["Condition"]
    assert "Voice\t2000\tMSITHERE AND NOT VOICETHERE" in told["Condition"]
    assert msi.RIGHTS in told["MsiLockPermissionsEx"]
    assert {file.name for file in tmp_path.iterdir()} == {"program", "a.ico", "a.msi"}


def test_a_release_without_the_windows_program_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(msi, "FROZEN", tmp_path / "frozen")
    assert msi.build_for_release(tmp_path) is None
    told = capsys.readouterr().out
    assert "MSI dilewati" in told
    assert "dev.py windows" in told


@pytest.mark.parametrize("under_wine", [True, False])
def test_the_msi_of_a_release_tells_by_its_name_where_it_was_frozen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: Path, *, under_wine: bool
) -> None:
    program.rename(tmp_path / "jknassist")
    monkeypatch.setattr(msi, "FROZEN", tmp_path)
    monkeypatch.setattr(msi, "MARK_OF_WINE", tmp_path / "UJI")
    monkeypatch.setattr(msi, "build", lambda *asked: asked[-1].write_bytes(b"12345") and asked[-1])
    if under_wine:
        msi.MARK_OF_WINE.touch()
    made = msi.build_for_release(tmp_path)
    assert made is not None
    assert made.name == f"jknassist-{freeze.version()}{'-UJI' if under_wine else ''}.msi"
    monkeypatch.setattr(msi, "MOST", 4)
    with pytest.raises(dev.Stop, match="lebih besar"):
        msi.build_for_release(tmp_path)
