"""The player on a device that makes no sound; miniaudio has one for this."""

import subprocess
import sys
import time
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jknassist.system.sound import device
from jknassist.system.sound.device import DevicePlayer, has_device
from jknassist.system.sound.player import LEVELS, NoSoundError
from tests.conftest import SLOWEST
from tests.support.tones import tone


@pytest.fixture
def player() -> Iterator[DevicePlayer]:
    made = DevicePlayer(backends=("NULL",))
    yield made
    made.close()


def wait_for(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + SLOWEST
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_a_sound_is_played_to_its_end(player: DevicePlayer) -> None:
    assert not player.is_playing
    player.play(tone(0.1))
    assert player.is_playing
    wait_for(lambda: not player.is_playing)
    assert not player.is_lost


def test_a_stop_ends_it(player: DevicePlayer) -> None:
    player.play(tone(60))
    player.stop()
    assert not player.is_playing
    assert player._next(100) == b"", "what the device asks for now is silence"


def test_what_is_played_now_takes_the_place_of_what_was(player: DevicePlayer) -> None:
    """S5: never two sounds at once."""
    player.play(tone(60))
    second = tone(0.05, level=3)
    player.play(second)
    assert player._samples is second
    wait_for(lambda: not player.is_playing)


def test_a_pause_keeps_the_place(player: DevicePlayer) -> None:
    player.play(tone(60))
    wait_for(lambda: player._at > 0)
    player.pause()
    at = player._at
    assert player._next(100) == b""
    assert player._at in {at, player._at}
    assert player.is_playing
    player._asked_at -= 100
    assert not player.is_lost, "a pause of minutes is no lost device"
    player.resume()
    wait_for(lambda: player._at > at)


def test_a_device_that_rests_asks_for_nothing_and_a_pause_goes_on_where_it_was(
    player: DevicePlayer,
) -> None:
    player.play(tone(60))
    wait_for(lambda: player._at > 0)
    player.pause()
    player.rest()
    assert player._device is None
    assert player.is_playing, "there is more to be heard"
    at = player._at
    player.resume()
    wait_for(lambda: player._at > at)
    player.stop()
    player.rest()
    player.resume()
    assert player._device is None, "there is nothing to go on with"
    player.play(tone(0.05))
    wait_for(lambda: not player.is_playing)


def test_softer_samples_are_smaller(player: DevicePlayer) -> None:
    player._samples = array("h", [1000, -1000])
    player.set_volume(LEVELS - 1)
    assert array("h", player._next(2)) == array("h", [500, -500])
    player._at = 0
    player.set_volume(LEVELS)
    assert array("h", player._next(2)) == array("h", [1000, -1000])


def test_a_device_that_asks_for_nothing_is_lost_and_can_be_opened_again(
    player: DevicePlayer,
) -> None:
    player.play(tone(60))
    player._device.stop()
    player._asked_at -= 100
    assert player.is_lost
    player.close()
    assert not player.is_lost
    player.play(tone(0.05))
    wait_for(lambda: not player.is_playing)


def test_no_sound_system_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(device, "LINUX_BACKENDS", ())
    monkeypatch.setattr(sys, "platform", "linux")
    player = DevicePlayer()
    with pytest.raises(NoSoundError):
        player.play(tone(0.1))
    assert not player.is_playing


def test_a_sound_system_of_another_system_is_reported() -> None:
    player = DevicePlayer(backends=("COREAUDIO",) if sys.platform != "darwin" else ("WASAPI",))
    with pytest.raises(NoSoundError):
        player.play(tone(0.1))


def test_alsa_is_asked_only_where_there_is_a_card(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    cards = tmp_path / "cards"
    monkeypatch.setattr(device, "CARDS", cards)
    assert device._backends_here() == ("PULSEAUDIO",)
    cards.write_text("--- no soundcards ---\n")
    assert device._backends_here() == ("PULSEAUDIO",)
    cards.write_text(" 0 [PCH            ]: HDA-Intel - HDA Intel PCH\n")
    assert device._backends_here() == ("PULSEAUDIO", "ALSA")
    monkeypatch.setattr(sys, "platform", "win32")
    assert device._backends_here()[0] == "WASAPI"


ENDINGS = {
    "as it should": "",
    "by an error": "raise RuntimeError('boom')",
    "by exit": "sys.exit(3)",
    "with a fault on another thread": "threading.Thread(target=lambda: 1 / 0).start()",
    "with the player forgotten": "del player",
}


@pytest.mark.parametrize("last", ENDINGS.values(), ids=ENDINGS)
def test_the_process_ends_while_it_plays(last: str) -> None:
    """A device that is left open would keep Python from ending."""
    script = f"""
import sys, threading, time
from jknassist.system.sound.device import DevicePlayer
from tests.support.tones import tone
player = DevicePlayer(backends=("NULL",))
player.play(tone(60))
time.sleep(0.1)
print("playing", flush=True)
{last}
"""
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, capture_output=True, timeout=SLOWEST
    )
    assert done.stdout.strip() == b"playing"


def test_nothing_is_imported_before_a_sound_is_played() -> None:
    script = """
import sys
import jknassist.system.sound.device as device
player = device.DevicePlayer()
player.stop(); player.pause(); player.set_volume(3); player.close()
assert "miniaudio" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=SLOWEST)


def test_whether_there_is_a_device_can_be_told() -> None:
    assert has_device(("NULL",))
    assert not has_device(("COREAUDIO",)), "a system that this one does not have"
