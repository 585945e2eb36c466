"""Sound of a text: the clips of a voice pack joined."""

from array import array
from collections.abc import Iterable

from jknassist.content.voice_pack import VoicePack
from jknassist.core.speech.clip import Pause, Sound
from jknassist.core.speech.clip_index import AFTER_SENTENCE, ClipIndex
from jknassist.system.sound.samples import RATE, SoundError, decoded


class SpokenClips:
    """Returns the sound of any text; parts without a clip are left out and listed in `missing`."""

    def __init__(self, index: ClipIndex, pack: VoicePack) -> None:
        self._index = index
        self._pack = pack
        self.missing: set[str] = set()

    def of(self, text: str, *, with_digits: bool = False, goes_on: bool = False) -> "array[int]":
        """Return the samples of a text; none where nothing of it can be heard.

        The digits of a person's number are said only `with_digits`. A sentence after which its text
        `goes_on` has a pause at its end.
        """
        heard = self._joined(self._index.sounds(text, with_digits=with_digits))
        if heard and goes_on:
            heard.extend(_silence(AFTER_SENTENCE))
        return heard

    def sentences(self, text: str) -> tuple[str, ...]:
        """Return the sentences of a text, which are said one after the other."""
        return self._index.sentences(text)

    def hides_digits(self, texts: Iterable[str]) -> bool:
        """Return whether some of these texts have digits that are not said."""
        return any(map(self._index.hides_digits, texts))

    def _joined(self, sounds: Iterable[Sound]) -> "array[int]":
        heard, waiting = array("h"), array("h")
        for sound in sounds:
            if isinstance(sound, Pause):
                waiting = _silence(sound)
                continue
            samples = self._samples(sound.name)
            if samples and heard:
                heard.extend(waiting)
            heard.extend(samples)
            waiting = array("h")
        return heard

    def _samples(self, name: str) -> "array[int]":
        data = self._pack.clip(name)
        try:
            if data is not None:
                return decoded(data).values
        except SoundError:
            pass
        self.missing.add(name)
        return array("h")


def _silence(pause: Pause) -> "array[int]":
    return array("h", bytes(2 * round(pause.seconds * RATE)))
