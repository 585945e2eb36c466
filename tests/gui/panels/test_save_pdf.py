"""The summary is saved with one press, into a folder of the person or on a stick."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from jknassist.gui.panels import save_pdf
from jknassist.gui.panels.save_pdf import free_name, places
from tests.gui.conftest import Visitor


def test_the_pdf_is_saved_with_one_press(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Folder é"
    folder.mkdir()
    monkeypatch.setattr(save_pdf, "places", lambda _parts: (("Folder contoh", folder),))
    words = visitor.window.context.words
    visitor.choose("pulsa")
    visitor.window.show_save()
    visitor.press("Folder contoh")
    (saved,) = folder.iterdir()
    assert visitor.sees(words.save_done.format(name=saved.name, place="Folder contoh"))
    assert saved.read_bytes().startswith(b"%PDF-")
    assert not visitor.window.findChildren(QFileDialog)


def test_a_folder_that_cannot_be_written_is_told(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(save_pdf, "places", lambda _: (("Flashdisk", tmp_path / "dicabut"),))
    visitor.choose("pulsa")
    visitor.window.show_save()
    visitor.press("Flashdisk")
    assert visitor.sees(visitor.window.context.words.save_failed.format(place="Flashdisk"))


def test_there_is_always_a_place_to_save_and_each_once(visitor: Visitor) -> None:
    offered = places(visitor.window.context)
    assert offered
    assert all(folder.is_dir() for _, folder in offered)
    assert len({folder for _, folder in offered}) == len(offered)


def test_a_name_that_is_taken_is_not_overwritten(tmp_path: Path) -> None:
    first = free_name(tmp_path, "2026-11-22")
    first.touch()
    second = free_name(tmp_path, "2026-11-22")
    second.touch()
    assert len({first, second, free_name(tmp_path, "2026-11-22")}) == 3
