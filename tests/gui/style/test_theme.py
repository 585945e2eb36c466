"""Theme: contrast in both colour schemes, and no unknown placeholder in the style sheet."""

import ast
import re
from dataclasses import replace

import pytest

from jknassist.content import resources
from jknassist.gui.style.palette import PALETTES, ColorScheme
from jknassist.gui.style.scaling import Screen, scale_for
from jknassist.gui.style.theme import TextSize, Theme, style_sheet, theme_for
from tests.conftest import ROOT


@pytest.mark.parametrize("scheme", ColorScheme)
def test_the_style_sheet_is_filled_completely(scheme: ColorScheme) -> None:
    filled = style_sheet(resources.read("theme.qss").decode(), Theme(scheme=scheme))
    assert "@" not in filled
    assert PALETTES[scheme].paper in filled


def test_no_colour_stands_in_the_style_sheet_itself() -> None:
    assert not re.findall(r"#[0-9A-Fa-f]{6}", resources.read("theme.qss").decode())


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        ((1366, 768), 1.0),
        ((1920, 1080), 1080 / 768),
        ((1080, 1920), 1080 / 740),
        ((640, 480), 0.75),
    ],
)
def test_a_larger_screen_is_drawn_larger(size: tuple[int, int], scale: float) -> None:
    assert scale_for(*size) == pytest.approx(min(scale, 2.0), abs=0.01)


@pytest.mark.parametrize("name", ["digit", "answer", "text", "small", "tick"])
def test_the_largest_letters_are_twice_as_large(name: str) -> None:
    sizes = [Theme(letters=size.times).px(name) for size in TextSize]
    assert sizes == [sizes[0], pytest.approx(1.5 * sizes[0], abs=1), 2 * sizes[0]]


@pytest.mark.parametrize("width", [640, 1366, 1920])
def test_headings_and_bars_grow_less_and_stay_in_their_order(width: int) -> None:
    screen = Screen(width=width, height=width * 9 // 16)
    for kiosk in (False, True):
        theme = replace(theme_for(screen, kiosk=kiosk), letters=TextSize.A_PLUS_PLUS.times)
        plain = replace(theme, letters=1)
        assert theme.px("heading") > theme.px("answer") > theme.px("text")
        assert plain.px("in_bar") < theme.px("in_bar") <= 1.25 * plain.px("in_bar") + 1
        assert plain.px("way") < theme.px("way") <= 1.5 * plain.px("way") + 1


@pytest.mark.parametrize("name", ["gap", "target", "round", "icon"])
def test_the_room_around_letters_does_not_grow_with_them(name: str) -> None:
    assert len({Theme(letters=size.times).px(name) for size in TextSize}) == 1


QSS = re.compile(
    r"(?:^|[{;\s])(?:[\w-]*(?:color|background|border|padding|margin)|font-[\w-]+)\s*:"
)
"""A declaration of a style sheet."""

GUI = ROOT / "jknassist" / "gui"


def test_no_style_is_written_anywhere_else() -> None:
    for file in GUI.rglob("*.py"):
        if file.parent.name in {"style", "devtools"}:
            continue  # the report of a self-test is a web page
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not QSS.search(node.value), f"{file.name}:{node.lineno}: {node.value}"
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "setStyleSheet":
                given = ast.unparse(node.args[0])
                filled = given.startswith(("style_sheet(", "style_sheet_for("))
                assert filled or given == "''", f"{file.name}:{node.lineno}: {given}"


@pytest.mark.parametrize("written", ["color: red", "QLabel { border: none }", "font-size:3px"])
def test_a_style_is_known_as_one(written: str) -> None:
    assert QSS.search(written)
