"""Statistics panel: bars of visits by outcome, by day and by where they were left, or a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
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

from jknassist.core.export.statistics_chart import (
    ChartRow,
    day_chart,
    left_rows,
    outcome_rows,
    place_title,
    several_line,
)
from jknassist.core.statistics import (
    EMPTY,
    EventKind,
    OutcomeCount,
    Statistics,
    as_csv,
    by_day,
    by_outcome,
    total_of,
)
from jknassist.core.typing_compat import override
from jknassist.gui.context import UiContext
from jknassist.gui.panels.panel import Panel
from jknassist.gui.panels.save_locations import SaveRow
from jknassist.gui.style.signs import Sign
from jknassist.gui.volunteer.statistics_charts import ChartColumn, ColumnChart, CountBar, Share
from jknassist.gui.widgets.answer_list import direction_for
from jknassist.gui.widgets.factories import button, frame, text_label
from jknassist.system.statistics_store import StatisticsStore, StatisticsStoreError

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

BESIDE = QBoxLayout.Direction.LeftToRight

BESIDE_FROM = 1000
"""Width in pixels at scale 1 from which words and sums, and the charts, are side by side."""


class StatisticsPanel(Panel):
    """Shows the statistics of this machine; they can be printed, or saved as a table."""

    table_wanted = Signal()

    def __init__(self, store: StatisticsStore, context: UiContext) -> None:
        super().__init__(context.words.tally_title, context)
        words = context.words
        self.charts: QBoxLayout | None = None
        self._rows_beside: tuple[QBoxLayout, ...] = ()
        self.area.unfold = self._stack
        self.statistics = EMPTY
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
        self.statistics, self.has_own_paper = statistics, True
        outcomes = by_outcome(statistics)
        sums = self._sums(outcomes)
        count = self.context.format_count(statistics.total)
        said = words.tally_total.format(count=count, days=self.context.format_count(len(days)))
        total = text_label(said, "big")
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(total)
        if several := several_line(outcomes, self.context.knowledge):
            told.addWidget(text_label(several))
        told.addWidget(text_label(words.tally_text, "hint"))
        above = QBoxLayout(BESIDE)
        above.setSpacing(sums.spacing())
        above.addLayout(told, 2)
        above.addLayout(sums, 3)
        self._rows_beside = (sums, above)
        self.column.addLayout(above)
        self.bars = QWidget()
        self.table = self._table(outcomes)
        self._charts(statistics, outcomes)
        self.column.addWidget(self.bars)
        self.column.addWidget(self.table)
        self.table.hide()
        top = QHBoxLayout()
        self.column.removeWidget(self.heading)
        top.addWidget(self.heading, 1)
        top.addLayout(self._views())
        self.column.insertLayout(0, top)
        self.save_button = self.add_foot(words.tally_save, "secondary")
        self.save_button.clicked.connect(self.table_wanted)
        self.print_button = self.add_foot(words.print, "secondary")
        self.print_button.set_sign(Sign.PRINT)
        self.print_button.clicked.connect(self.print_wanted)

    def _sums(self, outcomes: Sequence[OutcomeCount]) -> QBoxLayout:
        """Return a card each for those that were helped, that were not, and that did not say."""
        words, row = self.context.words, QBoxLayout(BESIDE)
        row.setSpacing(self.context.theme.px("gap_small"))
        for count, text in (
            (sum(one.solved for one in outcomes), words.solved_yes),
            (sum(one.unsolved for one in outcomes), words.tally_unsolved),
            (sum(one.unanswered for one in outcomes), words.tally_unanswered),
        ):
            number, label = text_label(self.context.format_count(count), "huge"), text_label(text)
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
            rows = outcome_rows(outcomes, self.context.knowledge)
            found = self._rows(words.tally_outcomes_title, rows)
            self.charts.addWidget(found, 4)
        self.charts.addLayout(right, 3)
        right.addWidget(self._days(statistics))
        left = left_rows(statistics, self.context.knowledge)
        if left:
            count = self.context.format_count(total_of(statistics, EventKind.LEFT))
            title = words.tally_left_title.format(count=count)
            right.addWidget(self._rows(title, left, hatched=True))
        right.addStretch()

    def _days(self, statistics: Statistics) -> QWidget:
        chart = day_chart(statistics, self.context.knowledge)
        months = self.context.words.months.split()
        columns = [ChartColumn(n, months[day.month - 1][:3], str(day.day)) for day, n in chart.days]
        return frame(
            "box",
            text_label(chart.title, "label"),
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
            for column, text in enumerate(
                (place_title(self.context.knowledge, one.outcome), *map(str, counts))
            ):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(6 * self.context.theme.target)
        return table

    def _rows(self, title: str, rows: Sequence[ChartRow], *, hatched: bool = False) -> QWidget:
        """Return a card with a bar for each row: its name, all of it, and the part that helped."""
        gap = self.context.theme.px("gap")
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(gap)
        grid.setVerticalSpacing(self.context.theme.px("gap_small") // 2)
        most = max(one.count for one in rows)
        for row, one in enumerate(rows):
            share = Share(one.count / most, one.solved / most)
            grid.addWidget(text_label(one.name, "text"), row, 0)
            grid.addWidget(CountBar(share, self.context, hatched=hatched), row, 1)
            grid.addWidget(text_label(self.context.format_count(one.count), "big"), row, 2, RIGHT)
        # Questions are longer than names of outcomes, and a second line would cost a screen page.
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 1 if hatched else 2)
        head = title if hatched else f"{title} ({self.context.words.tally_legend})"
        if hatched:
            grid.setRowStretch(len(rows), 1)
        card = frame("box", text_label(head, "label"), theme=self.context.theme)
        column = card.layout()
        if isinstance(column, QVBoxLayout):
            column.addWidget(inside, 1)
        return card

    def _stack(self) -> None:
        """Put the sums below the words, and one chart below the other.

        A page break cannot go between rows of both.
        """
        for beside in (*self._rows_beside[-1:], self.charts):
            if beside is not None:
                beside.setDirection(QBoxLayout.Direction.TopToBottom)

    @override
    def set_density(self, density: int) -> None:
        """Put what stands beside each other below it where the width is not enough."""
        super().set_density(density)
        width, wide = self.area.width(), round(BESIDE_FROM * self.context.theme.scale)
        for row in (*self._rows_beside, self.charts):
            if row is not None:
                row.setDirection(BESIDE)
                few = 0 if row in self._rows_beside[:1] else wide
                row.setDirection(direction_for(width, max(few, row.minimumSize().width())))


class StatisticsSavePanel(Panel):
    """Saves the statistics as CSV, with one press for each folder."""

    def __init__(self, statistics: Statistics, context: UiContext) -> None:
        super().__init__(context.words.tally_save, context)
        question = context.words.save_text
        self.column.addWidget(SaveRow(question, "Rekap", lambda: as_csv(statistics), context))
        self.column.addStretch()
