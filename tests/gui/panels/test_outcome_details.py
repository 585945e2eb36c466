"""What has no room on an ending of a public screen is one tap away from it."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jknassist.core.paper import Paper
from jknassist.gui.kiosk.front import kiosk_front
from jknassist.gui.main_window import MainWindow
from jknassist.gui.panels.information import GuidePanel, SourcesPanel
from jknassist.gui.panels.outcome_details import OutcomeDetailsPanel
from jknassist.gui.panels.review import ReviewPanel
from jknassist.gui.qt.clipboard import ClipboardWriter
from jknassist.gui.widgets.qr_code import QrCode
from tests.gui.conftest import Visitor
from tests.support.small_context import small_context


@pytest.fixture
def visitor(qtbot: QtBot, qapp: QApplication) -> Visitor:
    """Stand at an ending of a kiosk, with its panel opened."""
    front = kiosk_front("", Paper.A4)
    window = MainWindow(
        small_context(is_kiosk=front.is_kiosk), front, ClipboardWriter(qapp.clipboard())
    )
    qtbot.addWidget(window)
    window.show()
    visitor = Visitor(window, qtbot)
    visitor.choose("pulsa")
    visitor.press(window.context.words.other_contacts)
    return visitor


def test_every_contact_of_the_ending_can_be_scanned(visitor: Visitor) -> None:
    panel = visitor.window.panel
    assert isinstance(panel, OutcomeDetailsPanel)
    codes = [code.payload for code in panel.findChildren(QrCode)]
    assert codes == ["tel:165", "https://wa.me/6281234567890"]
    summary = visitor.window.summary
    assert summary is not None
    assert summary.sheet_line in visitor.texts()


def test_how_tos_answers_and_sources_are_reached_from_it(visitor: Visitor) -> None:
    window = visitor.window
    words = window.context.words
    guide = window.context.knowledge.guides[0].title
    for text, kind in (
        (guide, GuidePanel),
        (words.review, ReviewPanel),
        (words.sources_button, SourcesPanel),
    ):
        window.show_more_of_outcome()
        visitor.press(text)
        assert isinstance(window.panel, kind)
