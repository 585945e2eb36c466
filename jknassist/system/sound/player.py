"""Interface of a sound player, independent of the library."""

from array import array
from typing import Protocol

LEVELS = 6
FIRST_LEVEL = LEVELS - 1
"""Number of volume levels, 6 dB apart."""


class NoSoundError(Exception):
    """There is no audio device, or it does not respond."""


class Player(Protocol):
    """Plays one sound at a time; no method blocks."""

    def play(self, samples: "array[int]") -> None:
        """Play samples, replacing the current sound; raise NoSoundError."""

    def stop(self) -> None:
        """Stop within a tenth of a second."""

    def pause(self) -> None:
        """Pause, keeping the position."""

    def resume(self) -> None:
        """Resume at the position of the pause; raise NoSoundError."""

    def set_volume(self, level: int) -> None:
        """Set the volume from 1 to LEVELS, effective at once."""

    @property
    def is_playing(self) -> bool:
        """Whether samples are left to play; a pause does not change it."""

    @property
    def is_lost(self) -> bool:
        """Whether the device disappeared while it was playing."""

    def rest(self) -> None:
        """Close the device until the next sound, keeping the position of a pause."""

    def close(self) -> None:
        """Close the device; playing opens it again."""


def factor_of(level: int) -> float:
    """Return the factor for the samples at a volume level."""
    return float(2.0 ** (min(max(level, 1), LEVELS) - LEVELS))
