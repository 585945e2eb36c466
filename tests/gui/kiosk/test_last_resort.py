"""An error anywhere: back to the first page, one line in the log, nothing about anybody in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jknassist.gui.kiosk import start
from jknassist.gui.kiosk.alone import take_lock
from jknassist.gui.kiosk.hook import MANY, LastResort
from jknassist.gui.kiosk.journal import KEPT, MOST_BYTES, Journal, told, without_digits
from jknassist.gui.kiosk.notice import Notice
from jknassist.gui.kiosk.start import Heart
from tests.gui.kiosk.conftest import Hall

NUMBER = "081298765432"


def fail() -> None:
    raise ValueError(f"cannot read {NUMBER}")


def caught() -> ValueError:
    with pytest.raises(ValueError, match="cannot read") as seen:
        fail()
    return seen.value


def take(resort: LastResort) -> None:
    error = caught()
    resort.take_error(type(error), error, error.__traceback__)


def test_the_log_names_the_kind_and_the_place_and_not_the_message() -> None:
    error = caught()
    line = told(type(error), error.__traceback__)
    assert line.startswith("ValueError at test_last_resort.py:")
    assert "fail" in line
    assert NUMBER not in line
    assert "cannot read" not in line


def test_an_error_in_a_visit_leads_to_the_first_page(hall: Hall) -> None:
    resort = LastResort(hall.window.journal)
    resort.failed.connect(hall.window.reset)
    hall.begin()
    take(resort)
    assert hall.attracts
    log = hall.window.journal.path.read_text()
    assert "ValueError" in log
    assert NUMBER not in log
    assert hall.begin().place == "mulai", "the kiosk goes on"


def test_errors_that_come_too_fast_end_the_process(tmp_path: Path, qtbot: QtBot) -> None:
    journal = Journal(tmp_path)
    resort = LastResort(journal)
    for _ in range(MANY - 1):
        with qtbot.assertNotEmitted(resort.gave_up):
            take(resort)
    with qtbot.waitSignal(resort.gave_up, timeout=1000):
        take(resort)
    journal.close()


def test_what_qt_warns_of_is_written_once_and_without_digits(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    resort = LastResort(journal)
    context = QMessageLogContext()
    for _ in range(3):
        resort.take_message(QtMsgType.QtWarningMsg, context, f"odd text {NUMBER}")
    resort.take_message(QtMsgType.QtDebugMsg, context, "chatter")
    lines = journal.path.read_text().splitlines()
    journal.close()
    assert len(lines) == 1
    assert "odd text ############" in lines[0]
    assert without_digits("a1b22") == "a#b##"


def test_the_log_never_grows_beyond_its_bound(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    for _ in range(3 * MOST_BYTES // 100):
        journal.write("x" * 1000)
    journal.close()
    files = list(tmp_path.iterdir())
    assert len(files) == KEPT + 1
    assert sum(file.stat().st_size for file in files) <= (KEPT + 1) * MOST_BYTES


def test_a_log_of_many_lines_is_one_line_each(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    journal.write("one\ntwo\r\nthree")
    assert journal.count() == 1
    journal.close()


def test_without_a_place_to_write_the_kiosk_goes_on(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    journal = Journal(tmp_path / "state")
    journal.write("nobody hears this")
    assert not journal.works
    assert journal.count() == 0
    journal.close()


def test_a_full_disk_is_noticed_and_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path)
    assert journal._pages is not None

    def full(_record: object) -> bool:
        raise OSError(28, "full")

    monkeypatch.setattr(journal._pages, "shouldRollover", full)
    journal.write("one")
    assert not journal.works
    journal.close()


SLOT_FAILS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pathlib import Path
from jknassist.gui.kiosk.hook import LastResort
from jknassist.gui.kiosk.journal import Journal
app = QApplication([])
resort = LastResort(Journal(Path(sys.argv[1])))
resort.install()
resort.failed.connect(lambda: (print("reset"), app.exit(0)))
QTimer.singleShot(0, lambda: int("0812-9876-5432"))
QTimer.singleShot(20000, lambda: app.exit(9))
sys.exit(app.exec())
"""


def test_an_error_in_a_real_slot_reaches_the_hook(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SLOT_FAILS, str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "reset"), done.stderr
    assert "9876" not in done.stderr
    log = (tmp_path / "kiosk.log").read_text()
    assert "ValueError" in log
    assert "9876" not in log


# One kiosk at a time, a heartbeat, and the notice.


def test_a_second_kiosk_is_refused(tmp_path: Path) -> None:
    first = take_lock(tmp_path)
    assert first is not None
    script = (
        "import sys; from pathlib import Path; from jknassist.gui.kiosk.alone import take_lock;"
        "print(take_lock(Path(sys.argv[1]), 50) is None)"
    )
    words = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(words, check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "True"
    first.unlock()
    done = subprocess.run(words, check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "False"


def test_without_a_place_for_the_lock_the_kiosk_runs(tmp_path: Path) -> None:
    assert take_lock(tmp_path / "nowhere", 10) is not None


def test_the_heart_writes_and_stops_when_nobody_gave_an_output(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read_end, write_end = os.pipe()
    monkeypatch.setattr(start, "STDOUT", write_end)
    heart = Heart()
    heart.beat()
    assert os.read(read_end, 10) == b"."
    os.close(write_end)
    os.close(read_end)
    monkeypatch.setattr(start, "STDOUT", 999_999)
    heart.beat()
    assert not heart._timer.isActive()


def test_without_its_parent_the_kiosk_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    monkeypatch.setattr(start, "STDOUT", write_end)
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    Heart().beat()
    os.close(write_end)
    assert codes == [start.FAILED]


def test_the_notice_counts_down_cannot_be_closed_and_ends_the_program(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    notice = Notice(2)
    qtbot.addWidget(notice)
    assert "2 detik" in notice.says.text()
    assert not notice.close()
    notice.tick()
    assert "1 detik" in notice.says.text()
    assert codes == []
    notice.tick()
    assert codes == [0]
