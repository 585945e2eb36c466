"""The holder of a window's theme: contexts made of one another share it."""

from dataclasses import FrozenInstanceError, replace

import pytest

from jknassist.gui.style.palette import ColorScheme
from jknassist.gui.style.theme import Theme
from tests.support.small_context import small_context
from tests.support.small_knowledge import small_knowledge


def test_every_context_of_a_window_sees_the_theme_that_was_set_last() -> None:
    first = small_context()
    second = replace(first, knowledge=small_knowledge())
    dark = Theme(scheme=ColorScheme.DARK)
    second.active_theme.now = dark
    assert first.theme is dark


def test_a_context_itself_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        small_context().is_kiosk = True  # type: ignore[misc]
