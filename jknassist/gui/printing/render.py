"""Renders a print document: as PDF, as preview image, and on a printer without any dialog."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, Qt
from PySide6.QtGui import (
    QColorConstants,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPainter,
    QPdfWriter,
)
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from jknassist.core.export.print_document import PrintDocument
from jknassist.gui.printing import pdf_metadata
from jknassist.gui.printing.layout import DocumentLayout, lay_out
from jknassist.gui.printing.paper_formats import (
    FORMS,
    MM_PER_INCH,
    ROLL_DPI,
    ROLL_END_MM,
    PaperFormat,
    a4_page,
    pixels,
    roll_page,
)
from jknassist.system.atomic_file import write_atomically

DOCUMENT_NAME = "Ringkasan jknassist"
"""Document name in the print queue; contains nothing personal."""

PDF_DPI = 600
PREVIEW_DPI = 100


class PrintError(Exception):
    """A document could not be printed or saved; the message names printer or file."""


def as_pdf(content: PrintDocument) -> bytes:
    """Return a document as PDF with selectable and searchable text."""
    form = FORMS[content.paper]
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(content.title)
    writer.setCreator("jknassist")
    writer.setDocumentXmpMetadata(pdf_metadata.metadata(content.title, content.language))
    # On a roll a pixel of the PDF is a dot of the printer, so that its QR codes stay sharp.
    writer.setResolution(PDF_DPI if form.length_mm else ROLL_DPI)
    laid, page = on_page(content, form, writer.resolution())
    writer.setPageLayout(page)
    painter = QPainter(writer)
    if not form.length_mm:
        painter.translate(_corner(form, laid))
    _draw_pages(painter, laid, writer)
    painter.end()
    return pdf_metadata.with_language(bytes(buffer.data().data()), content.language)


def save_pdf(content: PrintDocument, path: Path) -> None:
    """Write a PDF file atomically; raise PrintError if it cannot be written."""
    try:
        write_atomically(path, as_pdf(content))
    except (OSError, ValueError) as error:
        raise PrintError(str(path.parent)) from error


def preview(content: PrintDocument) -> QImage:
    """Return an image of the first page, unprintable margins included."""
    form = FORMS[content.paper]
    dpi = PREVIEW_DPI if form.length_mm else ROLL_DPI
    laid, page = on_page(content, form, dpi)
    full = page.fullRectPixels(dpi).size()
    image = QImage(full, QImage.Format.Format_RGB32)
    image.fill(QColorConstants.White)
    painter = QPainter(image)
    painter.translate(
        page.paintRectPixels(dpi).topLeft() if form.length_mm else _corner(form, laid)
    )
    _draw(painter, laid, 0)
    painter.end()
    return image


def receipt(content: PrintDocument, dpi: float = ROLL_DPI) -> QImage:
    """Draw a roll as a 1-bit image with a pixel for each dot of the printer."""
    form = FORMS[content.paper]
    laid = lay_out(content, form, dpi, (round(form.reach * dpi), None))
    image = QImage(laid.width, laid.height, QImage.Format.Format_RGB32)
    image.fill(QColorConstants.White)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing, on=False)
    _draw(painter, laid, 0)
    painter.end()
    flags = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Mono, flags)


def print_sheet(content: PrintDocument, printer_name: str) -> None:
    """Send a document to the print queue without any dialog; raise PrintError if that fails.

    Whether paper came out is reported by `printing.job`.
    """
    if printer_name not in QPrinterInfo.availablePrinterNames():
        # WORKAROUND: QPrinter turns into a PDF file of its own if the printer is unknown.
        raise PrintError(printer_name)
    printer = QPrinter(QPrinterInfo.printerInfo(printer_name), QPrinter.PrinterMode.HighResolution)
    if printer.outputFormat() is not QPrinter.OutputFormat.NativeFormat:
        raise PrintError(printer_name)
    printer.setDocName(DOCUMENT_NAME)
    if FORMS[content.paper].length_mm:
        _print_page(content, printer)
    else:
        _print_roll(content, printer)
    if printer.printerState() is QPrinter.PrinterState.Error:
        raise PrintError(printer_name)


def _print_page(content: PrintDocument, printer: QPrinter) -> None:
    printer.setPageLayout(a4_page())
    painter = _begun(printer)
    # Queried now, since some drivers change the resolution when the job begins.
    paint = printer.pageLayout().paintRectPixels(printer.resolution())
    size = (paint.width(), paint.height())
    laid = lay_out(content, FORMS[content.paper], printer.resolution(), size)
    _draw_pages(painter, laid, printer)
    painter.end()


def _print_roll(content: PrintDocument, printer: QPrinter) -> None:
    """Print a roll as an image, each pixel a whole number of printer dots."""
    form = FORMS[content.paper]
    scale = max(1, round(printer.resolution() / ROLL_DPI))
    image = receipt(content, printer.resolution() / scale)
    printer.setFullPage(True)
    printer.setPageLayout(
        roll_page(form, image.height() * scale / printer.resolution() * MM_PER_INCH)
    )
    painter = _begun(printer)
    full = printer.pageLayout().fullRectPixels(printer.resolution())
    width = image.width() * scale
    if width > full.width():
        painter.end()
        printer.abort()
        raise PrintError(printer.printerName())
    left = (full.width() - width) // 2
    top = round(pixels(ROLL_END_MM, printer.resolution()))
    rows = max(1, (full.height() - top) // scale)
    for first in range(0, image.height(), rows):
        if first:
            printer.newPage()
        part = image.copy(0, first, image.width(), min(rows, image.height() - first))
        painter.drawImage(QRect(left, top, width, part.height() * scale), part)
    painter.end()


def _begun(printer: QPrinter) -> QPainter:
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintError(printer.printerName())
    return painter


def on_page(
    content: PrintDocument, form: PaperFormat, dpi: int
) -> tuple[DocumentLayout, QPageLayout]:
    """Return the layout of a document for its paper format, and the page layout for the printer."""
    if form.length_mm:
        page = a4_page()
        paint = page.paintRectPixels(dpi)
        return lay_out(content, form, dpi, (paint.width(), paint.height())), page
    laid = lay_out(content, form, dpi, (round(form.reach * dpi), None))
    return laid, roll_page(form, laid.height / dpi * MM_PER_INCH)


def _corner(form: PaperFormat, laid: DocumentLayout) -> QPoint:
    """Return the offset in pixels that centres the content on the width of a roll."""
    left = round((pixels(form.width_mm, laid.dpi) - laid.width) / 2)
    return QPoint(left, round(pixels(ROLL_END_MM, laid.dpi)))


def _draw_pages(painter: QPainter, laid: DocumentLayout, device: QPagedPaintDevice) -> None:
    for number in range(len(laid.pages)):
        if number:
            device.newPage()
        _draw(painter, laid, number)


def _draw(painter: QPainter, laid: DocumentLayout, number: int) -> None:
    for piece in laid.pages[number]:
        piece.draw(painter)
