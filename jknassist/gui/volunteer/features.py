"""Features of the laptop only: number list, statistics panel, large display and idle lock.

A kiosk has none of them: a list of other people's numbers must not be shown to a queue, statistics
are for the office alone, and it has covers of its own.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from jknassist.core.flow.model import NumberStep
from jknassist.core.flow.session import answered_steps
from jknassist.gui.main_window import MainWindow
from jknassist.gui.volunteer.idle_lock import IdleLock

if TYPE_CHECKING:
    from jknassist.content.update_preview import ContentUpdate


class VolunteerFeatures(QObject):
    """Adds the features and their shortcuts to one window, for all its visits."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.idle_lock = IdleLock(window, lambda: window.context)
        window.list_wanted.connect(self.show_list)
        window.statistics_wanted.connect(self.show_statistics)
        window.show_wanted.connect(self.show_member)
        window.update_wanted.connect(self.show_update)
        for keys, slot in (
            ("Ctrl+L", self.show_list),
            ("Ctrl+T", self.show_statistics),
            ("F4", self.show_member),
        ):
            QShortcut(QKeySequence(keys), window).activated.connect(slot)

    @Slot()
    def show_list(self) -> None:
        """Show the panel that checks a list of numbers."""
        # Imported on use: rarely needed, and the first page should not wait for it.
        from jknassist.gui.volunteer.number_list_panel import NumberListPanel  # noqa: PLC0415

        panel = NumberListPanel(self._window.context)
        panel.copy_wanted.connect(self._window.copy)
        self._window.show_panel(panel)

    @Slot()
    def show_statistics(self) -> None:
        """Show the statistics panel, if the office keeps statistics."""
        from jknassist.gui.volunteer.statistics_panel import StatisticsPanel  # noqa: PLC0415

        context = self._window.context
        if context.statistics is not None:
            self._window.show_panel(StatisticsPanel(context.statistics, context))

    @Slot()
    def show_update(self) -> None:
        """Show the panel that takes new content from a file."""
        from jknassist.gui.volunteer.content_update_panel import (  # noqa: PLC0415
            ContentUpdatePanel,
        )

        panel = ContentUpdatePanel(self._window.context, self._window.own_language)
        panel.search_wanted.connect(self.show_update)
        panel.examined.connect(self._show_review)
        self._window.show_panel(panel)

    @Slot(object)
    def _show_review(self, update: "ContentUpdate") -> None:
        from jknassist.gui.volunteer.content_update_panel import (  # noqa: PLC0415
            ContentReviewPanel,
        )

        self._window.show_panel(ContentReviewPanel(update, self._window.context))

    @Slot()
    def show_member(self) -> None:
        """Show the numbers and contacts of this visit on the large display, one at a time."""
        from jknassist.core.flow.summary import current_contacts  # noqa: PLC0415
        from jknassist.gui.panels.information import ContactsPanel  # noqa: PLC0415
        from jknassist.gui.volunteer.large_display import LargeDisplay  # noqa: PLC0415

        window = self._window
        summary = window.summary
        if summary is None or isinstance(window.panel, ContactsPanel):
            # From the panel with all contacts, all are shown, not only those of the outcome.
            contacts = current_contacts(window.context.knowledge)
            summary = None
        else:
            contacts = summary.contacts
        panel = LargeDisplay(self._numbers(), contacts, window.context, summary)
        panel.copy_wanted.connect(window.copy)
        window.show_panel(panel)

    def _numbers(self) -> tuple[tuple[str, str], ...]:
        words = self._window.context.words
        given = answered_steps(self._window.context.knowledge, self._window.flow.session)
        return tuple(
            (words.show_number_sim if step.compare_with else words.show_number_typed, one.number)
            for step, one in given
            if isinstance(step, NumberStep) and one.number
        )
