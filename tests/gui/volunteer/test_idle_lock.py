"""An unattended laptop locks itself."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jknassist.gui.volunteer.features import VolunteerFeatures
from tests.gui.volunteer.conftest import KNOWLEDGE, Start


def test_a_laptop_left_alone_covers_itself_and_one_key_uncovers_it(
    start: Start, qtbot: QtBot
) -> None:
    visitor = start()
    (features,) = visitor.window.findChildren(VolunteerFeatures)
    visitor.tap("pulsa")
    features.idle_lock.idle.watch(20)
    qtbot.waitUntil(lambda: features.idle_lock.lock_screen is not None)
    cover = features.idle_lock.lock_screen
    assert cover is not None
    assert cover.geometry() == visitor.window.rect()
    assert visitor.sees(KNOWLEDGE.words.cover_text)
    visitor.window.activateWindow()
    QTest.keySequence(cover, "Ctrl+N")
    assert features.idle_lock.lock_screen is None
    assert visitor.window.panel is None
    assert len(visitor.window.flow.session.answers) == 1


def test_a_touch_anywhere_puts_the_cover_off(start: Start, qtbot: QtBot) -> None:
    visitor = start()
    (features,) = visitor.window.findChildren(VolunteerFeatures)
    handle = visitor.window.windowHandle()
    assert handle is not None
    features.idle_lock.idle.watch(150)
    for _ in range(10):
        QTest.qWait(30)
        QTest.mouseMove(handle, QPoint(10, 10 + _))
    assert features.idle_lock.lock_screen is None
    qtbot.waitUntil(lambda: features.idle_lock.lock_screen is not None)
    visitor.window.resize(1024, 700)
    cover = features.idle_lock.lock_screen
    assert cover is not None
    assert cover.geometry() == visitor.window.rect()
    QTest.mouseClick(cover, Qt.MouseButton.LeftButton)
    assert features.idle_lock.lock_screen is None
    assert QApplication.activeModalWidget() is None


def test_an_ending_left_alone_is_covered_and_never_wiped(start: Start, qtbot: QtBot) -> None:
    visitor = start()
    (features,) = visitor.window.findChildren(VolunteerFeatures)
    visitor.choose("pulsa")
    page = visitor.window.view.page
    features.idle_lock.idle.watch(20)
    qtbot.waitUntil(lambda: features.idle_lock.lock_screen is not None)
    qtbot.wait(100)
    cover = features.idle_lock.lock_screen
    assert cover is not None
    QTest.keyClick(cover, Qt.Key.Key_Return)
    assert features.idle_lock.lock_screen is None
    assert visitor.window.panel is None
    assert visitor.window.view.page is page, "the key that uncovers it does nothing else"


def test_a_digit_that_uncovers_it_is_typed_into_the_field(start: Start, qtbot: QtBot) -> None:
    visitor = start()
    visitor.window.activateWindow()
    qtbot.waitUntil(visitor.window.isActiveWindow)
    visitor.choose("tidak_masuk")
    visitor.type_number("0812")
    visitor.number_page.entry.setFocus()
    qtbot.waitUntil(visitor.number_page.entry.hasFocus)
    (features,) = visitor.window.findChildren(VolunteerFeatures)
    features.idle_lock.lock()
    cover = features.idle_lock.lock_screen
    assert cover is not None
    QTest.keyClicks(cover, "3")
    assert visitor.number_page.entry.text() == "08123"
    assert visitor.number_page.entry.hasFocus()


def test_a_filter_that_the_interpreter_has_cleared_takes_nothing(start: Start) -> None:
    visitor = start()
    (features,) = visitor.window.findChildren(VolunteerFeatures)
    lock = features.idle_lock
    vars(lock).clear()
    assert not lock.eventFilter(visitor.window, QEvent(QEvent.Type.KeyPress))
