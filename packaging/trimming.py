"""What of Qt and of Python's library goes into the frozen program; used by jknassist.spec.

Each line here was tried: what is left out is never reached by the program, and the tests of the
frozen program go through all its commands to prove it.
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
"""A file of the build as PyInstaller lists it: where it goes, where it comes from, its kind."""

UNUSED_MODULES = (
    *("PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtPdf"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtTest", "PySide6.QtXml"),
    # pydantic._internal._docs_extraction looks unused too, but pydantic fails without it.
    *("pydantic.mypy", "pydantic.v1", "pydantic._hypothesis_plugin"),
    *("asyncio", "bz2", "curses", "distutils", "doctest", "ftplib", "lib2to3", "lzma"),
    *("multiprocessing", "pdb", "pip", "pkg_resources", "pydoc", "readline", "setuptools"),
    *("smtplib", "sqlite3", "ssl", "test", "tkinter", "unittest"),
    # segno wants xml.sax, which wants urllib and http; the rest of xml stays out.
    *("pyexpat", "xml.dom", "xml.etree", "xml.parsers", "xml.sax.expatreader"),
    # _hashlib stays: the PIN of the staff is kept as scrypt, which only OpenSSL has.
    *("_asyncio", "_bz2", "_lzma", "_multiprocessing", "_ssl", "_uuid"),
    *("_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw"),
    "_multibytecodec",
    # On Windows the printers are asked through it.
    *(() if sys.platform == "win32" else ("ctypes", "_ctypes")),
)

# The plugins of Qt that stay, by folder. Above all the virtual keyboard goes: it is under the GPL
# and would bring Qt Quick along. Wayland desktops run the program through XWayland.
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

# What PyInstaller adds for Qt on Windows and no kept library asks for: a software OpenGL, the
# compiler of its shaders, and libraries of the modules above.
UNUSED_LIBRARIES = re.compile(
    r"^(opengl32sw|d3dcompiler_47|qt6(network|opengl|openglwidgets|qml\w*|quick\w*|pdf|"
    r"virtualkeyboard\w*))\.dll$"
)
PLUGIN = re.compile(r"^PySide6/(?:Qt/)?plugins/([^/]+)/(?:lib)?([^/]+)\.(?:so|dll)$")

# Of the libraries of the Linux system only these go along: small ones that a desktop may lack.
# The others have to be the system's own, because they belong together with its drivers, fonts,
# printers and accessibility; the packages name them as what they depend on.
CARRIED_LIBRARIES = re.compile(r"^lib(xcb-\w[\w-]*|xkbcommon(-x11)?|X11-xcb)\.so")
SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """Return the files without the plugins, libraries and translations that nobody asks for."""
    return [entry for entry in entries if is_kept(entry[0].replace("\\", "/"))]


def is_kept(target: str) -> bool:
    """Tell whether a file stays, by the place it would go to."""
    plugin = PLUGIN.match(target)
    if plugin:
        return plugin[2] in KEPT_PLUGINS.get(plugin[1], ())
    name = PurePosixPath(target).name.lower()
    return "/translations/" not in target and not UNUSED_LIBRARIES.match(name)


def is_carried(entry: Entry) -> bool:
    """Tell whether a file goes along on Linux, or is left to the system."""
    target, source, kind = entry
    name = PurePosixPath(target).name
    from_system = kind == "BINARY" and source.startswith(SYSTEM_FOLDERS)
    return not from_system or name.startswith("libpython") or bool(CARRIED_LIBRARIES.match(name))


def reachable(entries: list[Entry]) -> list[Entry]:
    """Return the files without the libraries that no extension or plugin of them needs (Linux)."""
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
    """Tell whether something is loaded by name, not because another library asks for it."""
    target, _, kind = entry
    name = PurePosixPath(target).name
    return kind == "EXTENSION" or "/plugins/" in target or name.startswith("libpython")


def needed(library: Path) -> list[str]:
    """Return the names of the libraries that a library asks for."""
    command = ["readelf", "--dynamic", str(library)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return re.findall(r"\(NEEDED\).*\[(.+)\]", told)


def without_dangling(entries: Iterable[Entry], targets: set[str]) -> list[Entry]:
    """Return the files without the links that lead to nothing in the build."""
    return [entry for entry in entries if entry[2] != "SYMLINK" or _end(entry) in targets]


def _end(link: Entry) -> str:
    """Return the place to which a link leads."""
    parts: list[str] = []
    for part in (PurePosixPath(link[0]).parent / link[1].replace("\\", "/")).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def with_small_icu(entries: Iterable[Entry], folder: Path) -> list[Entry]:
    """Return the files with an empty table in place of ICU's 32 MB of data (Linux).

    Qt asks ICU only for the sorting rules of languages and for old Asian encodings; dates, numbers
    and letters of every language are in Qt itself. On Windows Qt uses the system's ICU.
    """
    return [
        (target, str(make_small_icu(PurePosixPath(target).name, folder)), kind)
        if PurePosixPath(target).name.startswith("libicudata.so.") and kind != "SYMLINK"
        else (target, source, kind)
        for target, source, kind in entries
    ]


# The head of an ICU table of contents ("ToCP", version 1), then the number of entries: none.
SMALL_ICU = """
    .section .rodata
    .globl {symbol}
    .type {symbol}, @object
    .balign 16
{symbol}:
    .short 32
    .byte 0xda, 0x27
    .short 20, 0
    .byte 0, 0, 2, 0
    .ascii "ToCP"
    .byte 1, 0, 0, 0, 0, 0, 0, 0
    .zero 8
    .long 0, 0
    .size {symbol}, . - {symbol}
    .section .note.GNU-stack, "", @progbits
"""


def make_small_icu(soname: str, folder: Path) -> Path:
    """Make the stand-in for a libicudata.so.NN with the assembler and the linker."""
    source, half = folder / "icudata.s", folder / "icudata.o"
    version = soname.removeprefix("libicudata.so.").split(".")[0]
    source.write_text(SMALL_ICU.format(symbol=f"icudt{version}_dat"))
    subprocess.run(["as", str(source), "-o", str(half)], check=True)
    link = ["ld", "-shared", "-soname", f"libicudata.so.{version}", str(half)]
    subprocess.run([*link, "-o", str(folder / soname)], check=True)
    return folder / soname


def trimmed(
    binaries: list[Entry], datas: list[Entry], folder: Path
) -> tuple[list[Entry], list[Entry]]:
    """Return the binaries and the other files of the build without what is not needed."""
    binaries, datas = kept(binaries), kept(datas)
    if sys.platform.startswith("linux"):
        links = [entry for entry in datas if entry[2] == "SYMLINK"]
        found = {entry[0] for entry in reachable([*binaries, *links])}
        binaries = [b for b in binaries if b[0] in found and is_carried(b)]
        binaries = with_small_icu(binaries, folder)
        targets = {b[0] for b in binaries}
        datas = without_dangling(datas, targets | {d[0] for d in datas if d[2] != "SYMLINK"})
    return binaries, datas
