"""Formatting of a diagnostic."""

from jknassist.core.diagnostic import Diagnostic


def test_a_fault_is_written_as_file_line_and_text() -> None:
    assert str(Diagnostic("isi.yaml", 7, "salah")) == "isi.yaml:7: salah"
    assert str(Diagnostic("isi.yaml", 7, "lama", warning=True)) == "isi.yaml:7: peringatan: lama"
