"""Statistics panel: charts of visits per outcome and per day."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from jknassist.core.flow.formatting import long_date
from jknassist.core.statistics import Statistics, as_csv, by_day, by_outcome
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.panels.save_locations import SaveRow
from jknassist.gui.widgets.answer_list import direction_for
from jknassist.gui.widgets.factories import text_label
from jknassist.system.statistics_store import StatisticsStore, StatisticsStoreError

OUTCOMES_SHOWN = 8
DAYS_SHOWN = 14
BESIDE_FROM = 1000
"""Width in pixels at scale 1 from which the two charts are side by side."""


class ShareBar(QWidget):
    """A bar whose length is a share, from 0 to 1, of the longest one."""

    def __init__(self, share: float, colour: str, thick: int) -> None:
        super().__init__()
        self._share = share
        self._colour = QColor(colour)
        self._thick = thick

    @override
    def sizeHint(self) -> QSize:
        return QSize(8 * self._thick, self._thick)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - self._thick) // 2
        length = max(2, round(self.width() * self._share))
        painter.fillRect(QRect(0, top, length, self._thick), self._colour)
        painter.end()


class StatisticsPanel(Panel):
    """Shows the statistics of this machine and saves them as CSV."""

    def __init__(self, store: StatisticsStore, context: UiContext) -> None:
        super().__init__(context.words.tally_title, context)
        words = context.words
        self.charts: QBoxLayout | None = None
        self.add_text(words.tally_text)
        try:
            statistics = store.read()
        except StatisticsStoreError:
            self.add_text(words.tally_broken, "fault")
        else:
            if not store.works:
                self.add_text(words.tally_broken, "fault")
            self._show(statistics)
        self.column.addStretch()

    def _show(self, statistics: Statistics) -> None:
        words, days = self.context.words, by_day(statistics)
        if not days:
            self.add_text(words.tally_none, "big")
            return
        self.add_text(words.tally_total.format(count=statistics.total, days=len(days)), "big")
        named = [(self._title(one.outcome), one.shown) for one in by_outcome(statistics)]
        dated = [(long_date(day, words), count) for day, count in days[-DAYS_SHOWN:]]
        self.charts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.column.addLayout(self.charts)
        self.charts.setSpacing(2 * self.context.theme.px("gap"))
        self.charts.addWidget(self._chart(words.tally_outcomes_title, named[:OUTCOMES_SHOWN]), 3)
        self.charts.addWidget(self._chart(words.tally_days_title, dated), 2)
        self.column.addWidget(
            SaveRow(words.tally_save, "Rekap", lambda: as_csv(statistics), self.context)
        )

    def _title(self, outcome: str) -> str:
        place = self.context.knowledge.places.get(outcome)
        return place.title if place is not None else outcome

    def _chart(self, title: str, rows: list[tuple[str, int]]) -> QWidget:
        gap, palette = self.context.theme.px("gap"), self.context.theme.palette
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(gap)
        grid.setVerticalSpacing(self.context.theme.px("gap_small"))
        grid.addWidget(text_label(title, "label"), 0, 0, 1, 3)
        most = max(count for _, count in rows)
        for row, (name, count) in enumerate(rows, 1):
            grid.addWidget(text_label(name, "hint"), row, 0)
            grid.addWidget(ShareBar(count / most, palette.accent, gap), row, 1)
            grid.addWidget(text_label(str(count), "label"), row, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(rows) + 1, 1)
        return inside

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.charts is not None:
            wide = BESIDE_FROM * self.context.theme.scale
            self.charts.setDirection(direction_for(event.size().width(), wide))
