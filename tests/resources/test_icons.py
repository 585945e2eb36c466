"""The shipped pictures: every named one is there, each is used, all keep the rules of one hand.

The rules: one grid, thick lines, the colours that the dark look knows how to swap, no letters
that depend on a font, and only the shapes that every SVG reader draws alike.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from jknassist.core.flow.model import Knowledge
from jknassist.core.parsing.load import load_knowledge
from jknassist.gui.style.icons import ROLES, SvgIcons
from jknassist.gui.style.palette import DARK, LIGHT, Palette

RESOURCES = Path(__file__).parent.parent.parent / "resources"
FILES = sorted((RESOURCES / "icons").iterdir())
OWN_ICON = "jknassist"
OF_PANELS = {"hapus", "pengeras_suara", "salah"}
"""SvgIcons that the program itself shows, not the content."""

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"path", "rect", "circle", "line", "polyline", "polygon", "g"}
GEOMETRY = {
    *("d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx"),
    *("width", "height", "transform"),
}
PAINT = {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray"}
# Quiet text is a role too, but no picture has a use for it.
COLOURS = {getattr(LIGHT, role) for role in ROLES if role != "quiet"}
THINNEST = 4
LARGEST = 2048

Style = dict[str, str]

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@cache
def shipped_knowledge() -> Knowledge:
    knowledge, faults = load_knowledge((RESOURCES / "knowledge.yaml").read_bytes(), "shipped")
    assert knowledge is not None, faults
    return knowledge


def named_pictures() -> set[str]:
    knowledge = shipped_knowledge()
    names = {step.picture for step in knowledge.steps}
    names |= {answer.picture for step in knowledge.steps for answer in step.answers}
    names |= {outcome.picture for outcome in knowledge.outcomes}
    return names - {""}


def root_of(file: Path) -> ElementTree.Element:
    return ElementTree.fromstring(file.read_bytes())  # noqa: S314 - our own files


def painted(element: ElementTree.Element, inherited: Style) -> Iterator[tuple[str, Style]]:
    """Yield each shape's name and the paint in effect on it, as SVG hands it down."""
    style = inherited | {key: value for key, value in element.items() if key in PAINT}
    name = element.tag.removeprefix(SVG)
    if name not in {"svg", "g"}:
        yield name, style
    for child in element:
        yield from painted(child, style)


def shapes_of(file: Path) -> list[tuple[str, Style]]:
    return list(painted(root_of(file), {}))


def drawn(file: Path, palette: Palette) -> QImage:
    pictures = SvgIcons(lambda name: file.with_name(f"{name}.svg").read_bytes(), palette)
    return pictures.draw(file.stem, 96).toImage().convertToFormat(QImage.Format.Format_ARGB32)


def test_every_named_picture_is_there_and_every_picture_is_named() -> None:
    wanted = named_pictures() | OF_PANELS | {OWN_ICON}
    assert {file.name for file in FILES} == {f"{name}.svg" for name in wanted}


def test_a_question_and_an_ending_always_have_a_picture() -> None:
    knowledge = shipped_knowledge()
    pictured = (*knowledge.steps, *knowledge.outcomes)
    assert [one.id for one in pictured if not one.picture] == []


@each_file
def test_a_file_is_small_and_plain(file: Path) -> None:
    source = file.read_bytes()
    assert len(source) <= LARGEST
    assert b"\r" not in source
    assert source.endswith(b"</svg>\n")
    for unwanted in (b"<!", b"<?", b"href", b"url(", b"\t"):
        assert unwanted not in source


@each_file
def test_it_lies_on_the_grid_of_96(file: Path) -> None:
    root = root_of(file)
    assert root.tag == f"{SVG}svg"
    assert dict(root.items()) == {"viewBox": "0 0 96 96"}


@each_file
def test_it_has_only_simple_shapes_and_no_text(file: Path) -> None:
    for element in list(root_of(file).iter())[1:]:
        assert element.tag.removeprefix(SVG) in SHAPES
        assert set(element.keys()) <= GEOMETRY | PAINT
        assert not (element.text or "").strip()
        assert not (element.tail or "").strip()
        assert "scale" not in element.get("transform", ""), "a scaled line is no longer as thick"


@each_file
def test_its_colours_are_those_that_the_dark_look_swaps(file: Path) -> None:
    shapes = shapes_of(file)
    assert shapes
    for name, style in shapes:
        paints = {style.get("fill"), style.get("stroke")}  # None is SVG's own black fill
        assert paints <= COLOURS | {"none"}, name
        assert paints != {"none"}, f"a {name} that nobody sees"


@each_file
def test_its_lines_are_thick_and_round(file: Path) -> None:
    for name, style in shapes_of(file):
        if style["stroke"] != "none":
            assert float(style["stroke-width"]) >= THINNEST, name
            assert (style["stroke-linecap"], style["stroke-linejoin"]) == ("round", "round"), name


@each_file
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_qt_draws_it_and_cuts_nothing_off(file: Path, palette: Palette, qapp: QApplication) -> None:
    image = drawn(file, palette)
    assert qapp is not None
    assert (image.width(), image.height()) == (96, 96)
    rim = {(x, y) for n in range(96) for x, y in ((n, 0), (n, 95), (0, n), (95, n))}
    assert [at for at in rim if image.pixelColor(*at).alpha()] == []
    lines = QColor(palette.accent).rgb()
    assert sum(image.pixel(x, y) == lines for x in range(96) for y in range(96)) > 300
