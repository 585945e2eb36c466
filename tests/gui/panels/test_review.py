"""The answers given so far, with a way to change each."""

from tests.gui.conftest import Visitor


def test_the_answers_are_listed_with_ubah(visitor: Visitor) -> None:
    words = visitor.window.context.words
    visitor.choose("pulsa")
    visitor.press(words.review)
    assert visitor.sees("Pulsa habis")
    visitor.press(words.change)
    assert visitor.place == "mulai"
