"""The self-test opens everything, continues after a failed step, and reports no personal data."""

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton

from jknassist.core.typing_compat import override
from jknassist.gui import kiosk, panels, volunteer
from jknassist.gui.devtools import self_test
from jknassist.gui.devtools.self_test_runner import (
    FailedError,
    SelfTestRunner,
    delete_window,
)
from jknassist.gui.panels.panel import Panel
from jknassist.gui.printing.spooler import current_system
from jknassist.gui.printing.spooler.base import NoSpooler, Printer
from jknassist.gui.volunteer import print_panel
from jknassist.gui.volunteer import window as app
from jknassist.gui.volunteer.idle_lock import IdleLock
from tests.support.panel_ways import panel_classes
from tests.support.self_test_content import small_shipped
from tests.support.small_knowledge import small_knowledge

PERSON = "siti-rahayu"
PRINTER = "Printer Siti Rahayu"

Said = pytest.CaptureFixture[str]


class OnePrinter(NoSpooler):
    """A print queue with one printer that somebody called by their own name."""

    @override
    def printers(self) -> tuple[Printer, ...]:
        return (Printer(name=PRINTER),)


@pytest.mark.usefixtures("qapp")
def test_it_says_line_by_line_what_it_did(capsys: Said) -> None:
    assert self_test.run(small_shipped()) == 0
    told = capsys.readouterr()
    *steps, last = told.out.splitlines()
    assert told.err == ""
    assert all(step.startswith("baik  ") for step in steps)
    assert last == f"self-test: {len(steps)} langkah, semuanya baik"
    for place in small_knowledge().places:
        assert f"baik  halaman {place}" in steps


@pytest.mark.usefixtures("qapp")
def test_every_panel_of_the_program_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: set[str] = set()
    make = Panel.__init__

    def note(panel: Panel, *given: Any, **named: Any) -> None:
        opened.add(type(panel).__name__)
        make(panel, *given, **named)

    monkeypatch.setattr(Panel, "__init__", note)
    assert self_test.run(small_shipped()) == 0
    assert panel_classes(panels, volunteer, kiosk).keys() - opened == set()


@pytest.mark.usefixtures("qapp")
def test_no_cover_comes_over_the_pages_on_a_slow_machine() -> None:
    window = app.make_window(small_shipped())
    (lock,) = window.findChildren(IdleLock)
    waiting = lock.idle.findChildren(QTimer)
    assert any(timer.isActive() for timer in waiting)
    self_test.hold_lock(window)
    window.show()
    for step in (self_test.cover_screen, self_test.uncover_screen):
        assert not any(timer.isActive() for timer in waiting)
        step(window)
    assert not any(timer.isActive() for timer in waiting)
    delete_window(window)


@pytest.mark.usefixtures("qapp")
def test_a_panel_that_fails_is_named_and_the_rest_is_done(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    def broken() -> None:
        raise ModuleNotFoundError(f"/home/{PERSON}", name="_ctypes")

    monkeypatch.setattr(current_system, "spooler", broken)
    assert self_test.run(small_shipped()) == 1
    told = capsys.readouterr()
    failed = [line for line in told.out.splitlines() if line.startswith("GAGAL ")]
    assert [line.split(":")[0] for line in failed[:2]] == ["GAGAL daftar printer", "GAGAL cetak"]
    assert all("ModuleNotFoundError _ctypes (" in line for line in failed[:2])
    assert any(line.startswith("GAGAL kios: kertas pengunjung") for line in failed)
    assert "baik  pratinjau: " in told.out, "what comes after it is done"
    assert told.err.startswith(f"self-test: {len(failed)} dari ")
    assert PERSON not in told.out + told.err


@pytest.mark.usefixtures("qapp")
def test_a_module_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jknassist.gui.volunteer.statistics_panel", None)
    with pytest.raises(FailedError, match=r"jknassist\.gui\.volunteer\.statistics_panel"):
        self_test.import_all()


def test_every_module_of_the_folder_is_imported() -> None:
    folder = Path(self_test.__file__).parent.parent.parent
    files = {file.relative_to(folder.parent).with_suffix("") for file in folder.rglob("*.py")}
    names = {".".join(file.parts).removesuffix(".__init__") for file in files}
    names -= {"jknassist", "jknassist.__main__", *self_test.OF_ANOTHER_SYSTEM}
    assert set(self_test.module_names()) == names


def test_the_print_panel_is_opened_with_the_printers_and_nothing_is_printed(
    monkeypatch: pytest.MonkeyPatch, runner: SelfTestRunner
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(current_system, "spooler", OnePrinter)
    monkeypatch.setattr(print_panel.PrintPanel, "send", lambda *_: pytest.fail("it prints"))
    window = app.make_window(small_shipped())
    window.show()
    self_test.open_place(window, small_knowledge().outcomes[0].id)
    runner.step("daftar printer", lambda: self_test.list_printers(runner))
    runner.step("cetak", lambda: self_test.print_panel(window))
    shown += [button.text() for button in window.findChildren(QPushButton)]
    delete_window(window)
    assert runner.failed == ()
    assert runner.results[0].note == "1, di atas kertas 1, bermasalah 0"
    printing = small_knowledge().words.print_now.format(printer="…")
    assert printing in shown, "its name was hidden before the picture was taken"
    assert not any(PRINTER in text for text in shown)
