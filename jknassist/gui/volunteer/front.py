"""The laptop front: search, clipboard, saving, large display, choice of the printer."""

from typing import TYPE_CHECKING

from jknassist.content import installed_update
from jknassist.core.flow.model import ChoiceStep
from jknassist.core.words import InterfaceWords
from jknassist.gui.context import UiContext
from jknassist.gui.front import Front, PageAction
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.panels.panel import Panel
from jknassist.gui.volunteer.home_page import HomePage

if TYPE_CHECKING:
    # Not needed by the first question: imported when somebody prints.
    from jknassist.core.export.print_document import PrintDocuments


def volunteer_front() -> Front:
    """Return the front of a volunteer's laptop."""
    return Front(
        is_kiosk=False,
        may_update=installed_update.may_update,
        has_keyboard=True,
        leave_text=_leave_text,
        print_text=_print_text,
        first_actions=(),
        outcome_actions=_outcome_actions,
        first_page=_first_page,
        print_panel=_print_panel,
    )


def _leave_text(words: InterfaceWords) -> str:
    return words.next_member


def _print_text(words: InterfaceWords) -> str:
    return words.print


def _outcome_actions(wide: bool) -> tuple[PageAction, ...]:  # noqa: FBT001  a callback
    """Offer the large display if its button fits; F4 always opens it."""
    show = (PageAction.SHOW,) if wide else ()
    return (*show, PageAction.COPY, PageAction.PRINT)


def _first_page(step: ChoiceStep, context: UiContext) -> QuestionPage:
    return HomePage(step, context)


def _print_panel(documents: "PrintDocuments", context: UiContext) -> Panel:
    # Imported when somebody prints: it loads the printing system.
    from jknassist.gui.volunteer.print_panel import PrintPanel

    return PrintPanel(documents, context)
