"""The bundled typeface: the same letters, so the same line breaks, on every system and on paper."""

import sys

from PySide6.QtGui import QFont, QFontDatabase

from jknassist.content.resources import ResourceError, read

FAMILY = "Bantuan Sans"
FACES = ("fonts/BantuanSans-Regular.ttf", "fonts/BantuanSans-Bold.ttf")


def load_typeface() -> QFont:
    """Register the bundled faces and return their font for the application.

    A face that is missing or damaged is left out: a page in letters of the system helps more than
    none.
    """
    for face in FACES:
        try:
            QFontDatabase.addApplicationFontFromData(read(face))
        except ResourceError:
            continue
    font = QFont(FAMILY)
    if sys.platform != "win32":
        # Hinting rounds the width of each letter to whole pixels of one size. Windows' own way of
        # drawing letters expects it.
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
