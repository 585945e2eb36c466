"""The bundled typeface: the same letters, so the same line breaks, on every system and on paper."""

import sys

from PySide6.QtGui import QFont, QFontDatabase

from jknassist.content.resources import ResourceError, read

FAMILY = "Bantuan Sans"
FACES = ("fonts/BantuanSans-Regular.ttf", "fonts/BantuanSans-Bold.ttf")


def load_typeface() -> QFont:
    """Register the bundled faces and return their font for the application.

    A missing or damaged face is left out: a page in a system font is better than none.
    """
    for face in FACES:
        try:
            QFontDatabase.addApplicationFontFromData(read(face))
        except ResourceError:
            continue
    font = QFont(FAMILY)
    if sys.platform != "win32":
        # Hinting rounds the advance of each glyph to whole pixels; only the font engine of
        # Windows expects it.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
