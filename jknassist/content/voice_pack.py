"""Voice packs: folders of clips. One that an office has laid over the installed one goes first."""

import sys
from dataclasses import dataclass
from pathlib import Path

from jknassist.system import paths

MANIFEST = "pack.json"
"""What a pack says of itself; a folder of single recordings needs none."""

ENDINGS = (".wav", ".ogg")
"""A recording by a person goes before a clip that was made."""

MOST_CLIP = 4 * 1024 * 1024
"""Bytes; two minutes of WAV."""


@dataclass(frozen=True)
class VoicePack:
    """The clips of one language, in one or more folders; the first that has a clip gives it."""

    language: str
    folders: tuple[Path, ...]

    def file(self, name: str) -> Path | None:
        """Return the file of a clip, or None where no folder has it."""
        files = (folder / f"{name}{ending}" for folder in self.folders for ending in ENDINGS)
        return next((file for file in files if file.is_file()), None)

    def clip(self, name: str) -> bytes | None:
        """Return the bytes of a clip; None where it is missing, unreadable or far too long."""
        file = self.file(name)
        try:
            data = file.read_bytes() if file and file.stat().st_size <= MOST_CLIP else None
        except OSError:
            return None
        return data or None

    def names(self) -> frozenset[str]:
        """Return the names of all clips there are."""
        files = (file for folder in self.folders for file in folder.iterdir())
        return frozenset(file.stem for file in files if file.suffix in ENDINGS)

    def told(self) -> dict[str, str]:
        """Return by clip's name what was said in it when the pack was made."""
        return {name: said for folder in self.folders for name, said in _clips_of(folder).items()}


def find(language: str, given: Path | None = None) -> VoicePack | None:
    """Return the voice pack of a language; with a folder given, the one that lies there."""
    around = (given,) if given else voice_folders()
    folders = tuple(folder / language for folder in around if (folder / language).is_dir())
    return VoicePack(language, folders) if folders else None


def voice_folders() -> tuple[Path, ...]:
    """Return where packs can be: what the office has laid over goes first."""
    return paths.settings_folder() / "voice", _installed()


def _installed() -> Path:
    if sys.platform == "win32":
        return Path(sys.executable).parent / "voice"
    return Path("/usr/share/jknassist/voice")


def _clips_of(folder: Path) -> dict[str, str]:
    # Asked for by the check alone; a start looks only whether there is a pack.
    import json  # noqa: PLC0415

    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return {str(name): str(said) for name, said in told["clips"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
