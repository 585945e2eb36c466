"""The loudspeaker on an answer card: name, press area, and the state that is shown."""

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from jknassist.gui.speech.answer_loudspeaker import DEAD, AnswerLoudspeaker
from tests.support.small_context import small_context


def made(qtbot: QtBot) -> AnswerLoudspeaker:
    loudspeaker = AnswerLoudspeaker("Kode tidak masuk.", small_context())
    qtbot.addWidget(loudspeaker)
    loudspeaker.resize(loudspeaker.sizeHint().width(), 80)
    return loudspeaker


def test_its_name_has_the_answer(qtbot: QtBot) -> None:
    assert "Kode tidak masuk." in made(qtbot).accessibleName()


def test_its_left_edge_takes_no_press(qtbot: QtBot) -> None:
    loudspeaker = made(qtbot)
    assert not loudspeaker.hitButton(QPoint(DEAD - 1, 40))
    assert loudspeaker.hitButton(QPoint(DEAD, 40))


def test_the_circle_is_inside_and_in_the_middle_of_its_height(qtbot: QtBot) -> None:
    loudspeaker = made(qtbot)
    circle = loudspeaker.circle()
    assert loudspeaker.rect().toRectF().contains(circle)
    assert circle.width() == circle.height()


def test_another_sign_is_drawn_while_its_answer_is_read(qtbot: QtBot) -> None:
    loudspeaker = made(qtbot)
    silent = loudspeaker.grab().toImage()
    loudspeaker.show_sounding(sounding=True)
    assert loudspeaker.is_sounding
    assert loudspeaker.grab().toImage() != silent
    loudspeaker.show_sounding(sounding=False)
    assert loudspeaker.grab().toImage() == silent
