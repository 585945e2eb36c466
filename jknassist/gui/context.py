"""UI context: content, theme and services shared by all pages, passed down from the launcher."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from jknassist.core.flow.formatting import format_count
from jknassist.core.flow.model import Knowledge
from jknassist.core.frozen_value import FrozenValue, frozen_value
from jknassist.core.words import InterfaceWords
from jknassist.gui.style.active_theme import ActiveTheme
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.theme import Theme

if TYPE_CHECKING:
    # Not needed by the first question: imported on first use.
    from jknassist.core.phone.plan import PlanIndex
    from jknassist.core.search.index import SearchIndex
    from jknassist.system.statistics_store import StatisticsStore


@frozen_value
class UiContext(FrozenValue):
    """The content, the number plan, the theme and the services of one run of the program.

    `active_theme` holds the present theme; the window replaces it when letters or colours change.
    `is_kiosk` is whether strangers touch the screen one after the other: all is larger, and digits
    are no keys.
    `style` is the style sheet template before a theme is applied; `statistics` is the store that
    counts visits, if the office enabled it. `read_plan` returns the number plan, the same
    object each time.
    """

    knowledge: Knowledge
    read_plan: "Callable[[], PlanIndex]"
    active_theme: ActiveTheme
    icons: SvgIcons
    style: str = ""
    is_kiosk: bool = False
    statistics: "StatisticsStore | None" = None

    @property
    def words(self) -> InterfaceWords:
        """The interface texts."""
        return self.knowledge.words

    @property
    def can_copy(self) -> bool:
        """Whether there is a clipboard to copy to; without one QR codes are shown."""
        return not self.is_kiosk

    def format_count(self, count: int) -> str:
        """Write a count as the language of the content does, as in 25.000."""
        return format_count(count, self.knowledge.language)

    @property
    def theme(self) -> Theme:
        """The present theme: for use at once, never to be kept."""
        return self.active_theme.now

    @property
    def plan(self) -> "PlanIndex":
        """The number plan; the first access takes some tens of milliseconds."""
        return self.read_plan()

    @cached_property
    def search(self) -> "SearchIndex":
        """The full-text search index, built on first use."""
        from jknassist.core.search.index import SearchIndex  # noqa: PLC0415

        return SearchIndex(self.knowledge)


class Voice(NamedTuple):
    """What an office has set of reading aloud: the pack for Indonesian pages, and the volume."""

    name: str = ""
    volume: int = 5


DEFAULT_VOICE = Voice()


@frozen_value
class LoadedContent(FrozenValue):
    """Everything that is loaded before the window is created.

    `others` is the same content in other languages; `origin` is the file it was read from, empty
    for the bundled content, and `notices` are warnings for the staff about that file. `plan` may be
    a cached loader of the number plan instead: the first page does not need it.
    """

    knowledge: Knowledge
    others: tuple[Knowledge, ...] = ()
    plan: "PlanIndex | Callable[[], PlanIndex]"
    style: str
    picture: Callable[[str], bytes | None]
    origin: str = ""
    notices: tuple[str, ...] = ()
    statistics: "StatisticsStore | None" = None
    voice: Voice = DEFAULT_VOICE


def make_context(loaded: LoadedContent, theme: Theme) -> UiContext:
    """Build the UI context that every page is constructed with."""
    plan = loaded.plan
    return UiContext(
        knowledge=loaded.knowledge,
        read_plan=plan if callable(plan) else lambda: plan,
        active_theme=ActiveTheme(theme),
        icons=SvgIcons(loaded.picture, theme.palette),
        style=loaded.style,
        statistics=loaded.statistics,
    )
