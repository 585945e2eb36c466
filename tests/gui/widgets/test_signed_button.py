"""A sign takes room beside the words, has their colour, and moves nothing when it changes."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from jknassist.content import resources
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.style.signs import Sign
from jknassist.gui.style.theme import Theme, style_sheet
from jknassist.gui.widgets.factories import button
from jknassist.gui.widgets.wrapping_button import WrappingButton


def shown(qtbot: QtBot, text: str, sign: Sign | None, name: str = "") -> WrappingButton:
    made = button(text, name)
    made.set_sign(sign)
    made.setStyleSheet(style_sheet(resources.read("theme.qss").decode(), Theme()))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def counted(made: WrappingButton, colour: str) -> int:
    image = made.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("I")
    return sum(pixel & 0xFFFFFF == int(colour[1:], 16) for pixel in pixels)


def test_a_sign_takes_its_width_from_the_words(qtbot: QtBot) -> None:
    plain, signed = (shown(qtbot, "Turunkan tombol", sign) for sign in (None, Sign.DOWN))
    wider = signed.sizeHint().width() - plain.sizeHint().width()
    assert wider == pytest.approx(signed.sign_width(), abs=1)  # Qt rounds by the alignment
    assert signed.sizeHint().height() == plain.sizeHint().height()
    assert signed.smallest().width() > plain.smallest().width()


def test_words_and_sign_have_one_colour_also_while_chosen(qtbot: QtBot) -> None:
    made = shown(qtbot, "Gelap", Sign.DARK)
    before = counted(made, LIGHT.accent)
    made.set_sign(None)
    assert 0 < counted(made, LIGHT.accent) < before
    made.set_sign(Sign.CHECK)
    made.setCheckable(True)
    made.setChecked(True)
    assert made.words_colour().name().upper() == LIGHT.on_accent
    assert counted(made, LIGHT.on_accent) > 50
    made.setEnabled(False)
    assert made.words_colour().name().upper() == LIGHT.disabled


def test_another_sign_moves_nothing(qtbot: QtBot) -> None:
    made = shown(qtbot, "Sentuh layar", Sign.TOUCH, "start")
    size = made.sizeHint()
    made.set_sign(Sign.TOUCHED)
    assert made.sizeHint() == size


def test_a_sign_may_stand_behind_the_words(qtbot: QtBot) -> None:
    made = shown(qtbot, "Lanjut", Sign.CHECK)
    before = made.grab().toImage()
    made.set_sign(Sign.CHECK, last=True)
    assert made.grab().toImage() != before
    assert made.sizeHint().width() == made.width()
