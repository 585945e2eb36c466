"""The language of a PDF."""

from jknassist.gui.printing import pdf_metadata


def test_an_unknown_shape_of_pdf_or_language_is_left_alone() -> None:
    assert pdf_metadata.with_language(b"%PDF-1.4 strange", "id") == b"%PDF-1.4 strange"
    whole = b"1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< >>\nstartxref\n5\n%%EOF\n"
    assert pdf_metadata.with_language(whole, "id) /Evil (") == whole
    assert b"/Lang (id)" in pdf_metadata.with_language(whole, "id")
