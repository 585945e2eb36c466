"""The colours that a drawn image has."""

from PySide6.QtGui import QImage


def solid_colours(image: QImage) -> set[str]:
    """Return the colours of the pixels that are wholly covered."""
    shown = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = memoryview(shown.constBits()).cast("I")
    return {f"#{pixel & 0xFFFFFF:06X}" for pixel in pixels if pixel >> 24 == 255}
