"""Checklist and wait: what to do, beside its answers."""

from typing import cast

from pytestqt.qtbot import QtBot

from jknassist.core.flow.model import ChecklistStep, ChoiceStep, WaitStep
from jknassist.gui.pages.choice import ChoicePage
from jknassist.gui.pages.instructions import ChecklistPage, Points, WaitPage, choice_page
from jknassist.gui.widgets.paged_area import WHOLE
from tests.support.small_context import small_context


def pages(qtbot: QtBot) -> dict[type, ChoicePage]:
    context = small_context()
    kinds = (ChoiceStep, ChecklistStep, WaitStep)
    found = {type(one): one for one in context.knowledge.steps if isinstance(one, kinds)}
    made = {kind: choice_page(step, context) for kind, step in found.items()}
    for page in made.values():
        qtbot.addWidget(page)
    return made


def test_each_kind_of_step_has_its_page(qtbot: QtBot) -> None:
    made = pages(qtbot)
    kinds = {kind: type(page) for kind, page in made.items()}
    assert kinds == {ChoiceStep: ChoicePage, ChecklistStep: ChecklistPage, WaitStep: WaitPage}
    assert made[ChecklistStep].cards.property(WHOLE)
    assert not made[ChoiceStep].cards.property(WHOLE)


def test_the_rest_of_a_wait_is_a_ring_only_beside_the_answers(qtbot: QtBot) -> None:
    page = pages(qtbot)[WaitStep]
    assert isinstance(page, WaitPage)
    page.arrange(halves=True)
    page.fit_side(900, 1)
    assert not page.countdown.ring.isHidden()
    page.arrange(halves=False)
    page.fit_side(900, 1)
    assert page.countdown.ring.isHidden()


def test_a_list_has_two_columns_only_where_it_is_wide(qtbot: QtBot) -> None:
    points = Points(("Satu.", "Dua.", "Tiga."), small_context())
    qtbot.addWidget(points)
    letters = points.fontMetrics().averageCharWidth()

    def columns() -> set[int]:
        grid = points._grid
        cells = (grid.getItemPosition(grid.indexOf(one)) for one in points._points)
        return {cast("tuple[int, int, int, int]", cell)[1] for cell in cells}

    points.fit_to(100 * letters)
    assert columns() == {0, 1}
    points.fit_to(10 * letters)
    assert columns() == {0}


def test_height_to_spare_stands_below_the_list(qtbot: QtBot) -> None:
    points = Points(("Satu.", "Dua."), small_context())
    qtbot.addWidget(points)
    points.resize(400, 10 * points.sizeHint().height())
    points.show()
    first, second = points._points
    assert first.height() < 2 * first.sizeHint().height()
    assert second.y() < points.height() / 2
