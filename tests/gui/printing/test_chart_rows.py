"""Charts and tables on paper: bars as long as their shares, figures at one right edge, no cut."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from jknassist.core.export.statistics_document import statistics_document
from jknassist.core.paper import Paper
from jknassist.gui.printing import render
from jknassist.gui.printing.draw_items import ShareBarPiece, TextPiece
from jknassist.gui.printing.layout import DocumentLayout
from jknassist.gui.printing.paper_formats import FORMS
from tests.support.counting import statistics_of
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
DAY = date(2026, 11, 2)
EVENTS = [
    *[("outcome", "pulsa_habis")] * 10,
    *[("solved", "pulsa_habis")] * 5,
    *[("outcome", "salah_ketik")] * 5,
    ("left", "mulai"),
]


def laid_out(paper: Paper, outcomes: int = 0) -> DocumentLayout:
    days = {
        DAY: EVENTS,
        DAY + timedelta(days=1): [("outcome", f"akhir_{n}") for n in range(outcomes)],
    }
    document = statistics_document(statistics_of(days), KNOWLEDGE, paper, DAY)
    return render.on_page(document, FORMS[paper], 203)[0]


@pytest.mark.parametrize("paper", Paper)
def test_bars_are_as_long_as_their_shares(qapp: QApplication, paper: Paper) -> None:
    assert qapp is not None
    (pieces,) = laid_out(paper).pages
    bars = [piece for piece in pieces if isinstance(piece, ShareBarPiece)]
    first, second = bars[:2]
    assert second.width == pytest.approx(first.width / 2)
    assert (first.filled, second.filled) == (0.5, 0)
    assert [bool(bar.hatching) for bar in bars] == [False, False, False, True]


@pytest.mark.parametrize("paper", Paper)
def test_no_text_touches_a_bar_or_the_edge(qapp: QApplication, paper: Paper) -> None:
    assert qapp is not None
    laid = laid_out(paper, outcomes=60)
    for pieces in laid.pages:
        bars = [piece for piece in pieces if isinstance(piece, ShareBarPiece)]
        for text in (piece for piece in pieces if isinstance(piece, TextPiece)):
            box = text.layout.boundingRect().translated(text.left, text.top)
            assert box.left() >= 0
            assert text.left + max_line(text) <= laid.width + 1
            for bar in bars:
                beside = text.left >= bar.left + bar.width or text.left + max_line(text) <= bar.left
                apart = box.bottom() <= bar.top + 1 or box.top() >= bar.top + bar.height - 1
                assert beside or apart


def max_line(text: TextPiece) -> float:
    lines = (text.layout.lineAt(n) for n in range(text.layout.lineCount()))
    return max((line.x() + line.naturalTextWidth() for line in lines), default=0.0)


@pytest.mark.parametrize("paper", [Paper.ROLL_80, Paper.ROLL_58])
def test_a_roll_has_it_in_one_bit(qapp: QApplication, paper: Paper) -> None:
    assert qapp is not None
    document = statistics_document(statistics_of({DAY: EVENTS}), KNOWLEDGE, paper, DAY)
    image = render.receipt(document)
    assert {image.color(0) & 0xFFFFFF, image.color(1) & 0xFFFFFF} == {0x000000, 0xFFFFFF}
    bar = next(p for p in laid_out(paper).pages[0] if isinstance(p, ShareBarPiece))
    middle = round(bar.top + bar.height / 2)
    filled, empty = bar.left + bar.width / 4, bar.left + bar.width * 3 / 4
    assert image.pixelColor(round(filled), middle).lightness() == 0
    assert image.pixelColor(round(empty), middle).lightness() == 255
