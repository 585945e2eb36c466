"""Contact cards: copied on a laptop, scanned on a kiosk."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jknassist.core.flow.model import Knowledge
from jknassist.core.flow.summary import ContactRow, contact_row
from jknassist.gui.context import UiContext
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.contact_card import ContactCard
from jknassist.gui.widgets.qr_code import QrCode
from tests.gui.conftest import Visitor
from tests.support import printed_output
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

KNOWLEDGE = small_knowledge()


def context_of(knowledge: Knowledge, *, kiosk: bool = False, scale: float = 1.0) -> UiContext:
    return UiContext(
        knowledge=knowledge,
        read_plan=small_index,
        active_theme=ActiveTheme(Theme(scale=scale)),
        icons=SvgIcons(lambda _name: None, LIGHT),
        is_kiosk=kiosk,
    )


def row(contact_id: str) -> ContactRow:
    return contact_row(KNOWLEDGE, KNOWLEDGE.contact_by_id[contact_id])


def test_a_laptop_copies_the_digits(qtbot: QtBot) -> None:
    card = ContactCard(row("pandawa"), context_of(KNOWLEDGE))
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.copy_wanted) as wanted:
        card.copy.click()
    assert wanted.args == ["081234567890", card.copy]
    assert card.code is None


def test_a_kiosk_shows_the_code_and_copies_nothing(qtbot: QtBot) -> None:
    context = context_of(KNOWLEDGE, kiosk=True)
    card = ContactCard(row("pandawa"), context)
    qtbot.addWidget(card)
    assert card.copy.text() == context.words.qr_show
    with qtbot.assertNotEmitted(card.copy_wanted):
        card.copy.click()
    assert card.code is not None
    assert card.code.payload == "https://wa.me/6281234567890"
    assert card.copy.text() == context.words.qr_hide
    card.copy.click()
    assert card.code is None


def test_an_office_has_neither_a_button_nor_a_code(qtbot: QtBot) -> None:
    for kiosk in (False, True):
        card = ContactCard(row("kantor"), context_of(KNOWLEDGE, kiosk=kiosk), with_code=True)
        qtbot.addWidget(card)
        assert card.copy.isHidden()
        assert card.code is None


@pytest.mark.skipif(printed_output.lacks_zbar(), reason="zbarimg is not on this machine")
@pytest.mark.parametrize("scale", [0.75, 1.0, 1.25, 1.5, 2.0])
def test_the_code_on_the_screen_is_read(qtbot: QtBot, tmp_path: Path, scale: float) -> None:
    view = QrCode("https://wa.me/6281234567890", "contoh", context_of(KNOWLEDGE, scale=scale))
    qtbot.addWidget(view)
    view.show()
    assert view.width() >= 96 * scale
    assert view.grab().save(str(tmp_path / "a.png"))
    assert printed_output.decoded(tmp_path / "a.png") == {"https://wa.me/6281234567890"}


def test_a_button_says_copied_until_the_next_action(visitor: Visitor) -> None:
    words = visitor.window.context.words
    visitor.choose("pulsa")
    visitor.press(words.copy_all)
    assert visitor.window.view.navigation.copy_all.text() == words.copied
    visitor.window.view.page.findChildren(ContactCard)[0].copy.click()
    assert visitor.window.view.navigation.copy_all.text() == words.copy_all
    visitor.press(words.copied)
    visitor.press(words.contacts)
    visitor.press(words.close)
    assert not visitor.sees(words.copied)
