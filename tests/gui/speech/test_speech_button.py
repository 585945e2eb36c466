"""The button that reads a page: its name, its state, and the colours of the theme."""

from dataclasses import replace

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from jknassist.content import loader
from jknassist.gui.speech.speech_button import SpeechButton
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import DARK, LIGHT
from tests.support.small_context import small_context


def made(qtbot: QtBot) -> tuple[SpeechButton, SvgIcons]:
    icons = SvgIcons(loader.picture, LIGHT)
    pressed = SpeechButton(replace(small_context(), icons=icons))
    qtbot.addWidget(pressed)
    return pressed, icons


def test_it_shows_and_says_what_a_press_does(qtbot: QtBot) -> None:
    pressed, _ = made(qtbot)
    words = small_context().words
    silent = pressed.grab().toImage()
    assert pressed.accessibleName() == words.speech_listen
    pressed.show_state(on=True)
    assert pressed.isChecked()
    assert pressed.accessibleName() == words.speech_off
    assert pressed.grab().toImage() != silent, "a square in place of the loudspeaker"


def test_it_is_round_filled_with_the_colour_of_the_voice_and_not_cut(qtbot: QtBot) -> None:
    pressed, icons = made(qtbot)
    circle = pressed.circle()
    assert pressed.rect().toRectF().contains(circle)
    assert min(pressed.width(), pressed.height()) >= small_context().theme.target
    below = QPoint(round(circle.center().x()), round(circle.bottom()) - 4)
    assert pressed.grab().toImage().pixelColor(below).name().upper() == LIGHT.mark
    icons.apply_theme(DARK)
    lip = below + QPoint(0, 6)
    assert pressed.grab().toImage().pixelColor(lip).name().upper() == DARK.mark_lip
