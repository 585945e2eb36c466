"""The tally on disk: whole after a kill at any moment, and never thrown away."""

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from jknassist.cli import main
from jknassist.core.statistics import HEADING, by_outcome
from jknassist.system.statistics_store import StatisticsStore, StatisticsStoreError, read_statistics

DAY = date(2026, 11, 22)

COUNTER = """
import sys
from datetime import date
from pathlib import Path
from jknassist.system.statistics_store import StatisticsStore
store = StatisticsStore(Path(sys.argv[1]))
while True:
    store.count("gangguan", date(2026, 11, 22))
    print("counted", flush=True)
"""


def test_counts_are_kept_from_one_start_to_the_next(tmp_path: Path) -> None:
    for _ in range(3):
        StatisticsStore(tmp_path / "deep").count("gangguan", DAY)
    tally = StatisticsStore(tmp_path / "deep").read()
    assert by_outcome(tally) == (("gangguan", 3),)
    assert len({slot.machine for slot in tally.counts}) == 1
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["tally.csv"]


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is what Linux has")
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
    ((_, kept),) = by_outcome(StatisticsStore(tmp_path).read())
    assert told <= kept <= told + 1
    for unfinished in tmp_path.glob(".tally.csv.*"):
        os.utime(unfinished, (0, 0))
    StatisticsStore(tmp_path).count("gangguan", DAY)
    assert by_outcome(StatisticsStore(tmp_path).read()) == (("gangguan", kept + 1),)
    assert [path.name for path in tmp_path.iterdir()] == ["tally.csv"]


def test_a_file_that_cannot_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    store = StatisticsStore(tmp_path)
    store.path.write_text("catatan orang lain\n")
    with pytest.raises(StatisticsStoreError, match=r"tally\.csv:1: "):
        store.count("gangguan", DAY)
    assert store.path.read_text() == "catatan orang lain\n"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x80"])
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(StatisticsStoreError, match="bukan UTF-8"):
        read_statistics(path)


def test_files_of_several_machines_are_merged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = []
    for machine, count in (("one", 2), ("two", 3)):
        for _ in range(count):
            StatisticsStore(tmp_path / machine).count("gangguan", DAY)
        names.append(str(StatisticsStore(tmp_path / machine).path))
    assert main.main(["tally", "merge", *names, names[0]]) == 0
    written = capsys.readouterr().out
    (tmp_path / "all.csv").write_text(written)
    assert by_outcome(read_statistics(tmp_path / "all.csv")) == (("gangguan", 5),)


def test_a_file_with_a_fault_is_named_and_nothing_is_merged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text(f"{HEADING}\n00000001,2026-11-22,gangguan,1\n")
    bad.write_text(f"{HEADING}\nkacau\n")
    assert main.main(["tally", "merge", str(good), str(bad), str(tmp_path / "none.csv")]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{bad}:2: ")
