"""The command `find`: search the flow for a complaint, as the search field does."""

import json
from typing import TYPE_CHECKING

from jknassist.cli.content_commands import spoken
from jknassist.system.exit_codes import FINE, FOUND
from jknassist.system.standard_streams import say

if TYPE_CHECKING:
    import argparse

    from jknassist.core.flow.model import Knowledge
    from jknassist.core.search.index import Match


def find(asked: "argparse.Namespace") -> int:
    """Run `find`: print the matches, the best first; return 0 if there are any, else 1."""
    from jknassist.core.search.index import SearchIndex

    knowledge = spoken(asked)
    matches = SearchIndex(knowledge).find(asked.text)
    if asked.json:
        say(json.dumps([_row(knowledge, match) for match in matches], ensure_ascii=False))
    elif matches:
        say("\n".join(_line(knowledge, match) for match in matches))
    else:
        say(f"{knowledge.words.find_none} {knowledge.words.find_nothing}")
    return FINE if matches else FOUND


def _row(knowledge: "Knowledge", match: "Match") -> dict[str, str | float]:
    kind = "step" if match.place_id in {step.id for step in knowledge.steps} else "outcome"
    title = knowledge.places[match.place_id].title
    return {"id": match.place_id, "kind": kind, "title": title, "score": round(match.score, 2)}


def _line(knowledge: "Knowledge", match: "Match") -> str:
    row = _row(knowledge, match)
    why = knowledge.words.find_why.format(words=", ".join(match.why))
    told = why if match.sure else f"{knowledge.words.find_unsure}, {why}"
    return f"{row['score']:.2f} {row['id']}: {row['title']} ({told})"
