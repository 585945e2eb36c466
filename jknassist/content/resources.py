"""Locate and read shipped resource files, in a source checkout, a wheel or a frozen build."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


class ResourceError(Exception):
    """A shipped file is missing or unreadable: the installation is damaged."""


def shipped(name: str, *, package: Path = PACKAGE) -> Path:
    """Return the path of a shipped file or folder; `name` is relative to ``resources/``.

    Raise ResourceError if it is missing.
    """
    # Wheels and frozen builds have the resources inside the package, a checkout beside it.
    for folder in (package / "resources", package.parent / "resources"):
        path = folder / name
        if path.exists():
            return path
    raise ResourceError(name)


def read(name: str, *, package: Path = PACKAGE) -> bytes:
    """Return the bytes of a shipped file; raise ResourceError if it is missing or unreadable."""
    path = shipped(name, package=package)
    try:
        return path.read_bytes()
    except OSError as error:
        raise ResourceError(name) from error
