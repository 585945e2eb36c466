"""The timer that collects garbage on the GUI thread."""

import threading

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from jknassist.gui.qt import collection_timer
from jknassist.gui.qt.collection_timer import CollectionTimer
from tests.support.garbage import Cycle, make_much


def test_it_looks_by_itself_and_ends_with_its_parent(
    qapp: QObject, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection_timer, "PAUSE", 1)
    owner = QObject(qapp)
    CollectionTimer(owner)
    gone: list[int] = []
    Cycle(gone)
    kept = make_much()
    qtbot.waitUntil(lambda: gone == [threading.get_ident()])
    assert kept
    (clock,) = owner.findChildren(QTimer)
    with qtbot.waitSignal(clock.destroyed):
        owner.deleteLater()
