"""Selects the files of Qt for the frozen program; used by jknassist.spec.

Modules of Python are excluded only for a stated reason: a build without `ctypes` once could not
print. imported_modules.py adds what PyInstaller does not find, and the test of the frozen program
imports all modules.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

Entry: TypeAlias = tuple[str, str, str]
"""A file of the build as PyInstaller lists it: target, source, type."""

UNUSED_MODULES = (
    # 2.1 MB for building packages, included by PyInstaller because of `distutils`.
    "setuptools",
    # 3.3 MB with libQt6Network, added by PyInstaller and never imported. The program must not use
    # the network.
    "PySide6.QtNetwork",
    # 0.3 MB, added by PyInstaller for QtGui, which does not need it. (libQt6DBus itself stays.)
    "PySide6.QtDBus",
    # Optional in the interactive prompt only; needs GNU readline, which is under the GPL.
    "readline",
)
"""Excluded modules, each with its size and the reason why it is never imported."""

UNUSED_HOOKS = (
    # 19 ms of every start: asyncio names `multiprocessing` somewhere, so PyInstaller runs a hook
    # that loads all of it. Only a program that starts processes by that module needs the hook;
    # the module itself stays in the build.
    "pyi_rth_multiprocessing",
)
"""Runtime hooks of PyInstaller that are excluded, each with the reason."""

# Included Qt plugins by folder. Excluded is above all the virtual keyboard, which is under the GPL
# and needs Qt Quick. On Wayland the program runs through XWayland.
KEPT_PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qico", "qjpeg", "qsvg"),
    "platforminputcontexts": (
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    ),
    "platforms": ("qoffscreen", "qwindows", "qxcb"),
    "platformthemes": ("qxdgdesktopportal",),
    "printsupport": ("cupsprintersupport",),
    "styles": ("qmodernwindowsstyle", "qwindowsvistastyle"),
}

# Added by PyInstaller for Qt on Windows, but not needed by any included library: a software OpenGL,
# a shader compiler, and libraries of the excluded modules.
UNUSED_LIBRARIES = re.compile(
    r"^(opengl32sw|d3dcompiler_47|qt6(network|opengl|openglwidgets|qml\w*|quick\w*|pdf|"
    r"virtualkeyboard\w*))\.dll$"
)
PLUGIN = re.compile(r"^PySide6/(?:Qt/)?plugins/([^/]+)/(?:lib)?([^/]+)\.(?:so|dll)$")

# System libraries that are included on Linux: small ones that a desktop may lack or has under
# another name. The others are dependencies of the packages, since they must match the drivers,
# fonts, printers, accessibility and security updates (OpenSSL) of the system.
CARRIED_LIBRARIES = re.compile(r"^lib(xcb-\w[\w-]*|xkbcommon(-x11)?|X11-xcb|bz2|ffi|lzma|uuid)\.so")
SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """Return the files without unused plugins, libraries and translations."""
    return [entry for entry in entries if is_kept(entry[0].replace("\\", "/"))]


def is_kept(target: str) -> bool:
    """Return whether a file is kept, by its path in the build."""
    plugin = PLUGIN.match(target)
    if plugin:
        return plugin[2] in KEPT_PLUGINS.get(plugin[1], ())
    name = PurePosixPath(target).name.lower()
    return "/translations/" not in target and not UNUSED_LIBRARIES.match(name)


def is_carried(entry: Entry) -> bool:
    """Return whether a file is shipped on Linux or taken from the system."""
    target, source, kind = entry
    name = PurePosixPath(target).name
    from_system = kind == "BINARY" and source.startswith(SYSTEM_FOLDERS)
    return not from_system or name.startswith("libpython") or bool(CARRIED_LIBRARIES.match(name))


def reachable(entries: list[Entry]) -> list[Entry]:
    """Return the files without libraries that no extension module or plugin links to (Linux)."""
    by_name: dict[str, list[Entry]] = {}
    for entry in entries:
        by_name.setdefault(PurePosixPath(entry[0]).name, []).append(entry)
    waiting = [entry for entry in entries if is_root(entry)]
    found: set[str] = set()
    while waiting:
        target, source, kind = waiting.pop()
        if target in found:
            continue
        found.add(target)
        names = [PurePosixPath(source).name] if kind == "SYMLINK" else needed(Path(source))
        waiting += [entry for name in names for entry in by_name.get(name, [])]
    return [entry for entry in entries if entry[0] in found]


def is_root(entry: Entry) -> bool:
    """Return whether a file is loaded at run time by name, not through dynamic linking."""
    target, _, kind = entry
    name = PurePosixPath(target).name
    return kind == "EXTENSION" or "/plugins/" in target or name.startswith("libpython")


def needed(library: Path) -> list[str]:
    """Return the DT_NEEDED names of a library."""
    command = ["readelf", "--dynamic", str(library)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return re.findall(r"\(NEEDED\).*\[(.+)\]", told)


def without_dangling(entries: Iterable[Entry], targets: set[str]) -> list[Entry]:
    """Return the files without dangling symbolic links."""
    return [entry for entry in entries if entry[2] != "SYMLINK" or _end(entry) in targets]


def _end(link: Entry) -> str:
    """Return the path to which a symbolic link points."""
    parts: list[str] = []
    for part in (PurePosixPath(link[0]).parent / link[1].replace("\\", "/")).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def trimmed(binaries: list[Entry], datas: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """Return the binaries and the other files of the build without what is not needed."""
    binaries, datas = kept(binaries), kept(datas)
    if sys.platform.startswith("linux"):
        links = [entry for entry in datas if entry[2] == "SYMLINK"]
        found = {entry[0] for entry in reachable([*binaries, *links])}
        binaries = [b for b in binaries if b[0] in found and is_carried(b)]
        targets = {b[0] for b in binaries}
        datas = without_dangling(datas, targets | {d[0] for d in datas if d[2] != "SYMLINK"})
    return binaries, datas
