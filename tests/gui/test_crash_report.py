"""The crash report: its content, and that no earlier report is overwritten."""

import os
from datetime import date
from pathlib import Path

import pytest

from jknassist import __version__
from jknassist.gui import crash_report
from jknassist.gui.crash_handler import CrashHandler
from jknassist.gui.error_log import ErrorLog
from tests.gui.whole.test_accessible_names import SHIPPED
from tests.support.failing_laptop import NUMBER, fail

FRAMES = "gui/panels/review.py:34 ReviewPanel.__init__ < gui/main_window.py:290 MainWindow.show"


LINES = (
    "jknassist 0.0",
    f"2026-11-26 20:00:00 ValueError at {FRAMES} < gui/wizard/wizard.py:300 HelpWizard._take_along",
    *(["2026-11-26 20:00:01 QtWarningMsg default QLayout at gui/panels/panel.py:3 Panel.x"] * 6),
)


def test_another_report_never_takes_the_place_of_the_first(tmp_path: Path) -> None:
    first = crash_report.save(tmp_path, ("one",))
    second = crash_report.save(tmp_path, ("two",))
    assert (first.read_text(), second.read_text()) == ("one\n", "two\n")


def test_a_file_that_appears_a_moment_before_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = crash_report.save(tmp_path, ("one",))
    monkeypatch.setattr(Path, "exists", lambda _path: False)
    assert crash_report.save(tmp_path, ("two",)) != theirs
    assert theirs.read_text() == "one\n"


def test_a_full_disk_leaves_no_half_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        crash_report.save(tmp_path, LINES)
    assert list((tmp_path).iterdir()) == []


@pytest.mark.usefixtures("qapp")
def test_a_report_says_what_ran_where_and_nothing_of_anybody(tmp_path: Path) -> None:
    handler = CrashHandler(ErrorLog(tmp_path, "a.log"))
    try:
        fail()
    except ValueError as error:
        handler.take_error(ValueError, error, error.__traceback__)
    lines = crash_report.report_lines(SHIPPED["id"], handler.log)
    assert lines[0].startswith(f"jknassist {__version__}, id {SHIPPED['id'].edition} ")
    assert "Qt 6." in lines[1]
    assert "ValueError at failing_laptop.py" in lines[-1]
    told = "\n".join(lines)
    assert NUMBER not in told
    assert str(tmp_path) not in told
    assert str(date.today().year) in lines[-1]  # noqa: DTZ011
