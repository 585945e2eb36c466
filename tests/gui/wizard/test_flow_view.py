"""The flow view: presses move the flow."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from jknassist.core.flow.session import Session
from tests.gui.conftest import Visitor
from tests.support.event_log import EventLog


def test_a_tap_and_lanjut_lead_to_the_next_page(visitor: Visitor) -> None:
    visitor.choose("tidak_masuk")
    assert visitor.place == "nomor"


def test_going_back_keeps_the_answers(visitor: Visitor) -> None:
    visitor.choose("tidak_tahu")
    visitor.choose("sudah")
    visitor.go_back()
    assert visitor.place == "periksa"
    visitor.go_back()
    assert visitor.place == "mulai"
    visitor.go_on()
    visitor.go_on()
    assert visitor.place == "tunggu"


def test_another_answer_after_going_back_leads_elsewhere(visitor: Visitor) -> None:
    visitor.choose("tidak_tahu")
    visitor.go_back()
    visitor.choose("pulsa")
    assert visitor.place == "pulsa_habis"


def test_changing_an_answer_asks_only_what_became_new(visitor: Visitor, qtbot: QtBot) -> None:
    for answer in ("tidak_tahu", "sudah", "masuk"):
        visitor.choose(answer)
    assert visitor.place == "kode_masuk"
    visitor.window.show_review()
    visitor.window.change_answer("mulai")
    assert visitor.place == "mulai"
    visitor.choose("tidak_masuk")
    assert visitor.place == "nomor", "this question is new"
    visitor.choose("tidak_tahu")
    assert visitor.place == "kode_masuk", "the questions behind it were answered before"
    visitor.window.change_answer("mulai")
    visitor.go_on()
    qtbot.waitUntil(lambda: visitor.place == "kode_masuk")


def test_an_ending_reached_twice_tells_the_second_way(visitor: Visitor) -> None:
    visitor.choose("tidak_tahu")
    visitor.choose("tidak_tahu")
    assert visitor.place == "gangguan"
    first = visitor.window.flow.summary()
    visitor.go_back()
    visitor.choose("sudah")
    visitor.choose("tidak_tahu")
    second = visitor.window.flow.summary()
    assert first is not None
    assert second is not None
    assert len(second.tried) == len(first.tried) + 1
    assert visitor.outcome_page.summary == second


def test_mulai_lagi_wipes_everything(visitor: Visitor, qtbot: QtBot) -> None:
    visitor.choose("tidak_masuk")
    visitor.type_number("081234567890")
    old = visitor.window.flow
    visitor.window.ask_to_leave()
    visitor.press(visitor.window.context.words.leave_yes)
    assert visitor.window.flow is not old
    assert visitor.window.flow.session == Session()
    assert old.session == Session()
    assert visitor.place == "mulai"
    lines = visitor.window.findChildren
    qtbot.waitUntil(lambda: not [line for line in lines(QLineEdit) if line.text()])
    labels = visitor.window.findChildren(QLabel)
    assert labels
    assert not [label for label in labels if "0812-3456" in label.text()]


def test_a_visit_without_answers_is_wiped_without_a_question(visitor: Visitor) -> None:
    old = visitor.window.wizard
    visitor.window.ask_to_leave()
    assert visitor.window.wizard is not old


def test_no_keeps_the_visit(visitor: Visitor) -> None:
    visitor.choose("tidak_tahu")
    visitor.window.ask_to_leave()
    visitor.press(visitor.window.context.words.leave_no)
    assert visitor.place == "periksa"
    assert visitor.window.flow.session.answers


def test_a_page_is_painted_once_when_it_is_shown(visitor: Visitor, qapp: QApplication) -> None:
    qapp.processEvents()
    painted = EventLog([QEvent.Type.Paint])
    qapp.installEventFilter(painted)
    for answer in ("tidak_tahu", "sudah"):
        painted.seen.clear()
        visitor.choose(answer)
        for _ in range(5):
            qapp.processEvents()
        (heading,) = visitor.window.view.page.findChildren(QLabel, "heading")
        assert painted.seen.count(heading) == 1, visitor.place
    qapp.removeEventFilter(painted)
