"""Export the summary as chat text: short lines, numbers to tap, headings in *bold*."""

from jknassist.core.flow.summary import ContactRow, Summary, numbered_lines


def as_text(summary: Summary) -> str:
    """Return the summary as text; a chat shows *words* in bold and makes numbers links to dial."""
    words = summary.words
    blocks = (
        (summary.heading, _bold(summary.title), summary.cause),
        (summary.tried_line,),
        (_bold(words.actions_title), *_numbered(summary.actions)) if summary.actions else (),
        (f"{words.bring_title} {', '.join(summary.bring)}",) if summary.bring else (),
        (summary.limit_line,),
        (_bold(words.wait_title), *summary.waiting) if summary.waiting else (),
        (_bold(words.contacts_title), *(line for row in summary.contacts for line in _lines(row))),
        (summary.safety,),
        (summary.sheet_line,),
        _answers(summary),
        (summary.data_line, *summary.about[:1]),
    )
    return "\n\n".join("\n".join(filter(None, block)) for block in blocks if any(block))


def _bold(text: str) -> str:
    return f"*{text}*"


def _numbered(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{mark} {line}" for mark, line in numbered_lines(lines))


def _lines(row: ContactRow) -> tuple[str, ...]:
    """Return the lines of a contact; an office without a number needs no label before its name."""
    if not row.link:
        return (row.copied, *row.details)
    return (f"{row.label}: {row.copied}", *row.details)


def _answers(summary: Summary) -> tuple[str, ...]:
    rows = _numbered(summary.answer_lines)
    return (_bold(summary.words.tried_title), *rows) if rows else ()
