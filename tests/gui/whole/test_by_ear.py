"""Journeys without a screen: four keys, and only the sound that was played."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jknassist.content.loader import knowledge_of
from jknassist.core.flow.graph import route_to
from jknassist.core.flow.model import Outcome
from jknassist.core.speech.forms import sentences, spoken_form
from jknassist.gui.main_window import MainWindow
from jknassist.gui.speech.controller import SpeechController
from tests.gui.conftest import Open
from tests.support.recording_player import RecordingPlayer, marked_pack

SHIPPED = knowledge_of(None)
MOST_TABS = 30
NOBODY = ("", "", "")


def routes() -> dict[str, list[tuple[str, str, str]]]:
    """Return by ending its questions, the first answer of each and the one to give; no typing."""
    found = {}
    for outcome in SHIPPED.outcomes:
        way = []
        for step_id, key in route_to(SHIPPED, outcome.id):
            step = SHIPPED.places[step_id]
            assert not isinstance(step, Outcome)
            texts = [answer.text for answer in step.answers if answer.id == key]
            first = step.answers[0].text
            way += [(step.title, first, text) for text in texts] or [NOBODY]
        if NOBODY not in way:
            found[outcome.id] = way
    return found


ROUTES = routes()
TEN = sorted(ROUTES, key=lambda name: -len(ROUTES[name]))[::4][:10]


def heard_forms(text: str) -> list[str]:
    return [spoken_form(sentence, "id") for sentence in sentences(text)]


class Blind:
    """Somebody with Tab, Enter and F2 who hears and does not see."""

    def __init__(self, window: MainWindow, player: RecordingPlayer, qtbot: QtBot) -> None:
        self._window = window
        self._player = player
        self._qtbot = qtbot

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._window, key)

    def waits_for(self, text: str) -> None:
        said = set(heard_forms(text))
        self._qtbot.waitUntil(lambda: said <= set(self._player.heard))

    def looks_for(self, text: str, first: str) -> None:
        """Go to the first answer by Tab, and from there on by an arrow, until one is heard."""
        self._goes(Qt.Key.Key_Tab, first)
        if text != first:
            self._goes(Qt.Key.Key_Down, text)

    def _goes(self, key: Qt.Key, text: str) -> None:
        said = heard_forms(text)[0]
        for _ in range(MOST_TABS):
            self._player.heard.clear()
            self.press(key)
            if self._player.heard[:1] == [said]:
                return
        raise AssertionError(f"never heard: {text}")

    def chooses(self) -> None:
        self.press(Qt.Key.Key_Return)
        self._player.heard.clear()
        self.press(Qt.Key.Key_Return)


@pytest.mark.parametrize("ending", TEN)
def test_every_ending_is_reached_by_ear(
    ending: str, open_window: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    """S1 and S17."""
    window = open_window(SHIPPED)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    player = RecordingPlayer(SHIPPED)
    pack = marked_pack(SHIPPED, tmp_path)
    voice = SpeechController(window, {pack.language: pack}.get, player)
    blind = Blind(window, player, qtbot)
    blind.press(Qt.Key.Key_F2)
    blind.waits_for(SHIPPED.words.speech_keys)
    for title, first, answer in ROUTES[ending]:
        blind.waits_for(title)
        blind.looks_for(answer, first)
        blind.chooses()
    outcome = SHIPPED.places[ending]
    blind.waits_for(SHIPPED.words.speech_staff)
    blind.waits_for(outcome.title)
    assert window.flow.place.id == ending
    assert voice.is_on
