"""Table of the components of a frozen program that are not Python packages known to pip.

A component claims files (`files`, a pattern of paths in the program folder), or it is linked into
the files of another one (`inside`). A file that no component claims is an error, see sbom.py.
Licences are SPDX expressions.
"""

from __future__ import annotations

from dataclasses import dataclass

LINUX, WINDOWS = "linux", "win32"
QTBASE = ("Qt-qtbase.txt",)


@dataclass(frozen=True, kw_only=True)
class Component:
    """One third-party component; `texts` are its licence files in the folder LICENCES.

    `stated` finds the version in the bytes of the files, `package` is the one of Debian that the
    files come from; without either a Windows library states its version in its own table.
    """

    name: str
    licence: str
    texts: tuple[str, ...]
    files: str = ""
    inside: str = ""
    stated: bytes = b""
    package: str = ""
    systems: tuple[str, ...] = (LINUX, WINDOWS)


LIB = r"_internal/(?:PySide6/(?:Qt/lib/)?)?lib"


def system_library(name: str, pattern: str, licence: str, package: str) -> Component:
    """Return a shared library that the build copies from the Linux system."""
    return Component(
        name=name,
        licence=licence,
        texts=(f"{name}.txt",),
        files=rf"{LIB}{pattern}\.so[.\d]*",
        package=package,
        systems=(LINUX,),
    )


def part_of_qt(
    name: str,
    licence: str,
    *,
    stated: bytes = b"",
    texts: tuple[str, ...] = QTBASE,
    systems: tuple[str, ...] = (LINUX, WINDOWS),
) -> Component:
    """Return a component that is linked into Qt's libraries and plugins."""
    return Component(
        name=name, licence=licence, texts=texts, inside="Qt", stated=stated, systems=systems
    )


def part_of_python(
    name: str,
    licence: str,
    *,
    stated: bytes = b"",
    texts: tuple[str, ...] = ("Python-incorporated.txt",),
    systems: tuple[str, ...] = (LINUX, WINDOWS),
) -> Component:
    """Return a component that is linked into Python and its extension modules."""
    return Component(
        name=name, licence=licence, texts=texts, inside="Python", stated=stated, systems=systems
    )


COMPONENTS = (
    # The order matters: a file belongs to the first that claims it.
    Component(
        name="Microsoft Visual C++ runtime",
        licence="LicenseRef-Microsoft-Distributable-Code",
        texts=("Microsoft.txt",),
        files=r"(?i:.*/(?:vcruntime|msvcp|concrt|vcomp|ucrtbase|api-ms-win-)[\w.-]*\.dll)",
        systems=(WINDOWS,),
    ),
    Component(
        name="OpenSSL",
        licence="Apache-2.0",
        texts=("OpenSSL.txt", "Apache-2.0.txt"),
        files=r"_internal/lib(?:ssl|crypto)-3[\w-]*\.dll",
        stated=rb"OpenSSL (3\.\d+\.\d+)",
        systems=(WINDOWS,),
    ),
    Component(
        name="libffi",
        licence="MIT",
        texts=("libffi.txt",),
        files=r"_internal/libffi(?:-\d+\.dll|\.so[.\d]*)",
        package="libffi8",
    ),
    Component(
        name="ICU",
        licence="Unicode-3.0",
        texts=("ICU.txt", "Unicode-3.0.txt"),
        files=rf"{LIB}icu(?:data|i18n|uc)\.so[.\d]*",
        stated=rb"icudt(\d+)_dat",
        systems=(LINUX,),
    ),
    system_library(
        "libxcb", "xcb-(?:randr|render|shape|shm|sync|xfixes|xkb|glx)", "MIT", "libxcb1"
    ),
    system_library("xcb-util", "xcb-util", "MIT", "libxcb-util1"),
    system_library("xcb-util-cursor", "xcb-cursor", "MIT", "libxcb-cursor0"),
    system_library("xcb-util-image", "xcb-image", "MIT", "libxcb-image0"),
    system_library("xcb-util-keysyms", "xcb-keysyms", "MIT", "libxcb-keysyms1"),
    system_library("xcb-util-renderutil", "xcb-render-util", "MIT", "libxcb-render-util0"),
    system_library("xcb-util-wm", "xcb-icccm", "MIT", "libxcb-icccm4"),
    system_library("libX11", "X11-xcb", "MIT", "libx11-xcb1"),
    system_library("libxkbcommon", "xkbcommon(?:-x11)?", "MIT", "libxkbcommon0"),
    system_library("bzip2", "bz2", "bzip2-1.0.6", "libbz2-1.0"),
    system_library("xz", "lzma", "0BSD", "liblzma5"),
    system_library("libuuid", "uuid", "BSD-3-Clause", "libuuid1"),
    Component(
        name="Qt",
        licence="LGPL-3.0-only",
        texts=("LGPL-3.0.txt", "GPL-3.0.txt", "Qt-qtbase.txt", "Qt-qtsvg.txt"),
        files=r"_internal/PySide6/(?:(?:Qt/)?plugins/.*|Qt/lib/libQt6\w+\.so[.\d]*|Qt6\w+\.dll)",
    ),
    Component(
        name="Python",
        licence="PSF-2.0",
        texts=("Python.txt",),
        files=(
            r"_internal/(?:libpython3[\w.]*\.so[.\d]*|python3\d*\.dll|[\w-]+\.pyd"
            r"|python3\.\d+/lib-dynload/.*)"
        ),
    ),
    Component(
        name="PyInstaller bootloader",
        licence="GPL-2.0-or-later WITH Bootloader-exception",
        texts=("pyinstaller-COPYING.txt",),
        files=r"jknassist(?:-cli)?(?:\.exe)?",
    ),
    Component(
        name="Plus Jakarta Sans",  # changed and renamed, see packaging/tools/build_font.py
        licence="OFL-1.1",
        texts=("Plus-Jakarta-Sans.txt",),
        files=r"_internal/jknassist/resources/fonts/BantuanSans-\w+\.ttf",
        stated=rb"Version (\d\.\d+)",
    ),
    Component(
        name="NSIS",
        licence="Zlib AND bzip2-1.0.6 AND CPL-1.0",
        texts=("NSIS.txt",),
        inside="PyInstaller bootloader",  # not part of it, but present with every Windows program
        systems=(WINDOWS,),
    ),
    Component(
        name="libyaml",
        licence="MIT",
        texts=("libyaml.txt",),
        inside="PyYAML",
        stated=rb"\0(0\.2\.\d+)\0",
    ),
    Component(name="libffi", licence="MIT", texts=("libffi.txt",), inside="cffi"),
    Component(
        name="miniaudio, dr_flac, dr_mp3 and dr_wav",
        licence="Unlicense OR MIT-0",
        texts=("miniaudio.txt",),
        inside="miniaudio",
    ),
    Component(
        name="stb_vorbis",
        licence="Unlicense OR MIT",
        texts=("miniaudio.txt",),
        inside="miniaudio",
    ),
    part_of_python("Expat", "MIT", stated=rb"expat_(\d+\.\d+\.\d+)", texts=("Expat.txt",)),
    part_of_python("libmpdec", "BSD-2-Clause", stated=rb"\0(2\.5\.\d)\0"),
    part_of_python("Mersenne Twister", "BSD-3-Clause"),
    part_of_python("Keccak Code Package", "CC0-1.0", texts=("CC0-1.0.txt",)),
    part_of_python("BLAKE2", "CC0-1.0", texts=("CC0-1.0.txt",)),
    # On Linux these three are the system's, or files of their own.
    part_of_python("zlib", "Zlib", texts=("zlib.txt",), systems=(WINDOWS,)),
    part_of_python(
        "bzip2",
        "bzip2-1.0.6",
        stated=rb"\0(1\.0\.\d), \d+-\w+-\d{4}",
        texts=("bzip2.txt",),
        systems=(WINDOWS,),
    ),
    part_of_python("xz", "0BSD", texts=("xz.txt",), systems=(WINDOWS,)),
    # QtCore
    part_of_qt("PCRE2", "BSD-3-Clause", stated=rb"\0(10\.\d\d) 20\d\d-\d\d-\d\d\0"),
    part_of_qt("double-conversion", "BSD-3-Clause"),
    part_of_qt("TinyCBOR", "MIT"),
    part_of_qt("BLAKE2", "CC0-1.0", texts=("CC0-1.0.txt",)),
    part_of_qt("Keccak (SHA-3)", "CC0-1.0", texts=("CC0-1.0.txt", *QTBASE)),
    part_of_qt("SHA-1, MD4 and MD5", "LicenseRef-public-domain"),
    part_of_qt("RFC 6234 (SHA-2)", "BSD-3-Clause"),
    part_of_qt("SipHash", "CC0-1.0", texts=("CC0-1.0.txt",)),
    part_of_qt("Easing equations", "BSD-3-Clause"),
    part_of_qt("FreeBSD strtoll and strtoull", "BSD-3-Clause"),
    part_of_qt("forkfd", "MIT", systems=(LINUX,)),
    part_of_qt("Unicode character database and CLDR", "Unicode-3.0", texts=("Unicode-3.0.txt",)),
    # QtGui, its plugins and QtSvg; on Linux zlib and FreeType are the system's.
    part_of_qt("zlib", "Zlib", texts=("zlib.txt",), systems=(WINDOWS,)),
    part_of_qt("FreeType", "FTL", systems=(WINDOWS,)),
    part_of_qt("HarfBuzz", "MIT"),
    part_of_qt("libpng", "libpng-2.0", stated=rb"libpng version (1\.\d+\.\d+)"),
    part_of_qt(
        "libjpeg-turbo",
        "IJG AND BSD-3-Clause AND Zlib",
        stated=rb"libjpeg-turbo version (\d+\.\d+\.\d+)",
    ),
    part_of_qt("MD4C", "MIT"),
    part_of_qt("Emoji segmenter", "Apache-2.0", texts=("Apache-2.0.txt",)),
    part_of_qt("pixman", "MIT"),
    part_of_qt("Smooth scaling algorithm", "BSD-2-Clause AND Imlib2"),
    part_of_qt("sRGB colour profile of the ICC", "LicenseRef-ICC"),
    part_of_qt("Vulkan Memory Allocator", "MIT"),
    part_of_qt("D3D12 Memory Allocator", "MIT", systems=(WINDOWS,)),
    # Debian omits these two, so its copyright file of Qt does not mention them.
    part_of_qt("IAccessible2", "BSD-3-Clause", texts=("IAccessible2.txt",), systems=(WINDOWS,)),
    part_of_qt(
        "Wintab API",
        "LicenseRef-LCS-Telegraphics",
        texts=("Wintab.txt",),
        systems=(WINDOWS,),
    ),
    part_of_qt("XSVG", "HPND", texts=("Qt-qtsvg.txt",)),
)

LIBRARIES = {
    "cffi": r"_internal/_cffi_backend\..*",
    "miniaudio": r"_internal/_miniaudio\..*",
    "pyside6-essentials": r"_internal/(?:PySide6/Qt\w+\.(?:abi3\.so|pyd)|.*pyside6\.abi3\..*)",
    "shiboken6": r"_internal/(?:shiboken6/.*|.*shiboken6\.abi3\..*)",
    "pydantic-core": r"_internal/pydantic_core/.*",
    "python-calamine": r"_internal/python_calamine/.*",
    "pywin32": r"_internal/(?:win32/.*\.pyd|(?:pywin32_system32/)?pywintypes\d+\.dll)",
    "pyyaml": r"_internal/yaml/.*",
}
"""Compiled files of Python packages; pip knows their versions and licences."""

VERSION_OF = {"Qt": "pyside6-essentials", "PyInstaller bootloader": "pyinstaller"}
"""Components that are part of a pip package and have its version."""

SPDX = {"pywin32": "BSD-3-Clause", "segno": "BSD-3-Clause"}
"""The licences of libraries whose packages do not say it so exactly; by their texts."""


def texts_of_crate(name: str, licence: str, kept: frozenset[str]) -> tuple[str, ...]:
    """Return the licence texts of a Rust crate: its own if kept, else those of the licence chosen.

    A licence that names its owners, such as MIT, needs the text of the crate: without it nothing is
    returned. The Unlicense requires no text.
    """
    own = f"rust-{name.removesuffix('_macros')}.txt"
    if own in kept:
        return (own,)
    by_licence = {
        "Apache-2.0": "Apache-2.0.txt",
        "Unicode-3.0": "Unicode-3.0.txt",
        "Unicode-DFS-2016": "ICU.txt",
    }
    return tuple(text for word, text in by_licence.items() if word in licence)
