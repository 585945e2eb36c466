"""A clip's bytes become samples; the decoder is imported when the first one is."""

from array import array
from dataclasses import dataclass

RATE = 16_000
"""Samples a second of every clip."""

FULL = 32_767
CLIPPED_RUN = 4
"""So many samples in a row at full scale are a clipped peak."""

SILENT_PEAK = 650
"""About -34 dB: what is never louder is noise of a room."""


class SoundError(Exception):
    """A clip cannot be decoded."""


@dataclass(frozen=True)
class Samples:
    """The sound of a clip: 16 bits, one channel."""

    values: "array[int]"

    @property
    def seconds(self) -> float:
        """How long it sounds."""
        return len(self.values) / RATE

    @property
    def is_silent(self) -> bool:
        """Whether nothing can be heard in it."""
        return not self.values or max(map(abs, self.values)) < SILENT_PEAK

    @property
    def is_clipped(self) -> bool:
        """Whether it was recorded too loud: peaks are cut off."""
        run = 0
        for value in self.values:
            run = run + 1 if abs(value) >= FULL else 0
            if run == CLIPPED_RUN:
                return True
        return False


def decoded(data: bytes) -> Samples:
    """Return the samples of an Ogg Vorbis or WAV file in the rate of the player."""
    import miniaudio  # noqa: PLC0415

    try:
        sound = miniaudio.decode(data, nchannels=1, sample_rate=RATE)
    except miniaudio.MiniaudioError as error:
        raise SoundError(str(error)) from error
    return Samples(sound.samples)


def rate_of(data: bytes) -> int:
    """Return the sample rate that a file is written in."""
    import miniaudio  # noqa: PLC0415

    try:
        info = (
            miniaudio.wav_get_info(data) if data[:4] == b"RIFF" else miniaudio.vorbis_get_info(data)
        )
    except miniaudio.MiniaudioError as error:
        raise SoundError(str(error)) from error
    return int(info.sample_rate)
