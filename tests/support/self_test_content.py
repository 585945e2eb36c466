"""Small content for the self-test."""

from jknassist.content import loader, resources
from jknassist.gui import context
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index


def small_shipped() -> context.LoadedContent:
    return context.LoadedContent(
        knowledge=small_knowledge(),
        plan=small_index(),
        style=resources.read("theme.qss").decode(),
        picture=loader.picture,
    )
