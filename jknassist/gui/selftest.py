"""Walks one journey in the real wizard and renders one PDF: an installation proves itself."""

import sys

from jknassist.core.paths import route_to
from jknassist.core.session import Given
from jknassist.gui import printing
from jknassist.gui.app import Shipped, make_window
from jknassist.gui.pages.base import StepPage
from jknassist.gui.window import HelpWindow

PDF_BEGINS = b"%PDF-"
SMALLEST_PDF = 4000
"""Bytes; a PDF with its fonts in it is larger, one without text is not."""


def run(shipped: Shipped) -> int:
    """Walk to the last outcome of the file and print it; return 0 when all of it worked."""
    window = make_window(shipped)
    window.show()
    target = shipped.knowledge.outcomes[-1].id
    walk(window, route_to(shipped.knowledge, target))
    summary = window.summary()
    if summary is None or summary.outcome_id != target:
        return _failed(f"the journey did not end at {target}")
    pdf = printing.as_pdf(summary)
    if not pdf.startswith(PDF_BEGINS) or len(pdf) < SMALLEST_PDF:
        return _failed(f"the PDF has {len(pdf)} bytes")
    window.start_anew()
    if window.wizard.session.answers:
        return _failed("answers are left after starting anew")
    window.close()
    sys.stdout.write(f"self-test: {target}, {len(pdf)} bytes of PDF\n")
    return 0


def walk(window: HelpWindow, route: tuple[tuple[str, str], ...]) -> None:
    """Answer the questions of a route page by page, as a visitor would."""
    for step_id, key in route:
        page = window.wizard.page_now
        if isinstance(page, StepPage):
            page.decide(Given(step_id=step_id, key=key))
        window.wizard.next()


def _failed(reason: str) -> int:
    sys.stderr.write(f"self-test: {reason}\n")
    return 1
