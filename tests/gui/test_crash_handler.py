"""Unhandled errors are logged wherever they happen, without personal data."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT, SLOWEST

NUMBER = "081298765432"

FAIL = """
import signal, sys, threading
from pathlib import Path
from PySide6.QtCore import QMessageLogContext, QObject, QTimer, qCritical, qDebug, qFatal, qWarning
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from jknassist.gui.crash_handler import CrashHandler, FaultFile
from jknassist.gui.error_log import ErrorLog

NUMBER = "081298765432"

class Painted(QWidget):
    def paintEvent(self, event):
        raise ValueError(NUMBER)

class Gone:
    def __del__(self):
        raise ValueError(NUMBER)

def slot():
    raise ValueError(f"cannot read {NUMBER}", NUMBER)

def thread():
    one = threading.Thread(target=slot)
    one.start()
    one.join()

def destructor():
    Gone()

def painting():
    global painted
    painted = Painted()
    painted.show()

def warning():
    for _ in range(3):
        qWarning(f"typed {NUMBER}")
    qDebug(NUMBER)

def from_qt():
    global laid
    laid = QWidget()
    laid.setObjectName(NUMBER)
    QVBoxLayout(laid)
    QVBoxLayout(laid)

def critical():
    qCritical(NUMBER)

def interrupt():
    signal.raise_signal(signal.SIGINT)

def in_the_handler():
    handler.log.write = None
    slot()

def without_stderr():
    sys.stderr.close()
    slot()

signal.signal(signal.SIGINT, signal.default_int_handler)  # as at a terminal
app = QApplication([])
folder = Path(sys.argv[1]) if sys.argv[1] else None
handler = CrashHandler(ErrorLog(folder, "a.log"))
handler.install()
faults = FaultFile(folder, "a.fault")
left = faults.open()
said = []
handler.failed.connect(lambda count: said.append("failed"))
handler.interrupted.connect(lambda: said.append("interrupted"))
QTimer.singleShot(0, globals()[sys.argv[2]])
QTimer.singleShot(300, app.quit)
code = app.exec()
faults.close()
handler.remove()
print(*said, left, sep="\\n")
sys.exit(code)
"""


def run(folder: Path | None, how: str) -> "subprocess.CompletedProcess[str]":
    """Have something go wrong in a process of its own; it prints what it was told of that."""
    done = subprocess.run(
        [sys.executable, "-c", FAIL, str(folder or ""), how],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        timeout=SLOWEST,
    )
    assert "9876" not in done.stdout + done.stderr
    return done


def without_lines(text: str) -> str:
    return re.sub(r":\d+ ", " ", text)


@pytest.mark.parametrize(
    ("how", "line", "reaction"),
    [
        ("slot", "ValueError at <string> slot", "failed"),
        ("painting", "ValueError at <string> Painted.paintEvent", "failed"),
        ("thread", "ValueError at <string> slot < threading.py Thread.run", ""),
        ("destructor", "ValueError at <string> Gone.__del__", ""),
        ("warning", "QtWarningMsg default unnamed function at <string> warning", ""),
        ("from_qt", "QtWarningMsg default QLayout at <string> from_qt", ""),
        ("critical", "QtCriticalMsg default unnamed function at <string> critical", ""),
        ("without_stderr", "ValueError at <string> slot", "failed"),
    ],
)
def test_what_nobody_caught_is_one_line_without_its_text(
    tmp_path: Path, how: str, line: str, reaction: str
) -> None:
    done = run(tmp_path, how)
    assert done.returncode == 0, done.stderr
    told = done.stdout.split()
    assert set(told) == ({reaction} if reaction else set())
    log = without_lines((tmp_path / "a.log").read_text())
    assert f" {line}" in log
    assert log.count("\n") == max(1, len(told))
    assert "9876" not in log


def test_an_interrupt_is_no_error(tmp_path: Path) -> None:
    done = run(tmp_path, "interrupt")
    assert (done.returncode, done.stdout.split()) == (0, ["interrupted"])
    assert not (tmp_path / "a.log").exists()


def test_an_error_of_the_log_itself_does_not_stop_the_reaction(tmp_path: Path) -> None:
    assert run(tmp_path, "in_the_handler").stdout.split() == ["failed"]


@pytest.mark.parametrize("place", ["none", "file", "read only"])
def test_where_nothing_can_be_written_the_reaction_is_the_same(tmp_path: Path, place: str) -> None:
    folder = None if place == "none" else tmp_path / "state"
    if place == "file":
        (tmp_path / "state").write_text("")
    if place == "read only":
        (tmp_path / "state").mkdir()
        (tmp_path / "state").chmod(0o500)
    if place == "read only" and os.access(tmp_path / "state", os.W_OK):
        pytest.skip("root may write into every folder")
    done = run(folder, "slot")
    assert (done.returncode, done.stdout.split()) == (0, ["failed"])


def test_the_traceback_is_seen_without_its_text(tmp_path: Path) -> None:
    told = without_lines(run(tmp_path, "slot").stderr)
    assert "Traceback (most recent call last):\n  at <string> slot\nValueError\n" in told


FAULTS = FAIL.replace(
    "def slot",
    f"""
def fault():
    __import__("faulthandler")._sigsegv()

def fatal():
    qFatal("{NUMBER}")

def slot""",
)


def end(folder: Path, how: str) -> "subprocess.CompletedProcess[str]":
    words = [sys.executable, "-c", FAULTS, str(folder), how]
    return subprocess.run(
        words, cwd=ROOT, check=False, capture_output=True, text=True, timeout=SLOWEST
    )


def test_a_fault_is_reported_to_the_next_process_once(tmp_path: Path) -> None:
    assert end(tmp_path, "fault").returncode != 0
    assert "Segmentation fault" in (tmp_path / "a.fault").read_text()
    told = without_lines(end(tmp_path, "interrupt").stdout)
    assert "Segmentation fault at <string> fault" in told
    assert (tmp_path / "a.fault").read_text() == ""
    assert "Segmentation fault" not in end(tmp_path, "interrupt").stdout


def test_a_process_that_qt_ended_left_a_fault(tmp_path: Path) -> None:
    done = end(tmp_path, "fatal")
    assert done.returncode != 0
    log = without_lines((tmp_path / "a.log").read_text())
    assert "QtFatalMsg default unnamed function at <string> fatal" in log
    assert "Aborted" in (tmp_path / "a.fault").read_text()
    files = "".join(path.read_text() for path in tmp_path.iterdir())
    assert "9876" not in files + done.stderr


FAULT_OF_ONE = """
import faulthandler, sys
from pathlib import Path
from jknassist.gui.crash_handler import FaultFile

def fault_of_{name}():
    faulthandler._sigsegv()

faults = FaultFile(Path(sys.argv[1]), "a.fault")
print(faults.open(), flush=True)
fault_of_{name}() if sys.stdin.readline() else faults.close()
"""


@contextmanager
def one_of_many(folder: Path, name: str) -> "Iterator[subprocess.Popen[str]]":
    """Run a process that ends by a fault once it is sent a line, well once it is sent none."""
    with subprocess.Popen(
        [sys.executable, "-c", FAULT_OF_ONE.format(name=name), str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        yield process


def first_line(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline()


def test_two_processes_at_a_time_keep_their_faults_apart(tmp_path: Path) -> None:
    with one_of_many(tmp_path, "a") as first, one_of_many(tmp_path, "b") as second:
        assert first_line(first) + first_line(second) == "\n\n"
        second.communicate("now\n", timeout=SLOWEST)
        assert second.returncode != 0
        with one_of_many(tmp_path, "c") as third:
            told = first_line(third)
        assert "fault_of_b" in told
        assert "fault_of_a" not in told
        assert first.poll() is None
        first.communicate("now\n", timeout=SLOWEST)
    with one_of_many(tmp_path, "d") as last:
        told = first_line(last)
    assert "fault_of_a" in told
    assert "fault_of_b" not in told, "it was told before"


def test_a_fault_of_the_second_process_is_reported_after_the_first_has_ended(
    tmp_path: Path,
) -> None:
    with one_of_many(tmp_path, "a") as first:
        first_line(first)
        with one_of_many(tmp_path, "b") as second:
            first_line(second)
            second.communicate("now\n", timeout=SLOWEST)
    for told in (True, False):
        with one_of_many(tmp_path, "c") as later:
            assert ("fault_of_b" in first_line(later)) == told
    assert (tmp_path / "a.fault").read_text() == ""
