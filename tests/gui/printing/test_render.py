"""PDF rendering: one page, extractable text, and no partial file after a failure."""

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject
from PySide6.QtWidgets import QApplication

from jknassist.core.export.print_document import print_document
from jknassist.core.flow.model import NumberResult
from jknassist.core.flow.session import Answer, Session, with_answer
from jknassist.core.flow.summary import Summary, summarise
from jknassist.core.paper import Paper
from jknassist.gui.printing import render
from tests.support.small_knowledge import small_knowledge

KNOWLEDGE = small_knowledge()


@pytest.fixture
def summary(qapp: QApplication) -> Summary:
    assert qapp is not None, "a PDF is laid out with the fonts of the application"
    session = with_answer(KNOWLEDGE, Session(), Answer(step_id="mulai", key="tidak_masuk"))
    typed = Answer(step_id="nomor", key=NumberResult.CORRECTED, number="081298765432")
    session = with_answer(KNOWLEDGE, session, typed)
    return summarise(KNOWLEDGE, KNOWLEDGE.outcomes[1], session)


def dictionary(entry: PdfObject) -> DictionaryObject:
    found = entry.get_object()
    assert isinstance(found, DictionaryObject)
    return found


def text_of(pdf: bytes, pages: int = 1) -> str:
    reader = PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == pages
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


@pytest.mark.parametrize("paper", list(Paper))
def test_the_pdf_says_what_the_ending_says(summary: Summary, paper: Paper) -> None:
    text = text_of(render.as_pdf(print_document(summary, paper)))
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


def test_the_masked_number_is_in_the_pdf_only_when_asked_for(summary: Summary) -> None:
    assert "****" not in text_of(render.as_pdf(print_document(summary, Paper.A4)))
    asked = text_of(render.as_pdf(print_document(summary, Paper.A4, with_number=True)))
    assert "0812-****-432" in asked
    assert "98765" not in asked


@pytest.mark.parametrize(
    ("paper", "width"), [(Paper.A4, 595), (Paper.ROLL_80, 227), (Paper.ROLL_58, 164)]
)
def test_the_pdf_has_the_size_of_its_paper(summary: Summary, paper: Paper, width: int) -> None:
    box = PdfReader(io.BytesIO(render.as_pdf(print_document(summary, paper)))).pages[0].mediabox
    assert round(box.width) == width
    assert paper is not Paper.A4 or round(box.height) == 842


def test_the_pdf_tells_its_title_and_its_language(summary: Summary) -> None:
    reader = PdfReader(io.BytesIO(render.as_pdf(print_document(summary, Paper.A4))), strict=True)
    assert reader.metadata is not None
    assert reader.metadata.title == f"{summary.heading}: {summary.title}"
    assert not reader.metadata.author
    assert str(reader.root_object["/Lang"]) == "id"
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_language == ["id"]


def test_the_letters_of_the_pdf_are_in_the_pdf(summary: Summary) -> None:
    page = PdfReader(io.BytesIO(render.as_pdf(print_document(summary, Paper.A4)))).pages[0]
    fonts = dictionary(dictionary(page["/Resources"])["/Font"])
    assert len(fonts) >= 2, "upright and bold"
    for font in fonts.values():
        described = dictionary(font)
        (inner,) = cast("ArrayObject", described["/DescendantFonts"])
        assert "/FontFile2" in dictionary(dictionary(inner)["/FontDescriptor"])
        assert "/ToUnicode" in described


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not on this machine")
def test_another_reader_finds_the_text_too(summary: Summary, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    render.save_pdf(
        print_document(replace(summary, cause="Aplikasi offline, tidak ada fitur"), Paper.A4), path
    )
    done = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True, text=True)
    assert done.stderr == ""
    assert "offline, tidak ada fitur" in done.stdout, "no ligature hides a word from a search"


def test_html_in_the_content_is_text_on_paper(summary: Summary) -> None:
    hostile = replace(summary, title="<b>Pulsa</b> & <img src='x'>", cause="a < b")
    text = text_of(render.as_pdf(print_document(hostile, Paper.A4)))
    assert "<b>Pulsa</b> & <img src='x'>" in text
    assert "a < b" in text


def test_much_to_say_is_set_smaller_and_stays_on_one_page(summary: Summary) -> None:
    long = replace(summary, actions=tuple(f"Langkah panjang nomor {n}. " * 12 for n in range(6)))
    assert "nomor 5" in text_of(render.as_pdf(print_document(long, Paper.A4)))


def test_far_too_much_to_say_goes_on_to_another_page(summary: Summary) -> None:
    long = replace(summary, actions=tuple(f"Langkah nomor {n}. " * 30 for n in range(12)))
    assert "nomor 11" in text_of(render.as_pdf(print_document(long, Paper.A4)), pages=2)


@pytest.mark.parametrize("paper", list(Paper))
def test_the_preview_has_the_shape_of_the_paper(summary: Summary, paper: Paper) -> None:
    image = render.preview(print_document(summary, paper))
    ratio = image.height() / image.width()
    assert ratio == pytest.approx(297 / 210, abs=0.01) if paper is Paper.A4 else ratio > 1.4


@pytest.mark.parametrize(
    "name", ["Ringkasan dengan spasi é.pdf", "a'b & c #1;$(d).pdf", "ringkasan"]
)
def test_a_pdf_is_saved_whole_under_any_name(summary: Summary, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    render.save_pdf(print_document(summary, Paper.A4), path)
    assert summary.title in text_of(path.read_bytes())
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("name", ["a\0b.pdf", "x" * 300 + ".pdf"])
def test_a_name_that_cannot_be_is_a_clear_error(
    summary: Summary, tmp_path: Path, name: str
) -> None:
    with pytest.raises(render.PrintError):
        render.save_pdf(print_document(summary, Paper.A4), tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_a_clear_error(summary: Summary, tmp_path: Path) -> None:
    with pytest.raises(render.PrintError):
        render.save_pdf(print_document(summary, Paper.A4), tmp_path / "tidak ada" / "a.pdf")
    with pytest.raises(render.PrintError):
        render.save_pdf(print_document(summary, Paper.A4), Path("/proc/a.pdf"))


def test_a_full_disk_leaves_no_half_file_and_the_old_one(
    summary: Summary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "a.pdf"
    path.write_text("lama")
    monkeypatch.setattr("jknassist.system.atomic_file.os.fsync", full)
    with pytest.raises(render.PrintError):
        render.save_pdf(print_document(summary, Paper.A4), path)
    assert [file.read_text() for file in tmp_path.iterdir()] == ["lama"]
