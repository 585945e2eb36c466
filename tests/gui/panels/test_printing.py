"""Every paper and printer problem has a text."""

import pytest

from jknassist.core.paper import Paper
from jknassist.gui.panels.printing import paper_name, problem_text
from jknassist.gui.printing.spooler.base import PrinterProblem
from tests.support.small_context import small_context


@pytest.mark.usefixtures("qapp")
def test_each_paper_and_each_problem_has_words_of_its_own() -> None:
    context = small_context()
    papers = [paper_name(context, paper) for paper in Paper]
    problems = [problem_text(context, problem) for problem in PrinterProblem]
    assert all(papers)
    assert len({*papers}) == len(Paper)
    assert all(problems)
    assert len({*problems}) == len(PrinterProblem)
