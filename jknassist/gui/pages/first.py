"""The first page of a laptop: the first question, and above it the short ways of a volunteer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from jknassist.core.knowledge import Step
from jknassist.core.overriding import override
from jknassist.gui.answer_cards import BELOW_A_FIELD, AnswerCards
from jknassist.gui.finder import Finder
from jknassist.gui.pages.choice import ChoicePage
from jknassist.gui.parts import Parts, button


class FirstPage(ChoicePage):
    """Emits the place found by words; while some are shown they stand in place of the answers."""

    place_wanted = Signal(str)
    list_wanted = Signal()
    tally_wanted = Signal()

    def __init__(self, step: Step, parts: Parts) -> None:
        super().__init__(step, parts)
        self._room = QWidget()
        self._room.hide()
        self.column.addWidget(self._room, 1)
        self.finder.searching.connect(self._make_room)

    def _make_room(self, searching: bool) -> None:  # noqa: FBT001  a slot gets it so
        """Put what was found in the place of the answers, below the field and not spread out."""
        self.cards.setHidden(searching)
        self._room.setVisible(searching)

    @override
    def above(self) -> QWidget:
        """Make the field, with the list of numbers and the tally beside it."""
        self.finder = Finder(self.parts)
        self.finder.chosen.connect(self.place_wanted)
        words = self.parts.words
        ways = [(words.list_button, self.list_wanted)]
        if self.parts.ledger is not None:
            ways.append((words.tally_button, self.tally_wanted))
        for text, signal in ways:
            self.finder.top.addWidget(way := button(text))
            way.clicked.connect(signal)
        return self.finder

    @override
    def make_cards(self) -> AnswerCards:
        """Make the answers a little flatter than on other pages, to leave room for the field."""
        return AnswerCards(self.step.answers, self.parts, BELOW_A_FIELD)
