"""The number of papers per visitor is limited."""

from jknassist.gui.kiosk.print_allowance import PAUSE, REFILL, PrintAllowance


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_each_visitor_gets_so_many_papers_with_a_pause_between_them() -> None:
    clock = Clock()
    allowance = PrintAllowance(2, clock)
    assert allowance.take()
    assert not allowance.take(), "too soon"
    clock.now += PAUSE
    assert allowance.take()
    clock.now += 100 * PAUSE
    assert not allowance.take(), "none is left"
    allowance.begin_visit()
    assert allowance.take()


def test_a_new_visit_does_not_shorten_the_pause() -> None:
    clock = Clock()
    allowance = PrintAllowance(3, clock)
    assert allowance.take()
    allowance.begin_visit()
    assert not allowance.take()


def test_visit_after_visit_does_not_empty_the_roll() -> None:
    """Eight papers in two minutes, as somebody who plays printed them, and so on for an hour."""
    clock, printed = Clock(), 0
    allowance = PrintAllowance(3, clock)
    for _ in range(240):
        allowance.begin_visit()
        printed += allowance.take()
        clock.now += 15
    assert printed <= 6 + 3600 / REFILL


def test_visitors_one_after_another_have_their_paper() -> None:
    clock = Clock()
    allowance = PrintAllowance(3, clock)
    for _ in range(50):
        allowance.begin_visit()
        assert allowance.take()
        clock.now += 90
