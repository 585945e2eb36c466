"""The preferences of the start page: packed into few rows, and what each press leads to."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from jknassist.gui.kiosk.preferences import VisitorPreferences
from jknassist.gui.kiosk.start_settings import StartSettings
from jknassist.gui.style.palette import ColorScheme
from tests.support.small_context import small_context

CHOICE = VisitorPreferences(language="id", idle_seconds=90)


def made(qtbot: QtBot, width: int, *languages: str) -> StartSettings:
    settings = StartSettings(small_context(), CHOICE, languages)
    qtbot.addWidget(settings)
    settings.resize(width, 400)
    settings.arrange(width)
    settings.show()
    return settings


def rows(settings: StartSettings) -> int:
    tops = {key.mapTo(settings, key.rect().center()).y() for key in keys(settings)}
    return len(tops)


def keys(settings: StartSettings) -> list[QPushButton]:
    return [key for key in settings.findChildren(QPushButton) if key.isVisible()]


def test_a_narrower_place_takes_more_rows(qtbot: QtBot) -> None:
    assert rows(made(qtbot, 2000, "id", "en")) == 1
    assert rows(made(qtbot, 500, "id", "en")) > 1


def test_one_language_alone_is_not_offered(qtbot: QtBot) -> None:
    assert len(keys(made(qtbot, 2000, "id"))) + 2 == len(keys(made(qtbot, 2000, "id", "en")))


@pytest.mark.parametrize(
    ("number", "leads_to"),
    [
        (1, CHOICE.with_language("en")),
        (2, CHOICE.with_scheme(ColorScheme.DARK)),
        (4, CHOICE.with_size(1.5)),
        (6, replace(CHOICE, reach=True)),
    ],
)
def test_a_press_leads_to_other_preferences(
    qtbot: QtBot, number: int, leads_to: VisitorPreferences
) -> None:
    settings = made(qtbot, 2000, "id", "en")
    with qtbot.waitSignal(settings.chosen) as told:
        keys(settings)[number].click()
    assert told.args == [leads_to]
