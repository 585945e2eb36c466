"""A button wraps its words rather than cut them, and stays as tall as they need."""

import pytest
from pytestqt.qtbot import QtBot

from jknassist.content import resources
from jknassist.gui.style.signs import Sign
from jknassist.gui.style.theme import Theme, style_sheet
from jknassist.gui.widgets.factories import button


@pytest.mark.parametrize("sign", [None, Sign.DOWN])
def test_it_grows_in_height_where_it_is_narrow(qtbot: QtBot, sign: Sign | None) -> None:
    made = button("Ada yang minta kode atau uang?")
    made.set_sign(sign)
    made.setStyleSheet(style_sheet(resources.read("theme.qss").decode(), Theme()))
    qtbot.addWidget(made)
    made.ensurePolished()
    whole = made.sizeHint()
    narrow = made.smallest().width()
    assert narrow < whole.width()
    assert made.heightForWidth(narrow) > made.heightForWidth(whole.width())
    assert made.has_one_line(whole.width())
    assert not made.has_one_line(narrow)
