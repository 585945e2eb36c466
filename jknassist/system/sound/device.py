"""Plays sound on an audio device with miniaudio.

The library is imported and the device opened when the first sound is played. An open device would
keep the interpreter from exiting, so it is closed by an exit handler.
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
"""Buffer of the device in milliseconds; two or three are still heard after a stop."""

LOST_AFTER = 1.5
"""Seconds without a request for samples after which a playing device counts as lost."""

CARDS = Path("/proc/asound/cards")

WINDOWS_BACKENDS = ("WASAPI", "DSOUND", "WINMM")
LINUX_BACKENDS = ("PULSEAUDIO", "ALSA")


class DevicePlayer:
    """The audio device; `backends` are names of miniaudio, by default those of this system."""

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
        """Play samples, replacing the current sound; raise NoSoundError."""
        self._samples, self._at, self._paused = samples, 0, False
        self._asked_at = time.monotonic()
        if self._device is None:
            self._open()

    def stop(self) -> None:
        """Stop within a tenth of a second; the device stays open for the next sound."""
        self._samples = None

    def pause(self) -> None:
        """Pause, keeping the position."""
        self._paused = True

    def resume(self) -> None:
        """Resume at the position of the pause; raise NoSoundError."""
        self._asked_at = time.monotonic()
        self._paused = False
        if self._samples is not None and self._device is None:
            self._open()

    def set_volume(self, level: int) -> None:
        """Set the volume, effective at once."""
        self._factor = factor_of(level)

    @property
    def is_playing(self) -> bool:
        """Whether samples are left to play; a pause does not change it."""
        samples = self._samples
        return samples is not None and self._at < len(samples)

    @property
    def is_lost(self) -> bool:
        """Whether the device disappeared while it was playing."""
        silent_for = time.monotonic() - self._asked_at
        return self.is_playing and not self._paused and silent_for > LOST_AFTER

    def rest(self) -> None:
        """Close the device until the next sound, keeping the position of a pause.

        An open device asks for samples fifty times a second, also for silence.
        """
        device, self._device = self._device, None
        if device is not None:
            device.close()

    def close(self) -> None:
        """Close the device; playing opens it again."""
        self._samples = None
        self.rest()

    def _open(self) -> None:
        """Open the device and start its callback; raise NoSoundError."""
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
        """Yield the requested samples; runs on the thread of the device."""
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


def has_device(backends: Sequence[str] = ()) -> bool:
    """Open the loudspeaker for a moment of silence; return whether there is one."""
    player = DevicePlayer(backends)
    try:
        player.play(array("h", bytes(2 * RATE // PERIOD)))
    except NoSoundError:
        return False
    finally:
        player.close()
    return True


def _backends_here() -> tuple[str, ...]:
    """Return the backends to try; ALSA writes to standard error if there is no sound card."""
    if sys.platform == "win32":
        return WINDOWS_BACKENDS
    try:
        has_card = "[" in CARDS.read_text(encoding="utf-8")
    except OSError:
        has_card = False
    return LINUX_BACKENDS if has_card else LINUX_BACKENDS[:1]
