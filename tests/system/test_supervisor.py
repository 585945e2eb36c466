"""The supervisor: what it restarts, what it does not, and its back-off."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from jknassist.system import supervisor
from jknassist.system.exit_codes import (
    FAILED,
    FINE,
    FOUND,
    HUNG,
    SECOND_KIOSK,
    STAFF_LEFT,
    STOPPED,
    WRONG_USE,
)
from jknassist.system.supervisor import (
    FIRST_BACK_OFF,
    LONGEST_BACK_OFF,
    MOST_SHORT,
    SHORT,
    RestartBackOff,
)

PATIENCE = 30


def python(script: str, *words: str) -> list[str]:
    return [sys.executable, "-c", script, *words]


@pytest.fixture
def no_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "PAUSE", 0.0)
    monkeypatch.setattr(supervisor, "CHECK_INTERVAL", 0.02)


def runs_after(*seconds: float) -> RestartBackOff:
    runs = RestartBackOff()
    for lasted in seconds:
        runs = runs.after(lasted)
    return runs


def test_a_crash_or_two_are_an_accident() -> None:
    assert [runs_after(*[1.0] * count).back_off for count in range(MOST_SHORT)] == [0, 0, 0]


def test_a_loop_backs_off_longer_each_time_and_has_a_bound() -> None:
    waits = [runs_after(*[1.0] * count).back_off for count in range(MOST_SHORT, MOST_SHORT + 9)]
    assert waits[:3] == [FIRST_BACK_OFF, 2 * FIRST_BACK_OFF, 4 * FIRST_BACK_OFF]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_BACK_OFF
    assert runs_after(*[1.0] * 10_000).back_off == LONGEST_BACK_OFF


def test_a_good_run_makes_up_for_the_crashes_before_it() -> None:
    assert runs_after(1.0, 1.0, 1.0, SHORT).back_off == 0
    assert runs_after(1.0, 1.0, 1.0, SHORT, 1.0, 1.0).back_off == 0


@pytest.mark.usefixtures("no_waits")
@pytest.mark.parametrize("code", [FINE, FOUND, WRONG_USE, SECOND_KIOSK, FAILED, STOPPED, 120])
def test_only_the_staff_ends_it(code: int, tmp_path: Path) -> None:
    log = tmp_path / "log"
    ends = (
        "import pathlib, sys; log = pathlib.Path(sys.argv[1]); first = not log.exists();"
        "log.write_text('x'); sys.exit(int(sys.argv[2]) if first else int(sys.argv[3]))"
    )
    words = python(ends, str(log), str(code), str(STAFF_LEFT))
    assert supervisor.supervise(words, lambda _s: []) == STAFF_LEFT
    assert log.exists()


@pytest.mark.usefixtures("no_waits")
@pytest.mark.parametrize(
    "error", [FileNotFoundError, PermissionError, BlockingIOError, MemoryError, RuntimeError]
)
def test_a_kiosk_that_cannot_be_started_is_tried_again(
    error: type[Exception], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The program is away in an upgrade, or there are no more processes: once, then it is well."""
    real, tries = subprocess.Popen, []

    def start(*words: object, **options: object) -> object:
        tries.append(words)
        if len(tries) == 1:
            raise error
        return real(*words, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(subprocess, "Popen", start)
    leaves = python(f"raise SystemExit({STAFF_LEFT})")
    assert supervisor.supervise(leaves, lambda _s: []) == STAFF_LEFT
    assert len(tries) == 2
    assert error.__name__ in capfd.readouterr().err


@pytest.mark.usefixtures("no_waits")
def test_a_kiosk_whose_pulse_nobody_can_listen_to_is_ended_and_tried_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    real, tries = threading.Thread.start, list[threading.Thread]()

    def start(thread: threading.Thread) -> None:
        tries.append(thread)
        if len(tries) == 1:
            raise RuntimeError
        real(thread)

    monkeypatch.setattr(threading.Thread, "start", start)
    log = tmp_path / "pids"
    leaves = (
        "import os, sys; open(sys.argv[1], 'a').write(f'{os.getpid()} ');"
        f"raise SystemExit({STAFF_LEFT})"
    )
    assert supervisor.supervise(python(leaves, str(log)), lambda _s: []) == STAFF_LEFT
    assert not any(Path(f"/proc/{pid}").exists() for pid in log.read_text().split())


@pytest.mark.usefixtures("no_waits")
def test_the_wait_is_kept_when_no_notice_can_be_started(tmp_path: Path) -> None:
    before = time.monotonic()
    supervisor.wait(0.3, [str(tmp_path / "nothing")])
    assert time.monotonic() - before >= 0.3


@pytest.mark.usefixtures("no_waits")
def test_a_kiosk_that_was_killed_is_started_anew(tmp_path: Path) -> None:
    dies_once = (
        "import os, signal, sys, pathlib\n"
        "log = pathlib.Path(sys.argv[1])\n"
        "if not log.exists():\n"
        "    log.write_text('x')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.exit(int(sys.argv[2]))"
    )
    words = python(dies_once, str(tmp_path / "log"), str(STAFF_LEFT))
    assert supervisor.supervise(words, lambda _s: []) == STAFF_LEFT


@pytest.mark.usefixtures("no_waits")
def test_a_loop_is_reported_on_the_screen_before_the_next_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    waited: list[tuple[float, Sequence[str]]] = []
    monkeypatch.setattr(supervisor, "wait", lambda s, notice: waited.append((s, notice)))
    counts = (
        "import sys, pathlib\n"
        "log = pathlib.Path(sys.argv[1])\n"
        "log.write_text((log.read_text() if log.exists() else '') + 'x')\n"
        "sys.exit(int(sys.argv[2]) if len(log.read_text()) > 4 else 1)"
    )

    def notice(seconds: int) -> list[str]:
        told.append(seconds)
        return ["notice"]

    words = python(counts, str(tmp_path / "log"), str(STAFF_LEFT))
    assert supervisor.supervise(words, notice) == STAFF_LEFT
    assert told == [FIRST_BACK_OFF, 2 * FIRST_BACK_OFF]
    assert waited == [(seconds, ["notice"]) for seconds in told]


@pytest.mark.usefixtures("no_waits")
def test_the_wait_is_kept_when_the_notice_cannot_be_shown() -> None:
    before = time.monotonic()
    supervisor.wait(0.3, python("raise SystemExit(1)"))
    assert time.monotonic() - before >= 0.3


@pytest.mark.usefixtures("no_waits")
def test_a_kiosk_that_hangs_is_killed() -> None:
    beats_once = "import sys, time; sys.stdout.write('.'); sys.stdout.flush(); time.sleep(600)"
    assert supervisor.run_once(python(beats_once), silence=0.1) != 0


@pytest.mark.usefixtures("no_waits")
def test_a_kiosk_that_beats_is_left_alone() -> None:
    beats = (
        "import sys, time\n"
        "for _ in range(20):\n"
        "    sys.stdout.write('.'); sys.stdout.flush(); time.sleep(0.05)\n"
        "sys.exit(7)"
    )
    assert supervisor.run_once(python(beats), silence=5.0) == 7


@pytest.mark.usefixtures("no_waits")
def test_without_any_heartbeat_nobody_is_taken_for_dead() -> None:
    # A program without a console has no output on some systems; it must not be killed for that.
    silent = "import sys, time; time.sleep(0.5); sys.exit(7)"
    assert supervisor.run_once(python(silent), silence=0.05) == 7


SUPERVISES = """
import sys
from jknassist.system import supervisor
child = [sys.executable, "-c", "import os, sys, time; print(os.getpid(), flush=True);"
    "open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(600)", sys.argv[1]]
sys.exit(supervisor.supervise(child, lambda seconds: []))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
def test_a_parent_that_is_stopped_takes_the_kiosk_along(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    parent = subprocess.Popen(python(SUPERVISES, str(note)))
    deadline = time.monotonic() + PATIENCE
    while not (note.exists() and note.read_text()) and time.monotonic() < deadline:
        time.sleep(0.05)
    child = int(note.read_text())
    parent.send_signal(signal.SIGTERM)
    assert parent.wait(timeout=PATIENCE) == STOPPED
    assert not Path(f"/proc/{child}").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGHUP")
def test_neither_parent_nor_kiosk_ends_with_the_terminal_they_were_started_from(
    tmp_path: Path,
) -> None:
    note = tmp_path / "pid"
    parent = subprocess.Popen(python(SUPERVISES, str(note)))
    deadline = time.monotonic() + PATIENCE
    while not (note.exists() and note.read_text()) and time.monotonic() < deadline:
        time.sleep(0.05)
    child = int(note.read_text())
    for one in (parent.pid, child):
        os.kill(one, signal.SIGHUP)
    with pytest.raises(subprocess.TimeoutExpired):
        parent.wait(timeout=1)
    assert int(note.read_text()) == child, "no new process was needed"
    assert Path(f"/proc/{child}").exists()
    parent.send_signal(signal.SIGTERM)
    assert parent.wait(timeout=PATIENCE) == STOPPED


@pytest.mark.usefixtures("no_waits")
def test_a_kiosk_that_is_never_in_front_is_killed() -> None:
    never = "import sys, time; sys.stdout.write('-'); sys.stdout.flush(); time.sleep(600)"
    assert supervisor.run_once(python(never), silence=0.1) == HUNG


@pytest.mark.usefixtures("no_waits")
@pytest.mark.skipif(sys.platform == "win32", reason="there it may have no output at all")
def test_a_kiosk_that_hangs_at_its_start_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supervisor, "STARTING", 0.1)
    assert supervisor.run_once(python("import time; time.sleep(600)"), silence=0.1) == HUNG


@pytest.mark.usefixtures("no_waits")
def test_the_next_process_learns_how_the_last_one_ended(tmp_path: Path) -> None:
    log = tmp_path / "log"
    notes = (
        "import os, pathlib, signal, sys; log = pathlib.Path(sys.argv[1])\n"
        "said = log.read_text() if log.exists() else ''\n"
        "log.write_text(said + os.environ[sys.argv[2]] + ';')\n"
        "if not said: os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.exit(70 if said.count(';') < 2 else int(sys.argv[3]))"
    )
    words = python(notes, str(log), supervisor.LAST_END, str(STAFF_LEFT))
    assert supervisor.supervise(words, lambda _s: []) == STAFF_LEFT
    assert log.read_text() == ";signal 9;exit code 70;"
    assert supervisor.LAST_END not in os.environ
    assert supervisor.end_of(HUNG) == "no heartbeat"


@pytest.mark.usefixtures("no_waits")
def test_a_system_that_refuses_to_wait_does_not_end_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """As when a library that sets the clock of programs does it badly."""

    def refuse(_seconds: float) -> None:
        raise OSError(22, "Invalid argument")

    monkeypatch.setattr(time, "sleep", refuse)
    counts = (
        "import sys, pathlib\n"
        "log = pathlib.Path(sys.argv[1])\n"
        "log.write_text((log.read_text() if log.exists() else '') + 'x')\n"
        "sys.exit(int(sys.argv[2]) if len(log.read_text()) > 1 else 1)"
    )
    words = python(counts, str(tmp_path / "log"), str(STAFF_LEFT))
    assert supervisor.supervise(words, lambda _s: []) == STAFF_LEFT
