"""What one start of the kiosk has to go by: content, settings, folders and times."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jknassist.core.site import Site
from jknassist.gui.context import Shipped

SECOND = 1000


@dataclass(frozen=True, kw_only=True)
class Timeouts:
    """How long the kiosk waits, in milliseconds; `asks` is in seconds."""

    idle: int = 90 * SECOND
    ending: int = 180 * SECOND
    privacy: int = 20 * SECOND
    asks: int = 30
    tap: int = 400
    corner: int = 1200


@dataclass(frozen=True, kw_only=True)
class KioskConfig:
    """The kiosk as it was set up.

    `shipped` holds the content by language, the language of the office first; `origin` says where
    it comes from, empty for what the program brought. `faults` are those of the settings,
    `notices` is what the staff must know of the content.
    """

    shipped: Mapping[str, Shipped]
    site: Site
    site_name: str
    site_found: bool
    faults: tuple[str, ...]
    state: Path
    timeouts: Timeouts
    origin: str = ""
    notices: tuple[str, ...] = ()

    @property
    def pin_is_lost(self) -> bool:
        """Whether the settings have faults and no PIN could be read: then nobody gets out."""
        return bool(self.faults) and not self.site.staff_pin

    @property
    def language(self) -> str:
        """The language each visitor is greeted in."""
        return next(iter(self.shipped))


def timeouts_of(site: Site) -> Timeouts:
    """Return how long this office wants the kiosk to wait; an ending is never cut shorter."""
    idle = site.idle_seconds * SECOND
    return Timeouts(idle=idle, ending=max(idle, Timeouts.ending))
