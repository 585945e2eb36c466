"""The shipped pictures: every named one is there, each is used, all keep the rules of one hand.

The rules: two grids (96 for places and answers, 64 for what is done), lines of one thickness, the
colours that the dark look knows how to swap, no letters that depend on a font, and only the shapes
that every SVG reader draws alike. Signs are of one colour, on a grid of 24.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from jknassist.core.flow.model import Knowledge
from jknassist.core.parsing.load import load_knowledge
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import DARK, LIGHT, Palette
from jknassist.gui.style.svg import ROLES

RESOURCES = Path(__file__).parent.parent.parent / "resources"
FILES = sorted((RESOURCES / "icons").glob("*.svg"))
SIGNS = sorted((RESOURCES / "signs").iterdir())
OWN_ICON = "jknassist"
OF_PANELS = {"hapus", "salah", "nomor_lembar"}
"""SvgIcons that the program itself shows, not the content."""

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"path", "rect", "circle", "line", "polyline", "polygon", "g"}
GEOMETRY = {
    *("d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx"),
    *("width", "height", "transform"),
}
PAINT = {"fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray"}
# Quiet text is a role too, but no picture has a use for it.
COLOURS = {getattr(LIGHT, role) for role in (*ROLES, "on_mark") if role != "quiet"}
THINNEST = {"0 0 96 96": 4, "0 0 64 64": 2.3, "0 0 24 24": 2}
FINEST_DIGIT = 0.5
"""Least scale of a handset or of the digits of a code, whose lines are as much thicker."""

LARGEST = 2048
NEARLY, OPAQUE = 16, 255
"""Difference of two colours of which one was blended: rounding, not another colour."""

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
    names |= {action.picture for outcome in knowledge.outcomes for action in outcome.actions}
    names |= {picture for guide in knowledge.guides for picture in guide.pictures}
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


def grid_of(file: Path) -> str:
    return root_of(file).get("viewBox", "")


def drawn(file: Path, palette: Palette) -> QImage:
    pictures = SvgIcons(lambda name: file.with_name(f"{name}.svg").read_bytes(), palette)
    return pictures.draw(file.stem, 96).toImage().convertToFormat(QImage.Format.Format_ARGB32)


def is_halo(pixel: QColor, palette: Palette) -> bool:
    """Return whether nothing is seen there but what keeps two shapes apart, which has no edge."""
    card = QColor(palette.card)
    parts = ((pixel.red(), card.red()), (pixel.green(), card.green()), (pixel.blue(), card.blue()))
    far = max(abs(one - other) for one, other in parts)
    return far * pixel.alpha() < NEARLY * OPAQUE


def test_every_named_picture_is_there_and_every_picture_is_named() -> None:
    wanted = named_pictures() | OF_PANELS | {OWN_ICON}
    assert {file.name for file in FILES} == {f"{name}.svg" for name in wanted}


def test_a_question_an_ending_and_an_action_always_have_a_picture() -> None:
    knowledge = shipped_knowledge()
    actions = (action for outcome in knowledge.outcomes for action in outcome.actions)
    pictured = (*knowledge.steps, *knowledge.outcomes, *actions)
    assert [one.id for one in pictured if not one.picture] == []


def test_each_guide_is_illustrated() -> None:
    assert [guide.id for guide in shipped_knowledge().guides if not guide.pictures] == []


@each_file
def test_a_file_is_small_and_plain(file: Path) -> None:
    source = file.read_bytes()
    assert len(source) <= LARGEST
    assert b"\r" not in source
    assert source.endswith(b"</svg>\n")
    for unwanted in (b"<!", b"<?", b"href", b"url(", b"\t"):
        assert unwanted not in source


@each_file
def test_it_lies_on_one_of_the_two_grids(file: Path) -> None:
    root = root_of(file)
    assert root.tag == f"{SVG}svg"
    assert list(root.keys()) == ["viewBox"]
    assert grid_of(file) in {"0 0 96 96", "0 0 64 64"}


@each_file
def test_it_has_only_simple_shapes_and_no_text(file: Path) -> None:
    for element in list(root_of(file).iter())[1:]:
        assert element.tag.removeprefix(SVG) in SHAPES
        assert set(element.keys()) <= GEOMETRY | PAINT
        assert not (element.text or "").strip()
        assert not (element.tail or "").strip()
        scaled = re.search(r"scale\(([\d.]*)\)", element.get("transform", ""))
        assert scaled is None or grid_of(file) == "0 0 64 64"
        assert scaled is None or float(scaled[1]) >= FINEST_DIGIT


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
        if style["stroke"] not in {"none", style["fill"]}:
            assert float(style["stroke-width"]) >= THINNEST[grid_of(file)], name
            assert (style["stroke-linecap"], style["stroke-linejoin"]) == ("round", "round"), name


@each_file
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_qt_draws_it_and_cuts_nothing_off(file: Path, palette: Palette, qapp: QApplication) -> None:
    image = drawn(file, palette)
    assert qapp is not None
    assert (image.width(), image.height()) == (96, 96)
    rim = {(x, y) for n in range(96) for x, y in ((n, 0), (n, 95), (0, n), (95, n))}
    assert [at for at in rim if not is_halo(image.pixelColor(*at), palette)] == []
    lines = QColor(palette.accent).rgb()
    assert sum(image.pixel(x, y) == lines for x in range(96) for y in range(96)) > 300


@pytest.mark.parametrize("file", SIGNS, ids=lambda file: file.stem)
def test_a_sign_is_small_and_of_one_colour(file: Path) -> None:
    assert len(file.read_bytes()) <= LARGEST
    assert grid_of(file) == "0 0 24 24"
    for name, style in shapes_of(file):
        assert {style["fill"], style["stroke"]} <= {LIGHT.accent, "none"}, name
        assert float(style["stroke-width"]) >= THINNEST["0 0 24 24"]
