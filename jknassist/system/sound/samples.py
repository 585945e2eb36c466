"""Decodes clips into samples; the decoder is imported on first use."""

from array import array
from dataclasses import dataclass

RATE = 16_000
"""Sample rate of every clip in hertz."""

FULL = 32_767
CLIPPED_RUN = 4
"""Minimum consecutive samples at full scale that count as clipping."""

SILENT_PEAK = 650
"""About -34 dB; a clip that is never louder is background noise."""


class SoundError(Exception):
    """A clip cannot be decoded."""


@dataclass(frozen=True)
class Samples:
    """Samples of a clip: 16 bits, mono."""

    values: "array[int]"

    @property
    def seconds(self) -> float:
        """The duration in seconds."""
        return len(self.values) / RATE

    @property
    def is_silent(self) -> bool:
        """Whether the clip is silent."""
        return not self.values or max(map(abs, self.values)) < SILENT_PEAK

    @property
    def is_clipped(self) -> bool:
        """Whether the recording is clipped."""
        run = 0
        for value in self.values:
            run = run + 1 if abs(value) >= FULL else 0
            if run == CLIPPED_RUN:
                return True
        return False


def decoded(data: bytes) -> Samples:
    """Decode an Ogg Vorbis or WAV file and resample it to RATE."""
    import miniaudio  # noqa: PLC0415

    try:
        sound = miniaudio.decode(data, nchannels=1, sample_rate=RATE)
    except miniaudio.MiniaudioError as error:
        raise SoundError(str(error)) from error
    return Samples(sound.samples)


def rate_of(data: bytes) -> int:
    """Return the sample rate of a file."""
    import miniaudio  # noqa: PLC0415

    try:
        info = (
            miniaudio.wav_get_info(data) if data[:4] == b"RIFF" else miniaudio.vorbis_get_info(data)
        )
    except miniaudio.MiniaudioError as error:
        raise SoundError(str(error)) from error
    return int(info.sample_rate)
