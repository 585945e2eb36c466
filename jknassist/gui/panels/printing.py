"""Names of papers and printer problems, for the print panels of both fronts."""

from jknassist.core.paper import Paper
from jknassist.gui.context import UiContext
from jknassist.gui.printing.spooler.base import PrinterProblem


def paper_name(context: UiContext, paper: Paper) -> str:
    """Return the name of a paper."""
    name: str = getattr(context.words, f"paper_{paper.value}")
    return name


def problem_text(context: UiContext, problem: PrinterProblem) -> str:
    """Return the sentence for a printer problem."""
    sentence: str = getattr(context.words, f"print_trouble_{problem.value}")
    return sentence
