"""The illustrations: each is there, used, small, and drawn in the colours of the palette."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from jknassist.content import resources
from jknassist.gui.style import illustrations, svg
from jknassist.gui.style.illustrations import Illustration, illustration
from jknassist.gui.style.palette import DARK, LIGHT
from jknassist.gui.style.svg import ROLES
from tests.conftest import ROOT
from tests.support.colours import solid_colours
from tests.support.plain_svg import assert_plain

FILES = sorted((ROOT / "resources" / "illustrations").iterdir())
SOURCES = sorted((ROOT / "jknassist").rglob("*.py"))


def test_every_file_has_a_name_and_every_name_a_file() -> None:
    assert {file.stem for file in FILES} == {name.value for name in Illustration}


@pytest.mark.parametrize("name", Illustration)
def test_each_is_used(name: Illustration) -> None:
    texts = (file.read_text() for file in SOURCES if file != Path(illustrations.__file__))
    assert any(f"Illustration.{name.name}" in text for text in texts)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_is_small_and_plain(file: Path) -> None:
    assert_plain(file, 4096)


@pytest.mark.parametrize("name", Illustration)
def test_it_fits_and_follows_the_palette(name: Illustration, qapp: QApplication) -> None:
    assert qapp is not None
    drawn = illustration(name, QSize(400, 300), LIGHT)
    assert drawn.width() == 400 or drawn.height() == 300
    assert drawn.width() <= 400
    assert drawn.height() <= 300
    dark = solid_colours(illustration(name, QSize(400, 300), DARK).toImage())
    swapped = {getattr(LIGHT, role) for role in ROLES} - set(DARK)
    assert dark
    assert not dark & swapped


def test_a_missing_file_is_left_out(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qapp is not None

    def missing(name: str) -> bytes:
        raise resources.ResourceError(name)

    monkeypatch.setattr(svg, "read", missing)
    assert illustration(Illustration.PICK, QSize(40, 40), LIGHT).isNull()
