"""Counts the visits of a laptop by the outcome at which each ended, for the office's statistics."""

from datetime import datetime

from PySide6.QtCore import QObject, Slot

from jknassist.core.flow.controller import FlowController
from jknassist.gui.main_window import MainWindow


class VisitCounter(QObject):
    """Counts each visit of one window once, when it is left."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._counted: FlowController | None = None
        window.leaving.connect(self.count)

    @Slot()
    def count(self) -> None:
        """Count the outcome at which the visit ends; a visit without one is not counted."""
        statistics, flow = self._window.context.statistics, self._window.flow
        outcome = flow.outcome
        if statistics is None or outcome is None or flow is self._counted:
            return
        from jknassist.system.statistics_store import StatisticsStoreError  # noqa: PLC0415

        self._counted = flow
        try:
            statistics.count(outcome.id, datetime.now().astimezone().date())
        except StatisticsStoreError:
            # A visit must not be interrupted by this; the statistics panel reports it.
            return
