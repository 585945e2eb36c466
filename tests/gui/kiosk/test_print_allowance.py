"""The number of papers per visitor is limited."""

from jknassist.gui.kiosk.print_allowance import PAUSE, PrintAllowance


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
