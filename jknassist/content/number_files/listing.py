"""Output of `jknassist list`: one line per entry as text or JSON, and a summary at the end."""

import json

from jknassist.content.number_files.reader import LeftOut
from jknassist.core.flow.formatting import format_count
from jknassist.core.flow.model import Knowledge
from jknassist.core.phone.finding_text import describe_for_volunteer
from jknassist.core.phone.number_list import ListCounts, ListedNumber
from jknassist.core.phone.report import finding_json, suggestion_json
from jknassist.core.words import InterfaceWords, NumberWords


def json_line(listed: ListedNumber, words: NumberWords) -> str:
    """Return one entry as a JSON line; one that may hold a card number has none of its digits."""
    found = listed.found
    findings = found.findings if found is not None else ()
    examined = None if found is None or listed.private else found
    suggestions = examined.suggestions if examined is not None else ()
    return json.dumps(
        {
            "row": listed.row,
            "column": listed.column,
            "typed": listed.written,
            "number": examined.number if examined is not None else None,
            "verdict": found.verdict.value if found is not None else None,
            "findings": [
                finding_json(one, describe_for_volunteer(one, words, private=listed.private))
                for one in findings
            ],
            "suggestions": [suggestion_json(one) for one in suggestions],
        }
    )


def summary_line(summary: ListCounts) -> str:
    """Return the summary as the last JSON line."""
    return json.dumps({"summary": summary.as_json()})


def text_line(listed: ListedNumber, words: InterfaceWords) -> str:
    """Return one entry that needs attention as a line for a terminal."""
    what = listed.number or listed.written
    perhaps = (words.list_perhaps.format(number=listed.suggestion),) if listed.suggestion else ()
    parts = (f"{listed.row} {listed.column}:", what, *listed.sentences, *perhaps)
    return " ".join(filter(None, parts))


def summary_text(summary: ListCounts, knowledge: Knowledge) -> str:
    """Return the summary for a terminal: the columns that were read, and the counts."""
    counts = {
        name: format_count(count, knowledge.language)
        for name, count in summary.as_json().items()
        if isinstance(count, int)
    }
    words = knowledge.words
    taken = words.list_taken.format(columns=", ".join(summary.columns) or "-")
    lines = (taken, words.list_summary.format(**counts), repairs_text(summary, knowledge))
    return "\n".join(filter(None, lines))


def repairs_text(summary: ListCounts, knowledge: Knowledge) -> str:
    """Return what was repaired, the most frequent first; empty if nothing was."""
    words, language = knowledge.words, knowledge.language
    return ", ".join(
        f"{getattr(words, f'list_repair_{kind}')}: {format_count(count, language)}"
        for kind, count in summary.repairs.most_common()
    )


def left_out_text(left_out: LeftOut, knowledge: Knowledge) -> str:
    """Return which rows had nothing to examine; empty if every row had a number."""
    words = knowledge.words
    more = ", ..." if left_out.empty > len(left_out.row_numbers) else ""
    rows = ", ".join(map(str, left_out.row_numbers)) + more
    sentences = (
        (left_out.titles, words.list_left_titles),
        (left_out.totals, words.list_left_totals),
        (left_out.empty, words.list_left_empty),
    )
    return " ".join(
        text.format(count=format_count(count, knowledge.language), places=rows)
        for count, text in sentences
        if count
    )
