"""An HTML text as PDF on A4, laid out by Qt's rich text; for sheets that only staff read."""

import re
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QSizeF, QUrl
from PySide6.QtGui import QPdfWriter, QPixmap, QTextDocument

from jknassist.gui.printing import pdf_metadata
from jknassist.gui.printing.paper_formats import a4_page

PICTURE = re.compile(r'src="(picture:(\w+))"')
RESOLUTION = 96
"""Pixels per inch of the layout; text and lines stay vectors."""

PICTURE_SIDE = 256


def html_as_pdf(html: str, title: str, language: str, draw: Callable[[str, int], QPixmap]) -> bytes:
    """Return the PDF; `draw` gives the picture of a name with a side in pixels."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("jknassist")
    writer.setDocumentXmpMetadata(pdf_metadata.metadata(title, language))
    writer.setResolution(RESOLUTION)
    page = a4_page()
    writer.setPageLayout(page)
    document = QTextDocument()
    kind = QTextDocument.ResourceType.ImageResource.value
    for source, name in PICTURE.findall(html):
        document.addResource(kind, QUrl(source), draw(name, PICTURE_SIDE))
    document.setHtml(html)
    document.setDocumentMargin(0)
    inside = page.paintRectPixels(RESOLUTION)
    document.setPageSize(QSizeF(inside.size()))
    document.print_(writer)
    return pdf_metadata.with_language(bytes(buffer.data().data()), language)
