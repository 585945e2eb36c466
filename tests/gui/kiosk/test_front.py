"""The front of a kiosk: prints on the configured printer, has no clipboard."""

from jknassist.core.paper import Paper
from jknassist.gui.front import PageAction
from jknassist.gui.kiosk.front import kiosk_front
from tests.support.small_knowledge import small_knowledge


def test_a_kiosk_prints_and_copies_nothing() -> None:
    front, words = kiosk_front("Struk", Paper.ROLL_80), small_knowledge().words
    assert front.is_kiosk
    assert not front.has_keyboard
    wide, narrow = (front.outcome_actions(is_wide) for is_wide in (True, False))
    assert wide == narrow == (PageAction.PRINT,)
    assert front.leave_text(words) == words.leave
    assert front.print_text(words) == words.print_paper
