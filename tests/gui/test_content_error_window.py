"""The plain window for content that cannot be loaded."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from jknassist.cli import main
from jknassist.gui import content_error_window
from tests.support.plain_windows import visible_windows

CONTENT_FAULT = "isi.yaml:3: kunci tidak dikenal"


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
