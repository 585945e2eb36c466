"""The Debian package of an edition of the content: its version, its files, no conffile."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import dev
import pytest
from linux import content_package

from jknassist.system import paths

needs_dpkg = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="Debian's dpkg-deb")

KNOWLEDGE = "# head\nedition: 7\nreleased: 2027-03-09\nname: Bantuan\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "knowledge.yaml").write_text(KNOWLEDGE)
    (folder / "knowledge.en.yaml").write_text("overlay_of: id\n")
    (folder / "other.yaml").write_text("not content\n")
    return folder


def test_the_version_grows_with_edition_and_date() -> None:
    assert content_package.version_of(KNOWLEDGE) == "7.20270309"
    shipped = Path("resources/knowledge.yaml").read_text(encoding="utf-8")
    edition, _, day = content_package.version_of(shipped).partition(".")
    assert int(edition) >= 2
    assert date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}") >= date(2026, 11, 26)


@pytest.mark.parametrize("text", ["", "edition: 7\n", "released: 2027-03-09\n"])
def test_content_without_edition_or_date_is_refused(text: str) -> None:
    with pytest.raises(dev.Stop, match="edition atau released"):
        content_package.version_of(text)


@needs_dpkg
def test_it_holds_the_content_and_its_translations_and_no_conffile(
    content: Path, tmp_path: Path
) -> None:
    package = content_package.build(tmp_path, content)
    assert package.name == "jknassist-content_7.20270309_all.deb"
    out = tmp_path / "out"
    subprocess.run(["dpkg-deb", "--raw-extract", package, out], check=True)
    installed = out / "usr/share/jknassist/content"
    assert sorted(file.name for file in installed.iterdir()) == [
        "knowledge.en.yaml",
        "knowledge.yaml",
    ]
    assert (installed / "knowledge.yaml").read_text() == KNOWLEDGE
    assert sorted(file.name for file in (out / "DEBIAN").iterdir()) == ["control", "md5sums"]
    assert "Version: 7.20270309" in (out / "DEBIAN/control").read_text()


@needs_dpkg
def test_two_builds_are_the_same(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    built = [content_package.build(tmp_path, content).read_bytes() for _ in range(2)]
    assert built[0] == built[1]


def test_a_folder_without_content_is_refused(tmp_path: Path) -> None:
    with pytest.raises(dev.Stop, match="tidak ada"):
        content_package.build(tmp_path, tmp_path)


def test_the_program_looks_where_the_package_puts_it() -> None:
    assert Path("/", content_package.INSTALLED) == paths.PACKAGED_CONTENT
    assert content_package.KNOWLEDGE == paths.CONTENT
