"""What is seen of a window on X11; real windows are moved in tests/end_to_end."""

import pytest

from jknassist.gui.qt.x11_placement import Box, common, fills

SCREEN = (0, 0, 1366, 768)


@pytest.mark.parametrize(
    ("boxes", "seen"),
    [
        ([SCREEN], SCREEN),
        ([(60, 60, 1366, 768), SCREEN], (60, 60, 1306, 708)),
        ([SCREEN, (200, 200, 300, 300)], (200, 200, 300, 300)),
        ([(1400, 0, 1366, 768), SCREEN], None),
        ([SCREEN, None], None),
    ],
)
def test_what_boxes_have_in_common(boxes: list[Box | None], seen: Box | None) -> None:
    assert common(boxes) == seen


@pytest.mark.parametrize(
    ("seen", "enough"),
    [
        (SCREEN, True),
        ((-5, -5, 1400, 800), True),
        ((1, 2, 1364, 765), True),
        ((3, 0, 1366, 768), False),
        ((0, 3, 1366, 768), False),
        ((0, 0, 1363, 768), False),
        ((0, 0, 1366, 765), False),
    ],
)
def test_a_window_fills_its_screen_but_for_a_little(seen: Box, enough: bool) -> None:  # noqa: FBT001
    assert fills(seen, SCREEN) is enough
