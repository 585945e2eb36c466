"""Makes the MSI for Group Policy and Intune from a frozen program, by wixl of Debian's msitools.

Per machine, with the features Main, Voice (where there are packs) and Kiosk (only when asked for:
ADDLOCAL=Main,Kiosk). Of the voice only Indonesian is in it: wixl packs with MSZIP, under which the
clips hardly shrink. wixl knows no launch conditions and no rights of folders; msibuild adds both.
``python packaging/dev.py script windows.msi FILE`` makes one of an older version, to upgrade from.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import uuid
from pathlib import Path
from xml.sax.saxutils import quoteattr

import dev
from freeze import freeze

FROZEN = freeze.BUILD / "frozen-windows"
"""Where the frozen Windows program is laid for a build of the MSI on Linux."""

OLD_VERSION = "0.0.1"
"""Of an installer that is made to be upgraded from; it holds the same program."""

MARK_OF_WINE = FROZEN / "UJI"
"""Written where it was frozen under Wine: what is made of it is for tests only."""

MOST, MOST_WITHOUT_VOICE = 58_000_000, 45_000_000
TOOLS = {"wixl": "wixl", "msibuild": "msitools"}
UPGRADE_CODE = "6C1B0C3E-6E0D-4C7A-9B53-5C1C0A6D2F11"
NAMESPACE = uuid.UUID("b0e9a2f4-3f6b-4c3d-8a55-1f3f1d5a7c21")
VOICE = "voice"
"""The folder beside the program with a voice pack for each language."""

VOICES_IN_IT = {"id"}
NAME = "Bantuan Kode OTP"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
OF_SETUP = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\jknassist"
OF_MSI = r"Software\jknassist\MSI"
NEWER = "Versi yang lebih baru sudah terpasang."
BY_SETUP = (
    "Program ini terpasang lewat setup untuk semua pengguna. Copot dulu: "
    "uninstall.exe /S (pengaturan dan rekap tetap)."
)
HEAD = """<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
<Product Id="*" Name={name} Language="1057" Version="{version}"
  Manufacturer="The jknassist contributors" UpgradeCode="{upgrade}">
<Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine"/>
<MajorUpgrade DowngradeErrorMessage={newer}/>
<Media Id="1" Cabinet="program.cab" EmbedCab="yes"/>
<Icon Id="program.ico" SourceFile={icon}/>
<Property Id="ARPPRODUCTICON" Value="program.ico"/>
<Property Id="ARPNOMODIFY" Value="1"/>
<Property Id="OFSETUP"><RegistrySearch Id="OfSetup" Root="HKLM" Key={of_setup}
  Name="InstallLocation" Type="raw" Win64="yes"/></Property>
<Property Id="KIOSKTHERE"><RegistrySearch Id="KioskThere" Root="HKLM" Key={run}
  Name="jknassist" Type="raw" Win64="yes"/></Property>
<Property Id="MSITHERE"><RegistrySearch Id="MsiThere" Root="HKLM" Key={of_msi}
  Name="Version" Type="raw" Win64="yes"/></Property>
<Property Id="VOICETHERE"><RegistrySearch Id="VoiceThere" Root="HKLM" Key={of_msi}
  Name="Voice" Type="raw" Win64="yes"/></Property>
<Directory Id="TARGETDIR" Name="SourceDir">
"""
KIOSK = """<Component Id="KioskRun" Guid="{guid}" Win64="yes">
<RegistryValue Root="HKLM" Key={run} Name="jknassist" Type="string"
  Value='"[INSTALLDIR]jknassist.exe" --kiosk' KeyPath="yes"/>
</Component>
"""
VOICE_MARK = """<Component Id="VoiceMark" Guid="{guid}" Win64="yes">
<RegistryValue Root="HKLM" Key={of_msi} Name="Voice" Type="integer" Value="1" KeyPath="yes"/>
</Component>
"""
SETTINGS = """<Directory Id="SETTINGS" Name="JKNAssist">
<Component Id="Settings" Guid="{settings}" Win64="yes"><CreateFolder/>
<RegistryValue Root="HKLM" Key="Software\\jknassist\\MSI" Name="Settings" Type="integer" Value="1"
  KeyPath="yes"/></Component>
<Component Id="KioskMark" Guid="{mark_guid}" Win64="yes">
<File Id="Mark" Name="kiosk" Source={mark} KeyPath="yes"/></Component>
</Directory>
"""
RIGHTS = "O:BAD:PAI(A;OICI;FA;;;BA)(A;OICI;FA;;;SY)(A;OICI;0x1200a9;;;BU)"
"""Administrators and the system may do everything in the settings, all others only read."""

ADDED = f"""
INSERT INTO `LaunchCondition` (`Condition`, `Description`)
 VALUES ('NOT OFSETUP OR Installed', '{BY_SETUP}')
;
CREATE TABLE `Condition` (`Feature_` CHAR(38) NOT NULL, `Level` SHORT NOT NULL,
 `Condition` CHAR(255) PRIMARY KEY `Feature_`, `Level`)
;
INSERT INTO `Condition` (`Feature_`, `Level`, `Condition`) VALUES ('Kiosk', 1, 'KIOSKTHERE')
;
CREATE TABLE `MsiLockPermissionsEx` (`MsiLockPermissionsEx` CHAR(72) NOT NULL,
 `LockObject` CHAR(72) NOT NULL, `Table` CHAR(32) NOT NULL, `SDDLText` CHAR(255) NOT NULL,
 `Condition` CHAR(255) PRIMARY KEY `MsiLockPermissionsEx`)
;
INSERT INTO `MsiLockPermissionsEx` (`MsiLockPermissionsEx`, `LockObject`, `Table`, `SDDLText`)
 VALUES ('Rights', 'SETTINGS', 'CreateFolder', '{RIGHTS}')
"""  # noqa: S608  (all of it is ours)
"""What wixl cannot say: what the setup has installed is refused, an upgrade keeps a kiosk and
brings no voice that was left out, and the rights of the folder of the settings."""


ADDED_FOR_VOICE = """
INSERT INTO `Condition` (`Feature_`, `Level`, `Condition`)
 VALUES ('Voice', 2000, 'MSITHERE AND NOT VOICETHERE')
"""


def guid(name: str) -> str:
    """Return the identity of a component, the same in each build."""
    return str(uuid.uuid5(NAMESPACE, name)).upper()


def identifier(path: str) -> str:
    """Return a name that a table of the MSI allows, unique to a path."""
    return "p" + hashlib.sha256(path.encode()).hexdigest()[:24]


def is_left_out(path: str) -> bool:
    """Tell whether a path is the voice pack of a language that the MSI does not carry."""
    folder, _, language = path.partition("/")
    return folder == VOICE and bool(language) and language.split("/")[0] not in VOICES_IN_IT


def folder_of(folder: Path, root: Path, found: dict[str, list[str]]) -> str:
    """Return the XML of a folder with its files, one component each; note them by feature."""
    parts = []
    for entry in sorted(folder.iterdir()):
        path = entry.relative_to(root).as_posix()
        if is_left_out(path):
            continue
        name, id_ = quoteattr(entry.name), identifier(path)
        if entry.is_dir():
            inner = folder_of(entry, root, found)
            parts.append(f'<Directory Id="{id_}" Name={name}>\n{inner}</Directory>\n')
            continue
        found["Voice" if path.startswith(f"{VOICE}/") else "Main"].append(id_)
        file = f'<File Id="f{id_}" Name={name} Source={quoteattr(path)} KeyPath="yes"/>'
        parts.append(f'<Component Id="{id_}" Guid="{guid(path)}" Win64="yes">{file}</Component>\n')
    return "".join(parts)


def source(program: Path, version: str, icon: str, mark: str) -> str:
    """Return the description of the MSI for wixl."""
    found: dict[str, list[str]] = {"Main": [], "Voice": [], "Kiosk": ["KioskRun", "KioskMark"]}
    files = folder_of(program, program, found)
    known = {"name": quoteattr(NAME), "newer": quoteattr(NEWER), "icon": quoteattr(icon)}
    known |= {"run": quoteattr(RUN), "of_msi": quoteattr(OF_MSI)}
    known |= {"of_setup": quoteattr(OF_SETUP), "upgrade": UPGRADE_CODE, "version": version}
    own = f"""<Component Id="Own" Guid="{guid("own")}" Win64="yes">
<RegistryValue Root="HKLM" Key="Software\\jknassist\\MSI" Name="Version" Type="string"
  Value="{version}" KeyPath="yes"/></Component>
<Component Id="Menu" Guid="{guid("menu")}" Win64="yes">
<RegistryValue Root="HKLM" Key="Software\\jknassist\\MSI" Name="Menu" Type="integer" Value="1"
  KeyPath="yes"/>
<Shortcut Id="Link" Directory="ProgramMenuFolder" Name={known["name"]}
  Target="[INSTALLDIR]jknassist.exe" WorkingDirectory="INSTALLDIR"/></Component>
"""
    found["Main"] += ["Own", "Menu", "Settings"]
    if found["Voice"]:
        found["Voice"].append("VoiceMark")
        own += VOICE_MARK.format(guid=guid("voice"), of_msi=known["of_msi"])
    identities = {"settings": guid("settings"), "mark_guid": guid("mark")}
    settings = SETTINGS.format(mark=quoteattr(mark), **identities)
    places = f"""<Directory Id="ProgramFiles64Folder">
<Directory Id="INSTALLDIR" Name="jknassist">
{files}{own}{KIOSK.format(guid=guid("kiosk"), run=known["run"])}</Directory></Directory>
<Directory Id="ProgramMenuFolder"/>
<Directory Id="CommonAppDataFolder">{settings}</Directory>
</Directory>
"""
    features = "".join(
        f'<Feature Id="{name}" Title="{name}" Level="{2000 if name == "Kiosk" else 1}">'
        + "".join(f'<ComponentRef Id="{component}"/>' for component in components)
        + "</Feature>\n"
        for name, components in found.items()
        if components
    )
    return HEAD.format(**known) + places + features + "</Product></Wix>\n"


def build(program: Path, version: str, icon: Path, target: Path) -> Path:
    """Make the MSI of a frozen program."""
    dev.install_tools(TOOLS)
    description, mark = target.with_suffix(".wxs"), target.with_name("kiosk")
    mark.write_text("kiosk\n")
    beside = (os.path.relpath(file, program) for file in (icon, mark))
    description.write_text(source(program, version, *beside), encoding="utf-8")
    target.unlink(missing_ok=True)
    # In the folder of the program: wixl finds an icon by a relative name only.
    subprocess.run(["wixl", "-a", "x64", "-o", target, description], check=True, cwd=program)
    for file in (description, mark):
        file.unlink()
    changes = ADDED.split("\n;\n")
    for change in [*changes, ADDED_FOR_VOICE] if (program / VOICE).is_dir() else changes:
        line = " ".join(change.split())
        subprocess.run(["msibuild", target, "-q", line], check=True)
    return target


def build_for_release(folder: Path) -> Path | None:
    """Make the MSI of the frozen Windows program; where that is missing say so, make none."""
    program = FROZEN / "jknassist"
    if not (program / "jknassist.exe").is_file():
        dev.say(
            f"(MSI dilewati: program Windows tidak ada di {program}; buat dengan"
            " `dev.py windows`, atau salin build/frozen/jknassist dari Windows ke sana)"
        )
        return None
    mark = "-UJI" if MARK_OF_WINE.exists() else ""
    target = folder / f"jknassist-{freeze.version()}{mark}.msi"
    return check_size(
        build(program, freeze.version(), freeze.MADE / "jknassist.ico", target), program
    )


def check_size(made: Path, program: Path) -> Path:
    """Say how large an MSI is; stop when that is too large."""
    size = made.stat().st_size
    most = MOST if (program / VOICE).is_dir() else MOST_WITHOUT_VOICE
    dev.say(f"{made.name}: {size / 1e6:.1f} MB (paling besar {most / 1e6:.0f})")
    if size > most:
        raise dev.Stop(f"{made.name} lebih besar dari {most / 1e6:.0f} MB")
    return made


def main(arguments: list[str]) -> int:
    """Make an MSI of an older version of the frozen Windows program."""
    icon = freeze.MADE / "jknassist.ico"
    print(build(FROZEN / "jknassist", OLD_VERSION, icon, Path(arguments[0]).resolve()))
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (dev.Stop, subprocess.CalledProcessError) as reason:
        sys.exit(f"\nBerhenti: {reason}")
