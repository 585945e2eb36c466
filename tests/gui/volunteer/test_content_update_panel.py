"""New content from a file: found, shown with what changes, taken, refused, brought back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from jknassist.content import installed_update, loader, update_preview
from jknassist.core.flow.local_office import with_office
from jknassist.core.flow.model import Knowledge
from jknassist.core.site import Office
from jknassist.gui.panels.contact_topics import AboutPanel
from jknassist.gui.volunteer import content_update_panel
from jknassist.gui.volunteer.content_update_panel import ContentReviewPanel, ContentUpdatePanel
from jknassist.system import paths
from tests.gui.conftest import Visitor
from tests.gui.volunteer.conftest import KNOWLEDGE, OnLaptop, Start, wait_to_see
from tests.support.small_knowledge import to_yaml

WORDS = KNOWLEDGE.words
NEWER = replace(
    KNOWLEDGE,
    edition=7,
    contacts=(replace(KNOWLEDGE.contacts[0], note="0812-0000-0000"), *KNOWLEDGE.contacts[1:]),
)


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the one folder that is searched, on a machine whose user owns the program."""
    folder = tmp_path / "stick"
    folder.mkdir()
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state"))
    monkeypatch.setattr(installed_update, "_program_folder", lambda: tmp_path)
    monkeypatch.setattr(update_preview, "shipped_of", lambda _language="": KNOWLEDGE)
    monkeypatch.setattr(content_update_panel, "save_folders", lambda _context: (("USB", folder),))
    return folder


def put(folder: Path, knowledge: Knowledge) -> Path:
    path = folder / "knowledge.yaml"
    path.write_text(to_yaml(knowledge), encoding="utf-8")
    return path


def opened(start: Start) -> Visitor:
    visitor = start()
    visitor.window.show_contacts()
    visitor.press(WORDS.about_title)
    visitor.press(WORDS.update_button)
    assert isinstance(visitor.window.panel, ContentUpdatePanel)
    return visitor


def wait_for_focus(visitor: Visitor) -> None:
    visitor.window.activateWindow()
    visitor._qtbot.waitUntil(visitor.window.isActiveWindow)


def test_an_edition_is_taken_after_its_changes_were_shown(start: Start, stick: Path) -> None:
    put(stick, NEWER)
    visitor = opened(start)
    visitor.press(WORDS.update_choose.format(name="knowledge.yaml", place="USB"))
    assert isinstance(visitor.window.panel, ContentReviewPanel)
    assert any("0812-0000-0000" in text for text in visitor.texts())
    assert not installed_update.has_previous()
    wait_for_focus(visitor)
    visitor.press(WORDS.update_take)
    wait_to_see(visitor, WORDS.update_taken)
    assert visitor.window.panel.fault.isHidden(), "what went well is not told as a fault"
    assert visitor.window.panel.close_button.hasFocus(), "the keyboard goes on to closing"
    assert installed_update.file().read_bytes() == (stick / paths.CONTENT).read_bytes()


def test_who_closes_the_changes_takes_nothing(start: Start, stick: Path) -> None:
    put(stick, NEWER)
    visitor = opened(start)
    visitor.press(WORDS.update_choose.format(name="knowledge.yaml", place="USB"))
    visitor.press(WORDS.update_cancel)
    assert visitor.window.panel is None
    assert not installed_update.has_previous()


def test_a_file_that_cannot_be_used_is_refused_with_the_reason(start: Start, stick: Path) -> None:
    put(stick, KNOWLEDGE).write_text("rusak: [")
    visitor = opened(start)
    visitor.press(WORDS.update_choose.format(name="knowledge.yaml", place="USB"))
    assert isinstance(visitor.window.panel, ContentUpdatePanel)
    assert "kesalahan" in visitor.window.panel.fault.text()
    assert visitor.window.panel.message.isHidden()


def test_a_file_brought_later_is_found_on_searching_again(start: Start, stick: Path) -> None:
    visitor = opened(start)
    wait_to_see(visitor, WORDS.update_none)
    put(stick, NEWER)
    visitor.press(WORDS.update_search)
    wait_to_see(visitor, WORDS.update_choose.format(name="knowledge.yaml", place="USB"))


def test_the_edition_before_is_brought_back(start: Start, stick: Path) -> None:
    put(stick, NEWER)
    update_preview.take(update_preview.examine(stick / paths.CONTENT, KNOWLEDGE))
    visitor = opened(start)
    visitor.press(WORDS.update_restore)
    wait_to_see(visitor, WORDS.update_restored)
    assert not installed_update.has_previous()


def test_a_disk_that_takes_nothing_is_said_and_nothing_is_lost(
    start: Start, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(stick, NEWER)
    visitor = opened(start)
    visitor.press(WORDS.update_choose.format(name="knowledge.yaml", place="USB"))

    def full(_update: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(update_preview, "take", full)
    visitor.press(WORDS.update_take)
    wait_to_see(visitor, WORDS.update_failed)
    assert isinstance(visitor.window.panel, ContentReviewPanel)
    assert not visitor.window.panel.fault.isHidden()


def test_it_is_offered_only_to_who_owns_the_installation(
    start: Start, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed_update, "_program_folder", lambda: stick / "none")
    visitor = start()
    visitor.window.show_contacts()
    visitor.press(WORDS.about_title)
    panel = visitor.window.panel
    assert isinstance(panel, AboutPanel)
    assert WORDS.update_button not in {made.text() for made in panel.findChildren(QPushButton)}


@pytest.mark.parametrize("width", [1366, 1024])
def test_contacts_with_those_of_the_office_are_one_screen_page(
    on_laptop: OnLaptop, stick: Path, width: int
) -> None:
    assert stick.is_dir(), "new content may be taken from a file"
    office = Office(
        name="Kantor Contoh",
        contact="(021) 555-0100",
        checked_on=date(2026, 11, 22),
        hours="Senin sampai Jumat, 08.00 sampai 15.00",
        address="Jalan Contoh Nomor 1, Kota Contoh",
    )
    window = on_laptop(with_office(loader.knowledge_of(None), office), width)
    window.show_contacts()
    panel = window.panel
    assert panel is not None
    assert len(panel.area.screen_pages) == 1
    assert panel.next_button.isHidden()
