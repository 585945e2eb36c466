"""Plays sound on the loudspeaker of the machine, by miniaudio.

The library is imported and the device opened when the first sound is played. A device that is left
open keeps Python from ending: it is closed when the interpreter ends, whatever ends it.
"""

import atexit
import sys
import time
from array import array
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

from jknassist.system.sound.player import LEVELS, NoSoundError, factor_of
from jknassist.system.sound.samples import RATE

PERIOD = 20
"""Milliseconds that the device asks for at once: so much is heard after a stop, twice or thrice."""

LOST_AFTER = 1.5
"""Seconds in which a device that plays asks for nothing: it was pulled out."""

CARDS = Path("/proc/asound/cards")

WINDOWS_BACKENDS = ("WASAPI", "DSOUND", "WINMM")
LINUX_BACKENDS = ("PULSEAUDIO", "ALSA")


class DevicePlayer:
    """The loudspeaker; `backends` are names of miniaudio, by default those of this system."""

    def __init__(self, backends: Sequence[str] = ()) -> None:
        self._backends = tuple(backends)
        self._device: Any = None
        self._samples: array[int] | None = None
        self._at = 0
        self._paused = False
        self._factor = factor_of(LEVELS)
        self._asked_at = 0.0
        atexit.register(self.close)

    def play(self, samples: "array[int]") -> None:
        """Play from now on, instead of whatever is heard; raise NoSoundError."""
        self._samples, self._at, self._paused = samples, 0, False
        self._asked_at = time.monotonic()
        if self._device is None:
            self._open()

    def stop(self) -> None:
        """Be silent within a tenth of a second; the device stays open for what comes next."""
        self._samples = None

    def pause(self) -> None:
        """Be silent, and keep the place."""
        self._paused = True

    def resume(self) -> None:
        """Go on at the place."""
        self._asked_at = time.monotonic()
        self._paused = False

    def set_volume(self, level: int) -> None:
        """Set how loud it is; it is heard at once."""
        self._factor = factor_of(level)

    @property
    def is_playing(self) -> bool:
        """Whether there is something left to be heard; a pause does not change it."""
        samples = self._samples
        return samples is not None and self._at < len(samples)

    @property
    def is_lost(self) -> bool:
        """Whether the device has gone while it had something to play."""
        silent_for = time.monotonic() - self._asked_at
        return self.is_playing and not self._paused and silent_for > LOST_AFTER

    def close(self) -> None:
        """Let go of the device; playing opens it again."""
        device, self._device = self._device, None
        self._samples = None
        if device is not None:
            device.close()

    def _open(self) -> None:
        """Open the device and have it ask for samples; raise NoSoundError."""
        import miniaudio  # noqa: PLC0415

        names = self._backends or _backends_here()
        try:
            if not names:
                raise NoSoundError
            device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE,
                buffersize_msec=PERIOD,
                backends=[miniaudio.Backend[name] for name in names],
                app_name="jknassist",
            )
            self._device = device
            frames = self._frames()
            next(frames)
            device.start(frames)
        except (miniaudio.MiniaudioError, NoSoundError) as error:
            self.close()
            raise NoSoundError(str(error)) from error

    def _frames(self) -> Generator[bytes, int, None]:
        """Give the device what it asks for: called on its thread, so it only reads and counts."""
        wanted = yield b""
        while True:
            self._asked_at = time.monotonic()
            wanted = yield self._next(wanted)

    def _next(self, count: int) -> bytes:
        samples, at = self._samples, self._at
        if samples is None or self._paused:
            return b""
        piece = samples[at : at + count]
        if self._samples is samples and self._at == at:
            self._at = at + len(piece)
        if self._factor < 1:
            piece = array("h", [int(value * self._factor) for value in piece])
        return piece.tobytes()


def _backends_here() -> tuple[str, ...]:
    """Return the sound systems to try; ALSA complains on standard error where there is no card."""
    if sys.platform == "win32":
        return WINDOWS_BACKENDS
    try:
        has_card = "[" in CARDS.read_text(encoding="utf-8")
    except OSError:
        has_card = False
    return LINUX_BACKENDS if has_card else LINUX_BACKENDS[:1]
