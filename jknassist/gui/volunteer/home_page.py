"""The first page of a laptop: the first question, and above it the short ways of a volunteer."""

from PySide6.QtWidgets import QWidget

from jknassist.core.flow.model import Step
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.pages.choice import ChoicePage
from jknassist.gui.volunteer.search_box import SearchBox
from jknassist.gui.widgets.answer_list import BELOW_A_FIELD, AnswerList
from jknassist.gui.widgets.factories import button


class HomePage(ChoicePage):
    """Emits the place found by words; while some are shown they stand in place of the answers."""

    def __init__(self, step: Step, context: UiContext) -> None:
        super().__init__(step, context)
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
        self.finder = SearchBox(self.context)
        self.finder.chosen.connect(self.place_wanted)
        self.finder.staff_wanted.connect(self.contacts_wanted)
        words = self.context.words
        ways = [(words.list_button, self.list_wanted)]
        if self.context.statistics is not None:
            ways.append((words.tally_button, self.statistics_wanted))
        for text, signal in ways:
            self.finder.top.addWidget(way := button(text))
            way.clicked.connect(signal)
        return self.finder

    @override
    def make_cards(self) -> AnswerList:
        """Make the answers a little flatter than on other pages, to leave room for the field."""
        return AnswerList(self.step.answers, self.context, BELOW_A_FIELD)
