"""The paper: one page, its text can be read back, and a failure leaves no half file."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication

from jknassist.core.session import Session
from jknassist.core.summary import Summary, summarise
from jknassist.gui import printing
from jknassist.gui.panels import paper
from jknassist.gui.panels.paper import free_name, places
from tests.core.small_knowledge import small_knowledge
from tests.gui.conftest import Visitor

KNOWLEDGE = small_knowledge()


@pytest.fixture
def summary(qapp: QApplication) -> Summary:
    assert qapp is not None, "a PDF is laid out with the fonts of the application"
    return summarise(KNOWLEDGE, KNOWLEDGE.outcomes[1], Session())


def text_of(pdf: bytes) -> str:
    reader = PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 1
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_pdf_says_what_the_ending_says(summary: Summary) -> None:
    text = text_of(printing.as_pdf(summary))
    for part in (
        summary.title,
        summary.cause,
        *summary.actions,
        "0812-3456-7890",
        "KTP",
        summary.safety,
        summary.data_line,
        summary.about[0],
    ):
        assert part in text


def test_the_pdf_has_a_neutral_name_and_its_size_is_a4(summary: Summary) -> None:
    reader = PdfReader(io.BytesIO(printing.as_pdf(summary)))
    assert reader.metadata is not None
    assert reader.metadata.title == f"{summary.heading}: {summary.title}"
    box = reader.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_html_in_the_content_is_text_on_paper(summary: Summary) -> None:
    hostile = replace(summary, title="<b>Pulsa</b> & <img src='x'>", cause="a < b")
    text = text_of(printing.as_pdf(hostile))
    assert "<b>Pulsa</b> & <img src='x'>" in text
    assert "a < b" in text


def test_much_to_say_is_set_smaller_and_stays_on_one_page(summary: Summary) -> None:
    long = replace(summary, actions=tuple(f"Langkah panjang nomor {n}. " * 12 for n in range(6)))
    text = text_of(printing.as_pdf(long))
    assert "nomor 5" in text


def test_an_unknown_printer_is_refused_and_never_becomes_a_file(
    summary: Summary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(printing.PrintError):
        printing.print_summary(summary, "Tidak ada")
    assert not list(tmp_path.iterdir())


def test_a_pdf_is_saved_whole(summary: Summary, tmp_path: Path) -> None:
    path = tmp_path / "Ringkasan dengan spasi é.pdf"
    printing.save_pdf(summary, path)
    assert summary.title in text_of(path.read_bytes())
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_a_folder_that_is_not_there_is_a_clear_error(summary: Summary, tmp_path: Path) -> None:
    with pytest.raises(printing.PrintError):
        printing.save_pdf(summary, tmp_path / "tidak ada" / "a.pdf")


def test_a_full_disk_leaves_no_half_file(
    summary: Summary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half(path: Path, data: bytes) -> int:
        with path.open("wb") as file:
            file.write(data[:100])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", half)
    with pytest.raises(printing.PrintError):
        printing.save_pdf(summary, tmp_path / "a.pdf")
    assert not list(tmp_path.iterdir())


def test_a_name_that_is_taken_is_not_overwritten(tmp_path: Path) -> None:
    first = free_name(tmp_path, "2026-11-22")
    first.touch()
    second = free_name(tmp_path, "2026-11-22")
    second.touch()
    assert len({first, second, free_name(tmp_path, "2026-11-22")}) == 3


def test_without_a_printer_the_page_says_so_and_nothing_is_lost(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    words = visitor.window.parts.words
    visitor.choose("pulsa")
    visitor.press(words.print)
    assert visitor.sees(words.print_none)
    assert visitor.sees(words.save_pdf)
    visitor.press(words.close)
    assert visitor.place == "pulsa_habis"


def test_a_printer_that_vanishes_is_told_and_can_be_tried_again(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printer_names", lambda: ("Printer contoh",))
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    words = visitor.window.parts.words
    visitor.choose("pulsa")
    visitor.press(words.print)
    visitor.press("Printer contoh")
    assert visitor.sees(words.print_failed.format(printer="Printer contoh"))
    visitor.press("Printer contoh")


def test_the_pdf_is_saved_with_one_press(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "places", lambda _parts: (("Folder contoh", tmp_path),))
    words = visitor.window.parts.words
    visitor.choose("pulsa")
    visitor.window.show_save()
    visitor.press("Folder contoh")
    (saved,) = tmp_path.iterdir()
    assert visitor.sees(words.save_done.format(name=saved.name, place="Folder contoh"))
    assert "Pulsa habis" in text_of(saved.read_bytes())


def test_a_folder_that_cannot_be_written_is_told(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "dicabut"
    monkeypatch.setattr(paper, "places", lambda _parts: (("Flashdisk", gone),))
    visitor.choose("pulsa")
    visitor.window.show_save()
    visitor.press("Flashdisk")
    assert visitor.sees(visitor.window.parts.words.save_failed.format(place="Flashdisk"))


def test_there_is_always_a_place_to_save(visitor: Visitor) -> None:
    offered = places(visitor.window.parts)
    assert offered
    assert all(folder.is_dir() for _, folder in offered)
