"""An unused kiosk has no timer between two heartbeats."""

from tests.gui.kiosk.conftest import Hall
from tests.gui.whole.test_no_wakeups import fast


def test_the_first_page_wakes_nobody(hall: Hall) -> None:
    assert hall.at_start_page
    assert fast() == []


def test_a_question_wakes_nobody(hall: Hall) -> None:
    hall.begin()
    assert fast() == []


def test_the_first_page_after_a_visit_wakes_nobody(hall: Hall) -> None:
    hall.begin().choose("tidak_masuk")
    hall.window.reset()
    hall.wait_for_start_page()
    assert fast() == []
