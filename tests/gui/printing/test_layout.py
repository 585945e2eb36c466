"""Receipts: black or white dots, printable width, no line thinner than can be printed."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from jknassist.core.export.print_document import ContactEntry, print_document
from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import Summary, summarise
from jknassist.core.paper import Paper
from jknassist.gui.printing import layout, render
from jknassist.gui.printing.draw_items import BoxPiece, PicturePiece, TextPiece
from jknassist.gui.printing.paper_formats import FORMS, pixels
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
ROLLS = pytest.mark.parametrize(("paper", "reach"), [(Paper.ROLL_80, 576), (Paper.ROLL_58, 384)])


@pytest.fixture
def summary(qapp: QApplication) -> Summary:
    assert qapp is not None
    return summarise(KNOWLEDGE, KNOWLEDGE.outcomes[0], Session())


@ROLLS
def test_a_receipt_is_one_bit_and_as_wide_as_the_printer_reaches(
    summary: Summary, paper: Paper, reach: int
) -> None:
    image = render.receipt(print_document(summary, paper))
    assert image.format() == QImage.Format.Format_Mono
    assert image.width() == reach
    colours = {image.color(0) & 0xFFFFFF, image.color(1) & 0xFFFFFF}
    assert colours == {0x000000, 0xFFFFFF}


@ROLLS
def test_a_long_word_is_broken_and_not_cut(summary: Summary, paper: Paper, reach: int) -> None:
    long = replace(summary, cause="Gangguan" * 40, title="X" * 90)
    laid, _ = render.on_page(print_document(long, paper), FORMS[paper], 203)
    for piece in laid.pages[0]:
        layout = getattr(piece, "layout", None)
        if layout is not None:
            assert layout.maximumWidth() == 0 or all(
                layout.lineAt(n).naturalTextWidth() <= reach for n in range(layout.lineCount())
            )


@ROLLS
def test_a_printer_of_other_resolution_gets_the_same_size(
    summary: Summary, paper: Paper, reach: int
) -> None:
    image = render.receipt(print_document(summary, paper), 180.0)
    assert image.width() == pytest.approx(reach * 180 / 203, abs=1)


def test_no_line_is_thinner_than_three_dots() -> None:
    assert round(layout.RULE_THICK / 72 * 203) >= 3
    assert pixels(25.4, 203) == 203


@pytest.mark.parametrize("paper", Paper)
def test_each_step_has_its_picture_on_paper(summary: Summary, paper: Paper) -> None:
    form = FORMS[paper]
    laid, _ = render.on_page(print_document(summary, paper), form, 203)
    shown = [piece for page in laid.pages for piece in page if isinstance(piece, PicturePiece)]
    names = [piece.name for piece in shown]
    assert [name for name in names if name in summary.pictures] == list(summary.pictures)
    assert "jangan_beri_kode" in names, "the safety line has one too"
    for piece in shown:
        large = paper is Paper.A4 and piece.name in summary.pictures
        mm = layout.STEP_MM[0] if large else form.picture_mm
        assert piece.side == pytest.approx(pixels(mm, 203), rel=0.35)
        assert piece.left + piece.side < laid.width / 2


def step_sides(summary: Summary) -> list[float]:
    laid, _ = render.on_page(print_document(summary, Paper.A4), FORMS[Paper.A4], 100)
    (page,) = laid.pages
    steps = [piece for piece in page if isinstance(piece, PicturePiece)]
    return [piece.side / 100 * 25.4 for piece in steps if piece.name in summary.pictures]


def test_pictures_of_steps_are_large_where_a_page_has_room_and_give_way_before_it_is_two(
    summary: Summary,
) -> None:
    assert step_sides(summary) == pytest.approx(
        [layout.STEP_MM[0]] * len(summary.pictures), abs=0.2
    )
    full = replace(summary, cause="Gangguan. " * 240)
    assert 0 < max(step_sides(full)) < layout.STEP_MM[0]


def test_a_step_without_a_picture_takes_the_whole_width(summary: Summary) -> None:
    bare = replace(summary, pictures=(), picture="", safety="")
    laid, _ = render.on_page(print_document(bare, Paper.ROLL_58), FORMS[Paper.ROLL_58], 203)
    assert not any(isinstance(piece, PicturePiece) for page in laid.pages for piece in page)


def test_the_first_contact_stands_out_on_paper(summary: Summary) -> None:
    first, *others = [
        block
        for block in print_document(summary, Paper.ROLL_80).blocks
        if isinstance(block, ContactEntry)
    ]
    assert first.first
    assert not any(other.first for other in others)


@pytest.mark.parametrize("paper", Paper)
def test_a_line_stands_above_each_step_with_a_picture_and_touches_none(
    summary: Summary, paper: Paper
) -> None:
    laid, _ = render.on_page(print_document(summary, paper), FORMS[paper], 203)
    pieces = laid.pages[0]
    steps = [p for p in pieces if isinstance(p, PicturePiece) and p.name in summary.pictures]
    lines = [p for p in pieces if isinstance(p, BoxPiece) and p.height == p.line]
    assert len(steps) > 1
    tops = [step.top for step in steps]
    for above, step in zip([0.0, *tops], steps, strict=False):
        between = [one for one in lines if above <= one.top < step.top]
        assert len(between) == 1
        assert between[0].width == laid.width
        assert between[0].top + between[0].height <= step.top
    written = [p for p in pieces if isinstance(p, TextPiece)]
    for line in lines:
        assert not any(
            text.top < line.top + line.height
            and text.top + text.layout.boundingRect().height() > line.top
            for text in written
        )
