from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from jknassist.gui.speech.voice_switch import VoiceSwitch
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.palette import DARK, LIGHT
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import theme_for
from tests.support.small_context import small_context

CONTEXT = small_context()


def painted(made: VoiceSwitch) -> QImage:
    return made.grab().toImage()


def test_it_tells_by_words_and_picture_whether_it_is_on(qtbot: QtBot) -> None:
    """S16: nobody needs to hear, or to tell colours apart."""
    on, off = (VoiceSwitch(CONTEXT, on=state) for state in (True, False))
    for made in (on, off):
        qtbot.addWidget(made)
        made.resize(400, 80)
    assert on.accessibleName() == CONTEXT.words.speech_on_first
    assert off.accessibleName() == CONTEXT.words.speech_off_first
    assert painted(on) != painted(off)
    on.setDown(True)
    assert not painted(on).isNull()


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_it_is_as_large_as_a_finger_needs(palette: object, qtbot: QtBot) -> None:
    theme = theme_for(Screen(width=1366, height=768), kiosk=True)
    CONTEXT.icons.palette = palette  # type: ignore[assignment]
    made = VoiceSwitch(replace(CONTEXT, active_theme=ActiveTheme(theme)), on=True)
    qtbot.addWidget(made)
    assert made.sizeHint().height() >= theme.target
    words = made.fontMetrics().horizontalAdvance(made.words)
    assert made.minimumSizeHint().width() > words + theme.target
