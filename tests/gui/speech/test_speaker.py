from array import array

import pytest
from pytestqt.qtbot import QtBot

from jknassist.gui.speech.speaker import Speaker
from jknassist.system.sound.player import FIRST_LEVEL, LEVELS
from tests.support.recording_player import BASE, MARK, RecordingPlayer
from tests.support.small_knowledge import small_knowledge

SOUNDS = {text: array("h", [MARK, 0, index, 0]) for index, text in enumerate("abc")}


@pytest.fixture
def player() -> RecordingPlayer:
    made = RecordingPlayer(small_knowledge())
    made._spoken = ["a", "b", "c", *made._spoken]
    assert len(made._spoken) < BASE
    return made


@pytest.fixture
def speaker(player: RecordingPlayer) -> Speaker:
    return Speaker(player, lambda text: SOUNDS.get(text, array("h")))


def test_texts_are_said_one_after_the_other(
    speaker: Speaker, player: RecordingPlayer, qtbot: QtBot
) -> None:
    begun: list[int] = []
    speaker.begun.connect(begun.append)
    with qtbot.waitSignal(speaker.ended):
        speaker.say("abc")
    assert player.heard == ["a", "b", "c"]
    assert begun == [0, 1, 2]
    assert not speaker.is_speaking
    assert not speaker._timer.isActive(), "silence wakes nobody"


def test_what_cannot_be_heard_is_passed_over(
    speaker: Speaker, player: RecordingPlayer, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(speaker.ended):
        speaker.say(["?", "b", "?"])
    assert player.heard == ["b"]
    with qtbot.waitSignal(speaker.ended):
        speaker.say([])


def test_what_is_said_now_takes_the_place_of_what_was(
    speaker: Speaker, player: RecordingPlayer, qtbot: QtBot
) -> None:
    player.holds = True
    speaker.say("ab")
    speaker.say("c")
    player.holds = False
    qtbot.waitUntil(lambda: not speaker.is_speaking)
    assert player.heard == ["a", "c"]


def test_a_stop_ends_it_at_once(speaker: Speaker, player: RecordingPlayer, qtbot: QtBot) -> None:
    player.holds = True
    speaker.say("ab")
    with qtbot.waitSignal(speaker.ended):
        speaker.stop()
    assert player.calls[-1] == "stop"
    assert not speaker.is_speaking
    with qtbot.assertNotEmitted(speaker.ended):
        speaker.stop()


def test_a_pause_waits_and_goes_on(speaker: Speaker, player: RecordingPlayer, qtbot: QtBot) -> None:
    player.holds = True
    speaker.say("ab")
    speaker.pause()
    assert speaker.is_paused
    assert speaker.is_speaking
    assert not speaker._timer.isActive()
    speaker.pause()
    assert not speaker.is_paused
    assert player.calls[-2:] == ["pause", "resume"]
    player.holds = False
    qtbot.waitUntil(lambda: player.heard == ["a", "b"])
    speaker.stop()
    speaker.pause()
    assert not speaker.is_paused, "there is nothing to wait for"


def test_louder_and_softer_within_bounds(speaker: Speaker, player: RecordingPlayer) -> None:
    assert player.level == FIRST_LEVEL
    assert speaker.change_level(1)
    assert not speaker.change_level(1)
    assert player.level == LEVELS
    for _ in range(LEVELS + 3):
        speaker.change_level(-1)
    assert player.level == 1
    speaker.close()
    assert player.level == FIRST_LEVEL
    assert player.closed == 1


def test_a_device_that_went_away_is_opened_again_and_the_text_said_once_more(
    speaker: Speaker, player: RecordingPlayer, qtbot: QtBot
) -> None:
    player.holds = True
    speaker.say("ab")
    player.lost = True
    qtbot.waitUntil(lambda: player.heard == ["a", "a"])
    assert player.closed == 1
    player.holds = False
    qtbot.waitUntil(lambda: player.heard == ["a", "a", "b"])


def test_no_device_is_reported_once(
    speaker: Speaker, player: RecordingPlayer, qtbot: QtBot
) -> None:
    player.broken = True
    with qtbot.waitSignal(speaker.failed):
        speaker.say("ab")
    assert not speaker.is_speaking


def test_after_a_text_that_waits_it_goes_on_only_when_asked(
    speaker: Speaker, player: RecordingPlayer, qtbot: QtBot
) -> None:
    """L9 and S19: while it waits nothing sounds."""
    with qtbot.waitSignal(speaker.waiting):
        speaker.say("abc", {0, 2})
    assert speaker.is_waiting
    assert speaker.is_speaking
    assert not speaker.is_sounding
    assert not speaker._timer.isActive(), "silence wakes nobody"
    speaker.pause()
    assert not speaker.is_paused, "it is silent already"
    assert player.heard == ["a"]
    with qtbot.waitSignal(speaker.ended):
        speaker.go_on()
    assert player.heard == ["a", "b", "c"], "after the last one there is nothing to wait with"
    speaker.go_on()
    assert player.heard == ["a", "b", "c"]
