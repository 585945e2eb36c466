"""The buttons on the answers of a page: put there, told which one sounds, taken away."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from jknassist.gui.context import UiContext
from jknassist.gui.pages.page import Page
from jknassist.gui.speech.answer_speech_button import AnswerSpeechButton
from jknassist.gui.widgets.answer_card import AnswerCard
from jknassist.gui.widgets.answer_list import AnswerList


class AnswerSpeechButtons(QObject):
    """Emits the card whose button was pressed."""

    pressed = Signal(object)

    def add_to(self, page: Page) -> None:
        """Give each answer of a page its button, once."""
        bare = [one for one in page.findChildren(AnswerList) if not one.side_buttons]
        for answers in bare:
            answers.add_side_buttons(partial(self._make, page.context))
        if bare:
            page.area.fit(afresh=True)

    def _make(self, context: UiContext, card: AnswerCard) -> QPushButton:
        made = AnswerSpeechButton(card.accessibleName(), context)
        made.clicked.connect(partial(self.pressed.emit, card))
        return made

    @staticmethod
    def show_sounding(page: QWidget, heard: QWidget | None) -> None:
        """Show on a page which card is being read; None for none."""
        for card, made in _pairs(page):
            made.show_sounding(sounding=card is heard)

    @staticmethod
    def remove_one(page: QWidget, card: AnswerCard) -> None:
        """Hide the button of an answer that cannot be heard."""
        for other, made in _pairs(page):
            made.setHidden(other is card or made.isHidden())

    @staticmethod
    def remove_from(window: QWidget) -> None:
        """Take all of them away."""
        for answers in window.findChildren(AnswerList):
            answers.remove_side_buttons()


def _pairs(page: QWidget) -> Iterator[tuple[AnswerCard, AnswerSpeechButton]]:
    for answers in page.findChildren(AnswerList):
        for card, made in zip(answers.cards, answers.side_buttons, strict=False):
            if isinstance(made, AnswerSpeechButton):
                yield card, made
