"""The language button: on the first page only, and no answer is lost."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jknassist.content import resources
from jknassist.gui.context import LoadedContent
from jknassist.gui.main_window import MainWindow
from jknassist.gui.style.theme import Theme
from jknassist.gui.volunteer.window import make_window
from tests.gui.conftest import Visitor
from tests.support.small_knowledge import small_knowledge
from tests.support.small_overlay import MARK, small_translation
from tests.support.small_plan import small_index

OWN, OTHER = small_knowledge().words, small_translation().words


def open_in_two(qtbot: QtBot) -> MainWindow:
    shipped = LoadedContent(
        knowledge=small_knowledge(),
        others=(small_translation(),),
        plan=small_index(),
        style=resources.read("theme.qss").decode(),
        picture=lambda _name: None,
    )
    window = make_window(shipped, Theme())
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def foreigner(qtbot: QtBot) -> Visitor:
    """Give a visitor in front of a window that speaks two languages."""
    return Visitor(open_in_two(qtbot), qtbot)


def offered(visitor: Visitor) -> list[str]:
    """Return what stands on the language button, if it can be seen."""
    buttons = visitor.window.findChildren(QPushButton, "language")
    return [button.text() for button in buttons if button.isVisible()]


def test_the_button_is_named_in_the_other_language(foreigner: Visitor) -> None:
    assert offered(foreigner) == [OTHER.language_name]
    foreigner.press(OTHER.language_name)
    assert offered(foreigner) == [OWN.language_name]
    assert OTHER.language_name != OWN.language_name


def test_every_word_of_the_window_changes(foreigner: Visitor, qtbot: QtBot) -> None:
    count = len(foreigner.texts())
    foreigner.press(OTHER.language_name)
    qtbot.waitUntil(lambda: len(foreigner.texts()) == count, timeout=1000)
    name = small_translation().name
    assert foreigner.window.windowTitle() == name
    assert foreigner.window.wizard.accessibleName() == name
    said = [text for text in foreigner.texts() if text not in {OWN.language_name, ""}]
    assert not [text for text in said if not text.startswith(MARK)]


def test_the_way_to_the_end_is_in_the_other_language(foreigner: Visitor) -> None:
    foreigner.press(OTHER.language_name)
    foreigner.choose("pulsa")
    assert foreigner.place == "pulsa_habis"
    summary = foreigner.window.flow.summary()
    assert summary is not None
    assert summary.language == "en"
    assert foreigner.sees(f"{MARK}Isi pulsa.")
    assert summary.tried[0].answer == f"{MARK}Pulsa habis"
    foreigner.press(OTHER.contacts)
    assert foreigner.sees("0812-3456-7890"), "numbers stay as they are"


def test_the_second_press_leads_back(foreigner: Visitor, qtbot: QtBot) -> None:
    before = sorted(foreigner.texts())
    foreigner.press(OTHER.language_name)
    foreigner.press(OWN.language_name)
    qtbot.waitUntil(lambda: sorted(foreigner.texts()) == before, timeout=1000)


def test_the_button_stands_on_the_first_page_alone(foreigner: Visitor) -> None:
    foreigner.choose("tidak_tahu")
    assert offered(foreigner) == []
    foreigner.go_back()
    assert offered(foreigner) == [OTHER.language_name]


def test_no_button_while_a_panel_covers_the_first_page(foreigner: Visitor) -> None:
    foreigner.press(OWN.contacts)
    assert offered(foreigner) == []
    foreigner.press(OWN.close)
    assert offered(foreigner) == [OTHER.language_name]


def test_help_and_leaving_keep_their_places(foreigner: Visitor) -> None:
    def places() -> list[tuple[int, int]]:
        names = ("help", "leave")
        buttons = [b for n in names for b in foreigner.window.findChildren(QPushButton, n)]
        corners = [b.mapTo(foreigner.window, b.rect().topRight()) for b in buttons]
        return [(corner.x(), corner.y()) for corner in corners]

    before = places()
    foreigner.choose("tidak_tahu")
    assert places() == before


def test_with_one_language_there_is_no_button(visitor: Visitor) -> None:
    assert offered(visitor) == []


def test_answers_survive_a_change_of_language(foreigner: Visitor) -> None:
    foreigner.choose("tidak_tahu")
    foreigner.choose("sudah")
    foreigner.go_back()
    foreigner.go_back()
    foreigner.press(OTHER.language_name)
    for place in ("periksa", "tunggu"):
        foreigner.press(OTHER.next)
        assert foreigner.place == place
    foreigner.choose("masuk")
    assert foreigner.place == "kode_masuk"


def test_a_typed_number_survives_a_change_of_language(foreigner: Visitor) -> None:
    foreigner.choose("tidak_masuk")
    foreigner.type_number("081234567890")
    foreigner.go_on()
    foreigner.go_back()
    foreigner.go_back()
    foreigner.press(OTHER.language_name)
    foreigner.press(OTHER.next)
    assert foreigner.number_page.entry.text().replace("-", "") == "081234567890"


def test_the_next_visitor_begins_in_the_language_of_the_office(foreigner: Visitor) -> None:
    foreigner.press(OTHER.language_name)
    foreigner.choose("pulsa")
    foreigner.window.start_over()
    assert foreigner.window.context.knowledge.language == "id"
    assert foreigner.window.windowTitle() == small_knowledge().name
    assert foreigner.sees(OWN.contacts)
    assert offered(foreigner) == [OTHER.language_name]
    assert foreigner.window.flow.session.answers == ()


def test_what_was_thrown_away_stays_away(foreigner: Visitor, qtbot: QtBot) -> None:
    for _ in range(4):
        foreigner.window.switch_language()
    bars = foreigner.window.findChildren
    qtbot.waitUntil(lambda: len(bars(QPushButton, "leave")) == 1, timeout=1000)


def test_a_panel_is_gone_after_a_change(foreigner: Visitor, qtbot: QtBot) -> None:
    foreigner.window.show_contacts()
    foreigner.window.switch_language()
    qtbot.waitUntil(lambda: foreigner.sees(f"{MARK}Apa yang Anda alami?"), timeout=1000)
    assert not foreigner.sees("0812-3456-7890")


def test_the_keys_work_in_either_language(foreigner: Visitor) -> None:
    foreigner.press(OTHER.language_name)
    foreigner.window.show_contacts()
    assert foreigner.sees(OTHER.contacts_title)
    foreigner.window.go_back()
    assert foreigner.place == "mulai"
