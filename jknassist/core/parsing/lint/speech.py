"""Lint of the spoken forms in a content file: each belongs to a text of it, hole by hole."""

import re
from collections.abc import Iterator

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Knowledge
from jknassist.core.speech.forms import HOLE
from jknassist.core.speech.texts import shown_texts


def lint_speech(knowledge: Knowledge) -> Iterator[Issue]:
    """Yield each spoken form whose text is not there or whose holes differ."""
    if not knowledge.spoken:
        return
    texts = frozenset(shown_texts(knowledge))
    for place, one in enumerate(knowledge.spoken):
        if one.text not in texts:
            yield Issue(("spoken", place, "text"), "teks ini tidak ada di berkas ini", warning=True)
        if sorted(re.findall(HOLE, one.text)) != sorted(re.findall(HOLE, one.spoken)):
            yield Issue(("spoken", place, "spoken"), "isian {…} harus sama seperti di teksnya")
