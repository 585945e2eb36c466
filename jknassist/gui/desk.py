"""What only a volunteer's laptop has: list of numbers, tally, showing the member, and the cover.

A public screen has none of it. Its keyboard is a keypad, so there is nothing to search or paste
with; a list of other people's numbers does not belong before a queue; a count on a page anybody
can open is the office's business alone; and it has a cover of its own.
"""

from datetime import datetime

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from jknassist.core.knowledge import NumberStep
from jknassist.core.session import answered
from jknassist.gui.cover import CoverWatch
from jknassist.gui.window import HelpWindow
from jknassist.gui.wizard import HelpWizard


class Desk(QObject):
    """Belongs to one window and stays with it over all its visits."""

    def __init__(self, window: HelpWindow) -> None:
        super().__init__(window)
        self._window = window
        self._counted: HelpWizard | None = None
        self.cover = CoverWatch(window, lambda: window.parts)
        window.list_wanted.connect(self.show_list)
        window.tally_wanted.connect(self.show_tally)
        window.show_wanted.connect(self.show_member)
        window.leaving.connect(self.count)
        for keys, slot in (
            ("Ctrl+L", self.show_list),
            ("Ctrl+T", self.show_tally),
            ("F4", self.show_member),
        ):
            QShortcut(QKeySequence(keys), window).activated.connect(slot)

    @Slot()
    def show_list(self) -> None:
        """Lay the list of numbers over the page."""
        # Loaded here: most mornings need no list, and the first page should not wait for it.
        from jknassist.gui.panels.roll import ListPanel  # noqa: PLC0415

        self._window.lay_over(ListPanel(self._window.parts))

    @Slot()
    def show_tally(self) -> None:
        """Lay the tally over the page, where the office keeps one."""
        from jknassist.gui.panels.tally import TallyPanel  # noqa: PLC0415

        parts = self._window.parts
        if parts.ledger is not None:
            self._window.lay_over(TallyPanel(parts.ledger, parts))

    @Slot()
    def show_member(self) -> None:
        """Lay the numbers and contacts of this visit over the page, one at a time and huge."""
        from jknassist.core.summary import current_contacts  # noqa: PLC0415
        from jknassist.gui.panels.reading import ContactsPanel  # noqa: PLC0415
        from jknassist.gui.panels.showing import ShowPanel  # noqa: PLC0415

        window = self._window
        summary = window.summary()
        if summary is None or isinstance(window.panel, ContactsPanel):
            # Who was just reading all contacts wants those, not the few of the ending.
            contacts = current_contacts(window.parts.knowledge)
        else:
            contacts = summary.contacts
        window.lay_over(ShowPanel(self._numbers(), contacts, window.parts))

    def _numbers(self) -> tuple[tuple[str, str], ...]:
        words = self._window.parts.words
        given = answered(self._window.parts.knowledge, self._window.wizard.session)
        return tuple(
            (words.show_number_sim if step.compare_with else words.show_number_typed, one.number)
            for step, one in given
            if isinstance(step, NumberStep) and one.number
        )

    @Slot()
    def count(self) -> None:
        """Count the ending that a visit is left at, once; a page before it counts nothing."""
        ledger, wizard = self._window.parts.ledger, self._window.wizard
        outcome = wizard.outcome()
        if ledger is None or outcome is None or wizard is self._counted:
            return
        from jknassist.ledger import LedgerError  # noqa: PLC0415

        self._counted = wizard
        try:
            ledger.count(outcome.id, datetime.now().astimezone().date())
        except LedgerError:
            # The member in front is not to be stopped by it; the page of the tally says it.
            return
