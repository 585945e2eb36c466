"""Printer search: result, timeout, and a caller that was deleted."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jknassist.gui.printing import printer_list
from jknassist.gui.printing.printer_list import list_printers
from jknassist.gui.printing.spooler import current_system
from jknassist.gui.printing.spooler.base import JobState, NoSpooler, Printer


class Desk(NoSpooler):
    @override
    def printers(self) -> tuple[Printer, ...]:
        return (Printer(name="Meja"),)


class Broken(NoSpooler):
    @override
    def printers(self) -> tuple[Printer, ...]:
        raise OSError

    @override
    def jobs(self, printer: str) -> dict[int, JobState]:
        raise OSError


def asked(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, queue: NoSpooler) -> list[object]:
    monkeypatch.setattr(current_system, "spooler", lambda: queue)
    monkeypatch.setattr(printer_list, "PRINTER_TIMEOUT", 2000)
    told: list[object] = []
    owner = QObject()
    list_printers(owner, told.append, lambda: told.append("silent"))
    qtbot.waitUntil(lambda: bool(told), timeout=5000)
    return told


def test_the_printers_of_the_system_are_reported(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert asked(monkeypatch, qtbot, Desk()) == [(Printer(name="Meja"),)]


def test_a_queue_that_does_not_answer_is_reported(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert asked(monkeypatch, qtbot, Broken()) == ["silent"]


def test_nobody_is_reported_once_the_page_is_gone(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(current_system, "spooler", Desk)
    told: list[object] = []
    owner = QObject()
    list_printers(owner, told.append, lambda: told.append("silent"))
    owner.deleteLater()
    qtbot.wait(100)
    assert not told
