"""The program's own signs and drawings: each is there, used, small, and drawn in its colour."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from jknassist.content import resources
from jknassist.gui.style import drawings
from jknassist.gui.style.drawings import Drawing, Sign, drawing, sign
from jknassist.gui.style.icons import ROLES
from jknassist.gui.style.palette import DARK, LIGHT
from tests.conftest import ROOT

SIGNS, ART = ROOT / "resources" / "signs", ROOT / "resources" / "art"
SOURCES = sorted((ROOT / "jknassist").rglob("*.py"))
GRID = 24


def colours(image: QImage) -> set[str]:
    """Return the colours of the pixels that are wholly covered."""
    shown = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = memoryview(shown.constBits()).cast("I")
    return {f"#{pixel & 0xFFFFFF:06X}" for pixel in pixels if pixel >> 24 == 255}


def test_every_file_has_a_name_and_every_name_a_file() -> None:
    assert {file.stem for file in SIGNS.iterdir()} == {name.value for name in Sign}
    assert {file.stem for file in ART.iterdir()} == {name.value for name in Drawing}


@pytest.mark.parametrize("name", [*Sign, *Drawing])
def test_each_is_used(name: Sign | Drawing) -> None:
    used = f"{type(name).__name__}.{name.name}"
    texts = (file.read_text() for file in SOURCES if file != Path(drawings.__file__))
    assert any(used in text for text in texts)


@pytest.mark.parametrize("file", [*SIGNS.iterdir(), *ART.iterdir()], ids=lambda file: file.stem)
def test_a_file_is_small_and_plain(file: Path) -> None:
    source = file.read_bytes()
    assert len(source) <= 4096
    assert source.endswith(b"</svg>\n")
    for unwanted in (b"\r", b"<!", b"<?", b"href", b"url(", b"<text"):
        assert unwanted not in source


@pytest.mark.parametrize("name", Sign)
def test_a_sign_has_the_colour_that_is_asked_for(name: Sign, qapp: QApplication) -> None:
    assert qapp is not None
    source = resources.read(f"signs/{name}.svg").decode()
    assert f'viewBox="0 0 {GRID} {GRID}"' in source
    drawn = sign(name, 96, "#8c1c13", 2.0)
    assert drawn.size() == QSize(192, 192)
    assert drawn.deviceIndependentSize().toSize() == QSize(96, 96)
    assert colours(drawn.toImage()) == {"#8C1C13"}


@pytest.mark.parametrize("name", Drawing)
def test_a_drawing_fits_and_follows_the_palette(name: Drawing, qapp: QApplication) -> None:
    assert qapp is not None
    drawn = drawing(name, QSize(400, 300), LIGHT)
    assert drawn.width() == 400 or drawn.height() == 300
    assert drawn.width() <= 400
    assert drawn.height() <= 300
    dark = colours(drawing(name, QSize(400, 300), DARK).toImage())
    swapped = {getattr(LIGHT, role) for role in ROLES} - set(DARK)
    assert dark
    assert not dark & swapped


def test_a_missing_file_is_left_out(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qapp is not None

    def missing(name: str) -> bytes:
        raise resources.ResourceError(name)

    monkeypatch.setattr(drawings, "read", missing)
    assert drawing(Drawing.PICK, QSize(40, 40), LIGHT).isNull()
    assert sign(Sign.CHECK, 41, "#123456").isNull()


def test_colour_names_are_written_alike() -> None:
    assert QColor(LIGHT.accent).name().upper() == LIGHT.accent
