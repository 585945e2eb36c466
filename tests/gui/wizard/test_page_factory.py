"""Pages are created on demand."""

from tests.gui.conftest import Visitor


def test_pages_are_made_when_they_are_needed(visitor: Visitor) -> None:
    assert len(visitor.window.wizard.pageIds()) == 1
    visitor.choose("tidak_tahu")
    assert len(visitor.window.wizard.pageIds()) == 2
