"""What is said about a number: heading, note, and the description of the field."""

import pytest
from pytestqt.qtbot import QtBot

from jknassist.gui.pages.number.page import NumberPage
from tests.gui.conftest import Visitor


@pytest.fixture
def page(visitor: Visitor) -> NumberPage:
    visitor.choose("tidak_masuk")
    return visitor.number_page


def test_a_finding_is_the_heading_until_the_question_comes_back(page: NumberPage) -> None:
    messages = page.messages
    messages.head("Angka 8 dua kali.", "Lihat layar lagi.")
    assert page.heading.text() == "Angka 8 dua kali"
    assert page.heading.accessibleName() == "Angka 8 dua kali. Lihat layar lagi."
    assert messages.rest.text() == "Lihat layar lagi."
    messages.head("")
    assert page.heading.text() == page.step.title.rstrip(".")
    assert messages.rest.isHidden()


def test_what_is_said_describes_the_field_or_else_the_question_does(
    page: NumberPage, qtbot: QtBot
) -> None:
    page.messages.say(("Nomor terlalu panjang.",))
    assert not page.messages.note.isHidden()
    qtbot.waitUntil(lambda: page.entry.accessibleDescription().startswith("Nomor terlalu"))
    page.messages.say(())
    assert page.messages.note.isHidden()
    qtbot.waitUntil(lambda: page.entry.accessibleDescription().startswith(page.step.title))
