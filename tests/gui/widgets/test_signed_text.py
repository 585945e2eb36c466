"""A paragraph behind its sign."""

from pytestqt.qtbot import QtBot

from jknassist.gui.style.signs import Sign
from jknassist.gui.widgets.sign import SignPicture
from jknassist.gui.widgets.signed_text import SignedText
from tests.support.small_context import small_context


def test_when_to_stop_stands_behind_a_clock(qtbot: QtBot) -> None:
    line = SignedText(Sign.CLOCK, "Berhenti dulu.", "limit", small_context())
    qtbot.addWidget(line)
    assert line.label.text() == "Berhenti dulu."
    assert len(line.findChildren(SignPicture)) == 1
