"""The bundled typeface: on every page and sheet no letter comes from another font."""

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tools import page_tour

from jknassist.content import loader
from jknassist.content.resources import ResourceError, read
from jknassist.core.export.print_document import print_document
from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import summarise
from jknassist.core.paper import Paper
from jknassist.gui.main_window import MainWindow
from jknassist.gui.printing import render
from jknassist.gui.printing.draw_items import TextPiece
from jknassist.gui.printing.paper_formats import FORMS
from jknassist.gui.qt import typeface
from jknassist.gui.qt.application import make_application
from jknassist.gui.style.scaling import CAPITAL, Screen
from jknassist.gui.style.theme import theme_for
from tests.support.page_faults import said, shown_in

LAPTOP = Screen(width=1366, height=768)
ONE = {typeface.FAMILY}


def families(layout: QTextLayout) -> set[str]:
    """Return the families that Qt takes the letters of a laid out text from."""
    return {run.rawFont().familyName() for run in layout.glyphRuns()}


def families_of(text: str, font: QFont) -> set[str]:
    layout = QTextLayout(text, font)
    layout.beginLayout()
    while layout.createLine().isValid():
        pass
    layout.endLayout()
    return families(layout)


def strangers(window: MainWindow) -> list[str]:
    """Return the texts that stand on the screen with a letter of another font."""
    words = [
        one for one in shown_in(window) if isinstance(one, QLabel | QAbstractButton | QLineEdit)
    ]
    return [said(one) for one in words if said(one) and families_of(said(one), one.font()) != ONE]


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("kiosk", [False, pytest.param(True, marks=pytest.mark.release)])
def test_no_letter_of_a_page_comes_from_another_font(*, kiosk: bool) -> None:
    window = page_tour.open_window(theme_for(LAPTOP, kiosk=kiosk), (1366, 768), kiosk=kiosk)
    window.setUpdatesEnabled(False)  # it is measured, not looked at
    found = {name: strangers(window) for name in page_tour.stops(window)}
    window.close()
    window.deleteLater()
    assert len(found) > 60
    assert {name: texts for name, texts in found.items() if texts} == {}


@pytest.mark.parametrize("paper", list(Paper))
def test_no_letter_on_paper_comes_from_another_font(paper: Paper, qtbot: QtBot) -> None:
    assert qtbot
    make_application()
    knowledge = loader.knowledge_of(None)
    for outcome in knowledge.outcomes:
        document = print_document(summarise(knowledge, outcome, Session()), paper)
        laid, _ = render.on_page(document, FORMS[paper], 203)
        texts = [piece for page in laid.pages for piece in page if isinstance(piece, TextPiece)]
        assert texts
        assert {name for piece in texts for name in families(piece.layout)} == ONE


def test_every_character_of_both_languages_has_a_glyph(qapp: QApplication) -> None:
    assert qapp
    metrics = QFontMetricsF(QFont(typeface.FAMILY))
    texts = "".join(read(name).decode() for name in ("knowledge.yaml", "knowledge.en.yaml"))
    lacking = {
        sign for sign in set(texts) if sign.isprintable() and not metrics.inFontUcs4(ord(sign))
    }
    assert lacking == set()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("bold", [False, True])
def test_all_digits_are_equally_wide_and_capitals_as_tall_as_the_rule_says(*, bold: bool) -> None:
    font = QFont(typeface.FAMILY)
    font.setPixelSize(1000)
    font.setBold(bold)
    metrics = QFontMetricsF(font)
    assert QFontInfo(font).family() == typeface.FAMILY
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1
    assert metrics.capHeight() >= 1000 * CAPITAL
    assert metrics.height() == pytest.approx(1200, abs=2)


def test_a_missing_face_is_left_out(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> None:
    assert qapp

    def gone(name: str) -> bytes:
        raise ResourceError(name)

    monkeypatch.setattr(typeface, "read", gone)
    assert typeface.load_typeface().family() == typeface.FAMILY
