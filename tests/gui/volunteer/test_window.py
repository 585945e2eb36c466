"""How the program starts: in the size of the screen, or with one plain window when it cannot."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from jknassist.cli import main
from jknassist.content import loader, resources
from jknassist.gui import content_error_window, context
from jknassist.gui.style.theme import Theme
from jknassist.gui.volunteer import window as app

CONTENT_FAULT = "isi.yaml:3: kunci tidak dikenal"


def visible_windows() -> set[QWidget]:
    return {w for w in QApplication.topLevelWidgets() if w.isVisible()}


@pytest.fixture
def closed_by_a_person(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand for the event loop: read what the window says, press its one button."""
    read: list[str] = []
    left_by_others = visible_windows()

    def looked_at(_app: QApplication) -> int:
        (window,) = visible_windows() - left_by_others
        read.append(window.windowTitle())
        read.extend(label.text() for label in window.findChildren(QLabel))
        (close,) = window.findChildren(QPushButton)
        close.click()
        assert not window.isVisible()
        return 0

    assert qapp is not None
    monkeypatch.setattr(QApplication, "exec", looked_at)
    return read


def test_broken_content_is_one_plain_window_in_indonesian(closed_by_a_person: list[str]) -> None:
    assert content_error_window.show_broken((CONTENT_FAULT,)) == 1
    assert closed_by_a_person[0] == content_error_window.BROKEN_TITLE
    assert CONTENT_FAULT in closed_by_a_person
    assert any("165" in text for text in closed_by_a_person), "there is still somebody to call"


def test_the_window_opens_for_a_broken_file_and_the_terminal_says_the_same(
    closed_by_a_person: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "isi.yaml"
    broken.write_text("edition: satu\n", encoding="utf-8")
    assert main.main(["--knowledge", str(broken)]) == 1
    assert str(broken) in capsys.readouterr().err
    assert any(str(broken) in text for text in closed_by_a_person)


def test_hundreds_of_faults_do_not_fill_the_screen(closed_by_a_person: list[str]) -> None:
    content_error_window.show_broken(tuple(f"isi.yaml:{n}: salah" for n in range(500)))
    assert max(text.count("\n") for text in closed_by_a_person) < 20


def test_the_program_shows_the_first_question_until_it_is_closed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    left_by_others = visible_windows()

    def looked_at(_app: QApplication) -> int:
        (window,) = visible_windows() - left_by_others
        qtbot.addWidget(window)
        shown.extend(label.text() for label in window.findChildren(QLabel) if label.isVisible())
        window.close()
        return 0

    monkeypatch.setattr(QApplication, "exec", looked_at)
    assert main.main([]) == 0
    assert loader.knowledge_of(None).steps[0].title in shown


def test_a_missing_picture_leaves_its_place_empty(qtbot: QtBot) -> None:
    shipped = context.Shipped(
        knowledge=loader.knowledge_of(None),
        plan=loader.shipped_plan(),
        style=resources.read("theme.qss").decode(),
        picture=lambda _name: None,
    )
    window = app.make_window(shipped, Theme())
    qtbot.addWidget(window)
    window.show()
    assert window.isVisible()
