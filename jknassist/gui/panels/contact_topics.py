"""Panels that the panel with the contacts leads to; closing one leads back to the contacts."""

from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from jknassist.core.flow.summary import ContactRow, current_contacts, retired_contacts
from jknassist.core.typing_compat import override
from jknassist.core.words import InterfaceWords
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.widgets.column_grid import lay_in_full_rows
from jknassist.gui.widgets.contact_card import ContactCard
from jknassist.gui.widgets.factories import button
from jknassist.gui.widgets.page_frame import stack_narrow
from jknassist.gui.widgets.paged_area import DENSE, DENSITIES, PagedArea

LETTERS, BRIEF_LETTERS = 46, 30
"""Width in letters, button or code included, from which contacts have two columns; fewer suffice
where they say less, or have neither button nor code.
"""

LARGE_CODE = 1.6
"""Size factor of the codes where a portrait screen has height to spare."""

DIRECT = frozenset({"phone", "whatsapp", "email", "office"})
"""Channels by which a person is reached; an app, a site or an account is another contact."""


class ContactsGrid(QWidget):
    """Contact cards in one or two columns; a retired contact cannot be copied.

    On a kiosk each has its QR code, and says in one line when it answers.
    """

    copy_wanted = Signal(str, object)

    def __init__(
        self,
        rows: tuple[ContactRow, ...],
        context: UiContext,
        *,
        retired: bool = False,
        with_code: bool = False,
    ) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(context.theme.px("gap"))
        brief = not retired and context.is_kiosk
        self._letters = BRIEF_LETTERS if brief or retired else LETTERS
        shown = with_code or brief
        self.cards = [ContactCard(row, context, brief=brief, with_code=shown) for row in rows]
        for card in self.cards:
            if retired:
                card.copy.hide()
            card.copy_wanted.connect(self.copy_wanted)
        lay_in_full_rows(self._grid, self.cards, 1)

    def arrange(self, area: PagedArea, spacing: int) -> None:
        """Use two columns if the width allows; stack what is too narrow even then."""
        width, height = area.width(), area.height()
        columns = 2 if width >= 2 * self._letters * self.fontMetrics().averageCharWidth() else 1
        self._grid.setSpacing(spacing)
        lay_in_full_rows(self._grid, self.cards, columns)
        for card in self.cards:
            card.narrow(tight=area.density >= DENSE)
            card.enlarge_code(LARGE_CODE if area.density == DENSITIES[0] else 1)
            stack_narrow(card, width // columns, height)


class _TopicPanel(Panel):
    """One topic of the help; its button and Esc lead back to the contacts."""

    update_wanted = Signal()

    def __init__(self, title: str, context: UiContext) -> None:
        super().__init__(title, context)
        self.grid: ContactsGrid | None = None

    def add_contacts(self, grid: ContactsGrid) -> None:
        """Add contact cards."""
        self.grid = grid
        self.grid.copy_wanted.connect(self.copy_wanted)
        self.column.addWidget(self.grid)

    def offer_update(self) -> None:
        """Add the button that takes new content from a file, where it belongs to the topic."""

    @override
    def set_density(self, density: int) -> None:
        super().set_density(density)
        if self.grid is not None:
            self.grid.arrange(self.area, self.column.spacing())


class OtherContactsPanel(_TopicPanel):
    """The contacts by which no person is reached at once, with their QR codes."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.words.other_contacts, context)
        rows = current_contacts(context.knowledge)
        other = tuple(row for row in rows if row.channel not in DIRECT)
        self.add_contacts(ContactsGrid(other, context, with_code=True))
        self.column.addStretch()


class OldContactsPanel(_TopicPanel):
    """Numbers that no longer work, with what replaced each."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.words.old_contacts_title, context)
        self.add_text(context.words.old_contacts_text)
        self.explain(context.words.old_contacts_text)
        self.add_contacts(ContactsGrid(retired_contacts(context.knowledge), context, retired=True))
        self.column.addStretch()


class SafetyPanel(_TopicPanel):
    """What nobody may ask for."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.words.safety_title, context)
        self.add_safety_line()
        for point in context.knowledge.safety.points:
            self.add_text(point)
        self.column.addStretch()


class GlossaryPanel(_TopicPanel):
    """The words of the app, explained."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.words.glossary_title, context)
        for term in context.knowledge.glossary:
            self.add_text(f"{term.term}: {term.meaning}")
        self.column.addStretch()


class AboutPanel(_TopicPanel):
    """What this program is."""

    def __init__(self, context: UiContext) -> None:
        super().__init__(context.words.about_title, context)
        for line in context.knowledge.about:
            self.add_text(line)
        self.column.addStretch()

    @override
    def offer_update(self) -> None:
        update = button(self.context.words.update_button, "secondary")
        update.clicked.connect(self.update_wanted)
        self.column.insertWidget(self.column.count() - 1, update)


class Topic(NamedTuple):
    """A button of the panel with the contacts, and the panel that it leads to."""

    title: Callable[[InterfaceWords], str]
    make: Callable[[UiContext], _TopicPanel]


TOPICS = (
    Topic(attrgetter("other_contacts"), OtherContactsPanel),
    Topic(attrgetter("old_contacts_title"), OldContactsPanel),
    Topic(attrgetter("safety_title"), SafetyPanel),
    Topic(attrgetter("glossary_title"), GlossaryPanel),
    Topic(attrgetter("about_title"), AboutPanel),
)
