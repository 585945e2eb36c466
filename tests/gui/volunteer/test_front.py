"""The front of a laptop: copying, printing, and the large display if its button fits."""

from jknassist.gui.front import PageAction
from jknassist.gui.volunteer.front import volunteer_front
from tests.support.small_knowledge import small_knowledge

SHOW, COPY, PRINT = PageAction.SHOW, PageAction.COPY, PageAction.PRINT


def test_a_laptop_copies_prints_and_shows() -> None:
    front, words = volunteer_front(), small_knowledge().words
    assert not front.is_kiosk
    assert front.has_keyboard
    wide, narrow = (front.outcome_actions(is_wide) for is_wide in (True, False))
    assert wide == (SHOW, COPY, PRINT)
    assert narrow == (COPY, PRINT)
    assert front.leave_text(words) == words.next_member
    assert front.print_text(words) == words.print
