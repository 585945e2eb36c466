"""A main window on small content, operated as by a visitor."""

import faulthandler
import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from jknassist.content import resources, voice_pack
from jknassist.core.export.print_document import PrintDocument
from jknassist.core.flow.model import Knowledge
from jknassist.gui.context import LoadedContent
from jknassist.gui.main_window import MainWindow
from jknassist.gui.pages.number.page import NumberPage
from jknassist.gui.pages.outcome import OutcomePage
from jknassist.gui.printing import job
from jknassist.gui.printing.spooler import current_system
from jknassist.gui.printing.spooler.base import Printer
from jknassist.gui.style.theme import Theme
from jknassist.gui.volunteer.window import make_window
from jknassist.gui.widgets.answer_card import AnswerCard
from tests.support.deferred_deletion import delete_deferred
from tests.support.document_text import document_text
from tests.support.print_queue import PlayedJob, Plug, Sent, StillQueue
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index

Open = Callable[[Knowledge], MainWindow]


def _in_one_line(text: str) -> str:
    return " ".join(text.split())


class Visitor:
    """Somebody in front of the window: sees what is visible, presses what can be pressed."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot

    @property
    def place(self) -> str:
        """The id of the step or outcome on the screen."""
        return self.window.flow.place.id

    def texts(self) -> list[str]:
        """Return every text of every visible widget."""
        seen = self.window.findChildren(QWidget)
        asked = (w.text() for w in seen if w.isVisible() and hasattr(w, "text"))
        return [str(text) for text in asked]

    def sees(self, text: str) -> bool:
        """Tell whether a text stands on the screen, in one line or several."""
        return any(_in_one_line(text) in _in_one_line(seen) for seen in self.texts())

    def press(self, text: str) -> None:
        """Press the one visible button with this text; a new one appears a moment later."""
        self._qtbot.waitUntil(lambda: len(self._buttons(text)) == 1, timeout=1000)
        QTest.mouseClick(self._buttons(text)[0], Qt.MouseButton.LeftButton)

    def _buttons(self, text: str) -> list[QPushButton]:
        shown = text.replace("&", "&&")
        every = self.window.findChildren(QPushButton)
        return [b for b in every if b.isVisible() and b.text() == shown]

    def choose(self, answer_id: str) -> None:
        """Tap an answer and go on."""
        self.tap(answer_id)
        self.go_on()

    def tap(self, answer_id: str) -> None:
        """Tap an answer card of the page."""
        page = self.window.view.page
        (card,) = (c for c in page.findChildren(AnswerCard) if c.answer_id == answer_id)
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)

    def go_on(self) -> None:
        """Press Lanjut."""
        self.press(self.window.context.words.next)

    def go_back(self) -> None:
        """Press Kembali."""
        self.press(self.window.context.words.back)

    @property
    def number_page(self) -> NumberPage:
        """The number page on the screen."""
        page = self.window.view.page
        assert isinstance(page, NumberPage)
        return page

    @property
    def outcome_page(self) -> OutcomePage:
        """The ending on the screen."""
        page = self.window.view.page
        assert isinstance(page, OutcomePage)
        return page

    def key(self, key: Qt.Key, with_: Qt.KeyboardModifier | None = None) -> None:
        """Press a key wherever the keyboard is, as a person does."""
        there = QApplication.focusWidget() or self.window
        QTest.keyClick(there, key, with_ or Qt.KeyboardModifier.NoModifier)

    def type_number(self, text: str) -> None:
        """Type into the number field of the page, in place of what stands there."""
        self.number_page.entry.wipe()
        QTest.keyClicks(self.number_page.entry, text)


class StrayWindows(QObject):
    """Notes every window that opens besides ours: it would take the keyboard away."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        opens = event.type() == QEvent.Type.Show and not isinstance(watched, MainWindow)
        if opens and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture(autouse=True)
def _window_kept_while_painted() -> Iterator[None]:
    """Collect no garbage while a test runs.

    A window that only a circle of references holds is garbage once its test is through, but it is
    painted once more; Python must not choose that moment to take it away.
    """
    gc.disable()
    yield
    delete_deferred()
    gc.enable()


@pytest.fixture(autouse=True)
def _state_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the state folder of whoever runs the tests as it is."""
    monkeypatch.setenv("STATE_DIRECTORY", str(tmp_path / "state-of-the-test"))
    yield
    if not faulthandler.is_enabled():
        faulthandler.enable()  # a laptop that was run in the test stopped pytest's


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    """Give a function that opens the window on some content; no other window may open."""
    stray = StrayWindows()
    qapp.installEventFilter(stray)

    def opened(knowledge: Knowledge) -> MainWindow:
        window = make_window(
            LoadedContent(
                knowledge=knowledge,
                plan=small_index(),
                style=resources.read("theme.qss").decode(),
                picture=lambda _name: None,
            ),
            Theme(),
        )
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield opened
    qapp.removeEventFilter(stray)
    QGuiApplication.clipboard().clear()
    assert not stray.seen


@pytest.fixture
def visitor(open_window: Open, qtbot: QtBot) -> Visitor:
    """Give a visitor in front of the first page of the small content."""
    return Visitor(open_window(small_knowledge()), qtbot)


@pytest.fixture
def at_keys(visitor: Visitor, qtbot: QtBot) -> Visitor:
    """Give a visitor whose keys reach the window."""
    visitor.window.activateWindow()
    qtbot.waitUntil(visitor.window.isActiveWindow)
    return visitor


@pytest.fixture(autouse=True)
def own_memory(tmp_path: Path) -> Iterator[None]:
    """Keep what is remembered away from the settings of the person who runs the tests."""
    place = (QSettings.Format.IniFormat, QSettings.Scope.UserScope)
    QSettings.setPath(*place, str(tmp_path / "settings"))
    yield
    QSettings.setPath(*place, "")


@pytest.fixture(autouse=True)
def _no_voice_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have no voice pack, also where one is installed; a test of reading aloud brings its own."""
    monkeypatch.setattr(voice_pack, "voice_folders", lambda: ())


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Plug:
    """Give a function that connects printers."""

    def plugged(*names: str, virtual: tuple[str, ...] = ()) -> None:
        printers = (
            *(Printer(name=name) for name in names),
            *(Printer(name=n, virtual=True) for n in virtual),
        )
        monkeypatch.setattr(current_system, "spooler", lambda: StillQueue(*printers))

    plugged()
    return plugged


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> tuple[list[PrintDocument], list[PlayedJob]]:
    """Keep the documents that are printed, and the jobs, in place of a print queue."""
    documents: list[PrintDocument] = []
    jobs: list[PlayedJob] = []

    def keep(content: PrintDocument, _printer: str) -> PlayedJob:
        documents.append(content)
        jobs.append(PlayedJob())
        return jobs[-1]

    monkeypatch.setattr(job, "print_directly", keep)
    return documents, jobs


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> tuple[Sent, list[PlayedJob]]:
    """Keep what is printed, and the jobs, in place of a print queue."""
    told: Sent = []
    jobs: list[PlayedJob] = []

    def keep(content: PrintDocument, printer: str) -> PlayedJob:
        told.append((printer, content.paper, "****" in document_text(content)))
        jobs.append(PlayedJob())
        return jobs[-1]

    monkeypatch.setattr(job, "print_directly", keep)
    return told, jobs
