"""Measures of the paper formats."""

import pytest

from jknassist.core.export.print_document import Role
from jknassist.core.paper import Paper
from jknassist.gui.printing.paper_formats import FORMS, a4_page, roll_page


def test_the_page_of_a_roll_is_as_long_as_what_is_on_it() -> None:
    form = FORMS[Paper.ROLL_58]
    page = roll_page(form, 200.0).fullRect(roll_page(form, 200.0).Unit.Millimeter)
    assert page.width() == pytest.approx(58, abs=0.2)
    assert page.height() == pytest.approx(208, abs=0.3)
    short = roll_page(form, 10.0).fullRect(roll_page(form, 10.0).Unit.Millimeter)
    assert short.height() > short.width()


def test_a4_has_margins_of_15_millimetres_and_the_wished_type() -> None:
    margins = a4_page().margins()
    assert {margins.left(), margins.right(), margins.top(), margins.bottom()} == {15.0}
    types = FORMS[Paper.A4].types
    assert min(types[r].size for r in (Role.BODY, Role.ITEM, Role.WARNING, Role.LABEL)) >= 14
    assert min(types[r].size for r in (Role.NUMBER, Role.ADDRESS)) >= 18
