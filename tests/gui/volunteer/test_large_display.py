"""Numbers and contacts in large type for the member."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from jknassist.content import loader
from jknassist.core.flow.model import Channel
from jknassist.gui.volunteer.large_display import SHARE_OF_CODE, LargeDisplay, tab_text
from jknassist.gui.widgets.qr_code import QrCode
from jknassist.gui.widgets.sign import SignPicture
from jknassist.gui.widgets.signed_text import SignedText
from jknassist.gui.widgets.step_card import StepCard
from tests.gui.volunteer.conftest import KNOWLEDGE, OnLaptop, Start, keys, wait_to_see


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
    wait_to_see(visitor, KNOWLEDGE.safety.line)
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


def test_a_tab_leads_to_each_kind_and_the_one_shown_is_marked(start: Start) -> None:
    visitor = start()
    visitor.choose("pulsa")
    summary = visitor.window.flow.summary()
    assert summary is not None
    keys(visitor, "F4")
    display = visitor.window.panel
    assert isinstance(display, LargeDisplay)
    words = KNOWLEDGE.words
    names = [tab.text() for tab in display.tabs]
    assert names[0] == words.show_phone
    assert names[-2:] == [words.show_actions, words.sheet_button]
    visitor.press(words.show_actions)
    wait_to_see(visitor, summary.actions[0])
    cards = display.findChildren(StepCard)
    assert [card.label.text() for card in cards] == list(summary.actions)
    assert {card.label.objectName() for card in cards} == {"huge"}
    assert [tab.text() for tab in display.tabs if tab.isChecked()] == [words.show_actions]
    visitor.press(words.show_other)
    wait_to_see(visitor, summary.sheet_number)
    assert visitor.sees(words.sheet_use_screen), "there is no paper to show"
    assert words.sheet_use not in visitor.texts()
    assert [tab.text() for tab in display.tabs if tab.isChecked()] == [words.sheet_button]


@pytest.mark.parametrize(("width", "beside"), [(1366, True), (700, False)])
def test_the_heading_speaks_to_the_member_and_has_the_tabs_beside_it_where_they_fit(
    start: Start, width: int, *, beside: bool
) -> None:
    visitor = start()
    visitor.window.resize(width, 768)
    visitor.choose("pulsa")
    keys(visitor, "F4")
    display = visitor.window.panel
    assert isinstance(display, LargeDisplay)
    words = KNOWLEDGE.words
    wait_to_see(visitor, words.show_title)
    assert display.heading.text() == words.show_title
    heading, tab = (
        one.mapTo(display, one.rect().center()) for one in (display.heading, display.tabs[0])
    )
    assert (abs(heading.y() - tab.y()) < display.tabs[0].height() // 2) is beside


@pytest.mark.parametrize("width", [1366, 640])
def test_the_code_of_a_contact_is_seen_whole(start: Start, width: int) -> None:
    visitor = start()
    visitor.window.resize(width, 1200)
    visitor.choose("pulsa")
    summary = visitor.window.flow.summary()
    assert summary is not None
    keys(visitor, "F4")
    display = visitor.window.panel
    assert isinstance(display, LargeDisplay)
    wait_to_see(visitor, KNOWLEDGE.words.show_title)
    seen = 0
    for _ in summary.contacts:
        QGuiApplication.processEvents()
        for code in (one for one in display.findChildren(QrCode) if one.isVisible()):
            left = code.mapTo(display.area, code.rect().topLeft()).x()
            assert left >= 0
            assert left + code.width() <= display.area.width()
            seen += 1
        display.show_other()
    assert seen


def test_the_message_is_copied_where_it_is_in_the_code(start: Start) -> None:
    visitor = start()
    visitor.choose("pulsa")
    summary = visitor.window.flow.summary()
    assert summary is not None
    keys(visitor, "F4")
    display = visitor.window.panel
    assert isinstance(display, LargeDisplay)
    prepared = [row.scanned != row.link for row in summary.contacts]
    assert True in prepared
    for known in prepared:
        assert display.copy.isHidden() is not known
        if known:
            display.copy.click()
            assert QGuiApplication.clipboard().text() == summary.message
        display.show_other()
    assert display.copy.isHidden()


@pytest.mark.parametrize("width", [1366, 1024])
def test_a_code_takes_the_free_height_beside_its_number(on_laptop: OnLaptop, width: int) -> None:
    window = on_laptop(loader.knowledge_of(None), width)
    window.show_wanted.emit()
    display = window.panel
    assert isinstance(display, LargeDisplay)
    seen = 0
    for _ in display._items:
        display.show_other()
        for _ in range(3):
            QGuiApplication.processEvents()
        large = display._code
        if large is None:
            continue
        seen += 1
        below = large.height() - large.code.height()
        assert large.line.isVisible()
        limited = large.code.width() == round(SHARE_OF_CODE * display.area.width())
        free = display.area.width() - display._told.minimumSize().width()
        limited |= large.code.width() >= free - 3 * display.column.spacing()
        assert limited or below <= 2 * large.line.height()
        assert large.code.width() > 1.4 * large.minimumSizeHint().width()
    assert seen


def test_the_safety_line_stands_behind_its_shield(start: Start) -> None:
    visitor = start()
    visitor.choose("pulsa")
    keys(visitor, "F4")
    display = visitor.window.panel
    assert isinstance(display, LargeDisplay)
    (line,) = display.findChildren(SignedText)
    assert line.label.text() == KNOWLEDGE.safety.line
    assert len(line.findChildren(SignPicture)) == 1


@pytest.mark.parametrize("channel", Channel)
def test_each_channel_has_a_tab(channel: Channel) -> None:
    assert tab_text(KNOWLEDGE.words, channel)
