"""What the panel with the contacts leads to."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jknassist.core.flow.summary import current_contacts, retired_contacts
from jknassist.gui.panels.contact_topics import DIRECT, TOPICS, ContactsGrid, Topic
from jknassist.gui.panels.information import ContactsPanel
from tests.gui.conftest import Visitor
from tests.support.small_context import small_context

ROWS = current_contacts(small_context().knowledge)


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.make.__name__)
def test_a_topic_is_named_by_its_button_and_leads_back(visitor: Visitor, topic: Topic) -> None:
    words = visitor.window.context.words
    visitor.press(words.contacts)
    visitor.press(topic.title(words))
    panel = visitor.window.panel
    assert panel is not None
    assert panel.accessibleName() == topic.title(words)
    panel.close_button.click()
    assert isinstance(visitor.window.panel, ContactsPanel)


def test_by_direct_contacts_a_person_is_reached(visitor: Visitor) -> None:
    visitor.window.show_contacts()
    panel = visitor.window.panel
    assert isinstance(panel, ContactsPanel)
    shown = {card.row.id for card in panel.findChildren(ContactsGrid)[0].cards}
    assert shown == {row.id for row in ROWS if row.channel in DIRECT}


def test_a_kiosk_shows_the_code_and_a_laptop_the_button_to_copy(qtbot: QtBot) -> None:
    linked = tuple(row for row in ROWS if row.link)
    for is_kiosk in (True, False):
        grid = ContactsGrid(linked, replace(small_context(), is_kiosk=is_kiosk))
        qtbot.addWidget(grid)
        assert [card.copy.isHidden() for card in grid.cards] == [is_kiosk] * len(linked)
        assert [card.code is None for card in grid.cards] == [not is_kiosk] * len(linked)


def test_a_retired_contact_has_neither(qtbot: QtBot) -> None:
    context = small_context()
    grid = ContactsGrid(retired_contacts(context.knowledge), context, retired=True)
    qtbot.addWidget(grid)
    assert grid.cards
    assert all(card.copy.isHidden() and card.code is None for card in grid.cards)


@pytest.mark.parametrize("below", [True, False])
def test_the_last_topic_stands_below_where_the_bottom_row_has_room(
    qtbot: QtBot, *, below: bool
) -> None:
    panel = ContactsPanel(small_context(is_kiosk=True))
    qtbot.addWidget(panel)
    about = TOPICS[-1].title(panel.context.words)
    both = [one for one in panel.findChildren(QPushButton) if one.text() == about]
    too_narrow = panel.close_button.sizeHint().width() + both[0].sizeHint().width()
    panel.resize(1366 if below else too_narrow, 1366)
    panel.show()
    panel.activate()
    (shown,) = [one for one in both if one.isVisible()]
    assert panel.area.isAncestorOf(shown) is not below
