"""Buttons with wrapped text."""

import pytest
from PySide6.QtGui import QColor, QImage

from jknassist.gui.style.palette import LIGHT
from tests.gui.conftest import Visitor


def run_of(image: QImage, colour: str, row: int) -> tuple[int, int]:
    """Return the first and the last place of a colour in a row of a picture."""
    wanted = QColor(colour)
    found = [x for x in range(image.width()) if image.pixelColor(x, row) == wanted]
    return found[0], found[-1]


@pytest.mark.parametrize("letters", ["A", "A++"])
def test_the_frame_is_as_far_from_the_left_as_from_the_right(
    visitor: Visitor, letters: str
) -> None:
    if letters == "A++":
        visitor.window.enlarge()
        visitor.window.enlarge()
    button = visitor.window.view.navigation.next
    button.setFocus()
    image = button.grab().toImage()
    row = image.height() // 2
    edge, frame = run_of(image, LIGHT.focus, row), run_of(image, LIGHT.on_accent, row)
    assert frame[0] - edge[0] == edge[1] - frame[1]
