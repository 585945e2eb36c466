"""Export a simulated visit as plain text or JSON."""

import json
from dataclasses import asdict

from jknassist.core.export.chat import as_text
from jknassist.core.flow.simulation import Walk
from jknassist.core.flow.summary import Summary, numbered_lines


def as_plain_text(walk: Walk) -> str:
    """Return the summary as chat text, or the open question with its answers."""
    if walk.summary is not None:
        return as_text(walk.summary)
    answered = (f"{mark} {line}" for mark, line in numbered_lines(walk.answered))
    answers = (f"  {walk.place.id}={key}  {text}" for key, text in walk.open_answers)
    return "\n".join((*answered, walk.place.title, *answers))


def as_json(walk: Walk) -> str:
    """Return answers, open question or summary as one JSON object on one line."""
    report = {
        "answers": {given.step_id: given.key for given in walk.session.answers},
        "place": walk.place.id,
        "title": walk.place.title,
        "open_answers": dict(walk.open_answers),
        "summary": _summary(walk.summary),
    }
    return json.dumps(report, ensure_ascii=False)


def _summary(summary: Summary | None) -> dict[str, object] | None:
    if summary is None:
        return None
    fields = asdict(summary)
    for unneeded in ("words", "guides", "masked_number", "chosen_digits"):
        del fields[unneeded]
    return fields | {"guides": [guide.id for guide in summary.guides]}
