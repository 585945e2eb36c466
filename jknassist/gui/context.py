"""What every page is built from, handed down from app.py, and the plain labels of all pages."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from jknassist.core.flow.model import Knowledge
from jknassist.core.messages import InterfaceWords
from jknassist.gui.style.icons import SvgIcons
from jknassist.gui.style.theme import Theme

if TYPE_CHECKING:
    from jknassist.core.phone.plan import PlanIndex
    from jknassist.system.statistics_store import StatisticsStore

if TYPE_CHECKING:
    # What the first question does without is loaded when it is asked for.
    from jknassist.core.phone.plan import PlanIndex
    from jknassist.core.search.index import SearchIndex
    from jknassist.system.statistics_store import StatisticsStore


@dataclass(frozen=True, kw_only=True)
class UiContext:
    """The content, the number plan and the look of this start of the program.

    `can_copy` tells whether there is a clipboard to copy to; without one QR codes are shown.
    `style` is the style sheet before it is filled with a look; `statistics` is where endings are
    counted, where the office wants that. `read_plan` gives the number plan, the same each time.
    """

    knowledge: Knowledge
    read_plan: "Callable[[], PlanIndex]"
    theme: Theme
    icons: SvgIcons
    style: str = ""
    can_copy: bool = True
    statistics: "StatisticsStore | None" = None

    @property
    def words(self) -> InterfaceWords:
        """The words of the interface."""
        return self.knowledge.words

    @property
    def plan(self) -> "PlanIndex":
        """The number plan; the first use takes some tens of milliseconds."""
        return self.read_plan()

    @cached_property
    def search(self) -> "SearchIndex":
        """The index for finding by words, made on first use."""
        from jknassist.core.search.index import SearchIndex  # noqa: PLC0415

        return SearchIndex(self.knowledge)


@dataclass(frozen=True, kw_only=True)
class Shipped:
    """What was read from the bundle before the window is made.

    `others` is the same content in other languages; `origin` is the file it was read from, empty
    for what the program brought, and `notices` is what the staff must know of that. `plan` may be a
    way to the number plan that gives the same one each time: the first page does without it.
    """

    knowledge: Knowledge
    others: tuple[Knowledge, ...] = ()
    plan: "PlanIndex | Callable[[], PlanIndex]"
    style: str
    picture: Callable[[str], bytes | None]
    origin: str = ""
    notices: tuple[str, ...] = ()
    statistics: "StatisticsStore | None" = None


def make_context(shipped: Shipped, theme: Theme) -> UiContext:
    """Bring together what every page is built from."""
    plan = shipped.plan
    return UiContext(
        knowledge=shipped.knowledge,
        read_plan=plan if callable(plan) else lambda: plan,
        theme=theme,
        icons=SvgIcons(shipped.picture, theme.palette),
        style=shipped.style,
        statistics=shipped.statistics,
    )
