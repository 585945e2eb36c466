"""Compares what the voice pack says with what was meant, and measures the sound of six pages.

A recogniser (pocketsphinx, English models, an Indonesian word list) has to find each of 40
sentences among them, and the digits of 25 numbers, without and with noise. It is no human ear: it
shows when a change of spoken forms or of the voice makes things worse. It is installed into
build/recogniser.
"""

import json
import math
import random
import re
import subprocess
import sys
import tempfile
import venv
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from jknassist.content import voice_pack
from jknassist.content.loader import knowledge_of
from jknassist.content.spoken_clips import SpokenClips
from jknassist.core.speech.clip_index import ClipIndex
from jknassist.core.speech.forms import sentences, spoken_form
from jknassist.core.speech.language import INDONESIAN
from jknassist.core.speech.pages import outcome_texts, question_texts
from jknassist.system.sound.samples import RATE
from tests.bench.table import Row, alone

ROOT = Path(__file__).resolve().parents[2]
VOICES, VENV = ROOT / "build" / "voice", ROOT / "build" / "recogniser"
WORKER = Path(__file__).with_name("recogniser_worker.py")
PACKAGE = "pocketsphinx==5.1.1"

SENTENCES, NUMBERS, LENGTH = 40, 25, 12
SHORTEST, LONGEST = 5, 12
"""Words of a sentence that is tried."""

NOISE_DB = 10
"""Decibels of the noise below the voice."""

FLOOR = 20
"""Amplitude of the noise that even a quiet room has."""

MOST_DIGITS_WRONG, FEWEST_SENTENCES = 6.0, 36
"""Percent and number without noise; speech.md measured 3.0 % and 39 with another set."""

PAUSE = 0.3
"""Seconds of silence before and after each sound."""

QUIET = 600
"""Amplitude below which nothing is said."""

WINDOW = RATE // 50

SOUNDS = (
    *(("ngg", "NG G"), ("ng", "NG"), ("ny", "N Y"), ("sy", "SH"), ("kh", "K"), ("ai", "AY")),
    *(("au", "AW"), ("a", "AA"), ("b", "B"), ("c", "CH"), ("d", "D"), ("e", "EH"), ("f", "F")),
    *(("g", "G"), ("h", "HH"), ("i", "IY"), ("j", "JH"), ("k", "K"), ("l", "L"), ("m", "M")),
    *(("n", "N"), ("o", "OW"), ("p", "P"), ("q", "K"), ("r", "R"), ("s", "S"), ("t", "T")),
    *(("u", "UW"), ("v", "F"), ("w", "W"), ("x", "K S"), ("y", "Y"), ("z", "Z")),
)
"""Letters and the nearest English phones."""

_SPELLING = re.compile("|".join(letters for letters, _ in SOUNDS))


def words_of(spoken: str) -> list[str]:
    """Return the words of a spoken form as the recogniser writes them."""
    return re.findall(r"[a-z]+", spoken.lower())


def pronounced(word: str) -> str:
    """Return the phones of an Indonesian word."""
    phones = dict(SOUNDS)
    return " ".join(phones[part] for part in _SPELLING.findall(word))


def dictionary(words: Sequence[str]) -> str:
    """Return the word list with two ways to say an e."""
    lines = []
    for word in sorted(set(words)):
        phones = pronounced(word)
        lines.append(f"{word} {phones}")
        if "EH" in phones.split():
            lines.append(f"{word}(2) {phones.replace('EH', 'AH')}")
    return "\n".join(lines) + "\n"


def noisy(sound: "array[int]", *, noise_db: float | None, chance: random.Random) -> "array[int]":
    """Return a sound between two pauses, with the noise of a room or more."""
    silence = array("h", bytes(2 * round(PAUSE * RATE)))
    whole = silence + sound + silence
    loud = [value for value in sound if abs(value) > QUIET] or [1]
    level = math.sqrt(sum(value * value for value in loud) / len(loud))
    spread = FLOOR if noise_db is None else level / 10 ** (noise_db / 20)
    return array(
        "h",
        (max(-32768, min(32767, round(value + chance.gauss(0, spread)))) for value in whole),
    )


def recognised(folder: Path) -> dict[str, str]:
    """Return what was recognised in each sound of a folder."""
    python = VENV / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(VENV, with_pip=True)
        install: list[str | Path] = [
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--only-binary=:all:",
            PACKAGE,
        ]
        subprocess.run(install, check=True)
    told = subprocess.check_output([python, WORKER, folder], text=True)
    found: dict[str, str] = json.loads(told)
    return found


def distance(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many words have to be changed, added or left out."""
    row = list(range(len(other) + 1))
    for index, word in enumerate(one, 1):
        before, row[0] = row[0], index
        for at, beside in enumerate(other, 1):
            before, row[at] = (
                row[at],
                min(row[at] + 1, row[at - 1] + 1, before + (word != beside)),
            )
    return row[-1]


def tried_sentences(index: ClipIndex) -> list[tuple[str, list[str]]]:
    """Return sentences of the content with their words, the same ones each time."""
    texts = [text for step in knowledge_of(None).steps for text in question_texts(step)]
    parts = dict.fromkeys(part for text in texts for part in sentences(text))
    told = [(part, words_of(spoken_form(part, "id"))) for part in parts]
    long_enough = [one for one in told if SHORTEST <= len(one[1]) <= LONGEST]
    assert index.texts
    return random.Random(1).sample(long_enough, SENTENCES)  # noqa: S311  the same ones each time


def tried_numbers() -> list[str]:
    """Return invented numbers, the same ones each time."""
    chance = random.Random(2)  # noqa: S311
    return [
        "08" + "".join(chance.choice("0123456789") for _ in range(LENGTH - 2))
        for _ in range(NUMBERS)
    ]


def rows() -> Iterator[Row]:
    """Yield what was recognised, and how six pages sound."""
    pack = voice_pack.find("id", VOICES)
    if pack is None:
        raise FileNotFoundError("dev.py voice")
    index = ClipIndex(knowledge_of(None))
    clips = SpokenClips(index, pack)
    told, numbers = tried_sentences(index), tried_numbers()
    digits = {str(digit): name for digit, name in enumerate(INDONESIAN.digits)}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        every = [word for _, words in told for word in words]
        (folder / "words.dict").write_text(dictionary([*every, *digits.values()]))
        alternatives = " | ".join(" ".join(words) for _, words in told)
        row = " | ".join(digits.values())
        for noise, level in (("quiet", None), ("noise", float(NOISE_DB))):
            chance = random.Random(3)  # noqa: S311
            grammar = f"#JSGF V1.0;\ngrammar g;\npublic <s> = {alternatives} ;\n"
            (folder / f"sentences_{noise}.gram").write_text(grammar)
            grammar = f"#JSGF V1.0;\ngrammar g;\npublic <s> = ( {row} )+ ;\n"
            (folder / f"numbers_{noise}.gram").write_text(grammar)
            sounds = [clips.of(part) for part, _ in told]
            save(folder / f"sentences_{noise}", sounds, level, chance)
            sounds = [clips.of(number, with_digits=True) for number in numbers]
            save(folder / f"numbers_{noise}", sounds, level, chance)
        found = recognised(folder)
    for noise in ("quiet", "noise"):
        yield from judged(noise, found, [words for _, words in told], numbers, digits)
    yield from pages(clips)


def save(
    folder: Path, sounds: Sequence["array[int]"], level: float | None, chance: random.Random
) -> None:
    """Write sounds for the recogniser, by their number."""
    folder.mkdir()
    for index, sound in enumerate(sounds):
        data = noisy(sound, noise_db=level, chance=chance).tobytes()
        (folder / f"{index:03}.raw").write_bytes(data)


def judged(
    noise: str,
    found: dict[str, str],
    told: Sequence[list[str]],
    numbers: Sequence[str],
    digits: dict[str, str],
) -> Iterator[Row]:
    """Yield how much of what was said was recognised."""
    quiet = noise == "quiet"
    right = sum(
        found[f"sentences_{noise}/{index:03}"].split() == words for index, words in enumerate(told)
    )
    wrong = [
        distance(found[f"numbers_{noise}/{index:03}"].split(), [digits[digit] for digit in number])
        for index, number in enumerate(numbers)
    ]
    room = "quiet" if quiet else f"{NOISE_DB} dB of noise"
    yield Row(
        name=f"sentences recognised of {SENTENCES}, {room}",
        unit="",
        median=right,
        asked=f">= {FEWEST_SENTENCES}" if quiet else "",
        ok=right >= FEWEST_SENTENCES if quiet else None,
    )
    most = MOST_DIGITS_WRONG if quiet else None
    percent = 100 * sum(wrong) / (len(numbers) * LENGTH)
    yield alone(f"digits wrong, {room}", "%", [percent], most=most)
    yield alone(f"numbers right of {NUMBERS}, {room}", "", [sum(not one for one in wrong)])


def pages(clips: SpokenClips) -> Iterator[Row]:
    """Yield seconds, level and silence of six pages: three questions, three endings."""
    knowledge = knowledge_of(None)
    told = [question_texts(step) for step in knowledge.steps[:3]]
    told += [outcome_texts(knowledge, outcome) for outcome in knowledge.outcomes[:3]]
    levels, pauses, seconds, peaks = [], [], [], []
    for texts in told:
        sound = array("h")
        for text in texts:
            sound.extend(clips.of(text))
        windows = [sound[at : at + WINDOW] for at in range(0, len(sound) - WINDOW, WINDOW)]
        loud = [window for window in windows if max(map(abs, window)) > QUIET]
        square = sum(value * value for window in loud for value in window)
        levels.append(10 * math.log10(square / (len(loud) * WINDOW) / 32768**2))
        pauses.append(100 * (1 - len(loud) / len(windows)))
        seconds.append(len(sound) / RATE)
        peaks.append(20 * math.log10(max(map(abs, sound)) / 32768))
    yield alone("six pages: length", "s", seconds)
    yield alone("six pages: level of what is said", "dBFS", levels)
    yield alone("six pages: peak", "dBFS", peaks, most=0)
    yield alone("six pages: silence", "%", pauses)
    yield alone(
        "six pages: level, loudest less quietest", "dB", [max(levels) - min(levels)], most=3
    )
    assert median(seconds) > 0
