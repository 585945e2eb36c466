"""Local content overrides the shipped one only if it is valid, new enough and trusted."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jknassist.cli import main, site_commands
from jknassist.content import loader, override, trusted_file
from jknassist.content.override import ContentOverride, find
from jknassist.core.flow.model import Knowledge
from jknassist.core.parsing.older_editions import RETIRED
from jknassist.core.text_rules import MOST_BYTES
from jknassist.gui.kiosk import launch
from jknassist.gui.kiosk.config import KioskConfig
from jknassist.system import paths
from tests.support.first_edition import first_yaml, kept_up
from tests.support.small_knowledge import RELEASED, small_knowledge, to_yaml
from tests.support.small_overlay import small_overlay_yaml

SMALL = small_knowledge()
NEWER = replace(SMALL, edition=2, name="Bantuan Baru")
Put = Callable[[bytes], Path]


def yaml_of(knowledge: Knowledge) -> bytes:
    return to_yaml(knowledge).encode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder for settings, safe from the person at the machine for as far as we ask."""
    monkeypatch.setattr(paths, "settings_folder", lambda: tmp_path)
    monkeypatch.setattr(paths, "PACKAGED_CONTENT", tmp_path / "package")
    monkeypatch.setattr(trusted_file, "refusal", lambda _found, _user: "")
    if sys.platform == "win32":
        monkeypatch.setattr(trusted_file, "_may", lambda _path, _flags: False)
    return tmp_path


@pytest.fixture
def put(folder: Path) -> Put:
    def put_there(data: bytes) -> Path:
        path = folder / paths.CONTENT
        path.write_bytes(data)
        return path

    return put_there


def reason(found: ContentOverride) -> str:
    """Return why the content of the machine does not run."""
    assert found.knowledge is None
    (notice,) = found.notices
    assert "Yang dipakai isi bawaan program." in notice
    assert "\n" not in notice
    return notice


def test_without_a_file_there_is_nothing_to_say(folder: Path) -> None:
    assert not (folder / paths.CONTENT).exists()
    assert find(SMALL) == ContentOverride()


def test_without_the_folder_there_is_nothing_to_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "settings_folder", lambda: tmp_path / "tidak_ada")
    assert find(SMALL) == ContentOverride()


@pytest.mark.parametrize(
    "knowledge",
    [NEWER, replace(NEWER, released=date(2027, 1, 2)), replace(SMALL, name="Sama Tanggalnya")],
)
def test_sound_content_that_is_not_older_runs(put: Put, knowledge: Knowledge) -> None:
    path = put(yaml_of(knowledge))
    assert find(SMALL) == ContentOverride(knowledge=knowledge, name=str(path))


@pytest.mark.parametrize(
    ("shipped", "says"),
    [
        (replace(SMALL, edition=3), "edisi 2 lebih lama dari edisi bawaan 3"),
        (replace(SMALL, released=date(2026, 11, 23)), f"terbit {RELEASED}, lebih lama"),
    ],
)
def test_older_content_does_not_run(put: Put, shipped: Knowledge, says: str) -> None:
    put(yaml_of(NEWER))
    assert says in reason(find(shipped))


def test_content_that_others_can_write_does_not_run(
    put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(yaml_of(NEWER))
    monkeypatch.setattr(trusted_file, "refusal", lambda _found, _user: "boleh ditulis siapa saja")
    monkeypatch.setattr(trusted_file, "_may", lambda _path, _flags: True)
    said = reason(find(SMALL))
    assert said.startswith(f"{path} tidak dipakai: ")


WHOLE = yaml_of(NEWER)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 100,
        WHOLE.decode().encode("utf-16"),
        WHOLE.decode().encode("utf-16-le"),
        WHOLE.replace(b"Apa yang", "\u00e9\u00e9".encode("latin-1")),
        WHOLE + b"#" * MOST_BYTES,
        b"[" * MOST_BYTES,
        b"- " * (MOST_BYTES // 2),
        b"a: " + b"x" * (MOST_BYTES - 10),
        b"a: &a [x, x]\n" + b"".join(b"b%d: [*a, *a]\n" % i for i in range(50_000)),
        b"a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n" + WHOLE,
        b"!!python/object/apply:os.system ['true']\n",
        WHOLE + WHOLE,
        WHOLE + b"---\n" + WHOLE,
        WHOLE.replace(b"edition: 2", b"edition: 99999999999999999999"),
        b"".join(b"k%d: 1\n" % i for i in range(150_000)),
        b"\n" * MOST_BYTES,
        b'"' * MOST_BYTES,
    ],
    ids=lambda data: f"{len(data)}-{data[:6]!r}",
)
def test_hostile_bytes_do_not_run(put: Put, data: bytes) -> None:
    put(data)
    assert len(reason(find(SMALL))) < 1000


def test_no_half_of_a_file_runs(put: Put) -> None:
    """It is cut after lines and in the middle of lines: as while somebody still copies it.

    Everything but the words for searching must be there; what may be missing is not put last.
    """
    rest, search = WHOLE.split(b"\nsearch:\n", 1)
    before, sources = rest.split(b"\nsources:\n", 1)
    whole = b"\nsources:\n".join((before + b"\nsearch:\n" + search.rstrip(), sources)) + b"\n"
    put(whole)
    assert find(SMALL).knowledge == NEWER
    lines = whole.splitlines(keepends=True)
    ends = [sum(map(len, lines[:count])) for count in range(1, len(lines))]
    for end in (*ends[::7], *(end - 3 for end in ends[::7]), *ends[-6:]):
        put(whole[:end])
        assert reason(find(SMALL)), f"cut at {end}"


def test_what_was_read_stays_when_the_file_is_swapped(put: Put) -> None:
    path = put(yaml_of(NEWER))
    found = find(SMALL)
    path.unlink()
    put(b"rusak: [")
    assert found.knowledge == NEWER
    assert reason(find(SMALL)), "the next start sees what is there then"


def test_the_file_is_read_once(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    put(yaml_of(NEWER))
    read: list[Path] = []
    whole = override.read

    def counting(path: Path) -> bytes:
        read.append(path)
        return whole(path)

    monkeypatch.setattr(override, "read", counting)
    find(SMALL)
    assert len(read) == 1


# The office's file, the package, the shipped content.

PACKAGED = replace(NEWER, name="Bantuan dari Paket")
NO_PACKAGE = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such package")


@pytest.fixture
def package(folder: Path) -> Put:
    def put_there(data: bytes) -> Path:
        path = folder / "package" / paths.CONTENT
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return path

    return put_there


@NO_PACKAGE
def test_the_package_runs_where_the_office_has_no_file(package: Put) -> None:
    path = package(yaml_of(PACKAGED))
    assert find(SMALL) == ContentOverride(knowledge=PACKAGED, name=str(path))


@NO_PACKAGE
def test_the_file_of_the_office_comes_before_the_package(put: Put, package: Put) -> None:
    package(yaml_of(replace(PACKAGED, edition=3)))
    path = put(yaml_of(NEWER))
    assert find(SMALL) == ContentOverride(knowledge=NEWER, name=str(path))


@NO_PACKAGE
@pytest.mark.parametrize("office", [b"rusak: [", yaml_of(replace(SMALL, edition=1))])
def test_where_the_file_of_the_office_is_refused_the_package_runs(
    put: Put, package: Put, office: bytes
) -> None:
    own, path = put(office), package(yaml_of(PACKAGED))
    found = find(replace(SMALL, edition=2))
    assert (found.knowledge, found.name) == (PACKAGED, str(path))
    (notice,) = found.notices
    assert notice.startswith(f"{own} tidak dipakai: ")
    assert notice.endswith(f". Yang dipakai {path}.")


@NO_PACKAGE
def test_where_both_are_refused_the_shipped_content_runs_and_both_are_named(
    put: Put, package: Put
) -> None:
    own, path = put(b"rusak: ["), package(b"rusak: [")
    found = find(SMALL)
    assert found.knowledge is None
    assert [notice.split(" tidak dipakai: ")[0] for notice in found.notices] == [
        str(own),
        str(path),
    ]
    assert all(notice.endswith("Yang dipakai isi bawaan program.") for notice in found.notices)


# What the window is then made of.


@pytest.fixture
def small_shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ship the small content; a named file is read as ever."""
    monkeypatch.setattr(loader, "knowledge_of", lambda _name: SMALL)


@pytest.mark.usefixtures("small_shipped")
def test_the_window_shows_it_and_knows_where_it_is_from(put: Put) -> None:
    path = put(yaml_of(NEWER))
    shipped = main._load_content(None, ("id",))
    assert shipped.knowledge == NEWER
    assert (shipped.origin, shipped.notices) == (str(path), ())


@pytest.mark.usefixtures("small_shipped")
def test_the_window_shows_the_shipped_content_and_says_why(
    put: Put, capsys: pytest.CaptureFixture[str]
) -> None:
    put(b"rusak: [")
    shipped = main._load_content(None, ("id",))
    assert shipped.knowledge == SMALL
    assert shipped.origin == ""
    assert "tidak dipakai" in shipped.notices[0]
    assert shipped.notices[0] in capsys.readouterr().err


@pytest.mark.usefixtures("small_shipped")
def test_a_translation_lies_beside_it_and_is_no_less_safe(put: Put, folder: Path) -> None:
    put(yaml_of(NEWER))
    overlay = folder / "knowledge.en.yaml"
    overlay.write_text(small_overlay_yaml().replace("edition: 1", "edition: 2"), encoding="utf-8")
    shipped = main._load_content(None, ("id", "en"))
    assert [one.language for one in shipped.others] == ["en"]
    assert shipped.notices == ()
    overlay.write_text("overlay_of: id\nrusak: [", encoding="utf-8")
    shipped = main._load_content(None, ("id", "en"))
    assert shipped.others == ()
    assert str(overlay) in shipped.notices[0]
    overlay.unlink()
    assert str(overlay) in main._load_content(None, ("id", "en")).notices[0]


def test_a_file_that_is_named_needs_no_trust(tmp_path: Path) -> None:
    path = tmp_path / "isi.yaml"
    path.write_bytes(yaml_of(SMALL))
    shipped = main._load_content(str(path), ("id",))
    assert shipped.knowledge == SMALL
    assert (shipped.origin, shipped.notices) == (str(path), ())


@pytest.mark.usefixtures("small_shipped")
def test_the_staff_of_a_kiosk_is_reported(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    stations: list[KioskConfig] = []

    def run(station: KioskConfig, *, heartbeat: bool) -> int:
        assert heartbeat
        stations.append(station)
        return 0

    monkeypatch.setattr(launch, "run", run)
    kiosk = [site_commands.PART, site_commands.WINDOW]
    path = put(yaml_of(NEWER))
    assert main.main(kiosk) == 0
    put(b"rusak: [")
    assert main.main(kiosk) == 0
    sound, broken = stations
    assert sound.origin == str(path)
    assert sound.by_language["id"].knowledge == NEWER
    assert broken.origin == ""
    assert broken.by_language["id"].knowledge == SMALL
    assert any(str(path) in notice for notice in broken.notices)


@pytest.mark.parametrize("kind", ["missing", "broken", "pipe"])
def test_a_kiosk_helps_also_where_the_file_it_was_given_is_broken(
    put: Put, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str
) -> None:
    if kind == "pipe" and sys.platform == "win32":
        pytest.skip("Windows has no pipes in a folder")
    stations: list[KioskConfig] = []

    def run(station: KioskConfig, *, heartbeat: bool) -> int:
        assert heartbeat
        stations.append(station)
        return 0

    monkeypatch.setattr(launch, "run", run)
    named = tmp_path / "isi.yaml"
    if kind == "broken":
        named.write_bytes(b"rusak: [")
    elif kind == "pipe":
        os.mkfifo(named)
    kiosk = ["--knowledge", str(named), site_commands.PART, site_commands.WINDOW]
    assert main.main(kiosk) == 0
    path = put(loader.read(None, loader.KNOWLEDGE))
    assert main.main(kiosk) == 0
    bundled, local = stations
    assert bundled.by_language["id"].knowledge == loader.knowledge_of(None)
    assert (bundled.origin, local.origin) == ("", str(path))
    (notice,) = bundled.notices
    assert notice.startswith(f"{named} tidak dipakai: ")
    assert notice.endswith("Yang dipakai isi bawaan program.")
    assert (": tidak bisa dibaca (" in notice) is (kind != "broken")
    assert local.notices[0].endswith(f"Yang dipakai {path}.")
    with pytest.raises(loader.ContentError):
        main._load_content(str(named))  # as on a laptop


def test_content_of_the_first_edition_runs_and_the_staff_page_says_what_it_lacks(put: Put) -> None:
    shipped = loader.knowledge_of(None)
    path = put(kept_up(first_yaml(), edition=shipped.edition, released="2027-01-02").encode())
    found = find(shipped)
    assert found.knowledge is not None
    assert found.knowledge.words.solved_yes == shipped.words.solved_yes
    (notice,) = found.notices
    assert notice.startswith(f"{path} dari edisi lama: ")
    assert 'kata belum ada di "words"; ' in notice
    written = {line.split(":")[0].strip() for line in first_yaml().splitlines()}
    assert f'{len(RETIRED & written)} kata tidak dipakai lagi di "words"; ' in notice
    assert 'kata belum ada di "number_words". ' in notice
    assert "141 langkah hanya teks; " in notice
    assert "list_found" not in notice
    assert notice.endswith(f"jknassist check {path}")


def test_the_window_shows_the_first_edition_with_its_translation(put: Put, folder: Path) -> None:
    edition = loader.knowledge_of(None).edition
    path = put(kept_up(first_yaml(), edition=edition, released="2027-01-02").encode())
    english = kept_up(first_yaml("knowledge.en.yaml"), edition=edition, released="")
    (folder / "knowledge.en.yaml").write_text(english, encoding="utf-8")
    shown = main._load_content(None, ("id", "en"))
    assert shown.origin == str(path)
    assert [one.language for one in shown.others] == ["en"]
    assert len(shown.notices) == 1


def test_the_first_edition_as_it_was_is_older_than_the_program(put: Put) -> None:
    put(first_yaml().encode())
    assert "edisi 1 lebih lama dari edisi bawaan" in reason(find(loader.knowledge_of(None)))
