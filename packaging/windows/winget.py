"""Writes the three manifests of winget for a setup: version, installer, words in Indonesian.

``python packaging/dev.py script windows.winget SETUP --repository OWNER/NAME`` puts them beside the
setup, under the names that the community repository of winget wants; a person submits them there.
The addresses are those of the release of this version in the repository.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from pathlib import Path

from freeze import freeze

IDENTIFIER = "jknassist.jknassist"
MANIFEST_VERSION = "1.6.0"
SCHEMA = (
    "# yaml-language-server: $schema=https://aka.ms/winget-manifest.{kind}.{version}.schema.json"
)
HEAD = """\
PackageIdentifier: {identifier}
PackageVersion: {version}
"""
FOOT = """\
ManifestType: {kind}
ManifestVersion: {manifest}
"""
VERSION = "DefaultLocale: id-ID\n"
# The setup is for one user without a word and for all with /AllUsers: winget knows both by scope.
INSTALLER = """\
InstallerLocale: id-ID
Platform:
- Windows.Desktop
MinimumOSVersion: 10.0.17763.0
InstallerType: nullsoft
InstallModes:
- interactive
- silent
UpgradeBehavior: install
ExpectedReturnCodes:
- InstallerReturnCode: 1
  ReturnResponse: cancelledByUser
- InstallerReturnCode: 3
  ReturnResponse: packageInUse
- InstallerReturnCode: 4
  ReturnResponse: downgrade
- InstallerReturnCode: 5
  ReturnResponse: systemNotSupported
- InstallerReturnCode: 8
  ReturnResponse: alreadyInstalled
ProductCode: jknassist
AppsAndFeaturesEntries:
- DisplayName: Bantuan Kode OTP
  Publisher: The jknassist contributors
  ProductCode: jknassist
Installers:
- Architecture: x64
  Scope: user
  InstallerUrl: {setup}
  InstallerSha256: {digest}
- Architecture: x64
  Scope: machine
  InstallerUrl: {setup}
  InstallerSha256: {digest}
  InstallerSwitches:
    Custom: /AllUsers
  ElevationRequirement: elevationRequired
"""
LOCALE = """\
PackageLocale: id-ID
Publisher: The jknassist contributors
PublisherUrl: {home}
PublisherSupportUrl: {home}/issues
PackageName: Bantuan Kode OTP
PackageUrl: {home}
License: MIT
LicenseUrl: {home}/blob/v{version}/LICENSE
ShortDescription: Membantu peserta JKN yang kode OTP Mobile JKN-nya tidak masuk.
Description: >-
  Satu pertanyaan setiap kali, dengan bahasa sehari-hari; di akhir ada sebab yang paling mungkin
  dan paling banyak tiga langkah. Bukan buatan BPJS Kesehatan. Tidak memakai internet dan tidak
  menyimpan data orang.
Moniker: jknassist
Tags:
- jkn
- otp
- indonesia
ReleaseNotesUrl: {home}/releases/tag/v{version}
"""
PARTS = {
    "version": ("", VERSION),
    "installer": (".installer", INSTALLER),
    "defaultLocale": (".locale.id-ID", LOCALE),
}


def write(setup: Path, version: str, repository: str) -> list[Path]:
    """Write the manifests beside a setup; return their files."""
    home = f"https://github.com/{repository}"
    known = {
        "identifier": IDENTIFIER,
        "version": version,
        "manifest": MANIFEST_VERSION,
        "home": home,
        "setup": f"{home}/releases/download/v{version}/{setup.name}",
        "digest": hashlib.sha256(setup.read_bytes()).hexdigest().upper(),
    }
    files = []
    for kind, (ending, body) in PARTS.items():
        schema = SCHEMA.format(kind=kind, version=MANIFEST_VERSION)
        text = f"{schema}\n{(HEAD + body + FOOT).format(kind=kind, **known)}"
        file = setup.with_name(f"{IDENTIFIER}{ending}.yaml")
        file.write_text(text, encoding="utf-8", newline="\n")
        files.append(file)
    return files


def main(arguments: list[str]) -> int:
    """Write the manifests of a setup."""
    parser = argparse.ArgumentParser()
    parser.add_argument("setup", type=Path)
    parser.add_argument("--repository", required=True, help="OWNER/NAME")
    asked = parser.parse_args(arguments)
    for file in write(asked.setup, freeze.version(), asked.repository):
        print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
