"""Front end configuration: what differs between a volunteer's laptop and a public kiosk.

The window, the wizard and the pages are the same for both; each front end passes in one `Front`.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from jknassist.core.flow.model import ChoiceStep
from jknassist.core.frozen_value import FrozenValue, frozen_value
from jknassist.core.words import InterfaceWords
from jknassist.gui.context import UiContext
from jknassist.gui.pages.page import QuestionPage
from jknassist.gui.panels.panel import Panel

if TYPE_CHECKING:
    # Not needed by the first question: imported when somebody prints.
    from jknassist.core.export.print_document import PrintDocuments


class PageAction(StrEnum):
    """Actions of the buttons between back and next."""

    FIND = "find"
    SHEET = "sheet"
    SHOW = "show"
    COPY = "copy"
    PRINT = "print"


@frozen_value
class Front(FrozenValue):
    """The settings and page factories of one front end.

    `leave_text` and `print_text` are the labels of the buttons that end a visit and that print.
    `first_actions` are offered below the first page; `outcome_actions` takes whether the window is
    wide. `first_page` and `print_panel` create these two widgets. `is_kiosk` is whether strangers
    touch the screen one after the other, `may_update` whether new content may be taken from a file
    here, and `has_keyboard` whether letters are typed on a physical keyboard.
    """

    is_kiosk: bool
    may_update: Callable[[], bool]
    has_keyboard: bool
    leave_text: Callable[[InterfaceWords], str]
    print_text: Callable[[InterfaceWords], str]
    first_actions: tuple[PageAction, ...]
    outcome_actions: Callable[[bool], tuple[PageAction, ...]]
    first_page: Callable[[ChoiceStep, UiContext], QuestionPage]
    print_panel: "Callable[[PrintDocuments, UiContext], Panel]"
