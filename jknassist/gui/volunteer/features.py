"""Features of the laptop only: number list, statistics panel, large display and idle lock.

A kiosk has none of them: a list of other people's numbers must not be shown to a queue, statistics
are for the office alone, and it has covers of its own.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut

from jknassist.core.flow.model import NumberStep
from jknassist.core.flow.session import answered_steps
from jknassist.gui.main_window import MainWindow
from jknassist.gui.volunteer.idle_lock import IdleLock
from jknassist.system.local_time import local_now

if TYPE_CHECKING:
    from jknassist.content.update_preview import ContentUpdate
    from jknassist.core.export.statistics_document import StatisticsSheets
    from jknassist.core.statistics import Statistics
    from jknassist.gui.panels.panel import Panel


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
            panel = StatisticsPanel(context.statistics, context)
            panel.table_wanted.connect(partial(self._save_table, panel.statistics))
            self._give_paper(panel, panel.statistics)

    def _give_paper(self, panel: "Panel", statistics: "Statistics") -> None:
        """Show a panel in which printing, saving and copying mean the statistics."""
        panel.print_wanted.connect(partial(self._print_statistics, statistics))
        panel.save_wanted.connect(partial(self._save_statistics, statistics))
        panel.copy_wanted.connect(self._window.copy)
        self._window.show_panel(panel)

    def _print_statistics(self, statistics: "Statistics") -> None:
        from jknassist.gui.volunteer.print_panel import PrintPanel  # noqa: PLC0415

        panel = PrintPanel(self._sheets(statistics), self._window.context)
        self._show_over_statistics(panel, statistics)

    def _save_statistics(self, statistics: "Statistics") -> None:
        from jknassist.gui.panels.save_pdf import SavePanel  # noqa: PLC0415

        panel = SavePanel(self._sheets(statistics), self._window.context)
        self._show_over_statistics(panel, statistics)

    def _save_table(self, statistics: "Statistics") -> None:
        from jknassist.gui.volunteer.statistics_panel import StatisticsSavePanel  # noqa: PLC0415

        panel = StatisticsSavePanel(statistics, self._window.context)
        self._show_over_statistics(panel, statistics)

    def _show_over_statistics(self, panel: "Panel", statistics: "Statistics") -> None:
        panel.has_own_paper = True
        self._give_paper(panel, statistics)
        panel.closed.connect(self.show_statistics)

    def _sheets(self, statistics: "Statistics") -> "StatisticsSheets":
        from jknassist.core.export.statistics_document import StatisticsSheets  # noqa: PLC0415

        today = local_now().date()
        return StatisticsSheets(statistics, self._window.context.knowledge, today)

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
