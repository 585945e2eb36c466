from array import array

import pytest
from pytestqt.qtbot import QtBot

from jknassist.gui.speech.speech_queue import SpeechQueue
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
def queue(player: RecordingPlayer) -> SpeechQueue:
    return SpeechQueue(player, lambda text: SOUNDS.get(text, array("h")))


def test_texts_are_said_one_after_the_other(
    queue: SpeechQueue, player: RecordingPlayer, qtbot: QtBot
) -> None:
    begun: list[int] = []
    queue.begun.connect(begun.append)
    with qtbot.waitSignal(queue.ended):
        queue.say("abc")
    assert player.heard == ["a", "b", "c"]
    assert begun == [0, 1, 2]
    assert not queue.is_speaking
    assert not queue._timer.isActive(), "silence wakes nobody"


def test_what_cannot_be_heard_is_passed_over(
    queue: SpeechQueue, player: RecordingPlayer, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(queue.ended):
        queue.say(["?", "b", "?"])
    assert player.heard == ["b"]
    with qtbot.waitSignal(queue.ended):
        queue.say([])


def test_what_is_said_now_takes_the_place_of_what_was(
    queue: SpeechQueue, player: RecordingPlayer, qtbot: QtBot
) -> None:
    player.holds = True
    queue.say("ab")
    queue.say("c")
    player.holds = False
    qtbot.waitUntil(lambda: not queue.is_speaking)
    assert player.heard == ["a", "c"]


def test_a_stop_ends_it_at_once(queue: SpeechQueue, player: RecordingPlayer, qtbot: QtBot) -> None:
    player.holds = True
    queue.say("ab")
    with qtbot.waitSignal(queue.ended):
        queue.stop()
    assert player.calls[-1] == "stop"
    assert not queue.is_speaking
    with qtbot.assertNotEmitted(queue.ended):
        queue.stop()


def test_a_pause_waits_and_goes_on(
    queue: SpeechQueue, player: RecordingPlayer, qtbot: QtBot
) -> None:
    player.holds = True
    queue.say("ab")
    queue.pause()
    assert queue.is_paused
    assert queue.is_speaking
    assert not queue._timer.isActive()
    queue.pause()
    assert not queue.is_paused
    assert player.calls[-2:] == ["pause", "resume"]
    player.holds = False
    qtbot.waitUntil(lambda: player.heard == ["a", "b"])
    queue.stop()
    queue.pause()
    assert not queue.is_paused, "there is nothing to wait for"


def test_louder_and_softer_within_bounds(queue: SpeechQueue, player: RecordingPlayer) -> None:
    assert player.level == FIRST_LEVEL
    assert queue.change_level(1)
    assert not queue.change_level(1)
    assert player.level == LEVELS
    for _ in range(LEVELS + 3):
        queue.change_level(-1)
    assert player.level == 1
    queue.close()
    assert player.level == FIRST_LEVEL
    assert player.closed == 1


def test_a_device_that_went_away_is_opened_again_and_the_text_said_once_more(
    queue: SpeechQueue, player: RecordingPlayer, qtbot: QtBot
) -> None:
    player.holds = True
    queue.say("ab")
    player.lost = True
    qtbot.waitUntil(lambda: player.heard == ["a", "a"])
    assert player.closed == 1
    player.holds = False
    qtbot.waitUntil(lambda: player.heard == ["a", "a", "b"])


def test_no_device_is_reported_once(
    queue: SpeechQueue, player: RecordingPlayer, qtbot: QtBot
) -> None:
    player.broken = True
    with qtbot.waitSignal(queue.failed):
        queue.say("ab")
    assert not queue.is_speaking


def test_after_a_text_that_waits_it_goes_on_only_when_asked(
    queue: SpeechQueue, player: RecordingPlayer, qtbot: QtBot
) -> None:
    """L9 and S19: while it waits nothing sounds."""
    with qtbot.waitSignal(queue.waiting):
        queue.say("abc", {0, 2})
    assert queue.is_waiting
    assert queue.is_speaking
    assert not queue.is_sounding
    assert not queue._timer.isActive(), "silence wakes nobody"
    queue.pause()
    assert not queue.is_paused, "it is silent already"
    assert player.heard == ["a"]
    with qtbot.waitSignal(queue.ended):
        queue.go_on()
    assert player.heard == ["a", "b", "c"], "after the last one there is nothing to wait with"
    queue.go_on()
    assert player.heard == ["a", "b", "c"]


def test_after_a_silence_the_device_is_closed(
    queue: SpeechQueue, player: RecordingPlayer, qtbot: QtBot
) -> None:
    """S20: an open device would wake the processor fifty times a second."""
    queue._rest.setInterval(10)
    player.holds = True
    queue.say("ab", {0})
    assert not queue._rest.isActive(), "something is heard"
    queue.pause()
    qtbot.waitUntil(lambda: player.calls[-1] == "rest")
    queue.pause()
    assert player.calls[-1] == "resume"
    player.holds = False
    qtbot.waitUntil(lambda: queue.is_waiting and player.calls[-1] == "rest")
    queue.go_on()
    qtbot.waitUntil(lambda: not queue.is_speaking and player.calls[-1] == "rest")
    assert not queue._rest.isActive(), "one closing is enough"
    queue.say("a")
    queue.stop()
    assert queue._rest.isActive()
    queue.close()
    assert not queue._rest.isActive()


def test_a_device_that_went_away_in_a_pause_is_reported(
    queue: SpeechQueue, player: RecordingPlayer, qtbot: QtBot
) -> None:
    player.holds = True
    queue.say("ab")
    queue.pause()
    player.broken = True
    with qtbot.waitSignal(queue.failed):
        queue.pause()
    assert not queue.is_speaking
