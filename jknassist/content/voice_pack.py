"""Voice packs: folders of clips; a folder of the office takes precedence."""

import sys
from pathlib import Path
from typing import NamedTuple

from jknassist.system import paths, regular_file

MANIFEST = "pack.json"
"""Metadata file of a pack; optional for a folder of single recordings."""

ENDINGS = (".wav", ".ogg")
"""File name extensions in order of precedence: recordings, then generated clips."""

MOST_CLIP = 4 * 1024 * 1024
"""Bytes; two minutes of WAV."""

MOST_MANIFEST = 4 * 1024 * 1024
"""Bytes; a longer one is cut and therefore not read at all."""


class VoicePack(NamedTuple):
    """The clips of one language in one or more folders, searched in order."""

    language: str
    folders: tuple[Path, ...]

    def file(self, name: str) -> Path | None:
        """Return the file of a clip, or None if no folder has it."""
        files = (folder / f"{name}{ending}" for folder in self.folders for ending in ENDINGS)
        return next((file for file in files if file.is_file()), None)

    def clip(self, name: str) -> bytes | None:
        """Return the bytes of a clip; None if it is missing, unreadable or far too large."""
        file = self.file(name)
        try:
            data = regular_file.read_named(file, MOST_CLIP + 1) if file else b""
        except OSError:
            return None
        return data if 0 < len(data) <= MOST_CLIP else None

    def names(self) -> frozenset[str]:
        """Return the names of all clips."""
        files = (file for folder in self.folders for file in folder.iterdir())
        return frozenset(file.stem for file in files if file.suffix in ENDINGS)

    def told(self) -> dict[str, str]:
        """Return the text of each clip at the time the pack was made, by its name."""
        return {name: said for folder in self.folders for name, said in _clips_of(folder).items()}


CHOSEN_FOR = "id"
"""The language of pages for which an office may choose another voice, such as a regional one."""


def find(language: str, given: Path | None = None, *, voice: str = "") -> VoicePack | None:
    """Return the voice pack of a language, by default from the usual folders.

    `voice` is the pack that an office has chosen for Indonesian pages; clips that it lacks come
    from the Indonesian one.
    """
    around = (given,) if given else voice_folders()
    names = (voice, language) if voice and language == CHOSEN_FOR else (language,)
    places = (folder / name for name in names for folder in around)
    folders = tuple(place for place in places if place.is_dir())
    return VoicePack(language, folders) if folders else None


def voice_folders() -> tuple[Path, ...]:
    """Return the folders of packs, that of the office first."""
    return paths.settings_folder() / "voice", _installed()


def _installed() -> Path:
    if sys.platform == "win32":
        return Path(sys.executable).parent / "voice"
    return Path("/usr/share/jknassist/voice")


def _clips_of(folder: Path) -> dict[str, str]:
    # Only the check needs it; a start only looks whether there is a pack.
    import json  # noqa: PLC0415

    try:
        told = json.loads(regular_file.read_named(folder / MANIFEST, MOST_MANIFEST).decode())
        return {str(name): str(said) for name, said in told["clips"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
