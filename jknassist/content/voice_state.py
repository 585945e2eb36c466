"""Why a machine is silent: no voice pack, no sound device, or clips that are missing or broken."""

from dataclasses import dataclass

from jknassist.content import voice_pack
from jknassist.content.voice_pack import VoicePack
from jknassist.core.flow.model import Knowledge
from jknassist.core.speech.clip_index import ClipIndex
from jknassist.system.sound.device import has_device
from jknassist.system.sound.samples import SoundError, decoded


@dataclass(frozen=True, kw_only=True)
class VoiceState:
    """State of the voice of one language; the numbers count clips."""

    has_pack: bool = False
    has_device: bool = False
    wanted: int = 0
    missing: int = 0
    broken: int = 0

    @property
    def is_complete(self) -> bool:
        """Whether every page can be heard."""
        return self.has_pack and self.has_device and not self.missing and not self.broken


def examine_voice(knowledge: Knowledge, voice: str = "") -> VoiceState:
    """Decode every clip and open the sound device; takes some seconds."""
    pack = voice_pack.find(knowledge.language, voice=voice)
    if pack is None:
        return VoiceState()
    wanted = {clip.name for _, clip in ClipIndex(knowledge).clips()}
    there = wanted & pack.names()
    return VoiceState(
        has_pack=True,
        has_device=has_device(),
        wanted=len(wanted),
        missing=len(wanted - there),
        broken=sum(not _sounds(pack, name) for name in there),
    )


def _sounds(pack: VoicePack, name: str) -> bool:
    data = pack.clip(name)
    try:
        return data is not None and bool(decoded(data).values)
    except SoundError:
        return False
