from dataclasses import replace

from pytestqt.qtbot import QtBot

from jknassist.content import loader
from jknassist.gui.speech.speech_button import SpeechButton
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import DARK, LIGHT
from tests.gui.conftest import Visitor


def test_it_has_a_picture_and_says_what_a_press_does(visitor: Visitor, qtbot: QtBot) -> None:
    icons = SvgIcons(loader.picture, LIGHT)
    context = replace(visitor.window.context, icons=icons)
    made = SpeechButton(context)
    qtbot.addWidget(made)
    assert not made.icon().isNull()
    assert made.accessibleName() == context.words.speech_listen
    made.show_state(on=True)
    assert made.isChecked()
    assert made.accessibleName() == context.words.speech_off


def test_it_follows_the_colours(visitor: Visitor) -> None:
    icons = SvgIcons(loader.picture, LIGHT)
    made = SpeechButton(replace(visitor.window.context, icons=icons))
    made.setParent(visitor.window)
    made.show()
    before = made.icon().cacheKey()
    made.setStyleSheet("QPushButton { padding: 1px; }")
    assert made.icon().cacheKey() == before
    icons.apply_theme(DARK)
    made.setStyleSheet("QPushButton { padding: 2px; }")
    assert made.icon().cacheKey() != before
