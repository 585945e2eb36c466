"""What the screen shows if a shipped file is lost (docs/faults.md)."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jknassist.cli import main, site_commands
from jknassist.content import resources
from jknassist.gui import content_error_window
from jknassist.gui.style.theme import Theme
from jknassist.gui.volunteer.statistics_panel import StatisticsPanel
from jknassist.system.statistics_store import StatisticsStore
from tests.gui.conftest import Visitor
from tests.support.failing_system import WORDS


@pytest.fixture(params=["knowledge.yaml", "numbering.yaml", "theme.qss"])
def lost(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Lose a file of the installation; give its name."""
    name = str(request.param)
    read = resources.read

    def without(asked: str) -> bytes:
        if asked == name:
            raise resources.ResourceError(name)
        return read(asked)

    monkeypatch.setattr(resources, "read", without)
    return name


def test_a_lost_file_is_one_plain_window(lost: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, ...]] = []

    def show(faults: tuple[str, ...]) -> int:
        told.append(faults)
        return 1

    monkeypatch.setattr(content_error_window, "show_broken", show)
    assert main.main([]) == 1
    ((fault,),) = told
    assert fault.startswith(f"{lost}:0: ")


def test_a_kiosk_that_lost_a_file_ends_to_be_tried_again(
    lost: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--site", str(tmp_path / "site.yaml"), site_commands.PART, site_commands.WINDOW]
    (tmp_path / "site.yaml").write_text("mode: kiosk\n")
    assert main.main(words) == 1, "not one of the codes after which its parent gives up"
    assert f"{lost}:0: " in capsys.readouterr().err


def test_a_count_that_was_lost_is_said_on_the_page_of_the_tally(
    visitor: Visitor, qtbot: QtBot, tmp_path: Path
) -> None:
    statistics = StatisticsStore(tmp_path)
    statistics.works = False
    panel = StatisticsPanel(statistics, visitor.window.context)
    qtbot.addWidget(panel)
    assert WORDS.tally_broken in [label.text() for label in panel.findChildren(QLabel)]


def test_a_style_sheet_of_unknown_words_is_no_reason_to_stop(visitor: Visitor) -> None:
    window = visitor.window
    window.context = replace(window.context, style="QLabel { color: @no_such_word; } /* @")
    window.apply_theme(Theme())
    assert visitor.place == window.context.knowledge.start
