"""The countdown."""

from tests.gui.conftest import Visitor


def test_the_wait_counts_down_only_when_asked(visitor: Visitor) -> None:
    visitor.choose("tidak_tahu")
    visitor.choose("sudah")
    words = visitor.window.context.words
    whole = words.wait_left.format(minutes=5, seconds="00")
    assert visitor.sees(whole)
    visitor.press(words.wait_start)
    assert not [t for t in visitor.texts() if t == words.wait_start]
