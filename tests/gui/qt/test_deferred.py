"""A callback on a later turn of the event loop."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from jknassist.gui.qt.deferred import call_later


def test_it_is_called_once_and_not_at_once(qtbot: QtBot, qapp: QObject) -> None:
    owner, called = QObject(qapp), list[str]()
    call_later(owner, lambda: called.append("now"))
    assert called == []
    qtbot.waitUntil(lambda: called == ["now"])
    qtbot.waitUntil(lambda: owner.findChildren(QTimer) == [])
    assert called == ["now"]
    owner.deleteLater()


def test_it_goes_with_its_owner(qtbot: QtBot, qapp: QObject) -> None:
    owner, called = QObject(qapp), list[str]()
    call_later(owner, lambda: called.append("late"), 1)
    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    qtbot.wait(20)
    assert called == []


def test_the_callback_may_hold_the_last_reference_to_its_owner(qtbot: QtBot) -> None:
    """An owner deleted together with its clock was deleted twice, and crashed the program."""
    called = list[str]()

    def call(owner: QObject) -> None:
        called.append(owner.objectName())

    for _ in range(50):
        owner = QObject(objectName="alone")
        call_later(owner, partial(call, owner))
    del owner
    qtbot.waitUntil(lambda: called == ["alone"] * 50)
    qtbot.wait(50)
