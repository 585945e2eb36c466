"""Question pages: message for a missing answer, and position in the flow."""

from PySide6.QtCore import Qt

from tests.gui.conftest import Visitor


def test_without_an_answer_the_page_says_what_is_missing(visitor: Visitor) -> None:
    visitor.go_on()
    assert visitor.place == "mulai"
    assert visitor.sees(visitor.window.context.words.choose_first)
    visitor.tap("pulsa")
    assert not visitor.sees(visitor.window.context.words.choose_first)


def test_the_progress_follows_the_way(visitor: Visitor) -> None:
    words = visitor.window.context.words
    visitor.choose("tidak_tahu")
    second = words.step_count.format(number=2)
    assert visitor.sees(words.step_left.format(step=second, left=1))
    visitor.choose("sudah")
    assert visitor.sees(words.step_last.format(step=words.step_count.format(number=3)))
    visitor.choose("masuk")
    assert not visitor.sees(words.step_count.format(number=4))
    visitor.go_back()
    visitor.go_back()
    assert visitor.sees(second)


def test_choosing_an_ending_again_leaves_the_keyboard_on_the_page(visitor: Visitor) -> None:
    page = visitor.window.view.page
    page.setFocus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_2, Qt.Key.Key_2):
        visitor.key(key)
        visitor.window.outside_typing.settle()
    visitor.key(Qt.Key.Key_Return)
    assert visitor.place == "pulsa_habis"
