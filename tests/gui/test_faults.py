"""What the screen shows when a file that belongs to the program is lost (packaging/faults.md)."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jknassist import bundle, cli, office
from jknassist.gui import app
from jknassist.gui.panels.tally import TallyPanel
from jknassist.gui.theme import Look
from jknassist.ledger import Ledger
from tests.gui.conftest import Visitor
from tests.ill import WORDS


@pytest.fixture(params=["knowledge.yaml", "numbering.yaml", "theme.qss"])
def lost(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Lose a file of the installation; give its name."""
    name = str(request.param)
    read = bundle.read

    def without(asked: str) -> bytes:
        if asked == name:
            raise bundle.BundleError(name)
        return read(asked)

    monkeypatch.setattr(bundle, "read", without)
    return name


def test_a_lost_file_is_one_plain_window(lost: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, ...]] = []

    def show(faults: tuple[str, ...]) -> int:
        told.append(faults)
        return 1

    monkeypatch.setattr(app, "show_broken", show)
    assert cli.main([]) == 1
    ((fault,),) = told
    assert fault.startswith(f"{lost}:0: ")


def test_a_kiosk_that_lost_a_file_ends_to_be_tried_again(
    lost: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--site", str(tmp_path / "site.yaml"), office.PART, office.WINDOW]
    (tmp_path / "site.yaml").write_text("mode: kiosk\n")
    assert cli.main(words) == 1, "not one of the codes after which its parent gives up"
    assert f"{lost}:0: " in capsys.readouterr().err


def test_a_count_that_was_lost_is_said_on_the_page_of_the_tally(
    visitor: Visitor, qtbot: QtBot, tmp_path: Path
) -> None:
    ledger = Ledger(tmp_path)
    ledger.works = False
    panel = TallyPanel(ledger, visitor.window.parts)
    qtbot.addWidget(panel)
    assert WORDS.tally_broken in [label.text() for label in panel.findChildren(QLabel)]


def test_a_style_sheet_of_unknown_words_is_no_reason_to_stop(visitor: Visitor) -> None:
    window = visitor.window
    window.parts = replace(window.parts, style="QLabel { color: @no_such_word; } /* @")
    window.wear(Look())
    assert visitor.place == window.parts.knowledge.start
