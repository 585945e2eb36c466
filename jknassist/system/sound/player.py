"""What the window needs of a loudspeaker, whatever plays the sound."""

from array import array
from typing import Protocol

LEVELS = 6
"""Steps of the volume, 6 dB from one to the next."""


class NoSoundError(Exception):
    """There is no sound device, or it does not answer."""


class Player(Protocol):
    """Plays one sound at a time; none of the methods waits for the sound."""

    def play(self, samples: "array[int]") -> None:
        """Play from now on, instead of whatever is heard; raise NoSoundError."""

    def stop(self) -> None:
        """Be silent within a tenth of a second."""

    def pause(self) -> None:
        """Be silent, and keep the place."""

    def resume(self) -> None:
        """Go on at the place."""

    def set_volume(self, level: int) -> None:
        """Set how loud it is, from 1 to LEVELS; it is heard at once."""

    @property
    def is_playing(self) -> bool:
        """Whether there is something left to be heard; a pause does not change it."""

    @property
    def is_lost(self) -> bool:
        """Whether the device has gone while it had something to play."""

    def close(self) -> None:
        """Let go of the device; playing opens it again."""


def factor_of(level: int) -> float:
    """Return by what the samples are multiplied at a level of the volume."""
    return float(2.0 ** (min(max(level, 1), LEVELS) - LEVELS))
