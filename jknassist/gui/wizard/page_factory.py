"""Page factory: creates the page for a place of the flow."""

from jknassist.core.flow.controller import FlowController
from jknassist.core.flow.model import ChoiceStep, NumberStep, Outcome, Step
from jknassist.gui.context import UiContext
from jknassist.gui.front import Front
from jknassist.gui.pages.page import Page


def make_page(
    place: Step | Outcome, flow: FlowController, context: UiContext, front: Front
) -> Page:
    """Create the page for the current place of the controller.

    Each kind of page is imported on first use: the first question needs none of these.
    """
    if isinstance(place, Outcome):
        from jknassist.gui.pages.outcome import OutcomePage

        summary = flow.summary()
        if summary is None:
            raise ValueError(place.id)
        return OutcomePage(place.picture, summary, context)
    if isinstance(place, NumberStep):
        from jknassist.gui.pages.number.page import NumberPage

        return NumberPage(place, context)
    if isinstance(place, ChoiceStep) and place.id == context.knowledge.start:
        return front.first_page(place, context)
    from jknassist.gui.pages.instructions import choice_page

    return choice_page(place, context)
