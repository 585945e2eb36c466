"""The report of the self-test contains no personal data."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSysInfo, qWarning
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from jknassist.gui.devtools import self_test
from jknassist.gui.devtools.self_test_report import as_html
from jknassist.gui.devtools.self_test_runner import (
    SelfTestRunner,
    hide_names,
    without,
)
from tests.support.self_test_content import small_shipped
from tests.support.small_knowledge import small_knowledge

PERSON = "siti-rahayu"


Said = pytest.CaptureFixture[str]


def test_the_report_holds_system_and_pictures_and_no_person(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, runner: SelfTestRunner
) -> None:
    home = tmp_path / PERSON
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("USERNAME", PERSON)
    monkeypatch.setattr(QSysInfo, "machineHostName", lambda: "laptop-siti")

    def torn() -> None:
        qWarning(f"cannot read {home}/a.ttf of {PERSON} on laptop-siti")
        raise OSError(f"{home}/a.ttf")

    page = QLabel("halaman")
    with runner.watching():
        runner.step("baik", lambda: page)
        runner.step("rusak", torn)
    html = as_html(runner, small_knowledge())
    for private in (PERSON, str(tmp_path), "laptop-siti", str(Path(__file__).parent)):
        assert private not in html.lower()
    for told in ("Qt", "Python", "layar 1", "skala 1", "dipakai", "cannot read", "OSError ("):
        assert told in html
    assert html.count("<img ") == 1
    assert html.count("class=bad") == 1


def test_a_whole_report_is_one_file_that_asks_for_nothing_outside(tmp_path: Path) -> None:
    file = tmp_path / "laporan.html"
    assert self_test.run(small_shipped(), file) == 0
    html = file.read_text(encoding="utf-8")
    for place in small_knowledge().places:
        assert f'<img alt="halaman {place}" src="data:image/png;base64,' in html
    assert not re.search(r"(src|href)=(?!\"data:)|url\(|<script", html)


def test_a_report_that_cannot_be_written_is_said(tmp_path: Path, capsys: Said) -> None:
    assert self_test.run(small_shipped(), tmp_path / "missing" / "laporan.html") == 1
    assert "tidak dapat ditulis" in capsys.readouterr().err


def test_names_are_hidden_as_whole_words_alone(qapp: QApplication) -> None:
    assert qapp is not None
    assert without({"ani", "x", ""}, "Ani, x dan animasi") == "…, x dan animasi"
    assert without({"HP", "HP Siti"}, "Cetak di HP Siti") == "Cetak di …"
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(QLabel("USB Siti"))
    column.addWidget(QPushButton("Simpan"))
    hide_names(page, {"USB Siti"})
    assert [label.text() for label in page.findChildren(QLabel)] == ["…"]
    assert [button.text() for button in page.findChildren(QPushButton)] == ["Simpan"]
