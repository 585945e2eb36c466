"""The signs: each is there, used, small, and drawn in the colour that is asked for."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from jknassist.content import resources
from jknassist.gui.style import signs, svg
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.style.signs import Sign, sign
from tests.conftest import ROOT
from tests.support.colours import solid_colours
from tests.support.plain_svg import assert_plain

SIGNS = ROOT / "resources" / "signs"
SOURCES = sorted((ROOT / "jknassist").rglob("*.py"))
GRID = 24


def test_every_file_has_a_name_and_every_name_a_file() -> None:
    assert {file.stem for file in SIGNS.iterdir()} == {name.value for name in Sign}


@pytest.mark.parametrize("name", Sign)
def test_each_is_used(name: Sign) -> None:
    used = f"Sign.{name.name}"
    texts = (file.read_text() for file in SOURCES if file != Path(signs.__file__))
    assert any(used in text for text in texts)


@pytest.mark.parametrize("file", sorted(SIGNS.iterdir()), ids=lambda file: file.stem)
def test_a_file_is_small_and_plain(file: Path) -> None:
    assert_plain(file, 2048)


@pytest.mark.parametrize("name", Sign)
def test_a_sign_has_the_colour_that_is_asked_for(name: Sign, qapp: QApplication) -> None:
    assert qapp is not None
    source = resources.read(f"signs/{name}.svg").decode()
    assert f'viewBox="0 0 {GRID} {GRID}"' in source
    drawn = sign(name, 96, "#8c1c13", 2.0)
    assert drawn.size() == QSize(192, 192)
    assert drawn.deviceIndependentSize().toSize() == QSize(96, 96)
    assert solid_colours(drawn.toImage()) == {"#8C1C13"}


def test_a_missing_file_is_left_out(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    assert qapp is not None

    def missing(name: str) -> bytes:
        raise resources.ResourceError(name)

    monkeypatch.setattr(svg, "read", missing)
    assert sign(Sign.CHECK, 41, "#123456").isNull()


def test_colour_names_are_written_alike() -> None:
    assert QColor(LIGHT.accent).name().upper() == LIGHT.accent
