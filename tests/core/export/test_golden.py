"""Golden files: the text of each outcome on each paper; nothing is cut or too small."""

import io
import re

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from jknassist.core.export.print_document import print_document
from jknassist.core.flow.summary import Summary
from jknassist.core.paper import Paper
from jknassist.gui.printing import render
from jknassist.gui.printing.draw_items import BoxPiece, CodePiece, TextPiece
from jknassist.gui.printing.layout import DocumentLayout
from jknassist.gui.printing.paper_formats import FORMS
from jknassist.gui.qt.qr_painter import side_pixels
from tests.support import golden_texts
from tests.support.document_text import document_text

SUMMARIES = golden_texts.fullest_summaries(golden_texts.shipped())
EACH_ENDING = pytest.mark.parametrize("summary", SUMMARIES.values(), ids=SUMMARIES)
EACH_PAPER = pytest.mark.parametrize("paper", list(Paper))
EIGHTH = 8
SOME_ENDINGS = pytest.mark.parametrize(
    "summary",
    [
        pytest.param(summary, id=name, marks=[pytest.mark.release] if place % EIGHTH else [])
        for place, (name, summary) in enumerate(SUMMARIES.items())
    ],
)
"""Every eighth ending in each run and all of them before a release: reading a PDF back is slow."""

RENEW = "renew with: python -m tests.support.golden_texts, and look at the difference"


def test_there_is_a_text_for_each_ending_and_no_other() -> None:
    stored = {path.stem for path in golden_texts.FOLDER.glob("*.txt")}
    assert stored == set(SUMMARIES) == {one.id for one in golden_texts.shipped().outcomes}


@EACH_ENDING
def test_the_wording_is_the_reviewed_one(summary: Summary) -> None:
    stored = golden_texts.FOLDER / f"{summary.outcome_id}.txt"
    assert golden_texts.golden_text(summary) == stored.read_text(encoding="utf-8"), RENEW


@EACH_PAPER
@SOME_ENDINGS
def test_all_of_the_sheet_is_text_in_the_pdf_of_one_page(
    summary: Summary, paper: Paper, qapp: QApplication
) -> None:
    assert qapp is not None
    reader = PdfReader(io.BytesIO(render.as_pdf(print_document(summary, paper))))
    assert len(reader.pages) == 1
    printed = only_letters(reader.pages[0].extract_text())
    for line in document_text(print_document(summary, paper)).splitlines():
        wanted = re.sub(r"^\[QR .*?\] |^---$", "", line)
        assert only_letters(wanted) in printed


@EACH_PAPER
@EACH_ENDING
def test_nothing_leaves_the_paper(summary: Summary, paper: Paper, qapp: QApplication) -> None:
    assert qapp is not None
    laid = laid_out(summary, paper)
    (page,) = laid.pages
    for piece in page:
        match piece:
            case TextPiece(layout=layout, left=left, top=top):
                for number in range(layout.lineCount()):
                    line = layout.lineAt(number)
                    used = line.naturalTextRect()
                    assert left + used.left() >= 0
                    assert left + used.right() <= laid.width + 1
                    assert top + used.bottom() <= laid.height + 1
            case CodePiece(payload=payload, corner=(left, top), module=module):
                side = side_pixels(payload, module)
                assert 0 <= left <= laid.width - side
                assert 0 <= top <= laid.height - side
                assert side / laid.dpi * 25.4 >= 25
            case BoxPiece():
                assert piece.left >= 0
                assert piece.left + piece.width <= laid.width


@EACH_ENDING
def test_a4_needs_no_smaller_type_than_14_points(summary: Summary, qapp: QApplication) -> None:
    assert qapp is not None
    assert laid_out(summary, Paper.A4).font_scale >= 1.0


def laid_out(summary: Summary, paper: Paper) -> DocumentLayout:
    form = FORMS[paper]
    dpi = render.PDF_DPI if form.length_mm else 203
    return render.on_page(print_document(summary, paper), form, dpi)[0]


def only_letters(text: str) -> str:
    """Leave out where lines are broken, and the marks that allow or forbid it."""
    return re.sub(r"[\s\u200b\u2060]+", "", text)
