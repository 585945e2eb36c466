"""The keypad: every key is emitted, and none takes the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jknassist.gui.style.theme import Theme
from jknassist.gui.widgets.hidden_digit import HiddenDigit
from jknassist.gui.widgets.keypad import Keypad
from tests.support.small_context import small_context


def test_each_key_is_reported_and_takes_no_focus(qtbot: QtBot) -> None:
    pad = Keypad(small_context())
    qtbot.addWidget(pad)
    told: list[str] = []
    pad.digit.connect(told.append)
    pad.erase.connect(lambda: told.append("erase"))
    keys = pad.findChildren(QPushButton)
    for key in keys:
        key.click()
    assert told == [*"123456789", "0", "erase"]
    assert {key.focusPolicy() for key in keys} == {Qt.FocusPolicy.NoFocus}
    assert all(key.accessibleName() for key in keys)


def test_a_key_means_the_same_in_its_place_on_every_page(qtbot: QtBot) -> None:
    pads = [Keypad(small_context(), may_hide=may_hide) for may_hide in (True, False)]
    found = []
    for pad in pads:
        qtbot.addWidget(pad)
        pad.resize(400, 500)
        pad.show()
        keys = pad.findChildren(QPushButton)
        found.append({key.accessibleName(): key.geometry() for key in keys})
    masked, whole = found
    assert whole.keys() < masked.keys()
    assert {name: masked[name] for name in whole} == whole, "what is surplus has a place of its own"


@pytest.mark.parametrize("letters", [1, 2])
@pytest.mark.parametrize("may_hide", [True, False])
def test_all_keys_are_equally_wide(qtbot: QtBot, letters: float, *, may_hide: bool) -> None:
    pad = Keypad(small_context(theme=Theme(letters=letters)), may_hide=may_hide)
    qtbot.addWidget(pad)
    pad.show()
    pad.resize(pad.minimumSizeHint())
    widths = {key.width() for key in pad.findChildren(QPushButton)}
    assert max(widths) - min(widths) <= 1, "pixels that no three columns can share"


@pytest.mark.parametrize("density", range(5))
def test_a_finger_hits_every_key_at_every_density(qtbot: QtBot, density: int) -> None:
    pad = Keypad(small_context(theme=Theme(target=90)))
    qtbot.addWidget(pad)
    pad.set_density(density)
    assert min(key.minimumHeight() for key in pad.findChildren(QPushButton)) >= 90


@pytest.mark.parametrize("density", range(5))
def test_the_box_of_a_hidden_digit_fits_on_its_key(qtbot: QtBot, density: int) -> None:
    pad = Keypad(small_context(theme=Theme(letters=2)), may_hide=True)
    qtbot.addWidget(pad)
    pad.set_density(density)
    (box,) = pad.findChildren(HiddenDigit)
    key = box.parentWidget()
    assert key is not None
    assert 0 < box.height() < key.minimumHeight()
