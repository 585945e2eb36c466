"""What one visit adds to the statistics."""

from jknassist.core.flow.controller import FlowController
from jknassist.core.flow.session import Answer
from jknassist.core.visit_events import visit_events
from tests.support.counting import events
from tests.support.small_knowledge import small_knowledge

SHORT = ("length", "up_to_2_min")


def begun() -> FlowController:
    return FlowController(small_knowledge())


def answered(*keys: str) -> FlowController:
    """Return the flow after these answers, each followed by the way on."""
    flow = begun()
    for key in keys:
        flow.answer(Answer(step_id=flow.place.id, key=key))
        assert flow.next()
    return flow


def test_a_visit_without_an_answer_adds_nothing() -> None:
    assert visit_events(begun(), 700) == ()


def test_a_visit_that_was_left_adds_the_step() -> None:
    flow = begun()
    flow.answer(Answer(step_id=flow.place.id, key="pulsa"))
    assert visit_events(flow, 3) == events([("left", flow.place.id), SHORT])


def test_an_outcome_is_counted_with_the_length_of_the_visit() -> None:
    flow = answered("pulsa")
    assert visit_events(flow, 301) == events(
        [("outcome", "pulsa_habis"), ("length", "up_to_10_min")]
    )


def test_the_answer_whether_it_helped_is_counted() -> None:
    flow = answered("pulsa")
    flow.answer_helped(helped=True)
    assert visit_events(flow, 0) == events(
        [("outcome", "pulsa_habis"), ("solved", "pulsa_habis"), SHORT]
    )


def test_going_back_from_an_outcome_leaves_it_uncounted() -> None:
    flow = answered("pulsa")
    flow.answer_helped(helped=False)
    flow.back()
    assert visit_events(flow, 0) == events([("left", flow.place.id), SHORT])


def test_a_further_outcome_is_counted_apart_from_the_first() -> None:
    flow = answered("pulsa")
    first = flow.place.id
    flow.answer_helped(helped=False)
    assert flow.try_next_cause()
    assert visit_events(flow, 0) == events(
        [("outcome", first), ("next_outcome", flow.place.id), ("unsolved", first), SHORT]
    )


def test_nothing_is_asked_on_a_step_and_nothing_kept() -> None:
    flow = begun()
    flow.answer_helped(helped=True)
    assert dict(flow.helped) == {}


def test_a_new_visit_knows_nothing_of_the_one_before() -> None:
    flow = answered("pulsa")
    flow.answer_helped(helped=True)
    flow.restart()
    assert dict(flow.helped) == {}
    assert visit_events(flow, 0) == ()
