"""Configuration of a kiosk process: content, settings, state folder and timeouts."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from jknassist.core.site import Site
from jknassist.gui.context import LoadedContent

SECOND = 1000
MINUTE = 60 * SECOND


@dataclass(frozen=True, kw_only=True)
class Timeouts:
    """Timeouts in milliseconds; only `asks`, the countdown of the prompt, is in seconds."""

    idle: int = 90 * SECOND
    outcome: int = 180 * SECOND
    visit: int = 20 * MINUTE
    privacy: int = 20 * SECOND
    asks: int = 30
    tap: int = 400
    corner: int = 1200


@dataclass(frozen=True, kw_only=True)
class KioskConfig:
    """Content, settings and timeouts of one kiosk.

    `by_language` has the content of each language, the default one first; `origin` is the file it
    was read from, empty for the shipped content. `faults` are those of the settings file, `notices`
    warnings for the staff about the content.
    """

    by_language: Mapping[str, LoadedContent]
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
        """Whether no PIN could be read from faulty settings; the kiosk has no exit then."""
        return bool(self.faults) and not self.site.staff_pin

    @property
    def language(self) -> str:
        """The language in which each visit begins."""
        return next(iter(self.by_language))


def timeouts_of(site: Site) -> Timeouts:
    """Return the timeouts of the settings; that of an outcome is never below its default."""
    idle = site.idle_seconds * SECOND
    visit = site.visit_minutes * MINUTE
    return Timeouts(idle=idle, outcome=max(idle, Timeouts.outcome), visit=visit)
