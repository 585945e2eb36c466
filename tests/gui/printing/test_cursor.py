"""The cursor of the paper layout: space, page breaks, and wrapped text in printer pixels."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from jknassist.core.export.print_document import Role
from jknassist.core.paper import Paper
from jknassist.gui.printing.cursor import Cursor, height_of, natural_width, wrapped
from jknassist.gui.printing.draw_items import BoxPiece
from jknassist.gui.printing.paper_formats import FORMS


def cursor(length: int | None = 100, closer: float = 1.0) -> Cursor:
    form = FORMS[Paper.A4]
    return Cursor(form=form, dpi=72, width=200, length=length, font_scale=1.0, closer=closer)


BOX = BoxPiece(left=0, top=0, width=1, height=1, line=1)


def test_the_first_thing_on_a_page_has_no_space_above() -> None:
    page = cursor(closer=0.5)
    assert page.reserve(10, 20) == 0
    page.put(BOX)
    assert page.reserve(10, 20) == 25


def test_what_does_not_fit_begins_a_new_page_and_a_roll_has_no_end() -> None:
    for length, pages in ((100, 2), (None, 1)):
        page = cursor(length)
        page.reserve(0, 90)
        page.put(BOX)
        page.reserve(0, 20)
        page.put(BOX)
        assert len(page.pages) == pages


def test_the_first_contact_stands_out_only_where_there_is_room() -> None:
    sizes = FORMS[Paper.A4].types
    assert cursor(closer=1.0).font_style_of(Role.FIRST).size == sizes[Role.FIRST].size
    assert cursor(closer=0.0).font_style_of(Role.FIRST).size == sizes[Role.NUMBER].size


def test_text_is_wrapped_and_set_at_the_side_that_is_asked_for(qapp: QApplication) -> None:
    assert qapp is not None
    page = cursor()
    kind = page.font_style_of(Role.BODY)
    one, many = wrapped(page, "kata", kind, 200), wrapped(page, "kata " * 30, kind, 200)
    assert many.lineCount() > one.lineCount() == 1
    assert height_of(many) == pytest.approx(height_of(one) * many.lineCount())
    right = wrapped(page, "kata", kind, 200, Qt.AlignmentFlag.AlignRight)
    assert right.lineAt(0).naturalTextRect().right() == pytest.approx(200, abs=1)
    assert natural_width(one) == pytest.approx(one.lineAt(0).naturalTextWidth(), abs=1)
