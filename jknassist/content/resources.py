"""Find the files that come with the program: in a checkout, a wheel or a frozen folder."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


class BundleError(Exception):
    """A file that comes with the program is not there: the installation is damaged."""


def shipped(name: str, *, package: Path = PACKAGE) -> Path:
    """Return the path of a shipped file or folder, named as below ``resources/``.

    Raise BundleError when it is missing.
    """
    # A wheel and a frozen folder hold the resources inside the package, a checkout beside it.
    for folder in (package / "resources", package.parent / "resources"):
        path = folder / name
        if path.exists():
            return path
    raise BundleError(name)


def read(name: str, *, package: Path = PACKAGE) -> bytes:
    """Return what a shipped file holds; raise BundleError when it is missing or unreadable."""
    path = shipped(name, package=package)
    try:
        return path.read_bytes()
    except OSError as error:
        raise BundleError(name) from error
