"""Statistics panel: bars of visits by outcome, by day and by where they were left, or a table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jknassist.core.statistics import (
    OutcomeCount,
    Statistics,
    as_csv,
    by_day,
    by_outcome,
    by_week,
    left_by_step,
)
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.panels.save_locations import SaveRow
from jknassist.gui.volunteer.statistics_charts import ChartColumn, ColumnChart, CountBar, Share
from jknassist.gui.widgets.answer_list import direction_for
from jknassist.gui.widgets.factories import button, frame, text_label
from jknassist.system.statistics_store import StatisticsStore, StatisticsStoreError

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

OUTCOMES_SHOWN, DAYS_SHOWN, LEFT_SHOWN = 7, 14, 3
"""Bars of a chart at the most; more outcomes become one row, more days become weeks."""

BESIDE_FROM = 1000
"""Width in pixels at scale 1 from which the two charts are side by side."""


class StatisticsPanel(Panel):
    """Shows the statistics of this machine and saves them as CSV."""

    def __init__(self, store: StatisticsStore, context: UiContext) -> None:
        super().__init__(context.words.tally_title, context)
        words = context.words
        self.charts: QBoxLayout | None = None
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
            self.add_text(words.tally_text)
            self.add_text(words.tally_none, "big")
            return
        outcomes = by_outcome(statistics)
        sums = self._sums(outcomes)
        total = text_label(words.tally_total.format(count=statistics.total, days=len(days)), "big")
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(total)
        told.addWidget(text_label(words.tally_text, "hint"))
        sums.insertLayout(0, told, 2)
        self.column.addLayout(sums)
        self.bars = QWidget()
        self.table = self._table(outcomes)
        self._charts(statistics, outcomes)
        self.column.addWidget(self.bars)
        self.column.addWidget(self.table)
        self.table.hide()
        below = self._views()
        save = SaveRow(words.tally_save, "Rekap", lambda: as_csv(statistics), self.context)
        below.addWidget(save, 1)
        self.column.addLayout(below)

    def _sums(self, outcomes: Sequence[OutcomeCount]) -> QHBoxLayout:
        """Return a card each for those that were helped, that were not, and that did not say."""
        words, row = self.context.words, QHBoxLayout()
        row.setSpacing(self.context.theme.px("gap_small"))
        for count, text in (
            (sum(one.solved for one in outcomes), words.solved_yes),
            (sum(one.unsolved for one in outcomes), words.tally_unsolved),
            (sum(one.unanswered for one in outcomes), words.tally_unanswered),
        ):
            number, label = text_label(str(count), "huge"), text_label(text)
            card = frame("box", theme=self.context.theme)
            inside = QHBoxLayout()
            inside.addWidget(number)
            inside.addWidget(label, 1)
            column = card.layout()
            if isinstance(column, QVBoxLayout):
                column.addLayout(inside)
            row.addWidget(card, 1)
        return row

    def _views(self) -> QHBoxLayout:
        """Return the two buttons that show the bars or the table."""
        words, row = self.context.words, QHBoxLayout()
        row.setSpacing(self.context.theme.px("gap_small"))
        group = QButtonGroup(self)
        self.views = tuple(button(text) for text in (words.tally_bars, words.tally_table))
        for view in self.views:
            view.setCheckable(True)
            group.addButton(view)
            row.addWidget(view)
        self.views[0].setChecked(True)
        self.views[0].toggled.connect(self._turn)
        row.addSpacing(self.context.theme.px("gap"))
        return row

    def _turn(self, bars: bool) -> None:  # noqa: FBT001  a slot gets it so
        self.bars.setVisible(bars)
        self.table.setHidden(bars)

    def _charts(self, statistics: Statistics, outcomes: Sequence[OutcomeCount]) -> None:
        words = self.context.words
        self.charts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.bars)
        self.charts.setContentsMargins(0, 0, 0, 0)
        self.charts.setSpacing(self.context.theme.px("gap_small"))
        right = QVBoxLayout()
        right.setSpacing(self.context.theme.px("gap_small"))
        if outcomes:  # none where every visit was left before its first one
            found = self._rows(words.tally_outcomes_title, self._outcomes(outcomes))
            self.charts.addWidget(found, 4)
        self.charts.addLayout(right, 3)
        right.addWidget(self._days(by_day(statistics)))
        left = left_by_step(statistics)
        if left:
            title = words.tally_left_title.format(count=sum(count for _, count in left))
            named = [(self._title(step), count, 0) for step, count in left[:LEFT_SHOWN]]
            right.addWidget(self._rows(title, named, hatched=True))
        right.addStretch()

    def _outcomes(self, outcomes: Sequence[OutcomeCount]) -> list[tuple[str, int, int]]:
        """Return the rows of the most frequent outcomes, and the rest as one row."""
        rows = [(self._title(one.outcome), one.shown, one.solved) for one in outcomes]
        if len(rows) <= OUTCOMES_SHOWN:
            return rows
        rest = rows[OUTCOMES_SHOWN - 1 :]
        name = self.context.words.tally_others.format(count=len(rest))
        summed = (name, sum(row[1] for row in rest), sum(row[2] for row in rest))
        return [*rows[: OUTCOMES_SHOWN - 1], summed]

    def _days(self, days: Sequence[tuple[date, int]]) -> QWidget:
        words = self.context.words
        several = len(days) > DAYS_SHOWN
        counted = by_week(days)[-DAYS_SHOWN:] if several else days
        title = words.tally_weeks_title if several else words.tally_days_title
        months = words.months.split()
        columns = [ChartColumn(n, months[day.month - 1][:3], str(day.day)) for day, n in counted]
        return frame(
            "box",
            text_label(title, "label"),
            ColumnChart(columns, self.context),
            theme=self.context.theme,
        )

    def _table(self, outcomes: Sequence[OutcomeCount]) -> QTableWidget:
        """Return all outcomes with their counts, for who wants the numbers."""
        words = self.context.words
        counts_of = (words.tally_all, words.solved_yes, words.tally_unsolved)
        heads = (words.tally_outcomes_title, *counts_of, words.tally_unanswered)
        table = QTableWidget(len(outcomes), len(heads))
        table.setObjectName("list")
        table.setAccessibleName(words.tally_title)
        table.setHorizontalHeaderLabels(heads)
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        for row, one in enumerate(outcomes):
            counts = (one.shown, one.solved, one.unsolved, one.unanswered)
            for column, text in enumerate((self._title(one.outcome), *map(str, counts))):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                table.setItem(row, column, item)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(6 * self.context.theme.target)
        return table

    def _title(self, outcome: str) -> str:
        place = self.context.knowledge.places.get(outcome)
        return place.title if place is not None else outcome

    def _rows(
        self, title: str, rows: Sequence[tuple[str, int, int]], *, hatched: bool = False
    ) -> QWidget:
        """Return a card with a bar for each row: its name, all of it, and the part that helped."""
        gap = self.context.theme.px("gap")
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(gap)
        grid.setVerticalSpacing(self.context.theme.px("gap_small") // 2)
        most = max(count for _, count, _ in rows)
        for row, (name, count, solved) in enumerate(rows):
            bar = CountBar(Share(count / most, solved / most), self.context, hatched=hatched)
            grid.addWidget(text_label(name, "text"), row, 0)
            grid.addWidget(bar, row, 1)
            grid.addWidget(text_label(str(count), "big"), row, 2, RIGHT)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        head = title if hatched else f"{title} ({self.context.words.tally_legend})"
        if hatched:
            grid.setRowStretch(len(rows), 1)
        card = frame("box", text_label(head, "label"), theme=self.context.theme)
        column = card.layout()
        if isinstance(column, QVBoxLayout):
            column.addWidget(inside, 1)
        return card

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.charts is not None:
            wide = BESIDE_FROM * self.context.theme.scale
            self.charts.setDirection(direction_for(event.size().width(), wide))
