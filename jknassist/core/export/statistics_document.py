"""The statistics of one computer as a sheet of paper: counts, charts and a table.

Nothing on it is about a person: titles of outcomes and steps, days and counts.
"""

from collections.abc import Iterator
from datetime import date

from jknassist.core.export.print_document import (
    Block,
    CountRow,
    PrintDocument,
    Role,
    TableRow,
    TextLine,
)
from jknassist.core.export.statistics_chart import (
    day_chart,
    left_rows,
    outcome_rows,
    place_title,
    several_line,
    with_rest_summed,
)
from jknassist.core.flow.formatting import format_count, long_date
from jknassist.core.flow.model import Knowledge
from jknassist.core.paper import Paper
from jknassist.core.statistics import (
    EventKind,
    OutcomeCount,
    Statistics,
    by_day,
    by_outcome,
    total_of,
)

MOST_ROWS = 30
"""Rows of the table at the most, whatever the files hold; the rest is summed in the last one."""


class StatisticsSheets:
    """The statistics on each paper, cached by format: previewed, printed and saved alike."""

    file_stem = "Rekap"
    masked_number = ""

    def __init__(self, statistics: Statistics, knowledge: Knowledge, today: date) -> None:
        self._statistics, self._knowledge, self._today = statistics, knowledge, today
        self._made: dict[Paper, PrintDocument] = {}
        self.copied_text = _as_text(self.on(Paper.A4))

    def on(self, paper: Paper, *, with_number: bool = False) -> PrintDocument:  # noqa: ARG002
        """Return the document for a paper format; there is no number that could be asked for."""
        if paper not in self._made:
            self._made[paper] = statistics_document(
                self._statistics, self._knowledge, paper, self._today
            )
        return self._made[paper]


def statistics_document(
    statistics: Statistics, knowledge: Knowledge, paper: Paper, today: date
) -> PrintDocument:
    """Compose the sheet of the statistics for a paper format."""
    outcomes = by_outcome(statistics)
    title = knowledge.words.tally_title
    blocks: tuple[Block, ...] = (
        TextLine(role=Role.KICKER, text=knowledge.name),
        TextLine(role=Role.TITLE, text=title),
        *_sums(statistics, outcomes, knowledge),
        *_charts(statistics, outcomes, knowledge),
        *_table(outcomes, knowledge, paper),
        TextLine(role=Role.SMALL, text=_origin(knowledge, today)),
    )
    return PrintDocument(paper=paper, language=knowledge.language, title=title, blocks=blocks)


def _sums(
    statistics: Statistics, outcomes: tuple[OutcomeCount, ...], knowledge: Knowledge
) -> Iterator[TextLine]:
    words, days = knowledge.words, len(by_day(statistics))
    language = knowledge.language
    total = words.tally_total.format(
        count=format_count(statistics.total, language), days=format_count(days, language)
    )
    yield TextLine(role=Role.NUMBER, text=total)
    answered = _answers(
        knowledge,
        sum(one.solved for one in outcomes),
        sum(one.unsolved for one in outcomes),
        sum(one.unanswered for one in outcomes),
    )
    if outcomes:
        yield TextLine(role=Role.BODY, text=several_line(outcomes, knowledge))
        yield TextLine(role=Role.BODY, text=f"{answered}.")


def _charts(
    statistics: Statistics, outcomes: tuple[OutcomeCount, ...], knowledge: Knowledge
) -> Iterator[Block]:
    words, language = knowledge.words, knowledge.language
    if outcomes:
        yield _heading(f"{words.tally_outcomes_title} ({words.tally_legend})")
        rows = outcome_rows(outcomes, knowledge)
        most = max(row.count for row in rows)
        for row in rows:
            share, filled = row.count / most, min(row.solved, row.count) / most
            count = format_count(row.count, language)
            yield CountRow(name=row.name, count=count, share=share, filled=filled)
    chart = day_chart(statistics, knowledge)
    if chart.days:
        yield _heading(chart.title)
        most = max(count for _, count in chart.days)
        for day, visits in chart.days:
            share = visits / most
            name = long_date(day, words)
            count = format_count(visits, language)
            yield CountRow(name=name, count=count, share=share, filled=share)
    left = left_rows(statistics, knowledge)
    if left:
        count = format_count(total_of(statistics, EventKind.LEFT), language)
        yield _heading(words.tally_left_title.format(count=count))
        for row in left:
            share = row.count / left[0].count
            count = format_count(row.count, language)
            yield CountRow(name=row.name, count=count, share=share, hatched=True)


def _table(
    outcomes: tuple[OutcomeCount, ...], knowledge: Knowledge, paper: Paper
) -> Iterator[Block]:
    """Yield all outcomes; a roll is too narrow for columns and has a sentence for each."""
    words = knowledge.words
    if not outcomes:
        return
    yield _heading(words.tally_table)
    figures = (words.tally_all, words.solved_yes, words.tally_unsolved, words.tally_unanswered)
    if paper is Paper.A4:
        yield TableRow(name=words.tally_outcomes_title, cells=figures, is_head=True)
    name = words.tally_others.format(count=len(outcomes) - MOST_ROWS + 1)
    for one in with_rest_summed(outcomes, MOST_ROWS, name):
        title = place_title(knowledge, one.outcome)
        if paper is Paper.A4:
            counts = (one.shown, one.solved, one.unsolved, one.unanswered)
            # Not grouped: the table is also copied, and 25.000 is 25 to an English spreadsheet.
            yield TableRow(name=title, cells=tuple(map(str, counts)))
        else:
            shown = format_count(one.shown, knowledge.language)
            answers = _answers(knowledge, one.solved, one.unsolved, one.unanswered)
            yield TextLine(role=Role.DETAIL, text=f"{title}: {shown} ({answers})")


def _answers(knowledge: Knowledge, solved: int, unsolved: int, unanswered: int) -> str:
    words = knowledge.words
    named = (
        (words.solved_yes, solved),
        (words.tally_unsolved, unsolved),
        (words.tally_unanswered, unanswered),
    )
    return ", ".join(f"{name} {format_count(count, knowledge.language)}" for name, count in named)


def _origin(knowledge: Knowledge, today: date) -> str:
    made = knowledge.words.paper_made.format(date=long_date(today, knowledge.words))
    return f"{made}. {knowledge.words.tally_text}"


def _heading(text: str) -> TextLine:
    return TextLine(role=Role.HEADING, text=text)


def _as_text(document: PrintDocument) -> str:
    """Return the sheet as lines, for a message or a spreadsheet."""
    return "\n".join(filter(None, map(_line, document.blocks)))


def _line(block: Block) -> str:
    if isinstance(block, CountRow):
        return f"{block.name}: {block.count}"
    if isinstance(block, TableRow):
        return "\t".join((block.name, *block.cells))
    return block.text if isinstance(block, TextLine) else ""
