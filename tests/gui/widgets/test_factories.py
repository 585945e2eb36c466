"""Labels, buttons and frames as every page makes them."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.factories import button, frame, heading_label, text_label


def test_a_mark_in_a_button_is_a_letter_and_no_shortcut(qtbot: QtBot) -> None:
    made = button("Hapus & selesai")
    qtbot.addWidget(made)
    assert made.text() == "Hapus && selesai"
    assert made.accessibleName() == "Hapus & selesai"
    assert made.shortcut().isEmpty()
    assert not made.autoDefault()


def test_a_heading_is_heard_with_what_explains_it(qtbot: QtBot) -> None:
    plain, explained = heading_label("Judul"), heading_label("Judul", "Penjelasan.")
    for made in (plain, explained):
        qtbot.addWidget(made)
    assert plain.accessibleName() == ""
    assert explained.accessibleName() == "Judul. Penjelasan."


def test_a_frame_stacks_what_it_is_given(qtbot: QtBot) -> None:
    made = frame("note", text_label("satu"), text_label("dua"), theme=Theme())
    qtbot.addWidget(made)
    assert made.objectName() == "note"
    assert [label.text() for label in made.findChildren(QLabel)] == ["satu", "dua"]
