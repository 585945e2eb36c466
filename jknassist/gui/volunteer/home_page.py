"""First page of a laptop: the first question below a search box and two shortcuts."""

from PySide6.QtWidgets import QWidget

from jknassist.core.flow.model import Step
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.pages.choice import ChoicePage
from jknassist.gui.volunteer.search_box import SearchBox
from jknassist.gui.widgets.answer_list import BELOW_A_FIELD, AnswerList
from jknassist.gui.widgets.factories import button


class HomePage(ChoicePage):
    """Emits the place chosen from the search results, which replace the answers while shown."""

    def __init__(self, step: Step, context: UiContext) -> None:
        super().__init__(step, context)
        self._room = QWidget()
        self._room.hide()
        self.column.addWidget(self._room, 1)
        self.search_box.searching.connect(self._make_room)

    def _make_room(self, searching: bool) -> None:  # noqa: FBT001  a slot gets it so
        """Hide the answers while search results are shown."""
        self.cards.setHidden(searching)
        self._room.setVisible(searching)

    @override
    def above(self) -> QWidget:
        """Return the search box, with buttons for number list and statistics beside it."""
        self.search_box = SearchBox(self.context)
        self.search_box.chosen.connect(self.place_wanted)
        self.search_box.number_typed.connect(self.number_typed)
        self.search_box.staff_wanted.connect(self.contacts_wanted)
        self.search_box.sheet_typed.connect(self.sheet_typed)
        words = self.context.words
        buttons = [(words.list_button, self.list_wanted)]
        if self.context.statistics is not None:
            buttons.append((words.tally_button, self.statistics_wanted))
        for text, signal in buttons:
            self.search_box.top.addWidget(made := button(text))
            made.clicked.connect(signal)
        return self.search_box

    @override
    def write(self, text: str) -> bool:
        """Insert text typed anywhere on the page into the search field."""
        self.search_box.write(text)
        return True

    @override
    def make_cards(self) -> AnswerList:
        """Return the answers in flatter cards, to leave room for the search box."""
        return AnswerList(self.step.answers, self.context, BELOW_A_FIELD)
