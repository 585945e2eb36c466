"""HTML report of the self-test for maintainers; contains no personal data.

It names no user, no folder, no computer and no printer. Pictures show invented visits.
"""

import base64
import os
import platform
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path

from PySide6 import __version__ as pyside
from PySide6.QtCore import QBuffer, QDir, QIODevice, QLocale, QSysInfo, Qt, qVersion
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetrics, QGuiApplication, QImage, QScreen
from PySide6.QtWidgets import QApplication

from jknassist import __version__
from jknassist.core.flow.model import Knowledge
from jknassist.gui.devtools.self_test_runner import Result, SelfTestRunner, without

SIGNS = "✓⌫…→"
"""Characters of the pages that a font may lack."""

WIDEST = 800
"""Maximum width of a screenshot in pixels; larger ones are scaled down."""

NAMES_OF_A_PERSON = ("USER", "USERNAME", "LOGNAME", "COMPUTERNAME", "HOSTNAME", "USERDOMAIN")

STYLE = (
    "body{font:16px sans-serif;margin:2em auto;max-width:62em;padding:0 1em}"
    "th{text-align:left;font-weight:normal;color:#555;padding-right:2em;vertical-align:top}"
    ".bad{color:#a00000;font-weight:bold}figure{margin:2em 0}"
    "img{max-width:100%;border:1px solid #999}"
)
HEAD = (
    "Laporan ini dibuat oleh program itu sendiri. Isinya: sistem, layar, huruf, dan gambar setiap "
    "halaman. Tidak ada nama orang, nama komputer, nama printer, atau folder pribadi di dalamnya, "
    "dan tidak ada nomor yang pernah diketik. Silakan dilihat dulu, baru dikirimkan."
)


def as_html(runner: SelfTestRunner, knowledge: Knowledge) -> str:
    """Return the report as an HTML document."""
    failed = len(runner.failed)
    outcome = f"{failed} langkah gagal" if failed else "semua langkah baik"
    body = "".join(
        (
            f"<h1>jknassist {escape(__version__)}: {outcome}</h1><p>{escape(HEAD)}</p>",
            _table("Sistem", system(knowledge)),
            _table("Layar", screens()),
            _table("Huruf", fonts()),
            _steps(runner.results),
            *map(_figure, runner.results),
        )
    )
    head = f'<meta charset="utf-8"><title>jknassist self-test</title><style>{STYLE}</style>'
    return f'<!DOCTYPE html><html lang="id"><head>{head}</head><body>{body}</body></html>\n'


def system(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Yield labels and values on the system and the program."""
    yield "dibuat", datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    yield "sistem", f"{QSysInfo.prettyProductName()}, {platform.system()} {platform.release()}"
    yield "versi inti", QSysInfo.kernelVersion()
    yield "prosesor", f"{QSysInfo.currentCpuArchitecture()}, {os.cpu_count()} inti"
    yield "Python", f"{platform.python_version()} {platform.python_implementation()}"
    yield "Qt", f"{qVersion()}, PySide6 {pyside}"
    yield "dibekukan", "ya" if getattr(sys, "frozen", False) else "tidak"
    yield "isi", f"{knowledge.edition}, {knowledge.released:%Y-%m-%d}"
    yield "bahasa sistem", QLocale.system().name()
    style = QApplication.style()
    yield "gaya", f"{style.objectName()}, {QGuiApplication.styleHints().colorScheme().name}"
    yield "tampilan", QGuiApplication.platformName()
    yield "skala dari luar", scaling() or "tidak ada"


def scaling() -> str:
    """Return the settings of Qt's scale that come from outside the program."""
    names = (
        "QT_SCALE_FACTOR",
        "QT_SCREEN_SCALE_FACTORS",
        "QT_FONT_DPI",
        "QT_ENABLE_HIGHDPI_SCALING",
    )
    return ", ".join(f"{name}={os.environ[name]}" for name in names if name in os.environ)


def screens() -> Iterator[tuple[str, str]]:
    """Yield size and scale of each screen; its name and number stay out."""
    for number, screen in enumerate(QGuiApplication.screens(), 1):
        yield f"layar {number}", _screen(screen)


def _screen(screen: QScreen) -> str:
    size, free, real = screen.size(), screen.availableSize(), screen.physicalSize()
    return (
        f"{size.width()} x {size.height()}, terpakai {free.width()} x {free.height()}, "
        f"skala {screen.devicePixelRatio():g}, {screen.logicalDotsPerInch():.0f} dpi, "
        f"{real.width():.0f} x {real.height():.0f} mm"
    )


def fonts() -> Iterator[tuple[str, str]]:
    """Yield the fonts actually used."""
    font = QApplication.font()
    used = QFontInfo(font)
    yield "diminta", f"{font.family()} {font.pointSizeF():g} pt"
    yield "dipakai", f"{used.family()} {used.pointSizeF():g} pt, {used.pixelSize()} piksel"
    yield "jumlah huruf", str(len(QFontDatabase.families()))
    metrics = QFontMetrics(font)
    lacking = [sign for sign in SIGNS if not metrics.inFontUcs4(ord(sign))]
    yield "tanda dari huruf lain", " ".join(lacking) or "tidak ada"


def private_names() -> frozenset[str]:
    """Return names of user and computer, which must not occur in a report."""
    homes = {QDir.homePath(), str(Path.home()), QDir.toNativeSeparators(QDir.homePath())}
    named = {os.environ.get(name, "") for name in NAMES_OF_A_PERSON}
    return frozenset(
        {*homes, *(Path(home).name for home in homes), *named, QSysInfo.machineHostName()}
    )


def _clean(text: str) -> str:
    return escape(without(private_names(), text))


def _table(title: str, rows: Iterator[tuple[str, str]]) -> str:
    lines = "".join(
        f"<tr><th>{escape(name)}</th><td>{_clean(text)}</td></tr>" for name, text in rows
    )
    return f"<h2>{escape(title)}</h2><table>{lines}</table>"


def _steps(results: list[Result]) -> str:
    lines = "".join(
        f"<li{' class=bad' if one.faults else ''}>{escape(one.name)}"
        f"{': ' + _clean('; '.join(one.faults) or one.note) if one.faults or one.note else ''}</li>"
        for one in results
    )
    return f"<h2>Langkah</h2><ol>{lines}</ol><h2>Gambar</h2>"


def _figure(result: Result) -> str:
    if result.picture is None:
        return ""
    data = base64.b64encode(_png(result.picture)).decode()
    name = escape(result.name)
    image = f'<img alt="{name}" src="data:image/png;base64,{data}">'
    return f"<figure>{image}<figcaption>{name}</figcaption></figure>"


def _png(image: QImage) -> bytes:
    image.setDevicePixelRatio(1)
    if image.width() > WIDEST:
        image = image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    few_colours = Qt.ImageConversionFlag.ThresholdDither  # a page has few, and is sent by phone
    image.convertToFormat(QImage.Format.Format_Indexed8, few_colours).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
