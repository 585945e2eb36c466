"""The summary is saved with one press into a folder or onto a USB stick."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from jknassist.gui.panels import save_pdf
from jknassist.gui.panels.save_pdf import SavePanel, free_name, save_folders
from tests.gui.conftest import Visitor


def test_the_pdf_is_saved_with_one_press(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Folder é"
    folder.mkdir()
    monkeypatch.setattr(save_pdf, "save_folders", lambda _parts: (("Folder contoh", folder),))
    words = visitor.window.context.words
    visitor.choose("pulsa")
    visitor.window.show_save()
    visitor.press("Folder contoh")
    (saved,) = folder.iterdir()
    assert visitor.sees(words.save_done.format(name=saved.name, place="Folder contoh"))
    assert saved.read_bytes().startswith(b"%PDF-")
    assert not visitor.window.findChildren(QFileDialog)


def test_the_name_of_the_file_is_not_divided_where_the_line_has_room(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = "Folder dengan nama yang panjang"
    monkeypatch.setattr(save_pdf, "save_folders", lambda _parts: ((place, tmp_path),))
    visitor.window.resize(1366, 768)
    visitor.choose("pulsa")
    visitor.window.show_save()
    visitor.press(place)
    panel = visitor.window.panel
    assert isinstance(panel, SavePanel)
    panel.message.resize(1200, 60)
    assert len(panel.message.lines_of(panel.message.text())) == 1


def test_enter_after_saving_closes_and_saves_no_second_file(
    at_keys: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save_pdf, "save_folders", lambda _parts: (("Folder contoh", tmp_path),))
    at_keys.choose("pulsa")
    at_keys.window.show_save()
    at_keys.press("Folder contoh")
    at_keys.key(Qt.Key.Key_Return)
    assert at_keys.window.panel is None
    assert len(list(tmp_path.glob("*.pdf"))) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there HOME is not where folders are")
def test_a_home_without_folders_is_called_what_it_is(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    words = visitor.window.context.words
    assert save_folders(visitor.window.context)[0] == (words.place_home, tmp_path)


def test_a_folder_that_cannot_be_written_is_reported(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save_pdf, "save_folders", lambda _: (("Flashdisk", tmp_path / "dicabut"),))
    visitor.choose("pulsa")
    visitor.window.show_save()
    visitor.press("Flashdisk")
    assert visitor.sees(visitor.window.context.words.save_failed.format(place="Flashdisk"))


def test_there_is_always_a_place_to_save_and_each_once(visitor: Visitor) -> None:
    offered = save_folders(visitor.window.context)
    assert offered
    assert all(folder.is_dir() for _, folder in offered)
    assert len({folder for _, folder in offered}) == len(offered)


def test_a_name_that_is_taken_is_not_overwritten(tmp_path: Path) -> None:
    first = free_name(tmp_path, "2026-11-22", "Rekap")
    first.touch()
    second = free_name(tmp_path, "2026-11-22", "Rekap")
    second.touch()
    assert len({first, second, free_name(tmp_path, "2026-11-22", "Rekap")}) == 3
