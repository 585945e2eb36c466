"""A player that makes no sound and knows what a listener would have heard.

Its clips carry in their samples which one they are, so that nothing but what was sent to the player
tells what was said.
"""

from array import array
from pathlib import Path

from jknassist.content.voice_pack import VoicePack
from jknassist.core.flow.model import Knowledge
from jknassist.core.speech.clip_index import ClipIndex
from jknassist.system.sound.player import LEVELS, NoSoundError
from tests.support.tones import wav

MARK = 30_001
BASE = 10_000


class RecordingPlayer:
    """What was played, text by text; with `holds` a sound goes on until `let_end`."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._spoken = [clip.spoken for _, clip in ClipIndex(knowledge).clips()]
        self.heard: list[str] = []
        self.calls: list[str] = []
        self.level = LEVELS
        self.holds = False
        self.broken = False
        self.lost = False
        self.closed = 0
        self._playing = False

    def play(self, samples: "array[int]") -> None:
        if self.broken:
            raise NoSoundError
        said = [self._spoken[samples[at + 1] * BASE + samples[at + 2]] for at in marks(samples)]
        self.heard.append(" ".join(said))
        self._playing = True
        self.calls.append("play")

    def stop(self) -> None:
        self._playing = False
        self.calls.append("stop")

    def pause(self) -> None:
        self.calls.append("pause")

    def resume(self) -> None:
        if self.broken:
            raise NoSoundError
        self.calls.append("resume")

    def rest(self) -> None:
        self.calls.append("rest")

    def set_volume(self, level: int) -> None:
        self.level = level

    @property
    def is_playing(self) -> bool:
        playing = self._playing
        self._playing = playing and self.holds
        return playing

    @property
    def is_lost(self) -> bool:
        lost, self.lost = self.lost, False
        return lost

    def close(self) -> None:
        self._playing = False
        self.closed += 1


def marks(samples: "array[int]") -> list[int]:
    return [at for at, value in enumerate(samples) if value == MARK]


def marked_pack(knowledge: Knowledge, folder: Path) -> VoicePack:
    """Return a complete pack of clips that say to a `RecordingPlayer` which they are."""
    place = folder / knowledge.language
    place.mkdir(parents=True)
    for number, (_, clip) in enumerate(ClipIndex(knowledge).clips()):
        told = array("h", [MARK, number // BASE, number % BASE, 0])
        (place / f"{clip.name}.wav").write_bytes(wav(told))
    return VoicePack(knowledge.language, (place,))
