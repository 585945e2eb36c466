"""Preview of a draft: reload, ids, faults, and the page that is kept."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from jknassist.content import resources
from jknassist.core.flow.model import Knowledge
from jknassist.gui.context import LoadedContent
from jknassist.gui.devtools.preview import Draft, PreviewWindow
from jknassist.gui.main_window import MainWindow
from jknassist.gui.style.theme import Theme
from tests.gui.conftest import Visitor
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

SMALL = small_knowledge()
FAULTS = ("isi.yaml:7: kunci belum ada", "isi.yaml:9: masih kosong")


def draft_of(knowledge: Knowledge) -> Draft:
    shipped = LoadedContent(
        knowledge=knowledge,
        plan=small_index(),
        style=resources.read("theme.qss").decode(),
        picture=lambda _name: None,
    )
    return Draft(loaded=shipped)


BROKEN = Draft(faults=FAULTS)


class PreviewDriver:
    """A content editor with a file open beside the window."""

    def __init__(self, qtbot: QtBot, draft: Draft) -> None:
        self.file = draft
        self.qtbot = qtbot
        self.window = PreviewWindow("isi.yaml", lambda: self.file, Theme())
        qtbot.addWidget(self.window)
        self.window.resize(1366, 768)
        with qtbot.waitActive(self.window):
            self.window.show()

    @property
    def main_window(self) -> MainWindow:
        assert self.window.main_window is not None
        return self.window.main_window

    @property
    def visitor(self) -> Visitor:
        return Visitor(self.main_window, self.qtbot)

    def press(self, key: Qt.Key, at: QWidget | None = None) -> None:
        QTest.keyClick(at or self.window, key)

    def save_and_reload(self, draft: Draft) -> None:
        self.file = draft
        self.press(Qt.Key.Key_F5)

    def line(self) -> str:
        return self.window.line.text()

    def faults(self) -> str:
        return self.window.faults.toPlainText() if self.window.faults.isVisible() else ""


@pytest.fixture
def open_preview(qtbot: QtBot) -> Callable[[Draft], PreviewDriver]:
    return lambda draft: PreviewDriver(qtbot, draft)


@pytest.fixture
def preview(open_preview: Callable[[Draft], PreviewDriver]) -> PreviewDriver:
    return open_preview(draft_of(SMALL))


def retitled(title: str) -> Knowledge:
    steps = (replace(step, title=f"{title} {step.id}") for step in SMALL.steps)
    return replace(SMALL, steps=tuple(steps))


def test_the_id_of_each_place_is_reported(preview: PreviewDriver) -> None:
    assert preview.line().startswith("mulai ")
    preview.visitor.choose("tidak_masuk")
    assert preview.line().startswith("nomor ")
    preview.visitor.go_back()
    assert preview.line().startswith("mulai ")
    preview.visitor.choose("pulsa")
    assert preview.line().startswith("pulsa_habis ")


def test_the_id_is_reported_for_the_next_visitor_too(preview: PreviewDriver) -> None:
    preview.visitor.choose("pulsa")
    preview.main_window.start_over()
    assert preview.line().startswith("mulai ")
    preview.visitor.choose("tidak_tahu")
    assert preview.line().startswith("periksa ")


def test_the_key_shows_the_draft_as_it_is_now_on_the_same_page(preview: PreviewDriver) -> None:
    preview.visitor.choose("tidak_tahu")
    preview.visitor.choose("sudah")
    preview.save_and_reload(draft_of(retitled("Baru")))
    assert preview.window.place() == "tunggu"
    assert preview.visitor.sees("Baru tunggu")
    preview.visitor.go_back()
    assert preview.window.place() == "periksa", "the way back is there, too"


def test_a_way_over_a_number_page_is_gone_again(preview: PreviewDriver) -> None:
    preview.visitor.choose("tidak_masuk")
    preview.visitor.choose("tidak_tahu")
    assert preview.window.place() == "periksa"
    preview.press(Qt.Key.Key_F5)
    assert preview.window.place() == "periksa"


def test_an_ending_is_shown_again(preview: PreviewDriver) -> None:
    preview.visitor.choose("pulsa")
    endings = tuple(replace(end, cause="Sebab baru.") for end in SMALL.outcomes)
    preview.save_and_reload(draft_of(replace(SMALL, outcomes=endings)))
    assert preview.window.place() == "pulsa_habis"
    assert preview.visitor.sees("Sebab baru.")


def test_where_the_way_is_gone_the_last_page_of_it_is_shown(preview: PreviewDriver) -> None:
    preview.visitor.choose("tidak_tahu")
    preview.visitor.choose("sudah")
    first, *others = SMALL.steps
    answers = tuple(replace(answer, id=f"{answer.id}_x") for answer in first.answers)
    preview.save_and_reload(
        draft_of(replace(SMALL, steps=(replace(first, answers=answers), *others)))
    )
    assert preview.window.place() == "mulai"


def test_a_broken_draft_shows_its_faults_and_the_last_sound_one_is_kept(
    preview: PreviewDriver,
) -> None:
    preview.visitor.choose("tidak_tahu")
    preview.save_and_reload(BROKEN)
    for fault in FAULTS:
        assert fault in preview.faults()
    assert "2 kesalahan" in preview.faults()
    assert preview.window.place() == ""
    preview.press(Qt.Key.Key_Escape, preview.window.faults)
    assert preview.faults() == ""
    assert preview.window.place() == "periksa"
    assert "rusak" in preview.line(), "nobody takes it for the file as it is"
    preview.visitor.choose("sudah")
    assert preview.window.place() == "tunggu"
    preview.save_and_reload(draft_of(retitled("Lagi")))
    assert preview.visitor.sees("Lagi tunggu")
    assert "rusak" not in preview.line()


def test_a_draft_that_is_broken_from_the_start_can_be_mended(
    open_preview: Callable[[Draft], PreviewDriver],
) -> None:
    preview = open_preview(BROKEN)
    assert FAULTS[0] in preview.faults()
    preview.press(Qt.Key.Key_Escape, preview.window.faults)
    assert FAULTS[0] in preview.faults(), "there is nothing else to show"
    preview.save_and_reload(draft_of(SMALL))
    assert preview.window.place() == "mulai"


def test_reloading_often_leaves_nothing_behind(preview: PreviewDriver, qtbot: QtBot) -> None:
    def windows() -> int:
        return len(preview.window.findChildren(MainWindow))

    for _ in range(5):
        preview.press(Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: windows() == 1, timeout=2000)
