"""Counts each visit of a window, if the office has enabled statistics."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from jknassist.system.local_time import local_now

if TYPE_CHECKING:
    from jknassist.core.flow.controller import FlowController
    from jknassist.gui.main_window import MainWindow


class VisitCounter(QObject):
    """Times the visits of a window, and counts each once when it ends."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._flow: FlowController | None = None
        self._counted: FlowController | None = None
        self._first_page = self._last_page = 0.0
        window.place_shown.connect(self._note_time)
        window.leaving.connect(self.count)

    @Slot()
    def _note_time(self) -> None:
        now = time.monotonic()
        if self._flow is not self._window.flow:
            self._flow = self._window.flow
            self._first_page = now
        self._last_page = now

    @Slot()
    def count(self) -> None:
        """Count the visit once, in its present state; one without an answer is not counted."""
        statistics, flow = self._window.context.statistics, self._window.flow
        if statistics is None or flow is self._counted:
            return
        # Imported on use: most machines have no statistics.
        from jknassist.core.visit_events import visit_events  # noqa: PLC0415
        from jknassist.system.statistics_store import StatisticsStoreError  # noqa: PLC0415

        timed = flow is self._flow
        events = visit_events(flow, self._last_page - self._first_page if timed else 0.0)
        if not events:
            return
        self._counted = flow
        edition = self._window.context.knowledge.edition
        try:
            statistics.count(events, local_now().date(), edition)
        except StatisticsStoreError:
            # A visit must not be interrupted by this; the statistics panel reports it.
            return
