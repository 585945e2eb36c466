"""Generates the voice packs in build/voice with espeak-ng: every clip of the content.

Run it by ``python3 packaging/dev.py voice``. The same content gives the same bytes.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from jknassist.content.loader import OVERLAYS, knowledge_of, translation_of
from jknassist.content.voice_pack import MANIFEST
from jknassist.core.speech.clip import Clip
from jknassist.core.speech.clip_index import ClipIndex
from jknassist.system.sound.samples import RATE

FOLDER = Path(__file__).resolve().parents[2] / "build" / "voice"
WORDS_A_MINUTE = 140
QUALITY = -1
SERIAL = 1
"""Serial number of the Ogg streams; fixed, since a random one would change the bytes."""

VOICES = {"id": "id", "en": "en-us"}

RESPELLED = {
    "id": {
        "WhatsApp": "wots ap",
        "Care Center": "ker senter",
        "Mobile": "mobail",
        "Play Store": "plei stor",
        "App Store": "ep stor",
        "iPhone": "aifon",
        "login": "lok in",
        "SMS": "es em es",
        "spam": "spem",
        "Gmail": "ji mel",
        "Facebook": "fesbuk",
        "error": "eror",
        "Mobile JKN": "mobail je ka en",
    },
    "en": {"Pandawa": "Pundahwa", "pulsa": "pool-sah"},
}
"""Respellings of foreign words for this voice; not part of the name of a clip."""


def respelled(clip: Clip) -> str:
    """Return the text of a clip with the respellings."""
    said = clip.spoken
    for word, instead in RESPELLED.get(clip.language, {}).items():
        said = said.replace(word, instead)
    return said


def record(clip: Clip, folder: Path) -> None:
    """Generate one clip in a folder."""
    with tempfile.TemporaryDirectory() as place:
        wave = Path(place) / "clip.wav"
        voice = ["espeak-ng", "-v", VOICES[clip.language], "-s", str(WORDS_A_MINUTE), "-z"]
        run([*voice, "-w", wave, "--", respelled(clip)])
        encoder = ["oggenc", "--quiet", "--quality", str(QUALITY), "--serial", str(SERIAL)]
        run([*encoder, "--resample", str(RATE), "-o", folder / f"{clip.name}.ogg", wave])


def run(command: list[str | Path]) -> None:
    """Run a program; exit if it fails."""
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)


def clips_of(language: str) -> list[Clip]:
    """Return every clip that the shipped content needs in a language."""
    knowledge = translation_of(language, None, knowledge_of(None))
    return [clip for _, clip in ClipIndex(knowledge).clips()]


def make(language: str, clips: list[Clip], folder: Path) -> None:
    """Generate a pack of clips in a folder, replacing its content."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.ogg"):
        old.unlink()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(lambda clip: record(clip, folder), clips):
            pass
    manifest = {
        "format": 1,
        "language": language,
        "voice": f"espeak-ng {VOICES[language]}",
        "clips": {clip.name: clip.spoken for clip in sorted(clips, key=lambda clip: clip.name)},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Generate the packs of all languages, or of those named."""
    parser = argparse.ArgumentParser()
    parser.add_argument("languages", nargs="*", help="id, en; without one all")
    parser.add_argument("--into", type=Path, default=FOLDER)
    asked = parser.parse_args(arguments)
    for language in asked.languages or ("id", *OVERLAYS):
        folder, clips = asked.into / language, clips_of(language)
        make(language, clips, folder)
        size = sum(file.stat().st_size for file in folder.iterdir())
        print(f"{language}: {len(clips)} klip, {size / 1e6:.1f} MB, {folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
