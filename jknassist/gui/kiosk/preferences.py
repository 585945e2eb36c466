"""What one visitor chose on the first page: text size, language, and where the buttons are."""

from dataclasses import dataclass, replace

SIZES = {"A": 1.0, "A+": 1.5, "A++": 2.0}
"""Text sizes by what stands on their buttons, as how often the size for this screen."""


@dataclass(frozen=True, kw_only=True)
class VisitorPreferences:
    """Lasts for one visit; the next visitor begins with that of the office."""

    language: str
    idle_seconds: int
    size: float = 1.0
    reach: bool = False

    def with_size(self, size: float) -> "VisitorPreferences":
        """Return the same with another text size."""
        return replace(self, size=size)

    def with_language(self, language: str) -> "VisitorPreferences":
        """Return the same in another language."""
        return replace(self, language=language)

    def with_reach(self, *, on: bool) -> "VisitorPreferences":
        """Return the same with the buttons lowered or not."""
        return replace(self, reach=on)
