"""What a visitor sees with damaged files, a full disk or no home: rows of docs/faults.md."""

import ast
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jknassist.content import cache, loader
from jknassist.content import resources as bundle
from jknassist.core.phone.check import diagnose
from jknassist.system.statistics_store import StatisticsStore, StatisticsStoreError
from tests.support.counting import count_outcome, files_of, text_of
from tests.support.failing_system import ROOT, WORDS, live, namespace, on_linux, program, same_visit
from tests.support.small_knowledge import small_knowledge, small_yaml, to_yaml
from tests.support.small_plan import small_plan

PACKAGE = ROOT / "jknassist"
TABLE = ROOT / "docs" / "faults.md"
DAY = date(2026, 11, 22)

pytestmark = on_linux
resource = pytest.importorskip("resource")


# Content that is damaged.


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the program that ships small content of its own."""
    made = tmp_path / "copy" / "jknassist"
    shutil.copytree(PACKAGE, made, ignore=shutil.ignore_patterns("__pycache__"))
    resources = made / "resources"
    (resources / "compiled").mkdir(parents=True)
    (resources / "knowledge.yaml").write_text(small_yaml(), encoding="utf-8")
    (resources / "numbering.yaml").write_text(to_yaml(small_plan()), encoding="utf-8")
    shutil.copy(ROOT / "resources" / "theme.qss", resources)
    return made


def in_copy(copy: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return program(["jknassist", *words], top=copy.parent, HOME=str(copy.parent))


READERS = [
    ("knowledge.yaml", ("number", "081234567890")),
    ("numbering.yaml", ("number", "081234567890")),
    ("theme.qss", ("self-test",)),
]


@pytest.mark.parametrize(("name", "words"), READERS)
def test_a_shipped_file_that_is_lost_is_named_and_nothing_half_is_shown(
    copy: Path, name: str, words: tuple[str, ...]
) -> None:
    assert in_copy(copy, *words).returncode == 0
    (copy / "resources" / name).unlink()
    done = in_copy(copy, *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{name}:0: tidak bisa dibaca")


@pytest.mark.parametrize(("name", "words"), READERS[:2])
@pytest.mark.parametrize("kept", [0, 0.3, 0.9])
def test_a_shipped_file_that_is_half_there_is_named(
    copy: Path, name: str, words: tuple[str, ...], kept: float
) -> None:
    path = copy / "resources" / name
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    done = in_copy(copy, *words)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{name}:")


def test_a_style_sheet_that_is_half_there_makes_plain_pages(copy: Path) -> None:
    path = copy / "resources" / "theme.qss"
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"@") + 3])
    done = in_copy(copy, "self-test")
    assert done.returncode == 1
    assert "GAGAL huruf A: Qt: Could not parse stylesheet" in done.stdout
    assert "baik  satu perjalanan dan PDF" in done.stdout
    path.write_bytes(bytes(len(whole)))
    assert in_copy(copy, "self-test").returncode == 0
    path.write_bytes(b"\xff" * 50)
    assert in_copy(copy, "self-test").stderr == "theme.qss:0: bukan UTF-8\n"


def compiled_twice(source: bytes) -> bytes:
    """Return compiled content that says something else than its source, so that it shows."""
    other = replace(small_knowledge(), steps=tuple(small_knowledge().steps))
    first = replace(other.steps[0], title="Isi yang dikompilasi")
    return cache.pack(replace(other, steps=(first, *other.steps[1:])), source)


def half_zero(data: bytes) -> bytes:
    return data[: len(data) // 2] + bytes(len(data) - len(data) // 2)


@pytest.mark.parametrize(
    ("damage", "used"),
    [
        (lambda data: data, True),
        (lambda _: b"", False),
        (lambda data: data[:-1], False),
        (lambda data: data + b"x", False),
        (half_zero, False),
        (lambda data: bytes(reversed(data)), False),
        (lambda data: data[:80] + bytes([data[80] ^ 1]) + data[81:], False),
    ],
    ids=["whole", "empty", "cut", "longer", "half zero", "reversed", "one bit"],
)
def test_compiled_content_that_is_damaged_is_never_used(
    copy: Path, damage: Callable[[bytes], bytes], *, used: bool
) -> None:
    packed = compiled_twice((copy / "resources" / "knowledge.yaml").read_bytes())
    (copy / "resources" / "compiled" / "knowledge.bin").write_bytes(damage(packed))
    done = in_copy(copy, "walk")
    assert done.returncode == 0
    assert ("Isi yang dikompilasi" in done.stdout) is used
    assert (small_knowledge().steps[0].title in done.stdout) is not used


@pytest.mark.parametrize("is_compiled", [True, False])
def test_a_plan_that_vanishes_while_somebody_sits_there_is_still_known(
    monkeypatch: pytest.MonkeyPatch, *, is_compiled: bool
) -> None:
    source = to_yaml(small_plan()).encode()
    shipped = {"numbering.yaml": source}
    if is_compiled:
        shipped["compiled/numbering.bin"] = cache.pack(small_plan(), source)

    def read(name: str) -> bytes:
        if name not in shipped:
            raise bundle.ResourceError(name)
        return shipped[name]

    monkeypatch.setattr(bundle, "read", read)
    later = loader.plan_on_demand()
    shipped.clear()
    assert diagnose("0812-3456-7890", later()).operator == "Contohsel"


def test_a_file_without_an_end_is_not_read_to_its_end() -> None:
    done = program(["jknassist", "check", "/dev/zero"])
    assert done.returncode == 1
    assert done.stderr == "/dev/zero:0: tidak bisa dibaca (bukan berkas biasa)\n"


def test_a_draft_that_vanishes_is_a_fault_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "draf.yaml"
    path.write_text(small_yaml(), encoding="utf-8")
    assert loader.draft_of(str(path)) == small_knowledge()
    path.unlink()
    with pytest.raises(loader.ContentError) as error:
        loader.draft_of(str(path))
    assert error.value.faults[0].startswith(f"{path}:0: tidak bisa dibaca")


# A disk that is full.


@contextmanager
def no_room(most: int = 512) -> Iterator[None]:
    """Let no file grow beyond some bytes: writing fails in the middle, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


FULL = """
mount -t tmpfs -o size=512k none "$HOME" && cp -r "$SEED/." "$HOME"
cat /dev/zero > "$HOME/penuh" 2> "$HOME/.."/note || exec "$@"
"""
OLD_CHOICE = "[General]\nprinter=Lama\npaper=a4\n"
READ_ONLY = 'mount -t tmpfs -o ro none "$HOME" && exec "$@"'


def disk(script: str) -> list[str]:
    """Return what goes before a command so that its home is a disk of its own."""
    return [*namespace("--map-root-user", "--mount"), "sh", "-c", script, "sh"]


def test_a_visit_on_a_full_disk_ends_well_and_keeps_what_was_there(tmp_path: Path) -> None:
    home, seed = tmp_path / "home", tmp_path / "seed"
    for folder in (home, seed):
        folder.mkdir()
    live(tmp_path / "before", HOME=str(seed))
    (seed / ".config/jknassist/printing.ini").write_text(OLD_CHOICE)
    told = live(tmp_path / "papers", within=disk(FULL), HOME=str(home), SEED=str(seed))
    same_visit(told)
    place = WORDS.place_home
    assert told["offered"] == {place: WORDS.save_failed.format(place=place)}
    assert told["tally"] == {"pulsa_habis": 1}, "what was counted before is still there"
    assert WORDS.tally_broken in told["tally_says"]
    assert told["remembered"] == OLD_CHOICE


def test_a_pdf_for_which_there_is_no_room_leaves_no_half_file(tmp_path: Path) -> None:
    isi, path = tmp_path / "isi.yaml", tmp_path / "a.pdf"
    isi.write_text(small_yaml(), encoding="utf-8")
    words = ["jknassist", "walk", "--knowledge", str(isi), "--outcome", "pulsa_habis"]
    path.write_text("lama")
    with no_room():
        done = program([*words, "--force", "--pdf", str(path)])
    assert (done.returncode, done.stderr) == (1, f"tidak bisa menyimpan di {tmp_path}\n")
    assert path.read_text() == "lama"
    assert sorted(tmp_path.iterdir()) == [path, isi]


def test_a_tally_for_which_there_is_no_room_stays_as_it_was(tmp_path: Path) -> None:
    statistics = StatisticsStore(tmp_path)
    count_outcome(statistics, "gangguan", DAY)
    (path,) = files_of(statistics)
    before = path.read_bytes()
    with no_room(len(before)), pytest.raises(StatisticsStoreError, match=os.strerror(errno.EFBIG)):
        count_outcome(statistics, "pulsa_habis", DAY)
    assert path.read_bytes() == before
    assert not statistics.works
    assert files_of(statistics) == [path]
    count_outcome(statistics, "pulsa_habis", DAY)
    assert statistics.works


def test_a_tally_too_large_to_be_one_is_refused_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    statistics = StatisticsStore(tmp_path)
    for _ in range(12):
        count_outcome(statistics, "gangguan", DAY)
    monkeypatch.setattr(
        "jknassist.system.statistics_store.MOST_BYTES", len(text_of(statistics)) - 2
    )
    with pytest.raises(StatisticsStoreError, match="lebih besar"):
        statistics.read()


@pytest.mark.parametrize("words", [("walk", "--list"), ("number", "0812"), ("graph",)])
def test_an_answer_that_cannot_be_written_is_said(words: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "jknassist", *words]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, cwd=ROOT, check=False, stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 1
    assert done.stderr == f"jawaban tidak bisa ditulis ({os.strerror(errno.ENOSPC)})\n"


# A home that is none.


def test_a_visit_with_a_home_that_cannot_be_written_ends_well(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    told = live(tmp_path / "papers", within=disk(READ_ONLY), HOME=str(home))
    same_visit(told)
    place = WORDS.place_home
    assert told["offered"] == {place: WORDS.save_failed.format(place=place)}
    assert told["tally"] == {}
    assert WORDS.tally_broken in told["tally_says"]


def test_a_visit_with_a_file_for_a_home_ends_well(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be")
    told = live(tmp_path / "papers", HOME=str(tmp_path / "home"))
    same_visit(told)
    assert WORDS.tally_broken in told["tally_says"]


def test_a_visit_of_somebody_without_name_and_home_ends_well(tmp_path: Path) -> None:
    nobody = namespace("--user", "--map-user=12345")
    told = live(tmp_path / "papers", within=nobody, XDG_STATE_HOME=str(tmp_path))
    same_visit(told)
    assert told["offered"], "there is always a place to try"
    assert told["tally"] == {"pulsa_habis": 1}


# The table.


def test_every_test_that_the_table_names_is_there() -> None:
    named = [word for word in TABLE.read_text(encoding="utf-8").split("`") if "::" in word]
    assert len(named) > 30
    for name in named:
        file, test = name.split("::")
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        found = {one.name for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)}
        assert test in found, name
