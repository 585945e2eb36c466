"""Renders all pages in both colour schemes and all text sizes into contact sheets."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tools import page_tour

from jknassist.gui.style.palette import ColorScheme
from jknassist.gui.style.scaling import Screen
from jknassist.gui.style.theme import TextSize, Theme, theme_for

FOLDER = Path(__file__).resolve().parent.parent.parent / "build" / "screenshots"
ACROSS = 5
"""Columns of a contact sheet."""

ON_A_SHEET = 30
"""Maximum pages on one contact sheet."""

WIDE, GAP, CAPTION = 480, 12, 26
"""Pixels: width of a page on the contact sheet, gap, and height of the name below a page."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A screen, laptop or kiosk, with a text size and a colour scheme."""

    name: str
    screen: Screen
    kiosk: bool
    size: TextSize = TextSize.A
    scheme: ColorScheme = ColorScheme.LIGHT

    @property
    def theme(self) -> Theme:
        """The theme of this setting."""
        theme = theme_for(self.screen, kiosk=self.kiosk, scheme=self.scheme)
        return replace(theme, letters=self.size.times)


LAPTOP = Screen(width=1366, height=768)
LAPTOPS = (
    Screen(width=1024, height=768),
    Screen(width=1280, height=800),
    Screen(width=1920, height=1080),
    Screen(width=800, height=480),
    Screen(width=640, height=400),
)
KIOSKS = (
    Screen(width=1366, height=768, inches=18.5),
    Screen(width=1280, height=1024, inches=19),
    Screen(width=1920, height=1080, inches=21.5),
    Screen(width=1080, height=1920, inches=32),
)

SETTINGS = (
    *(
        Setting(name=f"laptop-{size.name.lower()}", screen=LAPTOP, kiosk=False, size=size)
        for size in TextSize
    ),
    *(
        Setting(name=f"laptop-{screen.width}x{screen.height}", screen=screen, kiosk=False)
        for screen in LAPTOPS
    ),
    Setting(name="laptop-dark", screen=LAPTOP, kiosk=False, scheme=ColorScheme.DARK),
    *(
        Setting(name=f"kiosk-{screen.width}x{screen.height}", screen=screen, kiosk=True)
        for screen in KIOSKS
    ),
    Setting(name="kiosk-dark", screen=KIOSKS[2], kiosk=True, scheme=ColorScheme.DARK),
    Setting(name="kiosk-largest", screen=KIOSKS[2], kiosk=True, size=TextSize.A_PLUS_PLUS),
    Setting(name="portrait-largest", screen=KIOSKS[3], kiosk=True, size=TextSize.A_PLUS_PLUS),
)


README = {
    "mulai": "page-first",
    "pulsa": "page-question",
    "nomor_terdaftar 0813456788901, dinilai": "page-number",
    "nomor_di_hp 08134567901, dinilai": "page-comparison",
    "nomor_hangus": "page-ending",
}
"""File names of the README pictures by page; the choice of a printer comes last."""

PICTURES = Path(__file__).resolve().parent.parent.parent / "docs" / "pictures"
WIDE_IN_README = 900
PRINT_QUEUE_ANSWERS = 5000
"""Milliseconds."""


def pages(setting: Setting) -> list[tuple[str, QImage]]:
    """Return the name and a scaled picture of every page."""
    size = (setting.screen.width, setting.screen.height)
    window = page_tour.open_window(setting.theme, size, kiosk=setting.kiosk)
    window.apply_theme(setting.theme)
    smooth = Qt.TransformationMode.SmoothTransformation
    found = [
        (name, window.grab().toImage().scaledToWidth(WIDE, smooth))
        for name in page_tour.stops(window)
    ]
    window.close()
    window.deleteLater()
    return found


def sheet(found: list[tuple[str, QImage]]) -> QImage:
    """Return a contact sheet of the pictures with their names below."""
    tall = found[0][1].height()
    rows = -(-len(found) // ACROSS)
    cell, row = WIDE + GAP, tall + CAPTION + GAP
    image = QImage(ACROSS * cell + GAP, rows * row + GAP, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    painter = QPainter(image)
    for index, (name, picture) in enumerate(found):
        left, top = GAP + index % ACROSS * cell, GAP + index // ACROSS * row
        painter.drawImage(left, top, picture)
        painter.drawText(QRect(left, top + tall, WIDE, CAPTION), name)
    painter.end()
    return image


def main(wanted: list[str]) -> int:
    """Write the contact sheets of all settings, or of those named."""
    if wanted == ["readme"]:
        return renew_readme()
    FOLDER.mkdir(parents=True, exist_ok=True)
    for setting in SETTINGS:
        if not wanted or setting.name in wanted:
            found = pages(setting)
            for first in range(0, len(found), ON_A_SHEET):
                path = FOLDER / f"{setting.name}-{first // ON_A_SHEET + 1}.png"
                sheet(found[first : first + ON_A_SHEET]).save(str(path))
            print(f"{setting.name}: {len(found)}")
    return 0


def renew_readme() -> int:
    """Render the pictures of the README; return 1 if a page of them no longer exists."""
    window = page_tour.open_window(SETTINGS[0].theme, (LAPTOP.width, LAPTOP.height))
    missing = dict(README)
    for name in page_tour.stops(window):
        if name in missing:
            keep(window, missing.pop(name))
    page_tour.stand(window, "nomor_hangus")
    window.show_print()
    QTest.qWait(PRINT_QUEUE_ANSWERS)
    keep(window, "page-print")
    print(*missing, sep="\n", end="")
    return 1 if missing else 0


def keep(window: QWidget, name: str) -> None:
    """Save a screenshot of a window."""
    smooth = Qt.TransformationMode.SmoothTransformation
    picture = window.grab().toImage().scaledToWidth(WIDE_IN_README, smooth)
    picture.convertToFormat(QImage.Format.Format_RGB888).save(str(PICTURES / f"{name}.png"))


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1:]))
