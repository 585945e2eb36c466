"""Statistics files: complete after a kill at any moment, and never discarded."""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from jknassist import __version__
from jknassist.core.statistics import OLD_HEADING, CountSource, CsvReader
from jknassist.system.statistics_store import (
    StatisticsStore,
    StatisticsStoreError,
    is_machine,
    read_leniently,
    read_statistics,
    statistics_files,
)
from tests.support.counting import count_outcome, events, files_of, shown, text_of

DAY, NEXT = date(2026, 11, 22), date(2026, 11, 23)
POSIX = pytest.mark.skipif(os.name != "posix", reason="links, pipes and SIGKILL are what Linux has")

COUNTER = """
import sys
from datetime import date
from pathlib import Path
from jknassist.system.statistics_store import StatisticsStore
from tests.support.counting import count_outcome
store = StatisticsStore(Path(sys.argv[1]))
while True:
    count_outcome(store, "gangguan", date(2026, 11, 22))
    print("counted", flush=True)
"""


def test_counts_are_kept_from_one_start_to_the_next(tmp_path: Path) -> None:
    for _ in range(3):
        count_outcome(StatisticsStore(tmp_path / "deep"), "gangguan", DAY)
    store = StatisticsStore(tmp_path / "deep")
    assert shown(store.read()) == (("gangguan", 3),)
    ((source, _),) = store.read().counts.items()
    assert source == CountSource(source.machine, DAY, __version__, 2)
    assert [path.name for path in files_of(store)] == [f"{source.machine}-2026-11-22.csv"]


def test_each_day_has_a_file_and_all_are_of_one_machine(tmp_path: Path) -> None:
    store = StatisticsStore(tmp_path)
    for day in (DAY, NEXT, DAY):
        count_outcome(store, "gangguan", day)
    assert len(files_of(store)) == 2
    assert {source.day: 1 for source in store.read().counts} == {DAY: 1, NEXT: 1}
    (machine,) = {source.machine for source in store.read().counts}
    assert is_machine(machine)


def test_what_version_0_1_counted_is_carried_over(tmp_path: Path) -> None:
    old = f"{OLD_HEADING}\n0badcafe,2026-11-21,gangguan,4\n"
    store = StatisticsStore(tmp_path)
    store.old_file.write_text(old)
    count_outcome(store, "gangguan", DAY)
    assert store.old_file.read_text() == old
    assert shown(store.read()) == (("gangguan", 5),)
    assert {source.machine for source in store.read().counts} == {"0badcafe"}


def test_another_edition_on_the_same_day_is_counted_apart(tmp_path: Path) -> None:
    store = StatisticsStore(tmp_path)
    for edition in (2, 3, 3):
        store.count(events([("outcome", "gangguan")]), DAY, edition)
    assert {source.edition: counts[0][1] for source, counts in store.read().counts.items()} == {
        2: 1,
        3: 2,
    }
    assert len(files_of(store)) == 1


@POSIX
@pytest.mark.parametrize("wait", [0.0, 0.003, 0.007, 0.013, 0.029])
def test_a_kill_loses_at_most_the_count_in_hand(tmp_path: Path, wait: float) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", COUNTER, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert running.stdout is not None
    told = sum(1 for _ in zip(range(20), running.stdout, strict=False))
    time.sleep(wait)
    running.send_signal(signal.SIGKILL)
    told += len(running.stdout.readlines())
    running.stdout.close()
    running.wait()
    store = StatisticsStore(tmp_path)
    ((_, kept),) = shown(store.read())
    assert told <= kept <= told + 1
    for unfinished in store.folder.glob(".*"):
        os.utime(unfinished, (0, 0))
    count_outcome(store, "gangguan", DAY)
    assert shown(store.read()) == (("gangguan", kept + 1),)
    assert len(files_of(store)) == 1


def test_a_file_that_cannot_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    store = StatisticsStore(tmp_path)
    count_outcome(store, "gangguan", DAY)
    (path,) = files_of(store)
    path.write_text("catatan orang lain\n")
    with pytest.raises(StatisticsStoreError, match=r"2026-11-22\.csv:1: "):
        count_outcome(store, "gangguan", DAY)
    assert not store.works
    assert text_of(store) == "catatan orang lain\n"
    count_outcome(store, "gangguan", NEXT)
    assert store.works, "the next day has a file of its own"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x80"])
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(StatisticsStoreError, match="bukan UTF-8"):
        read_statistics(path)


@POSIX
def test_what_is_no_file_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, Path("/dev/zero")):
        with pytest.raises(StatisticsStoreError, match="tidak bisa dibaca"):
            read_leniently(path, CsvReader())


@POSIX
def test_a_folder_is_searched_for_files_and_no_link_is_followed(tmp_path: Path) -> None:
    for name in ("b/2.csv", "a.CSV", "b/c/3.csv", "b/note.txt", "b/.1.csv.0123456789ab"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    (tmp_path / "b/round").symlink_to(tmp_path)
    (tmp_path / "b/link.csv").symlink_to(tmp_path / "a.CSV")
    found = [str(path.relative_to(tmp_path)) for path in statistics_files(tmp_path)]
    assert found == ["a.CSV", "b/2.csv", "b/c/3.csv"]
    assert list(statistics_files(tmp_path / "a.CSV")) == [tmp_path / "a.CSV"]


@pytest.mark.parametrize(
    ("name", "right"), [("0123abcd", 1), ("0123ABCD", 0), ("0123abc", 0), ("0123abcg", 0)]
)
def test_a_machine_has_eight_hexadecimal_digits(name: str, right: int) -> None:
    assert is_machine(name) is bool(right)
