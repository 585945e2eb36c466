"""What the print panels of both fronts share: names and problems in words."""

from jknassist.core.paper import Paper
from jknassist.gui.context import UiContext
from jknassist.gui.printing.spooler.base import PrinterProblem


def paper_name(context: UiContext, paper: Paper) -> str:
    """Return what a paper is called."""
    name: str = getattr(context.words, f"paper_{paper.value}")
    return name


def trouble_text(context: UiContext, trouble: PrinterProblem) -> str:
    """Return why no paper comes, in words."""
    sentence: str = getattr(context.words, f"print_trouble_{trouble.value}")
    return sentence
