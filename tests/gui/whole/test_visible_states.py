"""Pixels of the pages: visible states of controls, and contrast."""

import math
from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import combinations, product

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tools import page_tour

from jknassist.content import resources
from jknassist.gui.main_window import MainWindow
from jknassist.gui.qt.application import make_application
from jknassist.gui.style.palette import ColorScheme
from jknassist.gui.style.theme import Theme, style_sheet
from jknassist.gui.widgets.factories import button
from jknassist.gui.widgets.focus_ring import OUTSIDE
from jknassist.gui.widgets.page_frame import ElidedLabel
from jknassist.gui.widgets.wrapping_button import WrappingButton
from jknassist.gui.widgets.wrapping_label import WrappingLabel
from tests.support.contrast import contrast
from tests.support.page_faults import on_leaf, shown_in
from tests.support.release_cases import often

JUST_SEEN = 2.3
"""The smallest difference of two colours that is noticed, in CIE L*a*b* of 1976."""

FRAME = 14
"""Pixels at the edge of something to press that hold its frame and no words."""

STROKE = 12
"""Pixels of one colour in a word from which on it is a stroke and not the edge of one."""

Render = Callable[[QWidget], None]
BUTTONS = (
    "",
    "primary",
    "secondary",
    "back",
    "help",
    "leave",
    "quiet",
    "language",
    "link",
    "key",
    "key_word",
    "count",
    "start",
    "setting",
    "card",
    "found",
    "reading",
    "chip",
    "group",
)
CHOSEN = ("", "setting", "card", "reading", "chip", "group")
"""Buttons of which one can be chosen."""

NEVER_DISABLED = (
    *("start", "found", "quiet", "language", "leave"),
    *("reading", "chip", "group"),
)

NO_KEYBOARD = ("button start",)
"""What stands on a public screen alone."""


def rest(_widget: QWidget) -> None:
    """Leave a widget as it is."""


def hover(widget: QWidget) -> None:
    page = widget.window()
    QTest.mouseMove(page.windowHandle(), widget.mapTo(page, widget.rect().center()))
    make_application().processEvents()
    assert widget.underMouse()


def pressed(widget: QWidget) -> None:
    hover(widget)
    assert isinstance(widget, QPushButton)
    widget.setDown(True)


def focus(widget: QWidget) -> None:
    widget.setFocus()
    assert widget.hasFocus()


def tabbed(widget: QWidget) -> None:
    """Come by the key: Qt then tells styles that the keyboard is at work."""
    before = QApplication.focusWidget()
    assert before is not None
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert widget.hasFocus()


def focus_pressed(widget: QWidget) -> None:
    focus(widget)
    pressed(widget)


def chosen(widget: QWidget) -> None:
    assert isinstance(widget, QPushButton)
    widget.setChecked(True)


def disabled(widget: QWidget) -> None:
    widget.setEnabled(False)


@cache
def lab(colour: int) -> tuple[float, float, float]:
    """Return the L*, a* and b* of a colour 0xRRGGBB under daylight."""
    channels = ((colour >> shift & 255) / 255 for shift in (16, 8, 0))
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@cache
def noticed(one: int, other: int) -> bool:
    """Tell whether somebody sees that two colours are not the same."""
    return math.dist(lab(one), lab(other)) >= JUST_SEEN


def pixels(image: QImage) -> list[int]:
    """Return the colours of an image as 0xRRGGBB, row by row."""
    whole = image.convertToFormat(QImage.Format.Format_RGB32)
    return [pixel & 0xFFFFFF for pixel in memoryview(whole.constBits()).cast("I")]


@cache
def contrast_of(one: int, other: int) -> float:
    return contrast(f"#{one:06X}", f"#{other:06X}")


class Stage:
    """A page with one thing on it in a look, drawn in one state after the other."""

    def __init__(self, qtbot: QtBot, scheme: ColorScheme) -> None:
        self._qtbot = qtbot
        self._sheet = style_sheet(resources.read("theme.qss").decode(), Theme(scheme=scheme))

    def draw(self, make: Callable[[], QWidget], state: Render) -> QImage:
        """Return a thing in a state with the ring around it; it is made anew for each."""
        page = QWidget()
        page.setObjectName("window")
        page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        other, thing = QPushButton(), make()
        column = QVBoxLayout(page)
        column.addWidget(other)
        column.addWidget(thing)
        page.setStyleSheet(self._sheet)
        page.resize(420, 300)
        self._qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        self._qtbot.waitUntil(page.isActiveWindow)
        other.setFocus()
        QTest.mouseMove(page.windowHandle(), QPoint(1, 1))
        state(thing)
        image = QImage(page.size(), QImage.Format.Format_RGB32)
        page.render(image)
        place = QRect(thing.pos(), thing.size())
        return image.copy(place.adjusted(-OUTSIDE, -OUTSIDE, OUTSIDE, OUTSIDE))


def word_button(name: str) -> Callable[[], QWidget]:
    def make() -> QWidget:
        made = button("Kartu hilang", name)
        made.setCheckable(name in CHOSEN)
        return made

    return make


def field(kind: Callable[[], QLineEdit | QPlainTextEdit], name: str) -> Callable[[], QWidget]:
    def make() -> QWidget:
        made = kind()
        made.setObjectName(name)
        return made

    return make


THINGS: dict[str, tuple[Callable[[], QWidget], tuple[Render, ...]]] = {
    **{
        f"button {name}": (
            word_button(name),
            (
                *(rest, hover, pressed, focus, focus_pressed),
                *((chosen,) if name in CHOSEN else ()),
                *((disabled,) if name not in NEVER_DISABLED else ()),
            ),
        )
        for name in BUTTONS
    },
    "field": (field(QLineEdit, ""), (rest, hover, focus, disabled)),
    "field find": (field(QLineEdit, "find"), (rest, hover, focus, disabled)),
    "list": (field(QPlainTextEdit, "list"), (rest, focus)),
}


@pytest.mark.parametrize("scheme", ColorScheme)
@pytest.mark.parametrize("name", THINGS)
def test_each_state_is_seen_to_be_another_one(qtbot: QtBot, scheme: ColorScheme, name: str) -> None:
    make, states = THINGS[name]
    stage = Stage(qtbot, scheme)
    drawn = {state.__name__: stage.draw(make, state) for state in states}
    alike = []
    for (one, first), (other, second) in combinations(drawn.items(), 2):
        assert first.size() == second.size(), "nothing moves when a state changes"
        differing = sum(map(noticed, pixels(first), pixels(second)))
        if differing < first.width() + first.height():
            alike.append(f"{one} and {other}: {differing} pixels")
    assert alike == []


@pytest.mark.parametrize("scheme", ColorScheme)
@pytest.mark.parametrize("name", [name for name in THINGS if name not in NO_KEYBOARD])
def test_the_keyboard_is_seen_from_afar(qtbot: QtBot, scheme: ColorScheme, name: str) -> None:
    """A frame two pixels thick changes by 3:1, as WCAG 2.2 asks in 2.4.13."""
    make, _ = THINGS[name]
    stage = Stage(qtbot, scheme)
    before, after = (pixels(stage.draw(make, state)) for state in (rest, focus))
    changed = [pair for pair in zip(before, after, strict=True) if contrast_of(*pair) >= 3]
    size = stage.draw(make, rest).size()
    around = 2 * (size.width() + size.height())
    # The corners are round, and what was a frame before stays one.
    assert len(changed) >= 0.9 * 2 * around - 8 * FRAME


@pytest.mark.parametrize("name", [name for name in BUTTONS if f"button {name}" not in NO_KEYBOARD])
def test_qt_puts_no_frame_of_its_own_around_the_words(qtbot: QtBot, name: str) -> None:
    make, _ = THINGS[f"button {name}"]
    stage = Stage(qtbot, ColorScheme.LIGHT)
    assert stage.draw(make, tabbed) == stage.draw(make, focus)


def strongest(image: QImage) -> float:
    """Return the contrast of the words in an image to what they stand on."""
    found = Counter(pixels(image))
    (ground, _), *_ = found.most_common(1)
    strokes = [colour for colour, count in found.items() if count >= STROKE and colour != ground]
    return max((contrast_of(ground, colour) for colour in strokes), default=1)


@pytest.mark.parametrize("scheme", ColorScheme)
@pytest.mark.parametrize("name", BUTTONS)
def test_words_stand_out_in_each_state(qtbot: QtBot, scheme: ColorScheme, name: str) -> None:
    make, states = THINGS[f"button {name}"]
    stage = Stage(qtbot, scheme)
    for state in states:
        image = stage.draw(make, state)
        edge = FRAME + OUTSIDE
        words = image.copy(image.rect().adjusted(edge, edge, -edge, -edge))
        assert strongest(words) >= (3 if state is disabled else 7), state.__name__


def kind_of(widget: QWidget) -> tuple[str, ...]:
    """Return what the style sheet can tell a widget by: its kind and names, and those around."""
    state = f"{widget.isEnabled()}{widget.property('marked')}{widget.hasFocus()}"
    around = widget.parentWidget()
    names = [type(widget).__name__, widget.objectName(), state]
    while around is not None and not around.isWindow():
        if around.objectName():
            names.append(around.objectName())
        around = around.parentWidget()
    return tuple(names)


def has_words(widget: QWidget) -> bool:
    plain = isinstance(widget, QLabel) and widget.pixmap().isNull()
    words = plain or isinstance(widget, WrappingLabel | WrappingButton | ElidedLabel | QLineEdit)
    return words and any(letter.isalnum() for letter in widget.text())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("mode", "scheme"),
    often(
        product(("laptop", "kiosk"), ColorScheme),
        ("laptop", ColorScheme.LIGHT),
        ("kiosk", ColorScheme.DARK),
    ),
)
def test_words_stand_out_from_what_they_stand_on(
    qtbot: QtBot, scheme: ColorScheme, mode: str
) -> None:
    window = page_tour.open_window(Theme(scheme=scheme), (1366, 768), kiosk=mode == "kiosk")
    qtbot.addWidget(window)
    seen: dict[tuple[str, ...], float] = {}
    for _ in page_tour.stops(window):
        measure(window, seen)
    assert {kind: ratio for kind, ratio in seen.items() if ratio < least(kind)} == {}
    assert len(seen) > 20


def least(kind: tuple[str, ...]) -> float:
    """Return the contrast that words need: 7:1, and less only where nothing can be pressed."""
    return 3 if kind[2].startswith("False") else 7


def measure(window: MainWindow, seen: dict[tuple[str, ...], float]) -> None:
    """Measure the words of each kind that was not met before."""
    fresh = {
        kind_of(widget): widget
        for widget in shown_in(window)
        if has_words(widget) and on_leaf(widget) and kind_of(widget) not in seen
    }
    if not fresh:
        return
    make_application().processEvents()
    image = window.grab().toImage()
    for kind, widget in fresh.items():
        inside = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        if not isinstance(widget, QLabel) or widget.objectName() == "digit":
            inside.adjust(FRAME // 2, FRAME // 2, -FRAME // 2, -FRAME // 2)
        seen[kind] = strongest(image.copy(inside))
