"""Announcements to a screen reader: whole sentences, in time, only about visible widgets."""

from types import SimpleNamespace

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from jknassist.gui.qt import announcements
from jknassist.gui.qt.announcements import announce, ended, set_announced_text

Politeness = QAccessible.AnnouncementPoliteness


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, Politeness]]:
    """Let a screen reader be there, and keep what it is told."""
    heard: list[tuple[str, Politeness]] = []

    def update(event: QAccessibleAnnouncementEvent) -> None:
        heard.append((event.message(), event.politeness()))

    reader = SimpleNamespace(updateAccessibility=update, AnnouncementPoliteness=Politeness)
    reader.isActive = lambda: True
    monkeypatch.setattr(announcements, "QAccessible", reader)
    return heard


@pytest.fixture
def label(qtbot: QtBot) -> QLabel:
    label = QLabel("Sudah dicoba")
    qtbot.addWidget(label)
    label.show()
    return label


Spoken = list[tuple[str, Politeness]]


def test_sentences_are_announced_once_the_keyboard_stands(
    label: QLabel, spoken: Spoken, qtbot: QtBot
) -> None:
    announce(label, "Langkah 2", "", "Coba lagi.")
    assert spoken == [], "whatever gets the keyboard now would cut it short"
    qtbot.waitUntil(lambda: bool(spoken))
    assert spoken == [("Langkah 2. Coba lagi.", Politeness.Polite)]


def test_what_is_urgent_interrupts(label: QLabel, spoken: Spoken, qtbot: QtBot) -> None:
    announce(label, "Pilih satu jawaban dulu.", urgent=True)
    qtbot.waitUntil(lambda: bool(spoken))
    assert spoken[0][1] is Politeness.Assertive


def test_a_page_that_was_only_passed_is_not_announced(
    label: QLabel, spoken: Spoken, qtbot: QtBot
) -> None:
    passed = QLabel("Dilewati")
    qtbot.addWidget(passed)
    announce(passed, "Langkah 2")
    announce(label, "Langkah 3")
    qtbot.waitUntil(lambda: bool(spoken))
    assert [text for text, _ in spoken] == ["Langkah 3."]


def test_nothing_is_announced_without_a_screen_reader(
    label: QLabel, spoken: Spoken, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as gone:
        gone.setattr("jknassist.gui.qt.announcements.QAccessible.isActive", lambda: False)
        announce(label, "Langkah 2")
    announce(label, "Langkah 3")
    qtbot.waitUntil(lambda: bool(spoken))
    assert [text for text, _ in spoken] == ["Langkah 3."]


def test_how_something_went_is_shown_and_said(label: QLabel, spoken: Spoken, qtbot: QtBot) -> None:
    set_announced_text(label, "Sudah dicoba")
    set_announced_text(label, "Sudah dikirim ke printer")
    assert label.text() == "Sudah dikirim ke printer"
    qtbot.waitUntil(lambda: bool(spoken))
    assert [text for text, _ in spoken] == ["Sudah dikirim ke printer."], "what is new, once"


@pytest.mark.parametrize("sentence", ["Sudah.", "Sudah?", "Sudah!", "Bawa:"])
def test_a_sentence_with_an_end_gets_no_other(sentence: str) -> None:
    assert ended(sentence) == sentence
