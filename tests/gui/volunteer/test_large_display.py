"""Numbers and contacts in large type for the member."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jknassist.gui.volunteer.large_display import LargeDisplay
from jknassist.gui.widgets.qr_code import QrCode
from tests.gui.volunteer.conftest import KNOWLEDGE, Start, keys, wait_to_see


def test_the_member_is_shown_both_numbers_then_each_contact(start: Start) -> None:
    visitor = start()
    visitor.choose("tidak_masuk")
    visitor.type_number("081234567890")
    visitor.go_on()
    visitor.type_number("081234567899")
    visitor.go_on()
    keys(visitor, "F4")
    assert isinstance(visitor.window.panel, LargeDisplay)
    wait_to_see(visitor, "0812-3456-7890")
    wait_to_see(visitor, "0812-3456-7899")
    visitor.press(KNOWLEDGE.words.show_other)
    assert not visitor.sees("0812-3456-7890")
    wait_to_see(visitor, KNOWLEDGE.contacts[0].shown)
    assert len(visitor.window.panel.findChildren(QrCode)) >= 1
    QTest.keyClick(visitor.window.panel.heading, Qt.Key.Key_Left)
    wait_to_see(visitor, "0812-3456-7890")


def test_the_member_is_shown_when_to_stop_and_when_to_come_back(start: Start) -> None:
    visitor = start()
    visitor.choose("pulsa")
    summary = visitor.window.flow.summary()
    assert summary is not None
    assert summary.limit_line
    keys(visitor, "F4")
    for _ in summary.contacts:
        assert not visitor.sees(summary.limit_line)
        visitor.press(KNOWLEDGE.words.show_other)
    wait_to_see(visitor, summary.limit_line)
