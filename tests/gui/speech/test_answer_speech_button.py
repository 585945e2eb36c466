"""The button on an answer card: name, press area, and the state that is shown."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from jknassist.gui.speech.answer_speech_button import DEAD, AnswerSpeechButton
from tests.support.small_context import small_context


def made(qtbot: QtBot) -> AnswerSpeechButton:
    button = AnswerSpeechButton("Kode tidak masuk.", small_context())
    qtbot.addWidget(button)
    button.resize(button.sizeHint().width(), 80)
    return button


def test_its_name_has_the_answer(qtbot: QtBot) -> None:
    assert "Kode tidak masuk." in made(qtbot).accessibleName()


def test_its_left_edge_takes_no_press(qtbot: QtBot) -> None:
    button = made(qtbot)
    assert not button.hitButton(QPoint(DEAD - 1, 40))
    assert button.hitButton(QPoint(DEAD, 40))


def test_the_circle_is_inside_and_in_the_middle_of_its_height(qtbot: QtBot) -> None:
    button = made(qtbot)
    circle = button.circle()
    assert button.rect().toRectF().contains(circle)
    assert circle.width() == circle.height()


def test_another_sign_is_drawn_while_its_answer_is_read(qtbot: QtBot) -> None:
    button = made(qtbot)
    silent = button.grab().toImage()
    button.show_sounding(sounding=True)
    assert button.is_sounding
    assert button.grab().toImage() != silent
    button.show_sounding(sounding=False)
    assert button.grab().toImage() == silent
