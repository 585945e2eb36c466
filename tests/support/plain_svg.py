"""What every shipped SVG file of the interface has to be."""

from pathlib import Path

UNWANTED = (b"\r", b"<!", b"<?", b"href", b"url(", b"<text")
"""A declaration, a comment, what loads something else, and text, whose font may be missing."""


def assert_plain(file: Path, most: int) -> None:
    """Assert that a file has at most `most` bytes and shapes only."""
    source = file.read_bytes()
    assert len(source) <= most
    assert source.endswith(b"</svg>\n")
    assert [found for found in UNWANTED if found in source] == []
