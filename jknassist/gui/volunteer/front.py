"""The laptop's front: it searches, copies, saves, shows large, and lets the printer be chosen."""

from typing import TYPE_CHECKING

from jknassist.core.flow.model import ChoiceStep
from jknassist.core.messages import InterfaceWords
from jknassist.gui.context import UiContext
from jknassist.gui.front import Front, OutcomeAction
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.panels.panel import Panel
from jknassist.gui.volunteer.home_page import HomePage

if TYPE_CHECKING:
    # Not needed by the first question: imported when somebody prints.
    from jknassist.core.export.print_document import PrintDocuments


def volunteer_front() -> Front:
    """Return what a volunteer's laptop shows."""
    return Front(
        can_copy=True,
        leave_text=_leave_text,
        print_text=_print_text,
        outcome_actions=_outcome_actions,
        first_page=_first_page,
        print_panel=_print_panel,
    )


def _leave_text(words: InterfaceWords) -> str:
    return words.next_member


def _print_text(words: InterfaceWords) -> str:
    return words.print


def _outcome_actions(wide: bool) -> tuple[OutcomeAction, ...]:  # noqa: FBT001  a callback
    """Offer the large display only where its button has room; F4 shows it everywhere."""
    show = (OutcomeAction.SHOW,) if wide else ()
    return (*show, OutcomeAction.COPY, OutcomeAction.PRINT)


def _first_page(step: ChoiceStep, context: UiContext) -> QuestionPage:
    return HomePage(step, context)


def _print_panel(documents: "PrintDocuments", context: UiContext) -> Panel:
    # Imported when somebody prints: it loads the printing system.
    from jknassist.gui.volunteer.print_panel import PrintPanel

    return PrintPanel(documents, context)
