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
    pad.erase_all.connect(lambda: told.append("erase all"))
    keys = pad.findChildren(QPushButton)
    for key in keys:
        key.click()
    assert told == [*"123456789", "erase all", "0", "erase"]
    assert {key.focusPolicy() for key in keys} == {Qt.FocusPolicy.NoFocus}
    assert all(key.accessibleName() for key in keys)


@pytest.mark.parametrize("may_hide", [True, False])
def test_all_keys_are_equally_wide(qtbot: QtBot, *, may_hide: bool) -> None:
    pad = Keypad(small_context(), may_hide=may_hide)
    qtbot.addWidget(pad)
    pad.show()
    widths = {key.width() for key in pad.findChildren(QPushButton)}
    assert max(widths) - min(widths) <= 1, "pixels that no three columns can share"


@pytest.mark.parametrize("density", range(5))
def test_a_finger_hits_every_key_at_every_density(qtbot: QtBot, density: int) -> None:
    pad = Keypad(small_context(theme=Theme(target=90)))
    qtbot.addWidget(pad)
    pad.set_density(density)
    assert min(key.minimumHeight() for key in pad.findChildren(QPushButton)) >= 90


@pytest.mark.parametrize("density", range(5))
def test_a_key_with_words_is_as_tall_as_they_need(qtbot: QtBot, density: int) -> None:
    pad = Keypad(small_context())
    qtbot.addWidget(pad)
    (words,) = pad.findChildren(QPushButton, "key_word")
    words.setText("Hapus semua angka ini")
    words.setStyleSheet("font-size: 60px;")
    pad.set_density(density)
    needed = words.heightForWidth(words.minimumSizeHint().width())
    assert words.minimumHeight() >= needed > 2 * 60
    assert words.maximumHeight() >= needed


@pytest.mark.parametrize("density", range(5))
def test_the_box_of_a_hidden_digit_fits_on_its_key(qtbot: QtBot, density: int) -> None:
    pad = Keypad(small_context(theme=Theme(letters=2)), may_hide=True)
    qtbot.addWidget(pad)
    pad.set_density(density)
    (box,) = pad.findChildren(HiddenDigit)
    key = box.parentWidget()
    assert key is not None
    assert 0 < box.height() < key.minimumHeight()
