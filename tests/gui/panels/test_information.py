"""Contacts, guides and sources."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from jknassist.core.flow.formatting import data_line
from jknassist.gui.panels.information import ContactsPanel, GuidePanel
from jknassist.gui.widgets.step_card import StepCard
from tests.gui.conftest import Visitor
from tests.support.small_context import small_context
from tests.support.small_knowledge import small_knowledge


def test_contacts_are_one_tap_away_from_every_page(visitor: Visitor) -> None:
    words = visitor.window.context.words
    for answer in ("tidak_tahu", "sudah", "masuk", None):
        visitor.press(words.contacts)
        assert visitor.sees("0812-3456-7890")
        visitor.press(words.old_contacts_title)
        assert visitor.sees("1500000"), "the old number is named as old"
        assert visitor.sees(words.old_contacts_text)
        assert visitor.window.panel is not None
        visitor.window.panel.close_button.click()
        assert isinstance(visitor.window.panel, ContactsPanel), "it leads back to the contacts"
        visitor.press(words.close)
        if answer:
            visitor.choose(answer)


def test_an_old_number_cannot_be_copied(visitor: Visitor) -> None:
    words = visitor.window.context.words

    def copied() -> list[str]:
        buttons = visitor.window.findChildren(QPushButton)
        return [b.accessibleName() for b in buttons if b.isVisible() and b.text() == words.copy]

    visitor.press(words.contacts)
    assert copied()
    visitor.press(words.old_contacts_title)
    assert copied() == []


def test_a_how_to_is_shown_from_a_page_and_from_an_ending(visitor: Visitor) -> None:
    words = visitor.window.context.words
    visitor.choose("pulsa")
    visitor.press("Cara mencoba kartu HP")
    assert visitor.sees("Telepon HP lain.")
    visitor.press(words.close)
    visitor.go_back()
    visitor.choose("tidak_masuk")
    visitor.type_number("081234567890")
    visitor.go_on()
    visitor.press(words.how_to)
    assert visitor.sees("Lihat nomor di layarnya.")


def test_the_advice_tells_where_it_comes_from(visitor: Visitor) -> None:
    visitor.choose("pulsa")
    visitor.press(visitor.window.context.words.sources_button)
    assert visitor.sees("Halaman percobaan, 2026.")


def test_the_sources_say_how_old_the_content_is(visitor: Visitor) -> None:
    visitor.choose("pulsa")
    line = data_line(visitor.window.context.knowledge)
    visitor.press(visitor.window.context.words.sources_button)
    assert visitor.sees(line)


@pytest.mark.parametrize("pictures", [("isi_pulsa", "telepon_165"), ()])
def test_a_how_to_shows_its_steps_with_pictures(qtbot: QtBot, pictures: tuple[str, ...]) -> None:
    guide = replace(small_knowledge().guides[0], pictures=pictures)
    panel = GuidePanel(guide, small_context())
    qtbot.addWidget(panel)
    steps = [card.label.text() for card in panel.findChildren(StepCard)]
    assert steps == (list(guide.points) if pictures else [])
    texts = [label.text() for label in panel.findChildren(QLabel)]
    assert set(guide.points) <= set(texts), "with pictures or without, each step is told"
