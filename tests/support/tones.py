"""Sounds for tests: a tone, as samples and as the bytes of a WAV file."""

import io
import math
import wave
from array import array
from pathlib import Path

from jknassist.core.flow.model import Knowledge
from jknassist.core.speech.clip_index import ClipIndex
from jknassist.system.sound.samples import RATE


def tone(seconds: float, *, level: int = 8000, rate: int = RATE) -> "array[int]":
    """Return a tone of 440 Hz."""
    count = round(seconds * rate)
    return array("h", (round(level * math.sin(i * 2764.6 / rate)) for i in range(count)))


def wav(samples: "array[int]", *, rate: int = RATE) -> bytes:
    """Return samples as a WAV file."""
    told = io.BytesIO()
    with wave.open(told, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())
    return told.getvalue()


def tone_pack(knowledge: Knowledge, folder: Path) -> Path:
    """Put a complete pack of short tones for a content below a folder."""
    place = folder / knowledge.language
    place.mkdir(parents=True)
    data = wav(tone(0.05))
    for _, clip in ClipIndex(knowledge).clips():
        (place / f"{clip.name}.wav").write_bytes(data)
    return folder
