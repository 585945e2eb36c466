"""Lint of spoken forms: each must belong to a text and have the same placeholders."""

import re
from collections.abc import Iterator

from jknassist.core.diagnostic import Issue
from jknassist.core.flow.model import Knowledge
from jknassist.core.speech.forms import HOLE
from jknassist.core.speech.texts import shown_texts


def lint_speech(knowledge: Knowledge) -> Iterator[Issue]:
    """Check that the text of each spoken form exists and has the same placeholders."""
    if not knowledge.spoken:
        return
    texts = frozenset(shown_texts(knowledge))
    for place, one in enumerate(knowledge.spoken):
        if one.text not in texts:
            yield Issue(("spoken", place, "text"), "teks ini tidak ada di berkas ini", warning=True)
        if sorted(re.findall(HOLE, one.text)) != sorted(re.findall(HOLE, one.spoken)):
            yield Issue(("spoken", place, "spoken"), "isian {…} harus sama seperti di teksnya")
