"""Slow parts of the context are created on first use, and once."""

from jknassist.core.phone.plan import PlanIndex
from jknassist.gui.context import LoadedContent, make_context
from jknassist.gui.style.theme import Theme
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index


def shipped(plan: object) -> LoadedContent:
    return LoadedContent(
        knowledge=small_knowledge(),
        plan=plan,  # type: ignore[arg-type]
        style="",
        picture=lambda _name: None,
    )


def test_the_number_plan_is_read_when_it_is_asked_for() -> None:
    read: list[PlanIndex] = []

    def load() -> PlanIndex:
        read.append(small_index())
        return read[-1]

    context = make_context(shipped(load), Theme())
    assert read == []
    assert context.plan is read[0]
    assert make_context(shipped(small_index()), Theme()).plan == small_index()


def test_the_search_index_is_made_once() -> None:
    context = make_context(shipped(small_index), Theme())
    assert context.search is context.search
    assert context.words is small_knowledge().words or context.words == small_knowledge().words
