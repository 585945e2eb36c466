"""The kiosk front: prints at once on the configured printer, has no clipboard."""

from functools import partial
from typing import TYPE_CHECKING

from jknassist.core.flow.model import ChoiceStep
from jknassist.core.paper import Paper
from jknassist.core.words import InterfaceWords
from jknassist.gui.context import UiContext
from jknassist.gui.front import Front, PageAction
from jknassist.gui.kiosk.print_allowance import ANY_PAPER, PrintRules
from jknassist.gui.pages.instructions import choice_page
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.panels.panel import Panel

if TYPE_CHECKING:
    # Only for annotations: importing it would load the printing system.
    from jknassist.core.export.print_document import PrintDocuments


def kiosk_front(printer: str, paper: Paper, rules: PrintRules = ANY_PAPER) -> Front:
    """Return the front of a kiosk; an empty printer name means the first suitable one."""
    return Front(
        is_kiosk=True,
        may_update=_may_update,
        has_keyboard=False,
        leave_text=_leave_text,
        print_text=_print_text,
        first_actions=(PageAction.FIND, PageAction.SHEET),
        outcome_actions=_outcome_actions,
        first_page=_first_page,
        print_panel=partial(_print_panel, printer, paper, rules),
    )


def _may_update() -> bool:
    """Return False: new content comes to a kiosk by its administrator only."""
    return False


def _leave_text(words: InterfaceWords) -> str:
    return words.leave


def _print_text(words: InterfaceWords) -> str:
    return words.print_paper


def _outcome_actions(_wide: bool) -> tuple[PageAction, ...]:  # noqa: FBT001  a callback
    return (PageAction.PRINT,)


def _first_page(step: ChoiceStep, context: UiContext) -> QuestionPage:
    return choice_page(step, context)


def _print_panel(
    printer: str,
    paper: Paper,
    rules: PrintRules,
    documents: "PrintDocuments",
    context: UiContext,
) -> Panel:
    # Imported when somebody prints: it loads the printing system.
    from jknassist.gui.kiosk.print_panel import KioskPrintPanel

    return KioskPrintPanel(documents, context, printer=printer, paper=paper, rules=rules)
