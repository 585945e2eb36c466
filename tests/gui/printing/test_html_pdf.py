"""Sheets of rich text as PDF: searchable, with their pictures, on A4."""

import io

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPixmap

from jknassist.gui.printing.html_pdf import html_as_pdf

HTML = (
    '<h1>Judul</h1><p>Satu <img src="picture:satu"></p><p style="page-break-before:always">Dua</p>'
)


@pytest.mark.usefixtures("qapp")
def test_text_pages_and_pictures_are_there() -> None:
    asked: list[tuple[str, int]] = []

    def draw(name: str, side: int) -> QPixmap:
        asked.append((name, side))
        pixmap = QPixmap(side, side)
        pixmap.fill(0xFF0000)
        return pixmap

    pdf = PdfReader(io.BytesIO(html_as_pdf(HTML, "Lembar", "id", draw)), strict=True)
    assert [page.extract_text().split() for page in pdf.pages] == [["Judul", "Satu"], ["Dua"]]
    assert [name for name, _ in asked] == ["satu"]
    assert len(pdf.pages[0].images) == 1
    assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [595, 842]
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Lembar"
