"""Voice packs: reproducible, with a package for each."""

import shutil
from pathlib import Path

import dev
import pytest
from freeze import freeze
from linux import voice_package
from tools import voice_pack as maker
from windows import build

from jknassist.content import voice_check, voice_pack
from jknassist.core.speech.clip import Clip
from jknassist.core.speech.clip_index import ClipIndex
from jknassist.system.sound.samples import RATE, decoded, rate_of
from tests.support.small_knowledge import small_knowledge

pytestmark = pytest.mark.skipif(
    not (shutil.which("espeak-ng") and shutil.which("oggenc")),
    reason='a pack is spoken by espeak-ng and packed by oggenc; "dev.py setup" installs both',
)
SMALL = small_knowledge()


def test_a_clip_has_the_same_bytes_each_time(tmp_path: Path) -> None:
    clip = Clip("Telepon satu enam lima", "id")
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        maker.record(clip, tmp_path / name)
    one, other = ((tmp_path / n / f"{clip.name}.ogg").read_bytes() for n in ("one", "other"))
    assert one == other
    assert rate_of(one) == RATE
    assert 0.8 < decoded(one).seconds < 4


def test_a_pack_of_a_content_passes_its_own_check(tmp_path: Path) -> None:
    clips = [clip for _, clip in ClipIndex(SMALL).clips()]
    left = tmp_path / "id" / "0123456789abcdef.ogg"
    left.parent.mkdir()
    left.write_bytes(b"an older clip")
    maker.make("id", clips, tmp_path / "id")
    pack = voice_pack.find("id", tmp_path)
    assert pack is not None
    report = voice_check.examine(pack, SMALL)
    assert report.faults == []
    assert pack.told() == {clip.name: clip.spoken for clip in clips}


def test_the_voice_is_written_to_as_it_has_to_be() -> None:
    assert maker.respelled(Clip("Buka WhatsApp", "id")) == "Buka wots ap"
    assert maker.respelled(Clip("Buka WhatsApp", "jv")) == "Buka WhatsApp"


def test_a_pack_is_a_package_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = tmp_path / "voice" / "id"
    pack.mkdir(parents=True)
    (pack / "pack.json").write_text("{}")
    monkeypatch.setattr(voice_package, "VOICES", tmp_path / "voice")
    monkeypatch.setattr(freeze, "BUILD", tmp_path)
    file = voice_package.build_one("id", tmp_path)
    assert file.name == f"jknassist-voice-id_{freeze.version()}_all.deb"
    freeze.run(["dpkg-deb", "--extract", file, tmp_path / "out"])
    assert (tmp_path / "out/usr/share/jknassist/voice/id/pack.json").is_file()
    monkeypatch.setattr(voice_package, "MOST_PACKAGE", 10)
    with pytest.raises(dev.Stop):
        voice_package.build_one("id", tmp_path)


def test_the_installer_for_windows_brings_the_packs_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, program = tmp_path / "made", tmp_path / "program"
    monkeypatch.setattr(build, "NATIVE", True)
    monkeypatch.setattr(voice_package, "VOICES", made)
    with pytest.raises(dev.Stop, match="suara belum ada"):
        build.add_voice(program)
    (made / "id").mkdir(parents=True)
    (made / "id" / "a.ogg").write_bytes(b"a")
    build.add_voice(program)
    assert (program / "voice" / "id" / "a.ogg").read_bytes() == b"a"
