"""What only a volunteer's laptop has: list of numbers, tally, showing the member, and the cover.

A public screen has none of it: a list of other people's numbers does not belong before a queue; a
count on a page anybody can open is the office's business alone; and it has a cover of its own.
"""

from datetime import datetime

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from jknassist.core.flow.controller import FlowController
from jknassist.core.flow.model import NumberStep
from jknassist.core.flow.session import answered_steps
from jknassist.gui.main_window import MainWindow
from jknassist.gui.volunteer.screen_lock import ScreenLock


class VolunteerController(QObject):
    """Belongs to one window and stays with it over all its visits."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._counted: FlowController | None = None
        self.screen_lock = ScreenLock(window, lambda: window.context)
        window.list_wanted.connect(self.show_list)
        window.statistics_wanted.connect(self.show_statistics)
        window.show_wanted.connect(self.show_member)
        window.leaving.connect(self.count)
        for keys, slot in (
            ("Ctrl+L", self.show_list),
            ("Ctrl+T", self.show_statistics),
            ("F4", self.show_member),
        ):
            QShortcut(QKeySequence(keys), window).activated.connect(slot)

    @Slot()
    def show_list(self) -> None:
        """Lay the list of numbers over the page."""
        # Loaded here: most mornings need no list, and the first page should not wait for it.
        from jknassist.gui.volunteer.number_list_panel import NumberListPanel  # noqa: PLC0415

        panel = NumberListPanel(self._window.context)
        panel.copy_wanted.connect(self._window.copy)
        self._window.show_panel(panel)

    @Slot()
    def show_statistics(self) -> None:
        """Lay the tally over the page, where the office keeps one."""
        from jknassist.gui.volunteer.statistics_panel import StatisticsPanel  # noqa: PLC0415

        context = self._window.context
        if context.statistics is not None:
            self._window.show_panel(StatisticsPanel(context.statistics, context))

    @Slot()
    def show_member(self) -> None:
        """Lay the numbers and contacts of this visit over the page, one at a time and huge."""
        from jknassist.core.flow.summary import current_contacts  # noqa: PLC0415
        from jknassist.gui.panels.information import ContactsPanel  # noqa: PLC0415
        from jknassist.gui.volunteer.large_display import LargeDisplay  # noqa: PLC0415

        window = self._window
        summary = window.flow.summary()
        if summary is None or isinstance(window.panel, ContactsPanel):
            # Who was just reading all contacts wants those, not the few of the ending.
            contacts = current_contacts(window.context.knowledge)
        else:
            contacts = summary.contacts
        window.show_panel(LargeDisplay(self._numbers(), contacts, window.context))

    def _numbers(self) -> tuple[tuple[str, str], ...]:
        words = self._window.context.words
        given = answered_steps(self._window.context.knowledge, self._window.flow.session)
        return tuple(
            (words.show_number_sim if step.compare_with else words.show_number_typed, one.number)
            for step, one in given
            if isinstance(step, NumberStep) and one.number
        )

    @Slot()
    def count(self) -> None:
        """Count the ending that a visit is left at, once; a page before it counts nothing."""
        statistics, flow = self._window.context.statistics, self._window.flow
        outcome = flow.outcome
        if statistics is None or outcome is None or flow is self._counted:
            return
        from jknassist.system.statistics_store import StatisticsStoreError  # noqa: PLC0415

        self._counted = flow
        try:
            statistics.count(outcome.id, datetime.now().astimezone().date())
        except StatisticsStoreError:
            # The member in front is not to be stopped by it; the page of the tally says it.
            return
