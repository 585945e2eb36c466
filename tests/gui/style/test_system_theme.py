"""The theme follows the screen and what the system prefers."""

import pytest
from PySide6.QtGui import QGuiApplication

from jknassist.gui.style import system_theme
from jknassist.gui.style.palette import ColorScheme


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scheme", ColorScheme)
def test_the_theme_has_the_preferred_scheme(
    monkeypatch: pytest.MonkeyPatch, scheme: ColorScheme
) -> None:
    monkeypatch.setattr(system_theme, "preferred_scheme", lambda: scheme)
    theme = system_theme.theme_of_screen()
    assert theme.scheme is scheme
    assert theme.smallest == 0, "a laptop is seen from nearby"


@pytest.mark.usefixtures("qapp")
def test_a_system_without_a_preference_gets_the_light_one() -> None:
    assert QGuiApplication.platformName() == "offscreen"
    assert system_theme.preferred_scheme() is ColorScheme.LIGHT
