"""The merged statistics of many machines as one HTML page, to be read and printed by an office.

It needs nothing from outside: no script, no picture, no font, no address. Bars are boxes whose
width is a share of the longest one, with the count beside them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from html import escape

from jknassist.core.export.statistics_chart import place_title, several_line
from jknassist.core.flow.formatting import format_count, long_date
from jknassist.core.flow.model import Knowledge
from jknassist.core.statistics import (
    LONGEST,
    EventKind,
    MachineState,
    OutcomeCount,
    Statistics,
    by_day,
    by_length,
    by_machine,
    by_outcome,
    implausible_days,
    left_by_step,
    total_of,
)

MOST_DAYS = 31
"""From more days than these on, a bar is a week."""

SILENT_AFTER = timedelta(days=14)
"""A machine that counted nothing for longer is marked: it is off, or its files do not arrive."""

LANGUAGE = "id"
"""The page is in Indonesian, whatever language the content has."""

LENGTH_WORDS = {
    "up_to_2_min": "sampai 2 menit",
    "up_to_5_min": "2 sampai 5 menit",
    "up_to_10_min": "5 sampai 10 menit",
    LONGEST: "lebih dari 10 menit",
}

STYLE = """
body{font:17px/1.4 sans-serif;color:#151b33;margin:2em auto;max-width:60em;padding:0 1em}
h1{font-size:1.8em;margin:0}h2{font-size:1.2em;margin:1.8em 0 .4em;break-after:avoid}
table{border-collapse:collapse;width:100%}tr{break-inside:avoid}
th,td{text-align:left;padding:.25em .6em .25em 0;vertical-align:top}
th{font-weight:normal;color:#33395a;border-bottom:1px solid #857f70}
td.n{text-align:right;white-space:nowrap;font-weight:bold}
td.b{width:38%}
.bar{border:2px solid #27348b;height:.9em;margin-top:.3em;min-width:2px}
.bar i{display:block;height:100%;background:#27348b;print-color-adjust:exact;
-webkit-print-color-adjust:exact}
.sum{font-size:1.3em;font-weight:bold}.note{background:#fdf0cc;padding:.5em .8em}
@media print{body{margin:0;max-width:none}}
"""


def statistics_html(statistics: Statistics, knowledge: Knowledge, today: date) -> str:
    """Return the page; titles of outcomes and steps come from the content in use."""
    title = "Rekap bantuan kode OTP"
    sections = (
        f"<h1>{title}</h1>",
        _head(statistics, knowledge, today),
        _clock_notes(statistics, knowledge, today),
        _outcomes(by_outcome(statistics), knowledge),
        _left(left_by_step(statistics), knowledge),
        _days(by_day(statistics), knowledge),
        _lengths(statistics),
        _machines(by_machine(statistics), knowledge, today),
    )
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>{title}</title><style>{STYLE}</style>"
    )
    body = "\n".join(filter(None, sections))
    start = f'<!DOCTYPE html>\n<html lang="{LANGUAGE}">'
    return f"{start}<head>{head}</head><body>\n{body}\n</body></html>\n"


def _head(statistics: Statistics, knowledge: Knowledge, today: date) -> str:
    days = by_day(statistics)
    made = f"Dibuat {long_date(today, knowledge.words)}."
    if not days:
        return f"<p>{made} Belum ada kunjungan yang dihitung.</p>"
    first, last = (long_date(day, knowledge.words) for day in (days[0][0], days[-1][0]))
    machines = len(by_machine(statistics))
    solved, unsolved = (
        total_of(statistics, kind) for kind in (EventKind.SOLVED, EventKind.UNSOLVED)
    )
    rows = (
        ("kunjungan", statistics.total),
        ("jawaban “Sudah berhasil”", solved),
        ("jawaban “Belum”", unsolved),
        ("berhenti sebelum ada saran", total_of(statistics, EventKind.LEFT)),
    )
    cells = "".join(
        f'<tr><td>{escape(name)}</td><td class="n sum">{count}</td><td class="b"></td></tr>'
        for name, count in ((name, format_count(count, LANGUAGE)) for name, count in rows)
    )
    where = f"{format_count(machines, LANGUAGE)} komputer, {first} sampai {last}."
    return f"<p>{made} {where}</p><table>{cells}</table>"


def _clock_notes(statistics: Statistics, knowledge: Knowledge, today: date) -> str:
    odd = implausible_days(statistics, today)
    if not odd:
        return ""
    lines = "<br>".join(
        f"{source.machine}: {long_date(source.day, knowledge.words)}" for source in odd
    )
    return (
        '<p class="note">Jam komputer ini perlu dibetulkan. Kunjungannya tetap dihitung, '
        f"tetapi harinya salah:<br>{lines}</p>"
    )


def _outcomes(outcomes: Sequence[OutcomeCount], knowledge: Knowledge) -> str:
    if not outcomes:
        return ""
    most = max(one.shown for one in outcomes)
    rows = (
        (
            _title(knowledge, one.outcome),
            _bar(one.shown, most, one.solved),
            one.shown,
            one.solved,
            one.unsolved,
            one.unanswered,
        )
        for one in outcomes
    )
    head = ("sebab", "", "ditampilkan", "Sudah", "Belum", "tidak menjawab")
    several = escape(several_line(outcomes, knowledge))
    note = f"<p>{several} Bagian bar yang penuh: dijawab “Sudah”.</p>"
    return f"<h2>Sebab yang ditemukan</h2>{note}{_table(head, rows)}"


def _left(steps: Sequence[tuple[str, int]], knowledge: Knowledge) -> str:
    if not steps:
        return ""
    named = [(_title(knowledge, step), count) for step, count in steps]
    return f"<h2>Halaman tempat orang berhenti</h2>{_bars(named)}"


def _days(days: Sequence[tuple[date, int]], knowledge: Knowledge) -> str:
    if not days:
        return ""
    if len(days) <= MOST_DAYS:
        named = [(long_date(day, knowledge.words), count) for day, count in days]
        return f"<h2>Kunjungan per hari</h2>{_bars(named)}"
    weeks = Counter[date]()
    for day, count in days:
        # Not before the first day there is, which a wrong clock can have set to the year 1.
        monday = day.toordinal() - day.weekday()
        weeks[date.fromordinal(max(1, monday))] += count
    named = [(long_date(week, knowledge.words), count) for week, count in sorted(weeks.items())]
    return f"<h2>Kunjungan per minggu (mulai Senin)</h2>{_bars(named)}"


def _lengths(statistics: Statistics) -> str:
    counts = by_length(statistics)
    if not any(count for _, count in counts):
        return ""
    named = [(LENGTH_WORDS[name], count) for name, count in counts]
    return f"<h2>Lamanya, dari halaman pertama sampai terakhir</h2>{_bars(named)}"


def _machines(machines: Sequence[MachineState], knowledge: Knowledge, today: date) -> str:
    if not machines:
        return ""
    rows = (
        (
            escape(one.machine),
            _since(one.last_day, knowledge, today),
            escape(one.version),
            _edition(one.edition, knowledge),
            one.visits,
        )
        for one in machines
    )
    head = ("komputer", "terakhir menghitung", "versi program", "edisi isi", "kunjungan")
    note = (
        f"<p>Isi yang terbaru di sini: edisi {knowledge.edition}. Yang paling lama tidak terdengar "
        "ada di atas.</p>"
    )
    return f"<h2>Komputer</h2>{note}{_table(head, rows)}"


def _edition(edition: int, knowledge: Knowledge) -> str:
    if not edition:
        return "tidak diketahui"
    return f"<strong>{edition}, lama</strong>" if edition < knowledge.edition else str(edition)


def _since(day: date, knowledge: Knowledge, today: date) -> str:
    text = escape(long_date(day, knowledge.words))
    silent = today - day > SILENT_AFTER
    return f"<strong>{text}, sudah {(today - day).days} hari</strong>" if silent else text


def _title(knowledge: Knowledge, place_id: str) -> str:
    return escape(place_title(knowledge, place_id))


def _bars(named: Sequence[tuple[str, int]]) -> str:
    most = max(count for _, count in named)
    rows = ((name, _bar(count, most, count), count) for name, count in named)
    return _table((), rows)


def _bar(count: int, most: int, filled: int) -> str:
    width = 100 * count / max(1, most)
    inside = 100 * min(filled, count) / max(1, count)
    return f'<div class="bar" style="width:{width:.1f}%"><i style="width:{inside:.1f}%"></i></div>'


def _table(head: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    heads = "".join(f"<th>{escape(name)}</th>" for name in head)
    return f"<table>{f'<tr>{heads}</tr>' if heads else ''}{''.join(map(_row, rows))}</table>"


def _row(cells: Sequence[str | int]) -> str:
    return f"<tr>{''.join(_cells(cells))}</tr>"


def _cells(cells: Sequence[str | int]) -> Iterator[str]:
    """Yield table cells: counts at the right, bars wide; texts are HTML already."""
    for cell in cells:
        if isinstance(cell, int):
            yield f'<td class="n">{format_count(cell, LANGUAGE)}</td>'
        else:
            kind = ' class="b"' if cell.startswith('<div class="bar"') else ""
            yield f"<td{kind}>{cell}</td>"
