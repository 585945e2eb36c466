from pathlib import Path

from jknassist.content.spoken_clips import SpokenClips
from jknassist.content.voice_pack import VoicePack
from jknassist.core.speech.clip import Clip
from jknassist.core.speech.clip_index import ClipIndex
from jknassist.system.sound.samples import RATE
from tests.support.small_knowledge import small_knowledge
from tests.support.tones import tone, wav

INDEX = ClipIndex(small_knowledge())


def pack(folder: Path, **clips: bytes) -> VoicePack:
    for spoken, data in clips.items():
        (folder / f"{Clip(spoken, 'id').name}.wav").write_bytes(data)
    return VoicePack("id", (folder,))


def test_sentences_are_joined_with_a_pause_between_them(tmp_path: Path) -> None:
    clips = SpokenClips(INDEX, pack(tmp_path, Satu=wav(tone(0.1)), Dua=wav(tone(0.2))))
    heard = clips.of("Satu. Dua.")
    assert len(heard) == round((0.1 + 0.25 + 0.2) * RATE)
    assert clips.missing == set()
    assert clips.sentences("Satu. Dua.") == ("Satu.", "Dua.")
    assert len(clips.of("Satu.", goes_on=True)) == round((0.1 + 0.25) * RATE)


def test_what_has_no_clip_is_left_out_and_named(tmp_path: Path) -> None:
    clips = SpokenClips(INDEX, pack(tmp_path, Satu=wav(tone(0.1))))
    assert len(clips.of("Satu. Tiga.")) == round(0.1 * RATE)
    assert clips.missing == {Clip("Tiga", "id").name}
    assert len(clips.of("Tiga")) == 0


def test_a_broken_clip_is_a_missing_one(tmp_path: Path) -> None:
    clips = SpokenClips(INDEX, pack(tmp_path, Satu=b"no sound"))
    assert len(clips.of("Satu")) == 0
    assert clips.missing
