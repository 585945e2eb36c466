"""docs/inferred-advice.md lists exactly the parts that are inferred."""

import re
from itertools import chain
from pathlib import Path

from jknassist.content.loader import knowledge_of
from jknassist.core.flow.model import FactConfidence

PAGE = Path(__file__).parents[2] / "docs" / "inferred-advice.md"
MENDED = "## Not supported"


def test_each_inferred_part_is_judged() -> None:
    knowledge = knowledge_of(None)
    parts = chain(knowledge.steps, knowledge.outcomes, knowledge.guides, knowledge.limits)
    inferred = sorted(
        part.id
        for part in parts
        if part.provenance and part.provenance.confidence is FactConfidence.INFERRED
    )
    judged, _, _ = PAGE.read_text(encoding="utf-8").partition(MENDED)
    assert sorted(re.findall(r"^\| `(\w+)` \|", judged, re.MULTILINE)) == inferred
