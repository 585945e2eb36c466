"""Barcodes of sheet numbers: all characters can be encoded, and scanners read them."""

import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QColorConstants, QImage, QPainter

from jknassist.core.flow.sheet_number import ALPHABET
from jknassist.gui.printing.barcode import EDGE, PATTERNS, bars, width_of
from jknassist.gui.printing.draw_items import BarsPiece


def test_every_letter_of_a_sheet_number_has_a_pattern_of_its_own() -> None:
    assert set(ALPHABET) | {EDGE} == set(PATTERNS)
    assert len(set(PATTERNS.values())) == len(PATTERNS)
    assert all(len(pattern) == 9 and pattern.count("1") == 3 for pattern in PATTERNS.values())


def test_bars_begin_at_the_left_and_never_touch() -> None:
    made = bars("37YF")
    assert made[0] == (0, 2)
    assert all(start + width < after for (start, width), (after, _) in pairwise(made))
    assert len(made) == 5 * 6
    assert width_of("37YFHHYR") == 288, "narrower than the 384 dots of the narrowest paper"


@pytest.mark.skipif(not shutil.which("zbarimg"), reason="zbarimg is not on this machine")
@pytest.mark.parametrize("text", [ALPHABET[:8], ALPHABET[8:16], ALPHABET[-8:]])
@pytest.mark.usefixtures("qtbot")
def test_a_scanner_reads_every_letter(text: str, tmp_path: Path) -> None:
    image = QImage(4 * width_of(text) + 200, 200, QImage.Format.Format_RGB32)
    image.fill(QColorConstants.White)
    painter = QPainter(image)
    BarsPiece(text=text, left=100, top=40, unit=4, height=100).draw(painter)
    painter.end()
    image.save(str(tmp_path / "bars.png"))
    done = subprocess.run(
        ["zbarimg", "-q", "--raw", str(tmp_path / "bars.png")],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == text
