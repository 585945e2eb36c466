"""The kiosk fills its screen, and becomes active again when it was covered or lost the focus."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.gui.kiosk import fullscreen
from jknassist.gui.kiosk.fullscreen import (
    FLAGS,
    MOST_MOVES,
    MOST_TRIES,
    FullscreenController,
    SecondaryScreenBlocker,
    beside,
    native_box,
)
from jknassist.gui.qt.x11_placement import Box

Shown = Callable[[], tuple[QWidget, FullscreenController]]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget(None, FLAGS)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def shown(qtbot: QtBot, window: QWidget) -> Shown:
    """Give a function that fills the screen with the window."""

    def show() -> tuple[QWidget, FullscreenController]:
        controller = FullscreenController(window)
        controller.take()
        qtbot.waitUntil(controller.is_in_front)
        return window, controller

    return show


def test_the_window_fills_the_screen_and_one_screen_needs_no_blocker(shown: Shown) -> None:
    window, controller = shown()
    assert window.isFullScreen()
    assert controller._blockers == []


def test_a_window_that_was_never_shown_does_not_push_itself_forward(window: QWidget) -> None:
    controller = FullscreenController(window)
    assert not controller.is_shown()
    controller._check()
    assert not controller._timer.isActive()


def test_a_window_that_was_taken_away_before_it_was_shown_comes_back(
    qtbot: QtBot, window: QWidget
) -> None:
    controller = FullscreenController(window)
    assert not controller.look()
    qtbot.waitUntil(controller.is_in_front)
    assert controller.look()


def test_a_window_in_front_is_left_alone(shown: Shown) -> None:
    window, controller = shown()
    before = window.windowHandle()
    controller.come_back()
    assert window.windowHandle() is before
    assert not controller._timer.isActive()


def test_it_comes_back_until_it_is_in_front(monkeypatch: pytest.MonkeyPatch, shown: Shown) -> None:
    window, controller = shown()
    controller._check()
    assert not controller._timer.isActive()
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    controller._check()
    assert controller._timer.isActive()
    window.showNormal()
    controller.come_back()
    assert window.isFullScreen()
    assert controller._timer.isActive()
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    told: list[int] = []
    controller.came_back.connect(told.append)
    controller.come_back()
    assert told == [1]
    assert not controller._timer.isActive()


def test_a_window_that_no_manager_has_made_large_is_made_so(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, shown: Shown
) -> None:
    window, controller = shown()
    window.resize(200, 100)
    monkeypatch.setattr(window, "isFullScreen", lambda: True)
    assert not controller.is_in_front()
    controller.come_back()
    qtbot.waitUntil(controller.is_in_front)
    assert window.size() == QGuiApplication.primaryScreen().size()


def test_the_screen_does_not_belong_to_the_window(shown: Shown) -> None:
    # PySide would delete it with the window, and Qt would use freed memory from then on.
    window, controller = shown()
    window.resize(200, 100)
    controller.come_back()
    assert "parent." not in shiboken6.dump(QGuiApplication.primaryScreen())


def test_a_native_window_that_is_gone_is_made_anew(qtbot: QtBot, shown: Shown) -> None:
    window, controller = shown()
    window.windowHandle().destroy()
    assert not controller.is_shown()
    controller.come_back()
    qtbot.waitUntil(controller.is_in_front)
    assert window.isFullScreen()


def test_a_window_that_cannot_be_shown_is_lost(
    monkeypatch: pytest.MonkeyPatch, shown: Shown
) -> None:
    _window, controller = shown()
    lost: list[bool] = []
    controller.lost.connect(lambda: lost.append(True))
    monkeypatch.setattr(controller, "is_shown", lambda: False)
    for _ in range(MOST_TRIES):
        controller.come_back()
    assert not lost
    controller.come_back()
    assert lost == [True]
    assert not controller._timer.isActive()


class DisplayThatMoves:
    """What a connection to X11 tells of a window that lies elsewhere until it is put back."""

    def __init__(self, box: Box, *, obeys: bool = True) -> None:
        self.box, self.obeys = box, obeys
        self.places: list[Box] = []

    def seen(self, _window: int) -> Box:
        return self.box

    def place(self, _window: int, box: Box) -> None:
        self.places.append(box)
        if self.obeys:
            self.box = box

    def is_viewable(self, _window: int) -> bool:
        return True

    def is_cut(self, _window: int) -> bool:
        return False

    def over(self, _window: int) -> list[int]:
        return []

    inside = over

    def watch(self, _window: int) -> None:
        pass

    def put_away(self, _windows: list[int]) -> None:
        pass


def test_a_window_that_others_move_is_put_back(shown: Shown) -> None:
    _window, controller = shown()
    display = DisplayThatMoves((300, 200, 500, 500))
    controller._stacking = display  # type: ignore[assignment]
    assert not controller.is_in_front()
    controller.come_back()
    assert display.places == [native_box(QGuiApplication.primaryScreen())]
    assert controller.is_in_front()


@pytest.fixture
def made_anew(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """Give the windows that were to be shown in a new native window."""
    made: list[QWidget] = []
    monkeypatch.setattr(fullscreen, "cover", lambda window, _screen: made.append(window))
    return made


def test_a_window_that_is_not_put_back_is_made_anew(shown: Shown, made_anew: list[QWidget]) -> None:
    window, controller = shown()
    display = DisplayThatMoves((0, 0, 300, 300), obeys=False)
    controller._stacking = display  # type: ignore[assignment]
    controller.come_back()
    assert made_anew == []
    controller.come_back()
    assert made_anew == [window]
    assert not controller.is_in_front()


@pytest.mark.usefixtures("made_anew")
def test_where_the_window_manager_insists_the_window_is_left(shown: Shown) -> None:
    """It is in front there, or the supervisor would begin anew without an end."""
    _window, controller = shown()
    display = DisplayThatMoves((0, 30, 700, 700), obeys=False)
    controller._stacking = display  # type: ignore[assignment]
    for _ in range(MOST_MOVES):
        controller.come_back()
    assert not controller.is_in_front()
    controller.come_back()
    assert controller.is_in_front()
    display.box = (300, 30, 700, 700)
    assert not controller.is_in_front(), "another place is none of its choice"


def test_a_second_screen_that_was_uncovered_is_covered_again(qtbot: QtBot, shown: Shown) -> None:
    _window, controller = shown()
    blocker = SecondaryScreenBlocker(QGuiApplication.primaryScreen())
    qtbot.addWidget(blocker)
    controller._blockers.append(blocker)
    assert not blocker.isVisible()
    controller.look()
    qtbot.waitUntil(lambda: controller._is_shown(blocker))


def test_a_blocker_that_others_move_covers_its_screen_again(
    qtbot: QtBot, shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    _window, controller = shown()
    blocker = SecondaryScreenBlocker(QGuiApplication.primaryScreen())
    qtbot.addWidget(blocker, before_close_func=lambda _widget: None)
    controller._blockers.append(blocker)
    blocker.cover()
    assert blocker.geometry() == QGuiApplication.primaryScreen().geometry()
    qtbot.waitUntil(lambda: controller._is_shown(blocker))
    covered: list[Box] = []
    monkeypatch.setattr(blocker, "cover", lambda: covered.append(blocker.wanted))
    display = DisplayThatMoves(blocker.wanted)
    controller._stacking = display  # type: ignore[assignment]
    controller.look()
    assert not covered, "it is seen where it should be"
    display.box = (300, 200, 100, 100)
    for _ in range(MOST_MOVES + 3):
        controller.look()
    assert len(covered) == MOST_MOVES, "from then on the window manager wants it there"
    display.box = blocker.wanted
    controller.look()
    display.box = (300, 200, 100, 100)
    controller.look()
    assert len(covered) == MOST_MOVES + 1


def test_a_screen_that_shows_the_same_as_the_first_is_not_covered() -> None:
    first = QGuiApplication.primaryScreen()
    assert beside(first) == []
    assert beside(None) == [first]


def test_a_covered_screen_cannot_be_closed(qtbot: QtBot) -> None:
    blocker = SecondaryScreenBlocker(QGuiApplication.primaryScreen())
    qtbot.addWidget(blocker, before_close_func=lambda _widget: None)
    blocker.show()
    assert not blocker.close()
    blocker.hide()
