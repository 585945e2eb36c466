"""A simulated walk as plain text or JSON."""

import json

from jknassist.core.export.chat import as_text
from jknassist.core.flow.simulation import Walk, _summary
from jknassist.core.flow.summary import numbered_lines


def as_plain_text(walk: Walk) -> str:
    """Write where the walk led, for a terminal or a chat."""
    if walk.summary is not None:
        return as_text(walk.summary)
    answered = (f"{mark} {line}" for mark, line in numbered_lines(walk.answered))
    answers = (f"  {walk.place.id}={key}  {text}" for key, text in walk.open_answers)
    return "\n".join((*answered, walk.place.title, *answers))


def as_json(walk: Walk) -> str:
    """Write where the walk led as one JSON object on one line."""
    report = {
        "answers": {given.step_id: given.key for given in walk.session.answers},
        "place": walk.place.id,
        "title": walk.place.title,
        "open_answers": dict(walk.open_answers),
        "summary": _summary(walk.summary),
    }
    return json.dumps(report, ensure_ascii=False)
