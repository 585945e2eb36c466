"""Check of a voice pack: clips that are missing, unused, silent, clipped or unusual."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from jknassist.content.voice_pack import VoicePack
from jknassist.core.flow.model import Knowledge
from jknassist.core.speech.clip import Sound
from jknassist.core.speech.clip_index import ClipIndex
from jknassist.core.speech.pages import PageTime, page_times
from jknassist.system.sound.samples import RATE, SoundError, decoded, rate_of


@dataclass
class PackReport:
    """All faults as lines, and the duration of each page."""

    faults: list[str] = field(default_factory=list)
    times: tuple[PageTime, ...] = ()
    seconds: float = 0.0
    clips: int = 0


def examine(pack: VoicePack, knowledge: Knowledge) -> PackReport:
    """Return the faults of a pack, and the duration of each page in seconds."""
    index = ClipIndex(knowledge)
    report, lengths = PackReport(), dict[str, float]()
    wanted = {clip.name: (text, clip) for text, clip in index.clips()}
    for name, (text, clip) in wanted.items():
        data = pack.clip(name)
        if data is None:
            report.faults.append(f'{name}: belum ada rekaman untuk "{clip.spoken}" ({text.id})')
            continue
        report.faults += (
            f'{name}: {fault} ("{clip.spoken}")' for fault in _odd(data, name, lengths)
        )
    told = pack.told()
    for name in sorted(pack.names() - wanted.keys()):
        before = f': dulu "{told[name]}"' if name in told else ""
        report.faults.append(f"{name}: rekaman ini tidak dipakai lagi{before}")

    def seconds(sound: Sound) -> float:
        name = getattr(sound, "name", "")
        return lengths.get(name, sound.seconds)

    report.times = tuple(page_times(knowledge, index, seconds))
    report.faults += map(_too_long, (time for time in report.times if time.too_long))
    report.seconds, report.clips = sum(lengths.values()), len(lengths)
    return report


def _odd(data: bytes, name: str, lengths: dict[str, float]) -> Iterator[str]:
    """Yield the faults of the sound of a clip; store its duration in `lengths`."""
    try:
        rate, sound = rate_of(data), decoded(data)
    except SoundError as error:
        yield f"tidak bisa dibaca ({error})"
        return
    lengths[name] = sound.seconds
    if rate != RATE:
        yield f"{rate} Hz, bukan {RATE} Hz"
    if sound.is_silent:
        yield "tidak terdengar apa-apa"
    if sound.is_clipped:
        yield "terlalu keras, suaranya pecah"


def _too_long(time: PageTime) -> str:
    part = {"question": "tanpa penjelasan", "whole": "lengkap", "ending": "akhir"}[time.part]
    return f"{time.place_id}: {part} {time.seconds:.0f} detik, paling lama {time.most}"
