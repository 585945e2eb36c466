"""The context that pages and widgets are given, on small content and without pictures."""

from jknassist.gui.context import UiContext
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.palette import LIGHT
from jknassist.gui.style.theme import Theme
from tests.support.small_knowledge import small_knowledge
from tests.support.small_plan import small_index


def small_context(*, is_kiosk: bool = False, theme: Theme | None = None) -> UiContext:
    """Return a context of a laptop, or without a clipboard one of a kiosk."""
    return UiContext(
        knowledge=small_knowledge(),
        read_plan=small_index,
        active_theme=ActiveTheme(theme or Theme()),
        icons=SvgIcons(lambda _name: None, LIGHT),
        is_kiosk=is_kiosk,
    )
