"""QR codes are read by another program, from each paper at its printing resolution."""

import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtGui import QColorConstants, QImage, QPainter
from PySide6.QtWidgets import QApplication

from jknassist.core.export.print_document import Codes, print_document
from jknassist.core.flow.session import Session
from jknassist.core.flow.summary import Summary, summarise
from jknassist.core.paper import Paper
from jknassist.gui.printing import render
from jknassist.gui.printing.paper_formats import FORMS, ROLL_DPI
from jknassist.gui.qt import qr_painter
from tests.support import printed_output
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()
NO_ZBAR = printed_output.lacks_zbar()
NEEDS_ZBAR = pytest.mark.skipif(NO_ZBAR, reason="zbarimg is not on this machine")
LINKS = (
    "tel:165",
    "https://wa.me/6281234567890",
    "https://contoh.example/bantuan?kode=otp&dari=kertas",
    "mailto:bantuan.kode.otp@contoh-kesehatan.example",
)


@pytest.fixture
def summary(qapp: QApplication) -> Summary:
    assert qapp is not None
    return summarise(KNOWLEDGE, KNOWLEDGE.outcomes[0], Session())


def payloads(summary: Summary, paper: Paper) -> set[str]:
    blocks = print_document(summary, paper).blocks
    return {code.payload for block in blocks if isinstance(block, Codes) for code in block.codes}


@NEEDS_ZBAR
@pytest.mark.parametrize("paper", [Paper.ROLL_80, Paper.ROLL_58])
def test_the_codes_of_a_receipt_are_read_from_its_dots(
    summary: Summary, paper: Paper, tmp_path: Path
) -> None:
    picture = tmp_path / "receipt.png"
    assert render.receipt(print_document(summary, paper)).save(str(picture))
    assert printed_output.decoded(picture) == payloads(summary, paper)
    assert payloads(summary, paper) == {row.scanned for row in summary.contacts}
    assert any(link.startswith(f"{LINKS[1]}?text=") for link in payloads(summary, paper))


@NEEDS_ZBAR
@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="pdftoppm is not on this machine")
@pytest.mark.parametrize(("paper", "dpi"), [(Paper.A4, 300), (Paper.A4, 600), (Paper.ROLL_58, 203)])
def test_the_codes_of_a_pdf_are_read_from_its_dots(
    summary: Summary, paper: Paper, dpi: int, tmp_path: Path
) -> None:
    pdf = tmp_path / "a.pdf"
    pdf.write_bytes(render.as_pdf(print_document(summary, paper)))
    command = ["pdftoppm", "-r", str(dpi), "-mono", "-singlefile", str(pdf), str(tmp_path / "a")]
    subprocess.run(command, check=True)
    assert printed_output.decoded(tmp_path / "a.pbm") == payloads(summary, paper)


@NEEDS_ZBAR
@pytest.mark.parametrize("payload", LINKS)
def test_a_code_on_the_screen_is_read(payload: str, qapp: QApplication, tmp_path: Path) -> None:
    assert qapp is not None
    side = qr_painter.side_pixels(payload, 3)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColorConstants.Black)
    painter = QPainter(image)
    qr_painter.draw(painter, payload, (0, 0), 3)
    painter.end()
    assert image.save(str(tmp_path / "a.png"))
    assert printed_output.decoded(tmp_path / "a.png") == {payload}


@pytest.mark.parametrize("payload", LINKS)
def test_a_code_is_never_a_micro_code_and_large_enough_for_paper(payload: str) -> None:
    assert len(qr_painter.modules(payload)) >= 21
    for form in FORMS.values():
        for dpi in (180, 203, 300, 600):
            module = qr_painter.module_pixels(payload, dpi)
            assert module / dpi * 25.4 >= qr_painter.SMALLEST_MODULE_MM
            assert (
                qr_painter.side_pixels(payload, module) / dpi * 25.4 >= qr_painter.SMALLEST_CODE_MM
            )
            assert qr_painter.side_pixels(payload, module) / dpi <= form.reach


def test_every_module_is_drawn_in_whole_pixels_inside_a_white_border(qapp: QApplication) -> None:
    assert qapp is not None
    module = qr_painter.module_pixels("tel:165", ROLL_DPI)
    side = qr_painter.side_pixels("tel:165", module)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColorConstants.Red)
    painter = QPainter(image)
    qr_painter.draw(painter, "tel:165", (0, 0), module)
    painter.end()
    border = qr_painter.QUIET_ZONE
    rows = qr_painter.modules("tel:165")
    for y in range(side):
        for x in range(side):
            row, column = y // module - border, x // module - border
            inside = 0 <= row < len(rows) and 0 <= column < len(rows)
            dark = inside and rows[row][column]
            wanted = QColorConstants.Black if dark else QColorConstants.White
            assert image.pixelColor(x, y) == wanted
