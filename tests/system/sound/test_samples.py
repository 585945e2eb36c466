import io
import math
import wave
from array import array

import pytest

from jknassist.system.sound.samples import RATE, Samples, SoundError, decoded, rate_of
from tests.support.tones import tone, wav


def test_a_wav_becomes_samples_in_the_rate_of_the_player() -> None:
    sound = decoded(wav(tone(0.5)))
    assert sound.seconds == pytest.approx(0.5, abs=0.01)
    assert not sound.is_silent
    assert not sound.is_clipped
    again = decoded(wav(tone(0.5, rate=44_100), rate=44_100))
    assert again.seconds == pytest.approx(0.5, abs=0.01)
    assert rate_of(wav(tone(0.1), rate=44_100)) == 44_100


def test_two_channels_become_one() -> None:
    told = io.BytesIO()
    with wave.open(told, "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(array("h", [1000, 1000] * RATE).tobytes())
    assert decoded(told.getvalue()).seconds == pytest.approx(1.0, abs=0.01)


def test_silence_and_clipping_are_heard() -> None:
    assert Samples(array("h")).is_silent
    assert Samples(array("h", [0, 200, -200] * 100)).is_silent
    assert not Samples(array("h", [0, 5000])).is_silent
    assert Samples(array("h", [0, 32767, 32767, 32767, -32768, 0])).is_clipped
    assert not Samples(array("h", [32767, 0] * 100)).is_clipped
    loud = array(
        "h", (round(max(-32768, min(32767, 60_000 * math.sin(i / 20)))) for i in range(900))
    )
    assert Samples(loud).is_clipped


@pytest.mark.parametrize("data", [b"", b"RIFF", b"OggS", b"no sound at all" * 100])
def test_what_is_no_sound_is_refused(data: bytes) -> None:
    with pytest.raises(SoundError):
        decoded(data)
    with pytest.raises(SoundError):
        rate_of(data)
