"""The manifests of winget have the fields and the forms that its documented schema wants."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from windows import winget

COMMON = {"PackageIdentifier", "PackageVersion", "ManifestType", "ManifestVersion"}
REQUIRED = {
    "version": {"DefaultLocale"},
    "installer": {"Installers"},
    "defaultLocale": {"PackageLocale", "Publisher", "PackageName", "License", "ShortDescription"},
}
RESPONSES = {
    "cancelledByUser",
    "packageInUse",
    "downgrade",
    "systemNotSupported",
    "alreadyInstalled",
}


@pytest.fixture
def manifests(tmp_path: Path) -> dict[str, dict[str, Any]]:
    setup = tmp_path / "jknassist-1.2.3-setup.exe"
    setup.write_bytes(b"a setup")
    files = winget.write(setup, "1.2.3", "contoh/jknassist")
    assert {file.name for file in files} == {
        "jknassist.jknassist.yaml",
        "jknassist.jknassist.installer.yaml",
        "jknassist.jknassist.locale.id-ID.yaml",
    }
    # Everything as text, as winget reads versions.
    read = [yaml.load(file.read_text("utf-8"), yaml.BaseLoader) for file in files]  # noqa: S506
    return {manifest["ManifestType"]: manifest for manifest in read}


def test_each_has_what_its_kind_must_have(manifests: dict[str, dict[str, Any]]) -> None:
    assert manifests.keys() == REQUIRED.keys()
    for kind, manifest in manifests.items():
        assert manifest.keys() >= COMMON | REQUIRED[kind]
        assert manifest["PackageVersion"] == "1.2.3"
        assert re.fullmatch(r"[^.\s]{1,32}(\.[^.\s]{1,32}){1,7}", manifest["PackageIdentifier"])


def test_the_setup_is_found_by_address_and_digest(manifests: dict[str, dict[str, Any]]) -> None:
    installers = manifests["installer"]["Installers"]
    assert [one["Scope"] for one in installers] == ["user", "machine"]
    for one in installers:
        assert one["InstallerUrl"] == (
            "https://github.com/contoh/jknassist/releases/download/v1.2.3/jknassist-1.2.3-setup.exe"
        )
        assert re.fullmatch(r"[A-F0-9]{64}", one["InstallerSha256"])
    assert installers[1]["InstallerSwitches"] == {"Custom": "/AllUsers"}


def test_it_says_of_the_setup_what_the_setup_does(manifests: dict[str, dict[str, Any]]) -> None:
    """The entry in Apps, the oldest Windows and the exit codes are those of the script."""
    folder = Path(winget.__file__).parent
    script = (folder / "jknassist.nsi").read_text(encoding="utf-8")
    product = (folder / "product.nsh").read_text(encoding="utf-8")
    told = manifests["installer"]
    (entry,) = told["AppsAndFeaturesEntries"]
    assert f'!define NAME "{entry["DisplayName"]}"' in product
    assert f'!define PUBLISHER "{entry["Publisher"]}"' in product
    assert f'!define PROGRAM "{entry["ProductCode"]}"' in product
    build = told["MinimumOSVersion"].split(".")[2]
    assert f"!define OLDEST_BUILD {build}" in script
    codes = {
        one["InstallerReturnCode"]: one["ReturnResponse"] for one in told["ExpectedReturnCodes"]
    }
    assert codes.keys() == set("13458")
    assert set(codes.values()) == RESPONSES


def test_texts_are_no_longer_than_allowed(manifests: dict[str, dict[str, Any]]) -> None:
    words = manifests["defaultLocale"]
    assert 3 <= len(words["ShortDescription"]) <= 256
    assert 3 <= len(words["Description"]) <= 10000
    assert all(len(tag) <= 40 for tag in words["Tags"])
