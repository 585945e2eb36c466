"""What a voice pack is made of: clips, each named after what is said in it."""

from dataclasses import dataclass
from hashlib import sha256

NAME_LENGTH = 16

LEAD = 0.25
PER_CHARACTER = 0.067
"""Seconds; a fit to the clips of the voice that is shipped, to plan with before there is a pack."""


@dataclass(frozen=True)
class Clip:
    """One thing that is said in one piece."""

    spoken: str
    language: str

    @property
    def name(self) -> str:
        """The name of its file without the ending; another one once anything else is said."""
        return sha256(f"{self.language}\n{self.spoken}".encode()).hexdigest()[:NAME_LENGTH]

    @property
    def seconds(self) -> float:
        """About how long it takes to say."""
        return LEAD + PER_CHARACTER * len(self.spoken)


@dataclass(frozen=True)
class Pause:
    """Silence between clips, in milliseconds."""

    milliseconds: int

    @property
    def seconds(self) -> float:
        """The same in seconds."""
        return self.milliseconds / 1000


Sound = Clip | Pause


def seconds_of(sounds: tuple[Sound, ...]) -> float:
    """Return about how long sounds take one after the other."""
    return sum(sound.seconds for sound in sounds)
